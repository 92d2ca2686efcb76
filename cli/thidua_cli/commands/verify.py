"""``thidua verify``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.failures import NOT_READABLE
from thidua_cli.named import find_unit
from thidua_cli.options import NAME_OR_IDENTIFIER, PATH_OR_IDENTIFIER, engine_option, home_option, output_option
from thidua_cli.results import give
from thidua_cli.scored import score_as_asked, tell_problems
from thidua_cli.vietnamese import command

if TYPE_CHECKING:
    from thidua.inference.engine import Engine


@command(
    "verify",
    help="Bảng kê thẩm định: điểm tự chấm so với điểm tính ra, vấn đề cần làm rõ theo từng đơn vị, việc cần đề nghị bổ "
    "sung, giải trình. Mã thoát 1 khi còn vấn đề phải xử lý trước khi thống nhất điểm, hoặc khi kết quả khác với kết "
    "quả đã thông qua.",
    epilog="Ví dụ: thidua verify examples/mien-dong-nam-bo-2019 --unit tinh-e",
)
@click.argument("period", type=PATH_OR_IDENTIFIER, metavar="ĐỢT_CHẤM")
@click.option("--unit", type=NAME_OR_IDENTIFIER, metavar="MÃ", help="Chỉ đơn vị này: mã hoặc tên.")
@engine_option
@output_option
@home_option
def verify(period: str, unit: str | None, engine: "Engine | None", output: Path | None, home: Path | None) -> int:
    """Show what is to be cleared; 1 where something blocks or differs from what was adopted, 3 where nothing can be."""
    from thidua.reports.verification import is_clear, verification

    scored = score_as_asked(period, home, None, output, engine)
    only = find_unit(scored.result, unit).member.id if scored.result is not None and unit is not None else None
    tell_problems(scored, period, home)
    if scored.result is None:
        return NOT_READABLE
    give(verification(scored, scored.result, only), output)
    return int(not is_clear(scored, scored.result, only))
