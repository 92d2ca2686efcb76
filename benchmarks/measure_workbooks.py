"""Speed and memory of self-score workbooks, whole processes. By hand: ``python benchmarks/measure_workbooks.py``."""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from made_up_cluster import write_home
from measure import CRITERIA, THIDUA, best, print_row

sys.path.insert(0, str(Path(__file__).parent.parent / "tests/support"))


SENT = "sent"


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="runs of each whole process; the best counts")
    parser.add_argument("--units", type=int, default=63)
    parser.add_argument("--fill", nargs=2, type=Path, metavar=("FOLDER", "PERIOD"), help="only fill in the forms")
    arguments = parser.parse_args()
    if arguments.fill:
        fill_forms(*arguments.fill)
        return
    with tempfile.TemporaryDirectory(prefix="biểu ") as folder:
        measure(Path(folder), arguments.units, CRITERIA, arguments.runs)


def measure(folder: Path, units: int, criteria: int, runs: int) -> None:
    """Forms out and in for so many units."""
    period = write_home(folder, units, criteria)
    # In a process of its own: one that is started counts the memory of the one that starts it.
    subprocess.run([sys.executable, __file__, "--fill", str(folder), str(period)], check=True)
    sent = sorted((folder / SENT).iterdir())
    bare = best([sys.executable, "-c", "pass"], runs)
    dossiers = period / "ho-so"
    shutil.move(dossiers, folder / "yaml")
    dossiers.mkdir()
    print(f"Workbooks, {units} × {criteria} (best of runs)              seconds   × bare python   peak MB")
    print_row("python -c 'import openpyxl' (baseline)", best([sys.executable, "-c", "import openpyxl"], runs), bare)
    form = folder / "bieu.xlsx"
    arguments = ["form", "--period", str(period), "--unit", "don-vi-1", "-o", str(form)]
    print_row("form, one unit", best_of_fresh(runs, form, arguments), bare)
    one, every = [str(sent[0])], [str(file) for file in sent]
    for name, files in (("import, one unit", one), (f"import, {units} units", every)):
        print_row(name, best_of_fresh(runs, dossiers, ["import", *files, "--period", str(period)]), bare)
    print_row(f"score, {units} imported dossiers", best([*THIDUA, "score", str(period)], runs), bare)
    for file in dossiers.glob("*.yaml"):
        file.unlink()
    print_row(f"score, {units} workbooks as they are", best([*THIDUA, "score", str(period)], runs), bare)


def best_of_fresh(runs: int, made: Path, arguments: list[str]) -> tuple[float, int]:
    """The fastest run, what it made taken away before each."""
    found = []
    for _ in range(runs):
        if made.is_dir():
            shutil.rmtree(made)
            made.mkdir()
        else:
            made.unlink(missing_ok=True)
        found.append(best([*THIDUA, *arguments], 1))
    return min(found)


def fill_forms(folder: Path, period: Path) -> None:
    """Write a filled form of each unit, from its dossier."""
    from filled_forms import filled
    from forms import loaded

    sent = folder / SENT
    sent.mkdir()
    for unit in loaded(period).dossiers:
        (sent / f"{unit}.xlsx").write_bytes(filled(period, unit))


if __name__ == "__main__":
    main()
