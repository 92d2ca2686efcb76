"""``thidua status``."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.failures import NOT_READABLE
from thidua_cli.options import DAY, PATH_OR_IDENTIFIER, format_option, home_option, output_option
from thidua_cli.results import give, terminal_width
from thidua_cli.scored import refuse_inputs, tell_problems
from thidua_cli.vietnamese import command

if TYPE_CHECKING:
    from thidua.model.period import Period


@command(
    "status",
    help="Cho biết đơn vị, cơ quan nào đã gửi gì, còn thiếu gì, còn bao nhiêu ngày đến từng thời hạn, và việc cần đề "
    "nghị ai trước ngày nào. Dùng được cả khi hồ sơ có lỗi hoặc chưa có thang điểm. Mã thoát 3 khi không đọc được "
    "đợt chấm điểm.",
    epilog="Ví dụ: thidua status examples/thu-ngan-sach/mien-dong-nam-bo-2013 --on 15/02/2014",
)
@click.argument("period", type=PATH_OR_IDENTIFIER, metavar="ĐỢT_CHẤM")
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
    from thidua.reports.status_report import status_page
    from thidua.reports.status_text import status_markdown, status_table

    standing = pipeline.status(period, home)
    refuse_inputs(output, standing.inputs)
    tell_problems(standing, period, home)
    if standing.period is None:
        return NOT_READABLE
    page = status_page(standing, standing.period, day or _today_or_review(standing.period))
    give(status_markdown(page) if format_ == "md" else status_table(page, terminal_width(output)), output)
    return 0


def _today_or_review(period: "Period") -> date:
    """Nobody is late any more once the period has been judged."""
    return min(date.today(), period.reviewed_on or date.max)
