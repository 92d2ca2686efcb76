"""The two assumed periods: the rules find every situation that their README.md lists, and nothing that isn't one.

What depends on registrations, comparisons, violations and ballots has its own tests.
"""

from functools import cache
from pathlib import Path

import pytest

from thidua import pipeline
from thidua.ranking.judgement import Judgement

ROOT = Path(__file__).resolve().parent.parent.parent
GROUPS = ("TL", "DT-01", "DT-02", "SL", "HS", "NN", "TN")

FOUND = {
    "mien-dong-nam-bo-2019": {
        ("NN-01", None, None),
        ("TL-02", "tinh-a", "I.2.c.2"),
        ("DT-01", "tinh-b", "I.1.1"),
        ("TL-01", "tinh-b", "I.2.a.2"),
        ("TL-02", "tinh-d", "I.1.3"),
        ("SL-04", "tinh-e", "I.1.3"),
        ("TL-05", "tinh-e", "I.5.2"),
        ("HS-01", "tinh-f", None),
        ("DT-02", "tinh-f", "I.2.b.2"),
        ("NN-02", "tinh-f", "I.3.3"),
        ("TN-01", "tinh-f", "I.4.3"),
        ("HS-02", "tinh-g", None),
        ("HS-05", "tinh-g", None),
    },
    "bac-trung-bo-2020": {
        ("NN-01", None, None),
        ("TL-02", "tinh-b", "III.8"),
        ("HS-01", "tinh-c", None),
        ("TL-01", "tinh-c", "I.7"),
        ("TL-05", "tinh-c", "III.10"),
        ("HS-03", "tinh-d", None),
        ("DT-01", "tinh-d", "I.6"),
        ("SL-01", "tinh-d", "I.6"),
        ("TL-01", "tinh-d", "II.2"),
        ("HS-01", "tinh-e", None),
        ("DT-01", "tinh-e", "I.1"),
        ("TN-01", "tinh-e", "I.19"),
        ("DT-02", "tinh-e", "III.7"),
        ("HS-02", "tinh-f", None),
        ("HS-05", "tinh-f", None),
        ("NN-02", "tinh-f", "III.2"),
        ("NN-02", "tinh-f", "III.7"),
    },
}


REGISTERED = {
    "mien-dong-nam-bo-2019": {("GU-02", "tinh-g", None), ("GU-04", "tinh-c", "I.1.3")},
    "bac-trung-bo-2020": {
        ("GU-02", "tinh-e", None),
        ("GU-03", "tinh-d", None),
        ("GU-04", "tinh-e", "I.4"),
        ("GU-06", "tinh-c", "I.2"),
    },
}


@cache
def judged(period: str) -> tuple[Judgement, dict[str, str]]:
    scored = pipeline.score(str(ROOT / "examples" / period), ROOT)
    assert scored.judgement is not None
    assert scored.result is not None
    return scored.judgement, {each.id: each.number for each in scored.result.scale.criteria}


@pytest.mark.parametrize("period", FOUND)
def test_the_planted_situations_are_found_and_nothing_else(period: str) -> None:
    judgement, numbers = judged(period)
    told = [each for each in judgement.findings if each.rule.id.startswith(GROUPS)]
    assert {(each.rule.id, each.unit, numbers.get(each.criterion or "")) for each in told} == FOUND[period]


@pytest.mark.parametrize("period", REGISTERED)
def test_what_was_registered_is_set_against_dossiers_and_the_mid_year_report(period: str) -> None:
    judgement, numbers = judged(period)
    told = [each for each in judgement.findings if each.rule.id.startswith("GU")]
    assert {(each.rule.id, each.unit, numbers.get(each.criterion or "")) for each in told} == REGISTERED[period]


@pytest.mark.parametrize("period", FOUND)
def test_what_a_unit_cannot_work_out_alone_is_only_told(period: str) -> None:
    judgement, _ = judged(period)
    levels = {each.rule.level for each in judgement.findings if each.rule.id == "DT-03"}
    assert levels == {"note"}


@pytest.mark.parametrize("period", FOUND)
def test_messages_are_whole_and_speak_of_names_not_ids(period: str) -> None:
    judgement, numbers = judged(period)
    ids = {*numbers, *(f"tinh-{letter}:" for letter in "abcdefg"), "(không ghi)"}
    for finding in judgement.findings:
        words = finding.message.replace("/", " ").split()
        assert ids.isdisjoint(words)
        assert "(không ghi)" not in finding.message
        assert finding.message.endswith(".")


def test_a_missing_file_is_named_by_the_document_of_the_scale() -> None:
    judgement, _ = judged("bac-trung-bo-2020")
    message = next(each.message for each in judgement.findings if each.rule.id == "TL-05")
    assert (
        "của Báo cáo tổng kết công tác thi đua, khen thưởng năm 2020 của Ủy ban nhân dân tỉnh số 11/BC-UBND" in message
    )


def test_the_units_that_were_equal_are_told_apart_by_the_declared_step() -> None:
    for period in FOUND:
        judgement, _ = judged(period)
        fourth = next(each for each in judgement.placed if each.place == 4)
        assert fourth.tied == ()
        assert fourth.reason.startswith("điểm nội dung III: ")
