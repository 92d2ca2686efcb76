"""Running the program in a test, in a copy of the small home that a test may change."""

import shutil
from pathlib import Path

from small_cluster import HOME

from thidua_cli import main


def run(*arguments: str) -> int:
    return main.run(list(arguments))


def copied_home(folder: Path) -> Path:
    """A copy of the small home to change."""
    return Path(shutil.copytree(HOME, folder / "nha"))


def change(file: Path, old: str, new: str) -> None:
    """Replace a text in a file; it must be there."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_bytes(text.replace(old, new).encode())
