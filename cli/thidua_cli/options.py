"""Options and parameter types that several commands share, so that they read and behave the same everywhere."""

import os
import stat
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from thidua_cli.wrong_usage import WrongUsage

_TO_THE_SCREEN = "không ghi -o thì kết quả hiện ra màn hình."

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

if TYPE_CHECKING:
    _TextType = click.ParamType[str]
    _DayType = click.ParamType[date]
else:
    _TextType = _DayType = click.ParamType  # generic only from click 8.4 on


class IdentifierType(_TextType):
    """An id (``mã``): trimmed, in NFC, because macOS and some keyboards give NFD."""

    name = "mã"
    called = "Mã"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the id; an empty one is wrong usage."""
        found = unicodedata.normalize("NFC", value).strip()
        if not found:
            raise WrongUsage(f"{self.called} không được để trống.", ctx=ctx)
        return found


class NameOrIdentifierType(IdentifierType):
    """What is found by its id or by its name or number."""

    name = "tên|mã"
    called = "Tên hoặc mã"


class WordType(IdentifierType):
    """A word to look up."""

    name = "từ"
    called = "Từ cần tra"


class PathOrIdentifierType(IdentifierType):
    """A path as it was typed where something stands there, else an id in NFC."""

    name = "đường_dẫn|mã"
    called = "Đường dẫn hoặc mã"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the path untouched or the id; which of the two it is, the engine decides."""
        return value if value and os.path.lexists(value) else super().convert(value, param, ctx)


class DayType(_DayType):
    """A day as documents write it: 15/02/2020; the ISO form is read too."""

    name = "ngày"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; what is none is wrong usage."""
        from thidua.reading.dates import DateProblem, parse_date  # the help page needs nothing of the engine

        found = value if isinstance(value, date) else parse_date(value)
        if isinstance(found, DateProblem):
            told = dict(found.fields)
            raise WrongUsage(f"{told['what']} {told['fault']}.", f"{told['remedy']}.", ctx)
        return found


IDENTIFIER = IdentifierType()
NAME_OR_IDENTIFIER = NameOrIdentifierType()
WORD = WordType()
PATH_OR_IDENTIFIER = PathOrIdentifierType()
DAY = DayType()


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
    """``-o``/``--output FILE``. Gives ``output: Path | None``: a file, or nothing yet, in a folder that exists."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, writable=True),
        metavar="TỆP",
        callback=_file_to_write,
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


def engine_option(function: Decorated) -> Decorated:
    """``--engine``. Gives ``engine: str | None``; wrong usage where the one that is asked for is not installed."""
    return click.option(
        "--engine",
        type=click.Choice(["durable", "reference"]),
        callback=_installed_engine,
        help="Bộ suy luận chạy quy tắc; không ghi thì dùng durable-rules nếu đã cài.",
    )(function)


def _installed_engine(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value == "durable":
        from thidua.inference.durable import is_available

        if not is_available():
            hint = 'cài bằng: pip install "thidua[durable]" (Python dưới 3.13), hoặc bỏ tùy chọn này.'
            raise WrongUsage("Máy này chưa cài durable-rules.", hint, ctx)
    return value


def _nearest_home(ctx: click.Context, _parameter: click.Parameter, value: Path | None) -> Path | None:
    found: Path | None = value if value is not None else ctx.find_root().params.get("home")
    named = os.environ.get("THIDUA_HOME")
    # Only a command that looks into home minds where it is: ``thidua rule`` does not.
    if found is None and named and ctx.parent is not None and not os.path.isdir(named):
        message = f'Biến môi trường THIDUA_HOME ghi "{named}": không tìm thấy thư mục này.'
        raise WrongUsage(message, "sửa hoặc xóa biến THIDUA_HOME, hoặc dùng --home.", ctx)
    return found


def _file_to_write(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> Path | None:
    """The file for a result; refused where it could not be one, or where something else than a file is there."""
    if value is None:
        return None
    if not value.strip():
        raise WrongUsage('Tên tệp của tùy chọn "--output" không được để trống.', _TO_THE_SCREEN, ctx)
    if value == "-":
        raise WrongUsage('"-" không phải là tên tệp.', _TO_THE_SCREEN, ctx)
    path = Path(value)
    if not path.parent.is_dir():
        raise WrongUsage(f'Thư mục "{path.parent}" chưa có.', "tạo thư mục trước, hoặc ghi vào thư mục khác.", ctx)
    if value.endswith(("/", os.sep)) or not _is_free_or_a_file(path):
        raise WrongUsage(f'"{value}" không phải là một tệp thường.', "ghi kết quả vào tệp khác.", ctx)
    return path


def _is_free_or_a_file(path: Path) -> bool:
    """Whether nothing is there, or a regular file or a link to one."""
    return not os.path.lexists(path) or (path.exists() and stat.S_ISREG(path.stat().st_mode))
