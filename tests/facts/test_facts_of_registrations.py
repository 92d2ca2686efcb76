"""Facts about what units registered: contents and their re-check, targets and how far units had come by mid-year."""

from collections.abc import Mapping
from fractions import Fraction

import pytest
from models import criterion, dossier, exemption, period, scale, source

from thidua.facts.of_files import facts_of_files
from thidua.model.conference import RecheckResult, RegisteredContent, RegisteredTarget, Registration
from thidua.model.fact import Fact
from thidua.model.period import Period
from thidua.model.terms import CompletionRateTerms

F = Fraction
SCALE = scale(criterion("completion_rate", CompletionRateTerms(F(1))))


def registered(unit: str, value: int = 1000, half_year: int | None = None) -> Registration:
    half = None if half_year is None else F(half_year)
    return Registration(unit, None, None, targets=(RegisteredTarget("tieu-chi", "target", F(value), half),))


def targets(of: Period, reported: Mapping[str, Mapping[str, int]]) -> list[Fact]:
    dossiers = {unit: dossier(unit, {"tieu-chi": dict(figures)}) for unit, figures in reported.items()}
    exempt = {(each.unit, each.criterion) for each in of.not_applicable}
    return [each for each in facts_of_files(of, SCALE, exempt, dossiers) if each.kind == "registered_target"]


def test_a_registered_target_is_set_against_the_dossier() -> None:
    of = period(4, registrations=tuple(registered(f"u{number}") for number in range(4)))
    found = targets(of, {"u0": {"target": 1000}, "u1": {"target": 999}, "u2": {"actual": 5}})
    assert [each.values.get("agrees") for each in found] == ["agrees", "differs", "absent", None]
    assert dict(found[1].values) == {
        "unit": "u1",
        "criterion": "tieu-chi",
        "figure": "kế hoạch",
        "agrees": "differs",
        "registered": "1.000 triệu đồng",
        "reported": "999 triệu đồng",
        "has_half_year": "no",
    }


def test_what_does_not_apply_or_comes_from_outside_is_not_set_against_the_dossier() -> None:
    registrations = (registered("u0"), registered("u1"))
    exempted = period(2, registrations=registrations, not_applicable=(exemption("u0"),))
    assert [each.values["unit"] for each in targets(exempted, {"u0": {"target": 1}, "u1": {"target": 1}})] == ["u1"]
    outside = period(2, registrations=registrations, sources=(source(),))
    assert [each.values.get("agrees") for each in targets(outside, {"u0": {"actual": 1}})] == [None, None]


@pytest.mark.parametrize(
    ("value", "half_year", "millionths"), [(1000, 480, 480_000), (3, 2, 666_666), (1000, 0, 0), (0, 5, None)]
)
def test_progress_is_never_rounded_up(value: int, half_year: int, millionths: int | None) -> None:
    (found,) = targets(period(1, registrations=(registered("u0", value, half_year),)), {})
    assert found.values.get("progress") == millionths
    assert (found.values["has_half_year"], found.values["half_year"]) == ("yes", f"{half_year} triệu đồng")


@pytest.mark.parametrize("result", ["done", "partly_done", "not_done", "not_rechecked"])
def test_contents_and_what_the_recheck_found(result: RecheckResult) -> None:
    content = RegisteredContent("ke-hoach", "Ban hành kế hoạch", result, None, None)
    registration = Registration("u0", None, None, None, ("Liên hiệp Hội",), contents=(content,))
    told, found = facts_of_files(period(1, registrations=(registration,)), None, (), {})
    assert (told.values["has_contents"], told.values["recipients"]) == ("yes", "Liên hiệp Hội")
    assert dict(found.values) == {
        "unit": "u0", "content": "ke-hoach", "name": "Ban hành kế hoạch", "recheck_result": result,
    }  # fmt: skip


def test_without_a_scale_no_targets_are_told() -> None:
    found = facts_of_files(period(1, registrations=(registered("u0"),)), None, (), {})
    assert [each.kind for each in found] == ["registration"]
