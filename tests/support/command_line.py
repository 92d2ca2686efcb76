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


def with_rules(home: Path) -> Path:
    """Put the rules of the small cluster, and their cases, into a copy of its home."""
    shutil.copytree(HOME.parent / "cum-nho-quy-tac", home, dirs_exist_ok=True)
    scale = "thang điểm: cum-nho/2019\n"
    change(home / "dot/2019/dot-cham-diem.yaml", scale, f"{scale}quy tắc: quy-tac-nho/2019\nngày xét: 10/03/2020\n")
    return home
