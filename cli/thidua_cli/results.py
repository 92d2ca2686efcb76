"""Where a command's words go: results to stdout or a file, messages about them to stderr."""

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from thidua.diagnostics import Diagnostic

_LEAST_WIDTH = 80
_NOTHING_THERE = 191


def give(result: str, output: Path | None = None) -> None:
    """Write a result as UTF-8 to stdout or, whole or not at all, to a file; line ends stay as they are."""
    data = result.encode("utf-8", "backslashreplace")
    if output is None:
        # Bytes, because a text stream on Windows would turn the line ends of CSV into CR CR LF.
        click.echo(data, nl=False)
        return
    give_bytes(data, output)


def give_bytes(data: bytes, output: Path) -> None:
    """Write a file whole or not at all, and say where."""
    from thidua.reading import write_whole

    write_whole(output, data)
    click.echo(f"Đã ghi kết quả vào {output}", err=True)


def terminal_width(output: Path | None) -> int | None:
    """The columns of the terminal that a result is shown on; None where it goes to a file or another program."""
    if output is not None or sys.stdout is None or not sys.stdout.isatty():
        return None
    return max(_LEAST_WIDTH, shutil.get_terminal_size().columns)


def tell(diagnostics: Iterable["Diagnostic"], check: str) -> None:
    """Errors in full on stderr; of the others only how many there are, and the command that shows them.

    No command where there is nothing at the path that was named: it could not be checked either.
    """
    from thidua.diagnostics import Severity

    found = list(dict.fromkeys(diagnostics))
    errors = [each for each in found if each.severity is Severity.ERROR]
    for each in errors:
        click.echo(str(each), err=True)
    rest = len(found) - len(errors)
    if rest and all(each.code != _NOTHING_THERE for each in errors):
        click.echo(f"{rest} cảnh báo; chạy “{check}” để xem.", err=True)


def check_command(home: Path | None, path: str | None) -> str:
    """The command that shows all diagnostics of a path."""
    return as_typed("check", *([] if path is None else [path]), home=home)


def as_typed(*words: str, home: Path | None) -> str:
    """A command of the program as one types it for the same home: words with spaces in quotes."""
    typed = ["thidua", *words, *([] if home is None else ["--home", str(home)])]
    return " ".join(f'"{word}"' if " " in word else word for word in typed)
