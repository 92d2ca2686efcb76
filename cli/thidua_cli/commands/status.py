"""``thidua status``."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.failures import NOT_READABLE
from thidua_cli.options import DAY, PATH_OR_IDENTIFIER, format_option, home_option, output_option
from thidua_cli.results import check_command, give, tell, terminal_width
from thidua_cli.scored import refuse_inputs, tell_problems
from thidua_cli.vietnamese import command

if TYPE_CHECKING:
    from thidua.model.period import Period
    from thidua.pipeline import Consulted
    from thidua.reports.page import Page


@command(
    "status",
    help="Cho biết đơn vị, cơ quan nào đã gửi gì, còn thiếu gì, còn bao nhiêu ngày đến từng thời hạn, và việc cần đề "
    "nghị ai trước ngày nào. Dùng được cả khi hồ sơ có lỗi hoặc chưa có thang điểm. Ghi mã hoặc thư mục của thang điểm "
    "thì tổng hợp ý kiến góp ý về dự thảo (gop-y.yaml). Mã thoát 3 khi không đọc được.",
    epilog="Ví dụ: thidua status examples/thu-ngan-sach/mien-dong-nam-bo-2013 --on 15/02/2014",
)
@click.argument("period", type=PATH_OR_IDENTIFIER, metavar="ĐỢT_CHẤM_HOẶC_THANG_ĐIỂM")
@click.option(
    "--on",
    "day",
    type=DAY,
    metavar="NGÀY",
    help="Tính đến ngày này (ngày/tháng/năm). Không ghi thì tính đến hôm nay, hoặc đến ngày xét nếu ngày đó đã qua.",
)
@format_option(["table", "md"])
@output_option
@home_option
def status(period: str, day: date | None, format_: str, output: Path | None, home: Path | None) -> int:
    """Show who has sent what; 3 where the period can't be read."""
    from thidua import pipeline

    consulted = pipeline.consultation(period, home)
    if consulted is not None:
        return _of_scale(consulted, period, home, day or date.today(), format_, output)
    return _of_period(period, home, day, format_, output)


def _of_period(period: str, home: Path | None, day: date | None, format_: str, output: Path | None) -> int:
    from thidua import pipeline
    from thidua.reports.status_report import status_page

    standing = pipeline.status(period, home)
    refuse_inputs(output, standing.inputs)
    tell_problems(standing, period, home)
    if standing.period is None:
        return NOT_READABLE
    _give_page(status_page(standing, standing.period, day or _today_or_review(standing.period)), format_, output)
    return 0


def _of_scale(
    consulted: "Consulted", written: str, home: Path | None, day: date, format_: str, output: Path | None
) -> int:
    from thidua.reports.consultation import consultation_page

    refuse_inputs(output, consulted.inputs)
    if not consulted.is_there:
        click.echo(f"{written}: lỗi: Chưa có tệp ý kiến góp ý về thang điểm này ({consulted.file}).", err=True)
        click.echo("    Gợi ý: Đặt tệp gop-y.yaml cạnh thang-diem.yaml, hoặc ghi thư mục của đợt chấm điểm.", err=True)
        return NOT_READABLE
    tell(consulted.diagnostics, check_command(home, consulted.file))
    if consulted.consultation is None or consulted.scale is None:
        return NOT_READABLE
    _give_page(consultation_page(consulted, consulted.scale, consulted.consultation, day), format_, output)
    return 0


def _give_page(page: "Page", format_: str, output: Path | None) -> None:
    from thidua.reports.page_text import page_markdown, page_table

    give(page_markdown(page) if format_ == "md" else page_table(page, terminal_width(output)), output)


def _today_or_review(period: "Period") -> date:
    """Nobody is late any more once the period has been judged."""
    return min(date.today(), period.reviewed_on or date.max)
