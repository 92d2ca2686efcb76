"""Options and parameter types that several commands share, so that they read and behave the same everywhere."""

import os
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from thidua_cli.wrong_usage import WrongUsage

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

if TYPE_CHECKING:
    _TextType = click.ParamType[str]
else:
    _TextType = click.ParamType  # generic only from click 8.4 on


class IdentifierType(_TextType):
    """An id (``mã``): trimmed, in NFC, because macOS and some keyboards give NFD."""

    name = "mã"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the id; an empty one is wrong usage."""
        found = unicodedata.normalize("NFC", value).strip()
        if not found:
            raise WrongUsage("Mã không được để trống.", ctx=ctx)
        return found


class PathOrIdentifierType(IdentifierType):
    """A path as it was typed where something stands there, else an id in NFC."""

    name = "đường_dẫn|mã"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the path untouched or the id; which of the two it is, the engine decides."""
        return value if value and os.path.lexists(value) else super().convert(value, param, ctx)


IDENTIFIER = IdentifierType()
PATH_OR_IDENTIFIER = PathOrIdentifierType()


def home_option(function: Decorated) -> Decorated:
    """``--home DIR``, before or after the command's name; the later one wins. Gives ``home: Path | None``."""
    return click.option(
        "--home",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar="THƯ_MỤC",
        callback=_nearest_home,
        help="Thư mục gốc chứa tệp thidua.toml, thang điểm và quy tắc.",
    )(function)


def output_option(function: Decorated) -> Decorated:
    """``-o``/``--output FILE``. Gives ``output: Path | None``; its folder exists."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, writable=True, path_type=Path),
        metavar="TỆP",
        callback=_in_existing_folder,
        help="Ghi kết quả vào tệp này thay cho màn hình.",
    )(function)


def format_option(choices: Sequence[str], default: str | None = None) -> Callable[[Decorated], Decorated]:
    """``--format``, one of ``choices``, by default the first. Gives ``format: str`` under the name ``format_``."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(list(choices)),
        default=default or choices[0],
        show_default=True,
        help="Dạng kết quả.",
    )


def _nearest_home(ctx: click.Context, _parameter: click.Parameter, value: Path | None) -> Path | None:
    found: Path | None = value if value is not None else ctx.find_root().params.get("home")
    return found


def _in_existing_folder(ctx: click.Context, _parameter: click.Parameter, value: Path | None) -> Path | None:
    if value is not None and not value.parent.is_dir():
        raise WrongUsage(f'Thư mục "{value.parent}" chưa có.', "tạo thư mục trước, hoặc ghi vào thư mục khác.", ctx)
    return value
