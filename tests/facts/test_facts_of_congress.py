"""Facts about a congress: conferences of units, programmes, delegates, nominees; what is absent is known too."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from models import period
from msgspec.structs import replace

from thidua.facts.of_congress import facts_of_congress
from thidua.model.congress import (
    Congress,
    CongressEvent,
    Delegation,
    Estimate,
    Nominee,
    ProgrammePart,
    StructureShare,
    UnitConference,
)
from thidua.model.fact import Fact
from thidua.vocabulary import FACT_KINDS, LISTS

DAY = date(2020, 2, 12)
PARTS = (ProgrammePart("khai-mac", "Khai mạc"), ProgrammePart("bao-cao", "Báo cáo"))
EVENT = CongressEvent(date(2020, 5, 20), 1, ("khai-mac",), 30, "Tờ trình 20", Estimate("QĐ 31", DAY, "Chủ tịch"))
NOMINEE = Nominee("ca-nhan-1", "Cá nhân 1", "person", "u0", "provincial", True, None, True, "chiến sỹ thi đua cấp tỉnh")


def facts(congress: Congress | None, units: int = 2) -> list[Fact]:
    found = list(facts_of_congress(period(units, congress=congress)))
    assert_as_declared(found)
    return found


def of(kind: str, congress: Congress, units: int = 2) -> list[dict[str, int | str]]:
    return [dict(each.values) for each in facts(congress, units) if each.kind == kind]


def assert_as_declared(found: list[Fact]) -> None:
    """Only fields that the vocabulary declares, with values of their types."""
    for fact in found:
        for name, value in fact.values.items():
            field = FACT_KINDS[fact.kind].field(name)
            assert field is not None, (fact.kind, name)
            assert isinstance(value, int if field.type in ("whole", "day", "percent") else str), name
            if field.type.startswith("word:"):
                assert value in {term.identifier for term in LISTS[field.type.removeprefix("word:")]}


def test_nothing_is_known_without_a_file() -> None:
    assert facts(None) == []


def test_a_unit_that_is_not_listed_has_held_nothing() -> None:
    held = UnitConference("u1", DAY, 1, "Kế hoạch 05", ("khai-mac", "bao-cao"))
    assert of("unit_conference", Congress(PARTS, (held,))) == [
        {"unit": "u0", "held": "no", "has_plan": "no"},
        {
            "unit": "u1",
            "held": "yes",
            "held_on": DAY.toordinal(),
            "session_count": 1,
            "has_plan": "yes",
            "plan": "Kế hoạch 05",
            "has_programme": "yes",
        },
    ]


def test_parts_are_missing_only_from_a_programme_that_was_noted() -> None:
    conferences = (UnitConference("u0", DAY, 1, None, ("bao-cao",)), UnitConference("u1", DAY, 1, None, None))
    congress = Congress(PARTS, conferences, EVENT)
    assert of("missing_part", congress) == [
        {"unit": "u0", "event_kind": "unit_conference", "part": "khai-mac", "part_name": "Khai mạc"},
        {"event_kind": "congress", "part": "bao-cao", "part_name": "Báo cáo"},
    ]
    assert [each["has_programme"] for each in of("unit_conference", congress)] == ["yes", "no"]


def test_the_congress_itself_names_no_unit() -> None:
    congress = Congress(event=EVENT, allocations=(("u0", 18), ("u1", 11)), delegations=(Delegation("u0", 17, ()),))
    assert of("congress", congress) == [
        {
            "held": "yes",
            "held_on": date(2020, 5, 20).toordinal(),
            "session_count": 1,
            "has_programme": "yes",
            "agreed_total": 30,
            "has_agreed_total": "yes",
            "allocated_total": 29,
            "delegate_total": 17,
            "estimate_approved": "yes",
            "estimate_on": DAY.toordinal(),
            "estimate": "QĐ 31 (Chủ tịch)",
        }
    ]


def test_a_congress_of_which_nothing_is_written_was_not_held() -> None:
    assert of("congress", Congress()) == [{"held": "no", "has_agreed_total": "no", "estimate_approved": "no"}]


def test_seats_and_delegates_by_unit() -> None:
    congress = Congress(allocations=(("u0", 2), ("u1", 0)), delegations=(Delegation("u1", 1, ()),))
    assert of("allocation", congress, 3) == [
        {"unit": "u0", "allocated": "yes", "seats": 2, "named": "no"},
        {"unit": "u1", "allocated": "yes", "seats": 0, "named": "yes", "delegates": 1},
        {"unit": "u2", "allocated": "no", "named": "no"},
    ]
    assert of("allocation", Congress()) == []


def test_a_group_is_counted_among_the_units_that_counted_it() -> None:
    delegations = (Delegation("u0", 3, (("Nữ", 1),)), Delegation("u1", 100, ()))
    groups = (StructureShare("Nữ", Fraction(1, 3)), StructureShare("Tôn giáo", None))
    assert of("structure", Congress(structure=groups, delegations=delegations), 3) == [
        {
            "group": "Nữ",
            "count": 1,
            "whole": 3,
            "share": 333333,
            "required": 333334,
            "reached": "yes",
            "missing_units": 2,
        },
        {"group": "Tôn giáo", "missing_units": 3},
    ]


def test_only_units_from_which_delegates_come_are_waited_for() -> None:
    groups = (StructureShare("Nữ", Fraction(1, 3)),)
    delegations = (Delegation("u0", 3, (("Nữ", 1),)), Delegation("u3", 2, ()), Delegation("u4", 0, ()))
    congress = Congress(structure=groups, allocations=(("u0", 3), ("u1", 0), ("u2", 4)), delegations=delegations)
    assert [each["missing_units"] for each in of("structure", congress, 6)] == [2]  # u2 and u3


def test_a_delegation_of_nobody_has_no_share() -> None:
    groups = (StructureShare("Nữ", Fraction(1, 3)),)
    found = of("structure", Congress(structure=groups, delegations=(Delegation("u0", 0, (("Nữ", 0),)),)), 1)
    assert found == [{"group": "Nữ", "count": 0, "whole": 0, "required": 333334, "missing_units": 0}]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=5), st.integers(0, 100))
def test_a_share_is_reached_exactly_where_the_fraction_does(rows: list[tuple[int, int]], percent: int) -> None:
    delegations = tuple(Delegation(f"u{i}", a + b, (("Nữ", a),)) for i, (a, b) in enumerate(rows))
    groups = (StructureShare("Nữ", Fraction(percent, 100)),)
    (found,) = of("structure", Congress(structure=groups, delegations=delegations), len(rows))
    women, all_ = sum(a for a, _ in rows), sum(a + b for a, b in rows)
    assert found.get("reached") == (None if not all_ else "yes" if women * 100 >= percent * all_ else "no")


def test_a_nominee() -> None:
    (found,) = of("nominee", Congress(nominees=(NOMINEE,)))
    assert found == {
        "unit": "u0",
        "nominee": "ca-nhan-1",
        "name": "Cá nhân 1",
        "nominee_kind": "person",
        "scope": "provincial",
        "has_solution": "yes",
        "has_document": "no",
        "attends_province": "yes",
        "award": "chiến sỹ thi đua cấp tỉnh",
        "has_award": "yes",
        "title": "provincial",
    }


@pytest.mark.parametrize(
    ("award", "title"),
    [("Chiến sĩ thi đua toàn quốc", "national"), ("Bằng khen của Thủ tướng Chính phủ", None), (None, None)],
)
def test_only_titles_bound_to_a_scope_are_told_apart(award: str | None, title: str | None) -> None:
    (found,) = of("nominee", Congress(nominees=(replace(NOMINEE, award=award),)))
    assert found.get("title") == title
