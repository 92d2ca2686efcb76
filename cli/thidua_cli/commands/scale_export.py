"""``thidua scale export``."""

import os
from pathlib import Path

import click

from thidua_cli.failures import NOT_READABLE
from thidua_cli.options import PATH_OR_IDENTIFIER, home_option
from thidua_cli.results import check_command, tell
from thidua_cli.vietnamese import command
from thidua_cli.wrong_usage import WrongUsage

_SUFFIX = ".xlsx"


@command(
    "export",
    help="Lập bảng tính (.xlsx) của một thang điểm để sửa bằng Excel hoặc LibreOffice: thông tin chung, tiêu chí, "
    "mức điểm, tài liệu kiểm chứng, số liệu, mỗi thứ một trang. Sửa xong thì đưa vào bằng thidua scale import. "
    "Không ghi đè tệp đã có. Mã thoát 3 khi không đọc được thang điểm hoặc thang điểm có lỗi.",
    epilog="Ví dụ: thidua scale export mien-dong-nam-bo/2020 -o thang-diem-2020.xlsx",
)
@click.argument("scale", type=PATH_OR_IDENTIFIER, metavar="THANG_ĐIỂM")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="TỆP", required=True, help="Tệp .xlsx sẽ lập.")
@home_option
def export(scale: str, output: Path, home: Path | None) -> int:
    """Write the workbook; 3 where the scale can't be read."""
    _check_output(output)
    from thidua.loading.scales import load_scale
    from thidua.scalebook.book import make_book
    from thidua.scalebook.finding import find_scale_file

    found = find_scale_file(scale, home)
    loaded = load_scale(found.file, found.home) if found.file else None
    tell((*found.diagnostics, *(loaded.diagnostics if loaded else ())), check_command(home, scale))
    if loaded is None or loaded.scale is None:
        return NOT_READABLE
    from thidua.reading import write_whole
    from thidua.reports.notices import notices_of_scale
    from thidua.reports.workbooks.scale_book import scale_workbook

    data = scale_workbook(make_book(loaded, found.home), notices_of_scale(loaded.scale))
    write_whole(output, data)
    click.echo(f"Đã lập bảng tính của thang điểm {loaded.scale.id}: {output}", err=True)
    return 0


def _check_output(output: Path) -> None:
    context = click.get_current_context()
    if output.suffix.lower() != _SUFFIX:
        raise WrongUsage(f'Tệp "{output}" phải có phần mở rộng {_SUFFIX}.', f"ghi -o {output.stem}{_SUFFIX}", context)
    if not output.parent.is_dir():
        raise WrongUsage(f'Không ghi được vào "{output.parent}".', "ghi một thư mục có trên máy.", context)
    if os.path.lexists(output):
        # It may hold edits that were not taken in yet.
        hint = "ghi tên khác, hoặc chuyển tệp cũ đi trước; bảng đã có có thể đã được sửa."
        raise WrongUsage(f'Đã có tệp "{output}".', hint, context)
