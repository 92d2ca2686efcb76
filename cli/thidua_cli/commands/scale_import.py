"""``thidua scale import``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.failures import NOT_READABLE
from thidua_cli.options import PATH_OR_IDENTIFIER, home_option
from thidua_cli.results import as_typed, give, terminal_width
from thidua_cli.vietnamese import command

if TYPE_CHECKING:
    from thidua.scalebook.importing import Imported

_HAS_ERRORS = 1


@command(
    "import",
    help="Đưa bảng tính do thidua scale export lập, đã sửa, vào thang điểm: cho xem những gì sẽ đổi, kiểm tra như "
    "thidua check. Chỉ ghi khi có --write; khi đó chỉ thay đúng chỗ đổi trong tệp thang điểm, lời chú và các dòng khác "
    "giữ nguyên. Có lỗi thì không ghi gì, lỗi nêu theo ô của bảng tính. Mã thoát 1 khi có lỗi trong phần sửa, 3 khi "
    "không đọc được bảng tính hoặc thang điểm.",
    epilog="Ví dụ: thidua scale import thang-diem-2020.xlsx --write",
)
@click.argument("book", type=click.Path(path_type=Path), metavar="TỆP")
@click.argument("scale", type=PATH_OR_IDENTIFIER, metavar="[THANG_ĐIỂM]", required=False)
@click.option("--write", is_flag=True, help="Ghi vào tệp thang điểm; không có thì chỉ cho xem.")
@home_option
def import_(book: Path, scale: str | None, write: bool, home: Path | None) -> int:
    """Show what a workbook changes, and write it where that is asked for."""
    from thidua.scalebook.importing import import_book

    found = import_book(book, scale, home)
    for each in sorted(dict.fromkeys(found.diagnostics)):
        click.echo(str(each), err=True)
    if found.new is None or found.file is None:
        if found.usable:
            click.echo("Chưa ghi gì: sửa các lỗi trên ở bảng tính rồi đưa vào lại.", err=True)
        return _HAS_ERRORS if found.usable else NOT_READABLE
    from thidua.reports.scale_import import import_report

    give(import_report(found, book, terminal_width(None)))
    if found.text == found.old_text:
        return 0
    if not write:
        command_line = as_typed("scale", "import", str(book), *([scale] if scale else []), "--write", home=home)
        click.echo(f"Chưa ghi gì. Muốn ghi vào tệp thang điểm: {command_line}", err=True)
        return 0
    return _write(found, found.file)


def _write(found: "Imported", file: Path) -> int:
    from thidua.home import shown
    from thidua.reading import write_whole

    write_whole(file, found.text.encode())
    click.echo(f"Đã ghi vào {shown(file)}", err=True)
    return 0
