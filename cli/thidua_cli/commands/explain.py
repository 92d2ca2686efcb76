"""``thidua explain``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.failures import NOT_READABLE
from thidua_cli.named import find_criterion, find_rule, find_unit
from thidua_cli.options import IDENTIFIER, NAME_OR_IDENTIFIER, PATH_OR_IDENTIFIER, home_option, output_option
from thidua_cli.results import give
from thidua_cli.scored import score_as_asked, tell_problems
from thidua_cli.vietnamese import command
from thidua_cli.wrong_usage import WrongUsage

if TYPE_CHECKING:
    from thidua.pipeline import Scored


@command(
    "explain",
    help="Giải trình điểm của một đơn vị: số liệu, phép tính, tài liệu kiểm chứng và căn cứ của từng tiêu chí, để có "
    "thể tính lại bằng tay; hoặc giải trình một quy tắc: căn cứ, vấn đề đã nêu và dữ kiện làm quy tắc nêu vấn đề. "
    "Mã thoát 1 khi đơn vị chưa chấm được.",
    epilog="Ví dụ: thidua explain examples/thu-ngan-sach/mien-dong-nam-bo-2013 --unit binh-phuoc",
)
@click.argument("period", type=PATH_OR_IDENTIFIER, metavar="ĐỢT_CHẤM")
@click.option(
    "--unit", type=NAME_OR_IDENTIFIER, metavar="MÃ", help="Mã hoặc tên của đơn vị; cần có khi không ghi --rule."
)
@click.option(
    "--criterion", type=NAME_OR_IDENTIFIER, metavar="MÃ", help="Chỉ giải trình tiêu chí này: mã, hoặc số mục như I.1."
)
@click.option("--rule", type=NAME_OR_IDENTIFIER, metavar="MÃ", help="Giải trình quy tắc này, ví dụ TL-01.")
@click.option("--scale", type=IDENTIFIER, metavar="MÃ", help="Chấm theo thang điểm này thay cho thang điểm của đợt.")
@output_option
@home_option
def explain(
    period: str,
    unit: str | None,
    criterion: str | None,
    rule: str | None,
    scale: str | None,
    output: Path | None,
    home: Path | None,
) -> int:
    """Show how a unit's points, or a rule's findings, come about; 1 where it can't be scored, 3 where nothing can."""
    if rule is None and unit is None:
        message = 'Thiếu tùy chọn "--unit".'
        raise WrongUsage(message, "ghi mã đơn vị, hoặc --rule để giải trình một quy tắc.", click.get_current_context())
    if rule is not None and criterion is not None:
        message = '"--rule" và "--criterion" không dùng cùng nhau.'
        raise WrongUsage(message, "giữ lại một tùy chọn.", click.get_current_context())
    scored = score_as_asked(period, home, scale, output)
    text, code = _page(scored, unit, criterion, rule) if scored.result is not None else ("", NOT_READABLE)
    tell_problems(scored, period, home)
    if text:
        give(text, output)
    return code


def _page(scored: "Scored", unit: str | None, criterion: str | None, rule: str | None) -> tuple[str, int]:
    """The page that is asked for, and the exit code that goes with it."""
    from thidua.reports.explained_finding import explained_rule
    from thidua.reports.explanation import explanation

    cluster = scored.result
    if cluster is None:
        raise ValueError("nothing was scored")
    found = find_unit(cluster, unit) if unit is not None else None
    if rule is not None:
        if scored.judgement is None and cluster.period.rules:
            message = f"Bộ quy tắc của đợt không hợp với thang điểm {cluster.scale.id} nên không chạy."
            raise WrongUsage(message, "bỏ tùy chọn --scale.", click.get_current_context())
        if scored.judgement is None:
            hint = "thêm mục “quy tắc” vào tệp dot-cham-diem.yaml."
            raise WrongUsage("Đợt chấm điểm này chưa dùng bộ quy tắc nào.", hint, click.get_current_context())
        only = found.member.id if found else None
        return explained_rule(scored, cluster, scored.judgement, find_rule(scored.judgement, rule), only), 0
    if found is None:
        raise ValueError("a unit is needed")
    named = find_criterion(cluster, criterion).id if criterion is not None else None
    return explanation(scored, cluster, found, named), int(found.state == "unscorable")
