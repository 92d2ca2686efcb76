"""``thidua explain``."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.failures import NOT_READABLE
from thidua_cli.options import IDENTIFIER, PATH_OR_IDENTIFIER, home_option, output_option
from thidua_cli.results import check_command, give, tell
from thidua_cli.vietnamese import command
from thidua_cli.wrong_usage import WrongUsage

if TYPE_CHECKING:
    from thidua.scoring import ClusterResult, UnitResult


@command(
    "explain",
    help="Giải trình điểm của một đơn vị: số liệu, phép tính, tài liệu kiểm chứng và căn cứ của từng tiêu chí, để có "
    "thể tính lại bằng tay. Mã thoát 1 khi đơn vị chưa chấm được.",
    epilog="Ví dụ: thidua explain examples/thu-ngan-sach/mien-dong-nam-bo-2013 --unit binh-phuoc",
)
@click.argument("period", type=PATH_OR_IDENTIFIER, metavar="ĐỢT_CHẤM")
@click.option("--unit", type=IDENTIFIER, metavar="MÃ", required=True, help="Mã đơn vị.")
@click.option("--criterion", type=IDENTIFIER, metavar="MÃ", help="Chỉ giải trình tiêu chí này.")
@click.option("--scale", type=IDENTIFIER, metavar="MÃ", help="Chấm theo thang điểm này thay cho thang điểm của đợt.")
@output_option
@home_option
def explain(
    period: str, unit: str, criterion: str | None, scale: str | None, output: Path | None, home: Path | None
) -> int:
    """Show how a unit's points come about; 1 where it can't be scored, 3 where nothing can be."""
    from thidua import pipeline
    from thidua.reports.explanation import explanation

    scored = pipeline.score(period, home, scale)
    if scored.result is not None:
        found = _unit(scored.result, unit)
        _check_criterion(scored.result, criterion)
    tell(scored.diagnostics, check_command(home, period))
    if scored.result is None:
        return NOT_READABLE
    give(explanation(scored, scored.result, found, criterion), output)
    return int(found.state == "unscorable")


def _unit(cluster: "ClusterResult", wanted: str) -> "UnitResult":
    for unit in cluster.units:
        if unit.member.id == wanted:
            return unit
    raise _unknown("đơn vị", wanted, [(unit.member.id, unit.member.name) for unit in cluster.units])


def _check_criterion(cluster: "ClusterResult", wanted: str | None) -> None:
    known = [(criterion.id, criterion.name) for criterion in cluster.scale.criteria]
    if wanted is not None and wanted not in dict(known):
        raise _unknown("tiêu chí", wanted, known)


def _unknown(kind: str, wanted: str, known: Iterable[tuple[str, str]]) -> WrongUsage:
    """Wrong usage with the nearest id, by id or by name, and all that there are."""
    from thidua.vocabulary import nearest

    by_spelling = {spelling: each_id for each_id, name in known for spelling in (name, each_id)}
    guess = nearest(wanted, by_spelling)
    near = f'có phải là "{by_spelling[guess]}"? ' if guess else ""
    listed = "; ".join(f"{each_id} ({name})" for each_id, name in known)
    return WrongUsage(f'Không có {kind} mang mã "{wanted}".', f"{near}Các mã {kind}: {listed}.")
