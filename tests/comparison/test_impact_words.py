"""What a comparison says of a unit's move and of what the dossiers can't say."""

from fractions import Fraction

from models import criterion, dossier, period, requirement, scale
from msgspec.structs import replace

from thidua.comparison.impact import Impact, Side, impact
from thidua.model.scale import Criterion, Scale
from thidua.model.terms import PassFailTerms, PerPieceTerms
from thidua.reports.impact_page import impact_blocks
from thidua.reports.impact_words import causes, unusable


def passed(name: str, number: str, standard: int, *replaces: str) -> Criterion:
    made = criterion("pass_fail", PassFailTerms(), standard, id=name, number=number, name=f"Tiêu chí {name}")
    figures = tuple(replace(each, kind="yes_no", measure="") for each in made.figures)
    return replace(made, replaces=replaces, figures=figures)


def compared(base: Scale, old: Scale, new: Scale, **claims: int) -> Impact:
    figures = {each.id: {each.figures[0].id: claims[each.id]} for each in base.criteria if each.id in claims}
    return impact(base, old, new, period(1), {"u0": dossier("u0", figures)}, frozenset())


def told_of(found: Impact, side: Side) -> list[str]:
    return unusable(found, side, found.readings[side].gaps)


def test_criteria_that_were_merged_and_split_are_all_named() -> None:
    kept, claims = passed("dan-van", "I.1", 2), {"dan-van": 1, "dan-chu": 1, "mo-hinh": 1}
    old = scale(passed("dan-chu", "II.1", 5), passed("mo-hinh", "II.2", 3), kept)
    regrouped = passed("dan-chu-moi", "II.1", 5, "dan-chu", "mo-hinh"), passed("sang-kien", "II.3", 3, "mo-hinh")
    new = scale(*regrouped, kept)
    found = compared(old, old, new, **claims)
    (unit,) = found.units
    assert [each.kind for each in unit.because] == ["regrouped"]
    assert causes(unit) == ["−8 điểm: gộp rồi tách II.1, II.2 thành II.1, II.3, 8 điểm → chưa có điểm (chưa báo cáo)"]
    assert causes(compared(old, new, old, **claims).units[0]) == [
        "+8 điểm: gộp rồi tách II.1, II.3 thành II.1, II.2, chưa có điểm (chưa báo cáo) → 8 điểm"
    ]


def test_what_is_not_reported_is_said_of_the_scale_of_the_period() -> None:
    base = scale(passed("a", "I.1", 5), id="cum-a/2025")
    counted = criterion("per_piece", PerPieceTerms(Fraction(1)), 5, id="b", number="I.2", name="Tiêu chí b")
    old = scale(passed("a", "I.1", 5), counted, id="cum-a/2026")
    new = scale(replace(base.criteria[0], evidence=(requirement(),)), counted, id="cum-a/2027")
    sides: tuple[tuple[Side, Scale], ...] = (("old", old), ("new", new))
    for side, other in sides:
        told = "thang điểm của đợt (cum-a/2025) không có tiêu chí này nên đơn vị chưa báo cáo"
        assert told_of(compared(base, old, new, a=1), side) == [f"I.2 Tiêu chí b: {told}"]
        beside = compared(base, *((base, other) if side == "new" else (other, base)), a=1)
        told = f"{'bản cũ' if side == 'new' else 'bản mới'} không có tiêu chí này nên đơn vị chưa báo cáo"
        assert told_of(beside, side) == [f"I.2 Tiêu chí b: {told}"]
    assumed = impact_blocks(compared(base, old, new, a=1))[-1]
    assert [each.text for each in assumed.entries] == [
        "Tài liệu kiểm chứng bản mới yêu cầu mà thang điểm của đợt (cum-a/2025) không yêu cầu (I.1) coi như đã có, vì "
        "đơn vị chưa được yêu cầu gửi."
    ]
