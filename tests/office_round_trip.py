"""Filled forms through a real LibreOffice, then scored; and forms as pictures, to be looked at. By hand:

    python tests/office_round_trip.py [--pictures FOLDER]

Needs ``soffice`` (Debian: libreoffice-calc-nogui) and, for pictures, ``pdftoppm`` (poppler-utils). Ends with 1 where
the points of a period are others than those of its YAML dossiers.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "support"))

from filled_forms import filled
from forms import ROOT, SHIPPED, form_bytes, loaded

from thidua import pipeline
from thidua.importing import import_forms


def main() -> int:
    """Convert, import, score, compare; then render."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=Path, help="where to put pictures of a blank and a filled form")
    pictures = parser.parse_args().pictures
    wrong = 0
    with tempfile.TemporaryDirectory() as temporary:
        for folder in SHIPPED:
            if loaded(folder).dossiers:
                wrong += sum(compared(folder, Path(temporary) / folder.name, kind) for kind in ("xlsx", "ods"))
        if pictures:
            draw(pictures, Path(temporary))
    return int(wrong > 0)


def compared(folder: Path, work: Path, kind: str) -> int:
    """How many results differ once the forms of a period went through LibreOffice as files of a kind."""
    sent, saved, copy = work / "sent", work / kind, work / f"dot-{kind}"
    sent.mkdir(parents=True, exist_ok=True)
    for unit in loaded(folder).dossiers:
        (sent / f"{unit}.xlsx").write_bytes(filled(folder, unit))
    convert(sorted(sent.iterdir()), kind, saved)
    shutil.copytree(folder, copy)
    for file in (copy / "ho-so").glob("*.yaml"):
        file.unlink()
    done = import_forms(sorted(saved.iterdir()), str(copy), ROOT)
    for each in done.imported or ():
        for found in each.diagnostics:
            if found.severity == "error" or found.code == 470:
                print(found)
    expected, found = points(folder), points(copy)
    differing = [name for name, value in expected.items() if found.get(name) != value]
    print(f"{folder.name}, {kind}: {len(expected)} results, {len(differing)} differ", *differing[:10])
    return len(differing)


def points(folder: Path) -> dict[tuple[str, str], object]:
    """Points, status and self-score of every unit and criterion."""
    found = pipeline.score(str(folder), ROOT, engine="reference")
    if found.result is None:
        raise SystemExit("\n".join(map(str, found.diagnostics)))
    return {
        (unit.member.id, each.criterion.id): (each.points, each.status, each.self_points)
        for unit in found.result.units
        for each in unit.criteria
    }


def convert(files: list[Path], kind: str, target: Path) -> None:
    """Let LibreOffice open the files and save them as another kind."""
    command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(target), *map(str, files)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def draw(pictures: Path, work: Path) -> None:
    """A blank and a filled form, a picture for each page."""
    pictures.mkdir(parents=True, exist_ok=True)
    folder = next(each for each in SHIPPED if loaded(each).dossiers)
    unit = next(iter(loaded(folder).dossiers))
    for name, data in (("bieu-trong", form_bytes(folder, unit)), ("bieu-da-ghi", filled(folder, unit))):
        file = work / f"{name}.xlsx"
        file.write_bytes(data)
        convert([file], "pdf", work)
        subprocess.run(["pdftoppm", "-r", "90", "-png", str(work / f"{name}.pdf"), str(pictures / name)], check=True)
        print(f"{pictures / name}-*.png")


if __name__ == "__main__":
    sys.exit(main())
