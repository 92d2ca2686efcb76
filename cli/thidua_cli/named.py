"""Units, criteria and rules by what a user calls them; wrong usage, with what there is, where there is none such."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from thidua_cli.wrong_usage import WrongUsage

if TYPE_CHECKING:
    from thidua.model.period import Member
    from thidua.model.rules import Rule
    from thidua.model.scale import Criterion
    from thidua.ranking.judgement import Judgement
    from thidua.scoring import ClusterResult, UnitResult

_MOST_LISTED = 12
_FIRST_OF_MANY = 8


def find_unit(cluster: "ClusterResult", wanted: str) -> "UnitResult":
    """The unit of an id, else the only one of a name or alias."""
    member = find_member([unit.member for unit in cluster.units], wanted)
    return next(unit for unit in cluster.units if unit.member == member)


def find_member(members: "Sequence[Member]", wanted: str) -> "Member":
    """The member of an id, else the only one of a name or alias."""
    found = _find(wanted, [(each.id, (each.name, *each.aliases)) for each in members])
    if found is None:
        known = [(each.id, each.name) for each in members]
        raise _unknown(f'Không có đơn vị mang mã hoặc tên "{wanted}".', "đơn vị", wanted, known)
    return next(each for each in members if each.id == found)


def find_criterion(cluster: "ClusterResult", wanted: str) -> "Criterion":
    """The criterion of an id, else the only one of a number."""
    if not cluster.is_scored:
        advice = "bỏ --criterion, hoặc ghi --rule để giải trình một quy tắc."
        raise WrongUsage("Đợt này không có thang điểm nên không có tiêu chí nào.", advice)
    criteria = {criterion.id: criterion for criterion in cluster.scale.criteria}
    found = _find(wanted, [(each.id, (each.number,)) for each in criteria.values()])
    if found is None:
        known = [(each.id, f"{each.number} {each.name}") for each in criteria.values()]
        numbers = [each.number for each in criteria.values()]
        shared = " duy nhất" if numbers.count(wanted) > 1 else ""
        raise _unknown(f'Không có tiêu chí{shared} mang mã hoặc số mục "{wanted}".', "tiêu chí", wanted, known)
    return criteria[found]


def find_rule(judgement: "Judgement", wanted: str) -> "Rule":
    """The rule of a code."""
    rules = {rule.id: rule for rule in judgement.rules.rules}
    found = _find(wanted, [(each, ()) for each in rules]) or _find(wanted.upper(), [(each, ()) for each in rules])
    if found is None:
        known = [(each.id, each.name) for each in rules.values()]
        raise _unknown(f'Không có quy tắc mang mã "{wanted}".', "quy tắc", wanted, known)
    return rules[found]


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
