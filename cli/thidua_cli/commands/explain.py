"""``thidua explain``."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.failures import NOT_READABLE
from thidua_cli.options import IDENTIFIER, NAME_OR_IDENTIFIER, PATH_OR_IDENTIFIER, home_option, output_option
from thidua_cli.results import give
from thidua_cli.scored import score_as_asked, tell_problems
from thidua_cli.vietnamese import command
from thidua_cli.wrong_usage import WrongUsage

if TYPE_CHECKING:
    from thidua.model.scale import Criterion
    from thidua.scoring import ClusterResult, UnitResult

_MOST_LISTED = 12
_FIRST_OF_MANY = 8


@command(
    "explain",
    help="Giải trình điểm của một đơn vị: số liệu, phép tính, tài liệu kiểm chứng và căn cứ của từng tiêu chí, để có "
    "thể tính lại bằng tay. Mã thoát 1 khi đơn vị chưa chấm được.",
    epilog="Ví dụ: thidua explain examples/thu-ngan-sach/mien-dong-nam-bo-2013 --unit binh-phuoc",
)
@click.argument("period", type=PATH_OR_IDENTIFIER, metavar="ĐỢT_CHẤM")
@click.option("--unit", type=NAME_OR_IDENTIFIER, metavar="MÃ", required=True, help="Mã hoặc tên của đơn vị.")
@click.option(
    "--criterion", type=NAME_OR_IDENTIFIER, metavar="MÃ", help="Chỉ giải trình tiêu chí này: mã, hoặc số mục như I.1."
)
@click.option("--scale", type=IDENTIFIER, metavar="MÃ", help="Chấm theo thang điểm này thay cho thang điểm của đợt.")
@output_option
@home_option
def explain(
    period: str, unit: str, criterion: str | None, scale: str | None, output: Path | None, home: Path | None
) -> int:
    """Show how a unit's points come about; 1 where it can't be scored, 3 where nothing can be."""
    from thidua.reports.explanation import explanation

    scored = score_as_asked(period, home, scale, output)
    if scored.result is not None:
        found = _unit(scored.result, unit)
        only = _criterion(scored.result, criterion).id if criterion is not None else None
    tell_problems(scored, period, home)
    if scored.result is None:
        return NOT_READABLE
    give(explanation(scored, scored.result, found, only), output)
    return int(found.state == "unscorable")


def _unit(cluster: "ClusterResult", wanted: str) -> "UnitResult":
    """The unit of an id, else the only one of a name or alias."""
    units = {unit.member.id: unit for unit in cluster.units}
    spellings = [(unit.member.id, (unit.member.name, *unit.member.aliases)) for unit in cluster.units]
    found = _find(wanted, spellings)
    if found is None:
        known = [(each.member.id, each.member.name) for each in cluster.units]
        raise _unknown(f'Không có đơn vị mang mã hoặc tên "{wanted}".', "đơn vị", wanted, known)
    return units[found]


def _criterion(cluster: "ClusterResult", wanted: str) -> "Criterion":
    """The criterion of an id, else the only one of a number."""
    criteria = {criterion.id: criterion for criterion in cluster.scale.criteria}
    found = _find(wanted, [(each.id, (each.number,)) for each in criteria.values()])
    if found is None:
        known = [(each.id, f"{each.number} {each.name}") for each in criteria.values()]
        numbers = [each.number for each in criteria.values()]
        shared = " duy nhất" if numbers.count(wanted) > 1 else ""
        raise _unknown(f'Không có tiêu chí{shared} mang mã hoặc số mục "{wanted}".', "tiêu chí", wanted, known)
    return criteria[found]


def _find(wanted: str, spellings: Iterable[tuple[str, Iterable[str]]]) -> str | None:
    """The id that was typed, else the only one that has the text among its spellings."""
    from thidua.vocabulary import fold

    found = []
    for identifier, others in spellings:
        if identifier == wanted:
            return identifier
        if fold(wanted) in map(fold, others):
            found.append(identifier)
    return found[0] if len(found) == 1 else None


def _unknown(message: str, kind: str, wanted: str, known: Sequence[tuple[str, str]]) -> WrongUsage:
    """Wrong usage with the nearest id, by id or else by name, and what there is: one on a line, the first of many."""
    from thidua.vocabulary import nearest

    by_name = {name: each_id for each_id, name in known}
    named = nearest(wanted, by_name)
    guess = nearest(wanted, [each_id for each_id, _ in known]) or (by_name[named] if named else None)
    near = f'có phải là "{guess}"? ' if guess else ""
    shown = known if len(known) <= _MOST_LISTED else known[:_FIRST_OF_MANY]
    lines = [f"  {each_id} ({name})" for each_id, name in shown]
    rest = [f"  … và {len(known) - len(shown)} {kind} khác"] if len(shown) < len(known) else []
    return WrongUsage(message, "\n".join([f"{near}Các mã {kind}:", *lines, *rest]))
