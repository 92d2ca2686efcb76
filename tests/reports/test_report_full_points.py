"""The sentence about what full points would have needed, and the largest changes from the units' own points."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from models import criterion, dossier, period, requirement, scale
from msgspec.structs import replace
from small_cluster import HOME, cluster, scored, unit

from thidua.model.figure import Figure
from thidua.model.period import Adjustment
from thidua.model.scale import Criterion
from thidua.model.terms import (
    Band,
    BandsTerms,
    CompletionRateTerms,
    Grade,
    GradedTerms,
    LeaderAnchoredTerms,
    Part,
    PartsTerms,
    PassFailTerms,
    PerPieceTerms,
)
from thidua.reports.changes import changes, short_arithmetic
from thidua.reports.explanation import explanation
from thidua.reports.full_points import for_full_points
from thidua.reports.table import table_report
from thidua.scoring import ClusterResult, score_cluster
from thidua.scoring.result import Decisions

F = Fraction
MOSTLY = BandsTerms("actual", (Band(F(40), F(95)),), F(10))
FEW = BandsTerms("actual", (Band(F(40), None, True, F(4)),), F(1))


def result_of(made: Criterion, *rows: dict[str, int], **changes: Any) -> ClusterResult:
    dossiers = {f"u{index}": dossier(f"u{index}", {made.id: row}) for index, row in enumerate(rows)}
    return score_cluster(scale(made), period(len(rows), **changes), dossiers)


def told(made: Criterion, *rows: dict[str, int], **changes: Any) -> str:
    found = result_of(made, *rows, **changes)
    return for_full_points(found, found.units[0], found.units[0].criteria[0])


def figures(made: Criterion, **changes: Any) -> Criterion:
    return replace(made, figures=tuple(replace(each, **changes) for each in made.figures))


def level() -> Criterion:
    terms = GradedTerms((Grade("tốt", F(1)), Grade("khá", F(1)), Grade("yếu", F(0))))
    found = Figure("level", "mức xếp loại", "level", "", 0, levels=("tốt", "khá", "yếu"))
    return criterion("graded", terms, figures=(found,))


@pytest.mark.parametrize(
    ("made", "row", "expected"),
    [
        (
            figures(criterion("completion_rate", CompletionRateTerms(F(1)))),
            {"target": 4000, "actual": 3900},
            "cần thực hiện từ 4.000 triệu đồng trở lên (thêm 100)",
        ),
        (  # 3.949,7 ÷ 3.950 lacks less than a hundredth of a per cent, so that 39,996… points are rounded to 40
            figures(criterion("completion_rate", CompletionRateTerms(F(1, 2))), decimals=1),
            {"target": 3950, "actual": 3900},
            "cần thực hiện từ 3.949,7 triệu đồng trở lên (thêm 49,7; do làm tròn điểm)",
        ),
        (figures(criterion("bands", FEW), measure="vụ"), {"actual": 7}, "cần thực hiện không quá 4 vụ (bớt 3)"),
        (
            figures(criterion("bands", MOSTLY), kind="percent", decimals=1),
            {"actual": 90},
            "cần thực hiện từ 95% trở lên (thêm 5 điểm phần trăm)",
        ),
        (figures(criterion("pass_fail", PassFailTerms("declared")), kind="yes_no"), {"achieved": 0}, "cần đạt"),
        (level(), {"level": 2}, "cần xếp loại tốt hoặc khá"),
        (criterion("bands", MOSTLY), {"actual": 95}, ""),
        (criterion("bands", MOSTLY), {}, ""),
    ],
)
def test_what_full_points_would_have_needed(made: Criterion, row: dict[str, int], expected: str) -> None:
    assert told(made, row) == expected


def test_where_others_matter_this_is_said() -> None:
    made = criterion("leader_anchored", LeaderAnchoredTerms(F(1, 2), "own_group"))
    rows = [{"target": 100, "actual": 90}, {"target": 100, "actual": 130}]
    needed = "cần thực hiện từ 130 triệu đồng trở lên (thêm 40), với số liệu hiện nay của các đơn vị khác"
    assert told(made, *rows) == needed


@pytest.mark.parametrize("missing", ["no_points", "provisional", "pending"])
def test_documents_that_are_missing_are_needed_too(missing: Any) -> None:
    made = criterion("per_piece", PerPieceTerms(F(5)), evidence=(requirement(),), when_evidence_missing=missing)
    assert told(made, {"count": 1}) == "cần số lượng từ 8 triệu đồng trở lên (thêm 7); kèm đủ tài liệu kiểm chứng"


def decided(points: int, **changes: Any) -> Adjustment:
    fields: dict[str, Any] = {
        "unit": "u0", "criterion": "tieu-chi", "stage": "agreed", "old_points": None, "new_points": F(points),
        "decided_by": "Hội nghị", "decided_on": date(2020, 3, 5), "reason": "Thống nhất", "decided_in": "Biên bản",
        "unit_reply": None,
    }  # fmt: skip
    return Adjustment(**{**fields, **changes})


def test_nothing_more_is_needed_where_people_gave_full_points_or_argue() -> None:
    made, row = criterion("per_piece", PerPieceTerms(F(5))), {"count": 1}
    assert told(made, row, adjustments=(decided(40),)) == ""
    assert told(made, row, adjustments=(decided(20),)).startswith("cần số lượng")
    argued = decided(20, stage="verified", unit_reply="Đề nghị giữ nguyên")
    assert told(made, row, adjustments=(argued,)) == ""


@pytest.fixture
def _at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HOME)


@pytest.mark.usefixtures("_at_home")
def test_the_note_of_a_criterion_is_shown() -> None:
    base = unit("tinh-a")
    first = replace(
        base.criteria[1], criterion=replace(base.criteria[1].criterion, note="Tính theo giá so sánh 2010.\n")
    )
    noted = replace(base, criteria=(base.criteria[0], first, *base.criteria[2:]))
    page = explanation(scored(), cluster(), noted, "tang-truong")
    assert "\n    Ghi chú:        Tính theo giá so sánh 2010.\n    Mã tiêu chí:" in page
    assert "Ghi chú:" not in explanation(scored(), cluster(), base, "tang-truong")


# The largest changes


def changed(unit_id: str, **points: tuple[int, int]) -> Any:
    """The unit with these own and computed points by the id of the criterion; no other has points of its own."""
    base = unit(unit_id)
    results = []
    for each in base.criteria:
        own, computed = points.get(each.criterion.id.replace("-", "_"), (None, None))
        if own is None or computed is None:
            results.append(replace(each, self_points=None))
        else:
            results.append(replace(each, status="scored", self_points=F(own), points=F(computed)))
    return replace(base, criteria=tuple(results))


@pytest.mark.usefixtures("_at_home")
def test_the_largest_changes_come_first() -> None:
    units = (changed("tinh-a", von_fdi=(20, 18), mo_hinh_moi=(4, 10)), changed("tinh-b", von_fdi=(20, 14)))
    found = changes(replace(cluster(), units=units))
    assert [(each.unit, each.difference) for each in found] == [("Tỉnh A", F(6)), ("Tỉnh B", F(-6)), ("Tỉnh A", F(-2))]
    assert str(found[0]).startswith(
        "Tỉnh A: III.2 Giới thiệu mô hình mới, cách làm hay, điển hình tiên tiến: tự chấm 4"
    )
    assert "tự chấm 4 → 10 điểm (+6): 5 mô hình" in str(found[0])
    assert "tự chấm 20 → 14 điểm (−6): vượt 10%, đơn vị cao nhất vượt 25%" in str(found[1])


@pytest.mark.usefixtures("_at_home")
def test_the_same_points_and_points_still_awaited_are_no_change() -> None:
    same = changed("tinh-a", von_fdi=(20, 20))
    awaited = replace(same.criteria[0], self_points=F(20), points=None)
    found = replace(cluster(), units=(replace(same, criteria=(awaited, *same.criteria[1:])),))
    assert changes(found) == []
    assert "THAY ĐỔI LỚN NHẤT" not in table_report(scored(), found)


@pytest.mark.usefixtures("_at_home")
def test_a_decision_gives_its_reason() -> None:
    model = changed("tinh-a", von_fdi=(20, 12))
    adjusted = decided(12, reason="Số liệu   chưa\nđược xác nhận: theo Biên bản")
    results = tuple(
        replace(each, decisions=Decisions(adjusted)) if each.criterion.id == "von-fdi" else each
        for each in model.criteria
    )
    [found] = changes(replace(cluster(), units=(replace(model, criteria=results),)))
    assert found.reason == "Số liệu chưa được xác nhận: theo Biên bản"


RATE_TOLD = "thực hiện 97,25% dự toán, thiếu 2,75%: 20 − 2,75 = 17,25 điểm"
LONG = " ".join(["dài"] * 50)


@pytest.mark.usefixtures("_at_home")
def test_only_five_are_shown() -> None:
    model = changed("tinh-b", von_fdi=(20, 14), tang_truong=(20, 18))
    members = [replace(model.member, id=f"u{index}", name=f"Tỉnh {index}") for index in range(4)]
    page = table_report(scored(), replace(cluster(), units=tuple(replace(model, member=each) for each in members)))
    block = page.split("THAY ĐỔI LỚN NHẤT SO VỚI TỰ CHẤM\n")[1].split("\n\n")[0]
    assert "  5. Tỉnh 0: I.2 Tốc độ tăng trưởng kinh tế: tự chấm 20 → 18 điểm (−2)" in block
    assert "  6. " not in block
    assert "… và 3 nội dung khác; xem “thidua explain”." in block


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (RATE_TOLD, RATE_TOLD),
        (f"{RATE_TOLD}; tạm tính, còn thiếu “Báo cáo”", RATE_TOLD),
        (
            "chênh lệch −0,36, thuộc mức từ −0,5 đến dưới 0: 42 điểm",
            "chênh lệch −0,36, thuộc mức từ −0,5 đến dưới 0: 42 điểm",
        ),
        ("10 + (7 × 2 = 14, không quá 5) = 15 điểm", "10 + (7 × 2 = 14, không quá 5) = 15 điểm"),
        ("thiếu “Báo cáo: phần 1; phần 2”; tạm tính", "thiếu “Báo cáo: phần 1; phần 2”"),
        ("không áp dụng", "không áp dụng"),
        (f"{LONG}: 2 + 2 = 4 điểm", f"{LONG[: 24 * 4 - 1]} …: 2 + 2 = 4 điểm"),
        (LONG, f"{LONG[: 48 * 4 - 1]} …"),
    ],
)
def test_a_reason_is_the_case_with_all_of_its_arithmetic(text: str, told: str) -> None:
    assert short_arithmetic(text) == told


def test_of_parts_those_below_their_standard_points_are_the_reason() -> None:
    parts = tuple(
        Part(
            name,
            name.upper(),
            F(20),
            F(0),
            (Figure(f"{name}.count", "số lượng", "number", "vụ", 0),),
            "per_piece",
            each,
        )
        for name, each in (("a", PerPieceTerms(F(5))), ("b", PerPieceTerms(F(2))))
    )
    made = criterion("parts", PartsTerms(parts), figures=tuple(each for part in parts for each in part.figures))
    found = result_of(made, {"a.count": 4, "b.count": 3})
    own = replace(found.units[0].criteria[0], self_points=F(40))
    [told] = changes(replace(found, units=(replace(found.units[0], criteria=(own,)),)))
    assert str(told) == "Tỉnh A0: I.1 Tiêu chí: tự chấm 40 → 26 điểm (−14): B = 3 × 2 = 6 điểm"
