"""What the staff of the cluster's head ask first: who comes first and second, by how much, and how certain that is."""

from collections.abc import Iterator
from fractions import Fraction

from thidua.comparison.leading import Lead, leads
from thidua.numerals.writing import format_number
from thidua.pipeline import Scored
from thidua.reports.standing import places_told
from thidua.reports.summary import NO_FIGURES, nothing_scored
from thidua.reports.wording import is_final, names, ordinal
from thidua.scoring import ClusterResult, UnitResult


def first_sentences(scored: Scored, cluster: ClusterResult) -> list[str]:
    """First and second place, a sentence each: by the rules where there are some, else by total alone."""
    if nothing_scored(cluster):
        return [f"{NO_FIGURES}."]
    if scored.judgement:
        return places_told(scored.judgement, cluster)
    return [_lead(each, cluster) for each in leads(cluster, unasked=False)]


def _lead(lead: Lead, cluster: ClusterResult) -> str:
    unit = lead.units[0]
    told = f"{'Xếp' if is_final(cluster.period) else 'Dự kiến xếp'} {ordinal(lead.place)}"
    if len(lead.units) > 1:
        return f"{told}: chưa phân định giữa {names(lead.units)} (cùng {format_number(_total(unit))} điểm)."
    ahead = "".join(_ahead(unit, cluster))
    sure = "Đã chắc chắn" if lead.certain else "Chưa chắc chắn, còn nội dung chờ"
    return f"{told}: {unit.member.name}, {format_number(_total(unit))} điểm{ahead}. {sure}."


def _ahead(unit: UnitResult, cluster: ClusterResult) -> Iterator[str]:
    below = [each for each in cluster.units if each.rank is not None and each.rank > (unit.rank or 0)]
    following = min(below, key=lambda each: each.rank or 0, default=None)
    if following is not None:
        yield f", hơn {following.member.name} {format_number(_total(unit) - _total(following))} điểm"


def _total(unit: UnitResult) -> Fraction:
    if unit.total is None:
        raise ValueError("a unit with a place has a total")
    return unit.total
