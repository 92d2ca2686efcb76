"""What each place is proposed for, and what is still missing for that."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from msgspec import Struct

from thidua.model.conference import Ballot, BallotAbout, Conclusion
from thidua.model.rules import AwardRule
from thidua.numerals.writing import format_percent
from thidua.ranking.certainty import Outcome
from thidua.ranking.eligibility import Eligibility
from thidua.scoring import ClusterResult, UnitResult

_ABOUT: dict[int, BallotAbout] = {1: "leading_unit", 2: "second_unit"}


class Award(Struct, frozen=True):
    """A proposal. ``unit`` None: nobody has the place alone. ``missing``: what is still needed (Vietnamese).

    ``concluded``: the conference gave the place to this unit, whoever has it by points.
    """

    rule: AwardRule
    unit: UnitResult | None
    concluded: Conclusion | None
    missing: tuple[str, ...]

    @property
    def is_met(self) -> bool:
        """Whether the proposal can be made as things stand."""
        return self.unit is not None and not self.missing


def award(
    rule: AwardRule,
    outcome: Outcome | None,
    cluster: ClusterResult,
    blocking: Mapping[str | None, int],
    eligible: Mapping[str, Eligibility],
    departed: Conclusion | None = None,
) -> Award:
    """The proposal for a place.

    Args:
        rule: what is proposed for which place.
        outcome: who has the place by points.
        cluster: the result.
        blocking: by unit, how many findings keep points from being agreed.
        eligible: by unit.
        departed: a place that the conference gave otherwise than the points; then points give no other place either.
    """
    concluded = next((each for each in cluster.period.conclusions if each.place == rule.place), None)
    by_points = None if departed else _by_points(outcome)
    unit = _unit(concluded.unit, cluster) if concluded else by_points
    if unit is None:
        return Award(rule, None, concluded, (_why_nobody(outcome, departed, cluster),))
    missing: list[str] = []
    if not concluded and outcome and not outcome.certain:
        missing.append("thứ hạng chưa chắc chắn")
    if eligible[unit.member.id] != "eligible":
        missing.append("đơn vị chưa đủ điều kiện bình xét")
    if own := blocking.get(unit.member.id):
        missing.append(f"còn {own} vấn đề của đơn vị phải xử lý trước khi thống nhất điểm")
    if common := blocking.get(None):
        missing.append(f"còn {common} vấn đề chung phải xử lý trước khi thống nhất điểm")
    missing.extend(_ballot(rule, unit, cluster.period.ballots))
    return Award(rule, unit, concluded, tuple(missing))


def _by_points(outcome: Outcome | None) -> UnitResult | None:
    holders = outcome.holders if outcome else ()
    return holders[0].unit if len(holders) == 1 else None


def _why_nobody(outcome: Outcome | None, departed: Conclusion | None, cluster: ClusterResult) -> str:
    if departed:
        given = _unit(departed.unit, cluster)
        whom = given.member.name if given else departed.unit
        return f"hội nghị đã kết luận {whom} ở hạng {departed.place}, khác với điểm, và chưa kết luận hạng này"
    if outcome and len(outcome.holders) > 1:
        return f"chưa phân định giữa {', '.join(each.unit.member.name for each in outcome.holders)}"
    return "chưa có đơn vị nào ở hạng này, hoặc hạng trước chưa phân định"


def ballot_share(rule: AwardRule, unit: UnitResult, ballots: Iterable[Ballot]) -> Fraction | None:
    """The share of all members in favour in the last ballot on a unit for a place; None where none was held."""
    last = last_ballot(rule, unit, ballots)
    return Fraction(last.agreed, last.total_members) if last else None


def last_ballot(rule: AwardRule, unit: UnitResult, ballots: Iterable[Ballot]) -> Ballot | None:
    """The last ballot on a unit for a place; None where none was held."""
    held = [each for each in ballots if each.about == _ABOUT.get(rule.place) and each.unit == unit.member.id]
    return max(held, key=lambda each: each.held_on, default=None)


def _ballot(rule: AwardRule, unit: UnitResult, ballots: Iterable[Ballot]) -> list[str]:
    if rule.ballot_share is None:
        return []
    needed = f"từ {format_percent(rule.ballot_share)} tổng số thành viên"
    share = ballot_share(rule, unit, ballots)
    if share is None:
        return [f"chưa có kết quả bỏ phiếu (cần {needed} đồng ý)"]
    if share < rule.ballot_share:
        return [f"tỷ lệ phiếu đồng ý là {format_percent(share, 2)}, cần {needed}"]
    return []


def _unit(unit_id: str, cluster: ClusterResult) -> UnitResult | None:
    return next((unit for unit in cluster.units if unit.member.id == unit_id), None)
