"""Proof by eye: all that ``report`` makes of a period, as pages that one can look at. Run by hand; it is no test.

    python tests/render_office.py examples/mien-dong-nam-bo-2019 FOLDER

FOLDER gets the papers, the workbook and the page, a PDF of each and a PNG of each page. Needs LibreOffice
(``soffice``), Chromium (``chromium``) and poppler (``pdftoppm``); with Liberation fonts the lines break as with Times
New Roman.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from thidua_cli import main
from thidua_cli.report_kinds import KINDS

_PAGE = ".html"
_BROWSER = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer")
_DOTS_PER_INCH = "80"


def papers(period: str, folder: Path) -> list[Path]:
    """Write every kind that the period can have; the program says on stderr what it can't."""
    made = []
    for kind in KINDS:
        file = folder / f"{kind.name}{kind.suffix}"
        if kind.of == "period" and main.run(["report", period, "--kind", kind.name, "-o", str(file)]) == 0:
            made.append(file)
    return made


def images(file: Path, profile: str) -> list[Path]:
    """The pages of a file, as a PDF and as images beside it."""
    if file.suffix == _PAGE:
        command = [*_BROWSER, f"--user-data-dir={profile}", f"--print-to-pdf={file.with_suffix('.pdf')}", file.as_uri()]
    else:
        command = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", "pdf"]
        command += ["--outdir", str(file.parent), str(file)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    pdf = file.with_suffix(".pdf")
    subprocess.run(["pdftoppm", "-r", _DOTS_PER_INCH, "-png", str(pdf), str(pdf.with_suffix(""))], check=True)
    return sorted(file.parent.glob(f"{file.stem}-*.png"))


def render(period: str, folder: Path) -> int:
    """The whole work; 2 where a program for it is missing."""
    missing = [name for name in ("soffice", "chromium", "pdftoppm") if shutil.which(name) is None]
    if missing:
        print(f"not installed: {', '.join(missing)}", file=sys.stderr)
        return 2
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        for file in papers(period, folder):
            print(f"{file}: {len(images(file, profile))} pages")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(render(sys.argv[1], Path(sys.argv[2])))
