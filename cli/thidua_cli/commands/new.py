"""``thidua new``."""

from pathlib import Path

import click

from thidua_cli.options import IDENTIFIER, PATH_OR_IDENTIFIER, home_option
from thidua_cli.results import give
from thidua_cli.vietnamese import command

_REFUSED = 2
_UNREADABLE = 3


@command(
    "new",
    help="Lập thang điểm hoặc bộ quy tắc của năm mới từ bản của năm khác, kèm các trường hợp kiểm thử. Chỉ đổi mã, "
    "năm, thời gian lấy số liệu, tên có ghi năm; văn bản ban hành chuyển thành lời chú và tình trạng về dự thảo (thang "
    "điểm giả định vẫn là giả định). Lời chú và mọi chữ khác giữ nguyên; nơi còn nhắc năm khác được kê ra để xem lại. "
    "Không ghi đè: tệp nào của mã mới đã có thì không ghi tệp nào.",
    epilog="Ví dụ: thidua new mien-dong-nam-bo/2021 --from mien-dong-nam-bo/2020",
)
@click.argument("new_id", type=IDENTIFIER, metavar="MÃ_MỚI")
@click.option(
    "--from",
    "source",
    type=PATH_OR_IDENTIFIER,
    metavar="MÃ_CŨ",
    required=True,
    help="Mã, thư mục hoặc tệp của bản dùng làm gốc.",
)
@home_option
def new(new_id: str, source: str, home: Path | None) -> int:
    """Write the files and say what was moved; 2 where what was asked for can't be, 3 where the source has errors."""
    from thidua.authoring import Refused, make_new_version
    from thidua.reports.new_version import new_version_report

    made = make_new_version(new_id, source, home)
    if isinstance(made, Refused):
        for each in made.diagnostics:
            click.echo(str(each), err=True)
        return _UNREADABLE if made.unreadable else _REFUSED
    give(new_version_report(made))
    return 0
