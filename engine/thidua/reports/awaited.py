"""What is still awaited, from whom, for which units: one entry for each thing that somebody has to send.

Also what got no points because its documents are missing: that is settled, but nobody should overlook it.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from thidua.reports.wording import criterion_name, missing_figures, names
from thidua.scoring import ClusterResult, CriterionResult, UnitResult

MOST_SHOWN = 20


class Awaited(Struct, frozen=True):
    """Something that is missing: who has it, the criterion (empty: the whole dossier), and what.

    What only depends on another's open figures is told by the same three.
    """

    from_whom: str
    criterion: str
    what: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.from_whom, self.criterion, self.what) if part)


def awaited(cluster: ClusterResult) -> list[Awaited]:
    """Everything awaited: what the units owe, in the members' order; what outside sources owe; what depends on it."""
    return [*_from_units(cluster), *_from_sources(cluster), *_dependent(cluster)]


def without_documents(cluster: ClusterResult) -> list[Awaited]:
    """What got 0 points because documents are missing: unit, criterion, documents."""
    return [
        Awaited(unit.member.name, criterion_name(result.criterion), f"thiếu {documents(result)}")
        for unit in cluster.units
        for result in unit.criteria
        if result.status == "no_evidence"
    ]


def depends_on_others(unit: UnitResult) -> list[CriterionResult]:
    """The criteria by which a unit that owes nothing is still provisional: others' open figures may change them."""
    if unit.open_criteria or not unit.provisional or unit.state == "unscorable":
        return []
    return [result for result in unit.criteria if result.status == "scored" and result.least != result.most]


def shown_and_rest(found: Sequence[object], most: int = MOST_SHOWN) -> tuple[list[str], str]:
    """The first entries as sentences, and a sentence about those left out (empty: none is)."""
    rest = len(found) - most
    more = f"… và {rest} nội dung khác; xem “thidua explain”." if rest > 0 else ""
    return [str(each) for each in found[:most]], more


def _from_units(cluster: ClusterResult) -> Iterator[Awaited]:
    for unit in cluster.units:
        name = unit.member.name
        open_here = [result for result in unit.open_criteria if result.status != "pending_source"]
        match unit.state:
            case "unscorable":
                yield Awaited(name, "", "sửa lỗi trong hồ sơ tự chấm điểm")
            case "missing_dossier" if open_here:
                yield Awaited(name, "", f"hồ sơ tự chấm điểm ({len(open_here)} tiêu chí chưa báo cáo)")
            case "scored":
                for result in open_here:
                    yield Awaited(name, criterion_name(result.criterion), _owed(result))


def _owed(result: CriterionResult) -> str:
    if result.status in ("provisional", "pending_evidence"):
        return f"bổ sung {documents(result)}"
    return result.explanation


def documents(result: CriterionResult) -> str:
    """The documents that are missing."""
    return "; ".join(f"“{requirement.name}”" for requirement in result.missing_evidence)


def _from_sources(cluster: ClusterResult) -> Iterator[Awaited]:
    """One entry for a criterion and what is missing of it, for all units together: one letter asks for all."""
    for index, criterion in enumerate(cluster.scale.criteria):
        waiting: dict[tuple[str, str], list[UnitResult]] = {}
        for unit in cluster.units:
            result = unit.criteria[index]
            if result.status == "pending_source":
                key = (result.supplier, missing_figures(unit, result, cluster.period))
                waiting.setdefault(key, []).append(unit)
        for (supplier, figures), units in waiting.items():
            yield Awaited(supplier, criterion_name(criterion), f"{figures} của {_all_or_names(units, cluster)}")


def _dependent(cluster: ClusterResult) -> Iterator[Awaited]:
    """One entry for a criterion in which points of units depend on what others still owe."""
    for index, criterion in enumerate(cluster.scale.criteria):
        waiting = [unit for unit in cluster.units if unit.criteria[index] in depends_on_others(unit)]
        owing = [unit for unit in cluster.units if unit.criteria[index].is_open]
        if waiting:
            of_whom = f": chờ kết quả của {names(owing)}" if owing else ""
            yield Awaited(names(waiting), criterion_name(criterion), f"phụ thuộc đơn vị khác{of_whom}")


def _all_or_names(units: list[UnitResult], cluster: ClusterResult) -> str:
    everyone = len(units) > 1 and len(units) == len(cluster.units)
    return f"cả {len(units)} đơn vị" if everyone else names(units)
