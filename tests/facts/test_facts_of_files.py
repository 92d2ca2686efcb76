"""Facts about registrations, comparisons, violations, sessions and ballots."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from models import criterion, dossier, exemption, period, scale
from msgspec.structs import replace

from thidua.facts.of_files import facts_of_files
from thidua.facts.share import share
from thidua.model.conference import Ballot, Comparison, Registration, Session, Violation
from thidua.model.fact import Fact
from thidua.model.period import Period
from thidua.model.terms import CompletionRateTerms
from thidua.vocabulary import FACT_KINDS, LISTS

SCALE = scale(criterion("completion_rate", CompletionRateTerms(Fraction(1))))
NOTHING_REGISTERED = {"has_contents": "no", "has_targets": "no", "has_titles": "no"}
PLEDGE = Comparison("giao-uoc", "Giao ước", "target", None)


def facts(of: Period, reported: Mapping[str, int] | None = None) -> list[Fact]:
    dossiers = {unit: dossier(unit, {"tieu-chi": {"target": value}}) for unit, value in (reported or {}).items()}
    exempt = {(each.unit, each.criterion) for each in of.not_applicable}
    return list(facts_of_files(of, SCALE, exempt, dossiers))


def pledged(**figures: int) -> Comparison:
    rows = tuple((unit, "tieu-chi", "target", Fraction(value)) for unit, value in figures.items())
    return replace(PLEDGE, figures=rows)


def test_nothing_is_known_of_registrations_without_a_file() -> None:
    assert facts(period(2)) == []


def test_a_unit_that_is_not_listed_has_not_registered() -> None:
    listed = Registration("u1", date(2019, 2, 20), None)
    found = facts(period(2, registrations=(listed,)))
    assert [dict(each.values) for each in found] == [
        {"unit": "u0", "registered": "no", "signed": "no", **NOTHING_REGISTERED},
        {
            "unit": "u1", "registered": "yes", "registered_on": date(2019, 2, 20).toordinal(), "signed": "no",
            **NOTHING_REGISTERED,
        },
    ]  # fmt: skip


def test_figures_are_compared_exactly() -> None:
    found = facts(period(4, comparisons=(pledged(u0=1234, u1=1234, u3=5),)), {"u0": 1234, "u1": 1235, "u2": 7})
    assert [(each.values["unit"], each.values.get("agrees")) for each in found] == [
        ("u0", "agrees"),
        ("u1", "differs"),
        ("u2", "absent"),
        ("u3", None),
    ]
    assert dict(found[1].values) == {
        "unit": "u1",
        "criterion": "tieu-chi",
        "figure": "kế hoạch",
        "reported": "1.235 triệu đồng",
        "compared": "1.234 triệu đồng",
        "document": "Giao ước",
        "comparison": "giao-uoc",
        "figure_kind": "target",
        "agrees": "differs",
    }


def test_only_criteria_that_stand_in_the_document_are_compared() -> None:
    assert facts(period(1, comparisons=(PLEDGE,)), {"u0": 1234}) == []


def test_what_does_not_apply_is_not_compared() -> None:
    of = period(2, comparisons=(pledged(u0=1, u1=1),), not_applicable=(exemption("u0"),))
    assert [each.values["unit"] for each in facts(of, {"u0": 2, "u1": 2})] == ["u1"]


def test_without_a_scale_no_figures_are_compared() -> None:
    of = period(1, comparisons=(pledged(u0=1),), registrations=())
    assert [each.kind for each in facts_of_files(of, None, (), {})] == ["registration"]


def test_violations_sessions_and_ballots() -> None:
    violation = Violation("u0", "complaint", "under_review", "Tố cáo", date(2020, 1, 2), None, None)
    session = Session("preparatory", date(2020, 3, 5), None, 15, 14, None, None, None)
    ballot = Ballot("leading_unit", "u0", date(2020, 3, 5), 15, 14, 14, 13, 13, None)
    found = facts(period(1, violations=(violation,), sessions=(session,), ballots=(ballot,)))
    assert [each.kind for each in found] == ["violation", "session", "ballot"]
    assert "ended_on" not in found[0].values
    assert found[0].values["began_on"] == date(2020, 1, 2).toordinal()
    assert found[1].values["share_present"] == 933333
    assert (found[2].values["agreed"], found[2].values["share_agreed"]) == (13, 866666)
    assert_as_declared(found)


def assert_as_declared(found: list[Fact]) -> None:
    """Only fields that the vocabulary declares, with values of their types."""
    for fact in found:
        for name, value in fact.values.items():
            field = FACT_KINDS[fact.kind].field(name)
            assert field is not None, (fact.kind, name)
            assert isinstance(value, int if field.type in ("whole", "day", "percent", "points") else str), name
            if field.type.startswith("word:"):
                assert value in {term.identifier for term in LISTS[field.type.removeprefix("word:")]}


def test_comparisons_and_registrations_are_as_the_vocabulary_declares() -> None:
    registered = Registration("u0", date(2019, 2, 20), date(2019, 3, 22))
    assert_as_declared(facts(period(3, registrations=(registered,), comparisons=(pledged(u0=1, u2=1),)), {"u0": 1}))


@pytest.mark.parametrize(("part", "whole", "millionths"), [(9, 10, 900000), (2, 3, 666666), (0, 5, 0), (5, 5, 10**6)])
def test_shares_are_never_rounded_up(part: int, whole: int, millionths: int) -> None:
    assert share(part, whole) == millionths


def test_a_share_of_nobody_is_none() -> None:
    assert share(0, 0) is None


@given(st.integers(1, 10**6), st.data())
def test_a_share_reaches_a_limit_only_where_the_fraction_does(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    limit = data.draw(st.integers(0, 100))
    found = share(part, whole)
    assert found is not None
    assert (found >= limit * 10_000) == (Fraction(part, whole) >= Fraction(limit, 100))
