"""Who stands where in any report: by the rules where there are some, by points alone where there are none."""

from judged import EXCLUDES, SUSPENDS, judged, made_period, rule_set, violation

from thidua.model.rules import TieBreak
from thidua.ranking.judgement import Judgement
from thidua.reports.ranks import ranks
from thidua.scoring import ClusterResult

SECTION_II = TieBreak("section_points", of="noi-dung-ii")


def told(cluster: ClusterResult, judgement: Judgement | None) -> list[tuple[int | None, str, list[str], str]]:
    return [
        (each.place, each.unit.member.name, [other.member.name for other in each.tied], each.eligibility)
        for each in ranks(cluster, judgement)
    ]


def test_without_rules_equal_totals_share_a_place() -> None:
    cluster, _ = judged([(40, 40), (50, 30), (60, 60), None], rule_set())
    assert told(cluster, None) == [
        (1, "Tỉnh C", [], "eligible"),
        (2, "Tỉnh A", ["Tỉnh B"], "eligible"),
        (2, "Tỉnh B", ["Tỉnh A"], "eligible"),
        (None, "Tỉnh D", [], "eligible"),
    ]


def test_with_rules_they_are_told_apart() -> None:
    cluster, judgement = judged([(50, 30), (40, 40), (60, 60), None], rule_set(tie_breaks=(SECTION_II,)))
    assert told(cluster, judgement) == [
        (1, "Tỉnh C", [], "eligible"),
        (2, "Tỉnh B", [], "eligible"),
        (3, "Tỉnh A", [], "eligible"),
        (None, "Tỉnh D", [], "eligible"),
    ]


def test_those_without_a_place_come_last_in_the_order_of_their_points() -> None:
    made = made_period(4, violations=(violation("u1", "confirmed"), violation("u3")))
    cluster, judgement = judged([None, (20, 20), (10, 10), (30, 30)], rule_set(SUSPENDS, EXCLUDES), made)
    assert told(cluster, judgement) == [
        (1, "Tỉnh C", [], "eligible"),
        (None, "Tỉnh D", [], "suspended"),
        (None, "Tỉnh B", [], "excluded"),
        (None, "Tỉnh A", [], "eligible"),
    ]
