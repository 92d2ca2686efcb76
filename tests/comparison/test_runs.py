"""Two saved results of one period: who moved, and which figure or document moved them."""

import json
import shutil
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from command_line import change
from hypothesis import given, settings
from hypothesis import strategies as st
from judged import as_scored, judged, made_period, rule_set
from msgspec.structs import replace
from small_cluster import same_as_golden
from two_runs import SHIPPED, saved_text, texts

from thidua.comparison.runs import Run
from thidua.comparison.runs_causes import Cause
from thidua.comparison.runs_moves import CriterionMove, RunsDifference, UnitMove, compare_runs
from thidua.comparison.runs_reading import read_run, run_of
from thidua.reports.json_report import as_json
from thidua.reports.page_text import page_markdown, page_table
from thidua.reports.runs_json import runs_json
from thidua.reports.runs_report import runs_page

GOLDEN = Path(__file__).resolve().parent / "golden"
FILES = ("lan-1.json", "lan-2.json")
Rows = list[tuple[int | None, int | None] | None]


def run(text: str) -> Run:
    found = run_of(json.loads(text), "ket-qua.json")
    assert isinstance(found, Run), str(found)
    return found


def week() -> RunsDifference:
    return compare_runs(*map(run, texts()))


def moved(found: RunsDifference, unit: str) -> UnitMove:
    return next(each for each in found.units if each.shown.id == unit)


def of_criterion(found: RunsDifference, unit: str, criterion: str) -> CriterionMove:
    return next(each for each in moved(found, unit).criteria if each.shown.id == criterion)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("hai-lan-cham.txt", lambda found: page_table(runs_page(found, *FILES))),
        ("hai-lan-cham.md", lambda found: page_markdown(runs_page(found, *FILES))),
        ("hai-lan-cham.json", runs_json),
        ("hai-lan-cham-nguoc.txt", lambda found: page_table(runs_page(compare_runs(found.new, found.old), *FILES))),
    ],
)
def test_a_week_of_a_shipped_period(name: str, made: Any, request: pytest.FixtureRequest) -> None:
    assert same_as_golden(made(week()), GOLDEN / name, request.config.getoption("--rewrite-golden"))


def test_what_moved_each_unit() -> None:
    found = week()
    assert of_criterion(found, "tinh-a", "von-fdi").causes == (
        Cause("figure", Fraction(420), Fraction(435), figure="actual"),
    )
    assert of_criterion(found, "tinh-c", "von-fdi").causes == (Cause("others", others=("tinh-a",)),)
    assert of_criterion(found, "tinh-f", "tiep-cong-dan").causes == (Cause("agreed", None, Fraction(3)),)
    (document,) = of_criterion(found, "tinh-b", "pho-cap-giao-duc").causes
    assert (document.kind, document.old) == ("document", None)


def test_a_result_against_itself_differs_in_nothing() -> None:
    first = run(texts()[0])
    found = compare_runs(first, first)
    assert found.nothing_moved
    page = page_table(runs_page(found, *FILES))
    assert (
        "\n\nKHÔNG CÓ THAY ĐỔI\nĐiểm, trạng thái, số liệu, tài liệu, vấn đề, xếp hạng và đề nghị đều như nhau.\n"
        in page
    )
    assert [json.loads(runs_json(found))[each] for each in ("impact", "findings", "places", "awards")] == [[]] * 4


def test_order_of_units_and_criteria_does_not_matter() -> None:
    saved = json.loads(texts()[0])
    saved["units"].reverse()
    for unit in saved["units"]:
        unit["criteria"].reverse()
    saved["findings"].reverse()
    assert compare_runs(run(texts()[0]), run(json.dumps(saved))).nothing_moved


def test_what_was_saved_is_what_is_read(tmp_path: Path) -> None:
    for text in texts():
        (tmp_path / "ket-qua.json").write_text(text, "utf-8")
        assert read_run(tmp_path / "ket-qua.json", "ket-qua.json") == replace(run(text), as_written=True)


def test_another_scale_comes_first_and_is_the_cause_of_what_nothing_else_explains() -> None:
    saved = json.loads(texts()[0])
    saved["scale"].update(id="mien-dong-nam-bo/2020", hash="f" * 64)
    saved["units"][0]["criteria"][0].update(points="1.00", least="1.00", most="1.00")
    saved["units"][0]["criteria"].pop(1)
    found = compare_runs(run(texts()[0]), run(json.dumps(saved)))
    assert [cause.kind for each in moved(found, "tinh-a").criteria for cause in each.causes] == ["scale", "scale"]
    blocks = runs_page(found, *FILES).blocks
    assert blocks[0].heading == "KHÔNG CÙNG THANG ĐIỂM, QUY TẮC HOẶC GIAI ĐOẠN"
    assert blocks[0].entries[0].text.startswith("Thang điểm: mien-dong-nam-bo/2019 (bản ")
    assert blocks[0].entries[0].text.endswith(" → mien-dong-nam-bo/2020 (bản ffffffff)")
    assert "     - do thang điểm thay đổi\n" in page_table(runs_page(found, *FILES))


def without_details(text: str) -> str:
    """As the program saved it before figures and documents were kept."""
    saved = json.loads(text)
    del saved["scale"]["figures"]
    for unit in saved["units"]:
        for criterion in unit["criteria"]:
            for key in ("name", "section", "figures", "unit_reply", "unit_explanation"):
                del criterion[key]
            criterion["evidence"] = {key: criterion["evidence"][key] for key in ("required", "supplied")}
    return json.dumps(saved)


def test_what_an_older_program_saved_tells_points_without_causes() -> None:
    found = compare_runs(run(without_details(texts()[0])), run(texts()[1]))
    assert not found.old.tells_causes
    assert found.new.tells_causes
    assert of_criterion(found, "tinh-c", "von-fdi").causes == (Cause("unknown"),)
    assert of_criterion(found, "tinh-f", "tiep-cong-dan").causes == (Cause("agreed", None, Fraction(3)),)
    assert {each.shown.id for each in found.units} == {"tinh-b", "tinh-c", "tinh-d", "tinh-f"}


def edited_week(criterion: str, period: str = "f" * 64, program: str = "", **changes: Any) -> CriterionMove:
    """What differs where only these keys of a criterion of Tỉnh A do, and the hash of the period."""
    saved = json.loads(texts()[0])
    saved["period"]["hash"] = period
    saved["program"]["version"] = program or saved["program"]["version"]
    row = next(each for each in saved["units"][0]["criteria"] if each["id"] == criterion)
    row.update(changes)
    return of_criterion(compare_runs(run(texts()[0]), run(json.dumps(saved))), "tinh-a", criterion)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"self": "1.00"}, ["self"]),
        ({"verified": "1.00", "points": "1.00"}, ["verified"]),
        ({"unit_explanation": "Đã có công văn"}, ["explanation"]),
        ({"unit_reply": "Đề nghị giữ nguyên", "status": "disputed"}, ["reply", "period"]),
        ({"status": "not_applicable", "points": None}, ["applicability"]),
        ({"points": "1.00"}, ["period"]),
        ({"standard": "1.00"}, ["standard"]),
    ],
)
def test_each_kind_of_cause(changes: dict[str, Any], told: list[str]) -> None:
    assert [each.kind for each in edited_week("von-fdi", **changes).causes] == told


def test_what_the_hashes_rule_out_is_not_given_as_a_cause() -> None:
    same = json.loads(texts()[0])["period"]["hash"]
    assert edited_week("von-fdi", same, points="1.00").causes == (Cause("edited"),)
    assert [each.kind for each in edited_week("von-fdi", same, "0.0.9", points="1.00").causes] == ["program"]


def test_a_criterion_that_is_gone_under_the_same_scale_is_not_laid_to_the_scale() -> None:
    saved = json.loads(texts()[0])
    del saved["units"][0]["criteria"][1]
    page = page_table(runs_page(compare_runs(run(texts()[0]), run(json.dumps(saved))), *FILES))
    told = page[page.index("TỈNH A:") : page.index("Chỉ so hai kết quả")]
    assert " ".join(told.split()) == (
        "TỈNH A: 947 điểm 1. I.1.2 Tổng kim ngạch xuất khẩu trên địa bàn: tệp sau không còn tiêu chí này (35 điểm) "
        "- thang điểm, quy tắc, số liệu và hồ sơ hai lần là một, nên một trong hai tệp đã bị sửa "
        "2. Do mức trần, quy đổi, làm tròn tổng điểm: +35 điểm"
    )


def with_dossier(state: str) -> Run:
    """The period as it was, with a dossier of Tỉnh B that can't be read, or without any."""
    with TemporaryDirectory() as folder:
        period = Path(shutil.copytree(SHIPPED, Path(folder) / SHIPPED.name))
        dossier = period / "ho-so" / "tinh-b.yaml"
        if state == "unscorable":
            change(dossier, "    thực hiện: 7,64\n", "    thực hiện: abc\n")
        else:
            dossier.unlink()
        return run(saved_text(period))


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (
            "unscorable",
            "TỈNH B: 884,8 → chưa có điểm\n"
            "  1. Lần trước chấm từ hồ sơ; lần sau hồ sơ có lỗi, chưa chấm được: 53 tiêu chí lấy từ hồ sơ\n",
        ),
        (
            "missing_dossier",
            "TỈNH B: 884,8 → 229,59 điểm (−655,21)\n"
            "  1. Lần trước chấm từ hồ sơ; lần sau chưa có hồ sơ: 53 tiêu chí lấy từ hồ sơ (−642,1 điểm)\n"
            "  2. Do mức trần, quy đổi, làm tròn tổng điểm: −13,11 điểm\n",
        ),
    ],
)
def test_a_dossier_that_is_gone_or_broken_is_one_line(state: str, told: str) -> None:
    found = compare_runs(run(texts()[0]), with_dossier(state))
    page = page_table(runs_page(found, *FILES))
    assert page[page.index("TỈNH B:") : page.index("\nVẤN ĐỀ MỚI NÊU")] == told
    rows = next(each for each in json.loads(runs_json(found))["impact"] if each["unit"] == "tinh-b")["because"]
    causes = [row["causes"] for row in rows if row["criterion"]]
    assert causes == [[{"kind": "dossier", "old": "scored", "new": state}]] * 53


def document(**changes: Any) -> dict[str, Any]:
    base = {"type": "bao-cao", "name": "Báo cáo", "number": "1/BC", "dated": "2020-01-15", "issuer": None}
    return {**base, "file": "a.pdf", "file_state": "missing", **changes}


def of_documents(*items: dict[str, Any]) -> Run:
    saved = json.loads(texts()[0])
    saved["units"][0]["criteria"][0]["evidence"]["documents"] = list(items)
    return run(json.dumps(saved))


def causes_told(old: Run, new: Run) -> list[str]:
    page = page_table(runs_page(compare_runs(old, new), *FILES))
    return [line.strip(" -") for line in page.splitlines() if line.startswith("     - ")]


def test_a_document_that_was_put_right_is_one_change() -> None:
    first, later = document(), document(number="2/BC")
    assert causes_told(of_documents(first), of_documents(later)) == [
        "tài liệu đổi từ “Báo cáo số 1/BC ngày 15/01/2020” thành “Báo cáo số 2/BC ngày 15/01/2020”"
    ]
    assert causes_told(of_documents(first), of_documents(document(file_state="found"))) == [
        "Báo cáo số 1/BC ngày 15/01/2020: không thấy tệp “a.pdf” → có tệp “a.pdf”"
    ]
    assert causes_told(of_documents(first), of_documents()) == ["bớt tài liệu: Báo cáo số 1/BC ngày 15/01/2020"]
    assert causes_told(of_documents(first, later), of_documents(document(number="3/BC"), first)) == [
        "tài liệu đổi từ “Báo cáo số 2/BC ngày 15/01/2020” thành “Báo cáo số 3/BC ngày 15/01/2020”"
    ]


def test_a_level_that_there_is_not_is_shown_as_it_stands() -> None:
    saved = json.loads(texts()[0])
    saved["scale"]["figures"]["von-fdi"][1].update(kind="level", levels=["Tốt"])
    row = next(each for each in saved["units"][0]["criteria"] if each["id"] == "von-fdi")
    row["figures"]["actual"] = "0"
    assert causes_told(run(texts()[0]), run(json.dumps(saved))) == ["vốn đăng ký 420 → Tốt"]


def test_points_that_count_twice_say_what_they_add_to_the_total() -> None:
    both = [json.loads(text) for text in texts()]
    for saved in both:
        for unit in saved["units"]:
            unit["sections"][0]["weight"] = "2"
    found = compare_runs(*(run(json.dumps(saved)) for saved in both))
    assert moved(found, "tinh-f").criteria[0].delta == 34
    page = " ".join(page_table(runs_page(found, *FILES)).split())
    assert "chưa có → 17 điểm (+17); chờ nguồn ngoài → đã chấm; mức có thể: 17 – 25 → 17 điểm; nhân hệ số, tính" in page
    assert "tính vào tổng điểm +34 " in page


def test_a_unit_that_is_gone_and_one_that_is_new() -> None:
    saved = json.loads(texts()[0])
    saved["units"][6].update(id="tinh-h", name="Tỉnh H")
    page = page_table(runs_page(compare_runs(run(texts()[0]), run(json.dumps(saved))), *FILES))
    rows = [line.split("  ")[-1] for line in page.splitlines() if "Tỉnh H" in line or "Tỉnh G" in line]
    assert rows[:2] == ["mới thêm vào đợt", "không còn trong đợt"]


def test_a_period_without_a_scale() -> None:
    saved = json.loads(texts()[0])
    saved["scale"] = None
    for unit in saved["units"]:
        unit.update(sections=[], criteria=[], total="0.00")
    later = json.loads(json.dumps(saved))
    later["findings"].pop()
    later["units"][0]["eligibility"] = "suspended"
    found = compare_runs(run(json.dumps(saved)), run(json.dumps(later)))
    page = page_table(runs_page(found, *FILES))
    assert "không có thang điểm" in page
    assert "đủ điều kiện bình xét → chưa xét" in page
    assert "VẤN ĐỀ KHÔNG CÒN" in page


# Properties, on judged clusters of three units.

COUNTS = st.none() | st.integers(0, 120)
ROWS = st.lists(st.none() | st.tuples(COUNTS, COUNTS), min_size=3, max_size=3)


def judged_run(rows: Rows) -> Run:
    cluster, judgement = judged(rows, rule_set(), made_period(3))
    found = run_of(as_json(as_scored(cluster, judgement), cluster), "ket-qua.json")
    assert isinstance(found, Run), str(found)
    return found


def pairs(found: RunsDifference) -> Iterator[tuple[str, Any]]:
    """All that a difference says, each once, as pairs of the two sides."""
    for unit in found.units:
        yield "unit", (unit.old, unit.new)
        yield from (("criterion", (each.old, each.new)) for each in unit.criteria)
        for each in unit.criteria:
            yield from (("cause", (cause.kind, cause.figure, cause.old, cause.new)) for cause in each.causes)
    for part in ("findings", "places", "awards"):
        yield from ((part, pair) for pair in getattr(found, part))


def turned(found: RunsDifference) -> list[str]:
    return sorted(repr((kind, (*pair[:-2], pair[-1], pair[-2]))) for kind, pair in pairs(found))


@settings(max_examples=40, deadline=None)
@given(old=ROWS, new=ROWS)
def test_a_difference_mirrors_and_adds_up(old: Rows, new: Rows) -> None:
    first, second = judged_run(old), judged_run(new)
    there, back = compare_runs(first, second), compare_runs(second, first)
    assert turned(there) == sorted(map(repr, pairs(back)))
    assert compare_runs(first, judged_run(old)).nothing_moved
    for unit in there.units:
        assert unit.delta is None or unit.rest + sum(each.delta for each in unit.criteria) == unit.delta
        assert all(each.causes for each in unit.criteria)
    for unit in second.units:
        earlier = first.unit(unit.id)
        assert (earlier == unit) == (unit.id not in {each.shown.id for each in there.units})


def test_parts_of_the_shipped_week_add_up() -> None:
    for each in json.loads(runs_json(week()))["impact"]:
        parts = sum(Fraction(part["delta"]) for part in each["because"])
        assert Fraction(each["delta"]) == parts == Fraction(each["new_total"]) - Fraction(each["old_total"])
