"""What has changed since the conference adopted a result: the saved JSON against what comes out now."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from judged import (
    EXCLUDES,
    F,
    about_violations,
    as_scored,
    ballot,
    concluded,
    judged,
    made_period,
    rule_set,
    violation,
)
from msgspec.structs import replace

from thidua.model.period import Period
from thidua.model.rules import AwardRule, RuleSet
from thidua.reports.adopted import Adopted, Difference, against_adopted
from thidua.reports.json_report import json_report
from thidua.reports.verification import is_clear, verification

Rows = list[tuple[int | None, int | None] | None]
ROWS: Rows = [(42, 30), (30, 20), (20, 10)]
RULES = rule_set()
NO_RESULT = "tệp không phải là kết quả do lệnh “thidua score --format json -o” ghi"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A real saved result."""
    file = tmp_path / "ket-qua.json"
    cluster, judgement = judged(ROWS, RULES, made_period(3, stage="adopted"))
    file.write_text(json_report(as_scored(cluster, judgement), cluster), encoding="utf-8")
    return file


def compared(file: Path, rows: Rows = ROWS, rules: RuleSet | None = RULES, made: Any = None, **more: Any) -> Adopted:
    cluster, judgement = judged(rows, rules or RULES, made or made_period(len(rows), stage="adopted"))
    return against_adopted(file, as_scored(cluster, judgement if rules else None, **more), cluster)


def edited(file: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    found = json.loads(file.read_text("utf-8"))
    found.pop("content_hash", None)  # as programs wrote it that knew of none
    change(found)
    file.write_text(json.dumps(found), encoding="utf-8")
    return file


def test_the_same(saved: Path) -> None:
    assert compared(saved) == Adopted(())


def test_one_that_was_edited_is_told(saved: Path) -> None:
    text = saved.read_text("utf-8")
    saved.write_text(text.replace('"explanation": "', '"explanation": "Đã sửa: ', 1), "utf-8")
    assert compared(saved).about(None) == ("Tệp ket-qua.json đã bị sửa sau khi chương trình ghi",)


def test_a_byte_order_mark_does_not_matter(saved: Path) -> None:
    saved.write_bytes(b"\xef\xbb\xbf" + saved.read_bytes())
    assert compared(saved) == Adopted(())


def test_total_place_and_criterion_of_each_unit(saved: Path) -> None:
    assert compared(saved, [(42, 30), (30, 20), (70, 10)]).about(None) == (
        "Tỉnh A: xếp hạng 1 → 2",
        "Tỉnh B: xếp hạng 2 → 3",
        "Tỉnh C: tổng điểm 30 điểm → 80 điểm",
        "Tỉnh C: xếp hạng 3 → 1",
        "Tỉnh C: I.1: 20 điểm → 70 điểm",
    )


def test_criteria_that_change_though_the_total_does_not(saved: Path) -> None:
    assert compared(saved, [(40, 32), (30, 20), (20, 10)]).about(None) == (
        "Tỉnh A: I.1: 42 điểm → 40 điểm; II.1: 30 điểm → 32 điểm",
    )


def test_points_that_are_gone(saved: Path) -> None:
    """The total sums up what there is; what is not reported has 0 for good once the table is agreed."""
    made = made_period(3, stage="verified")
    assert compared(saved, [(42, None), (30, 20), (20, 10)], made=made).about(None) == (
        "Tỉnh A: tổng điểm 72 điểm → 42 điểm",
        "Tỉnh A: xếp hạng 1 → 2",
        "Tỉnh A: II.1: 30 điểm → chưa có điểm",
        "Tỉnh B: xếp hạng 2 → 1",
    )
    assert "Tỉnh A: II.1: 30 điểm → 0 điểm" in compared(saved, [(42, None), (30, 20), (20, 10)]).about(None)


def test_a_unit_without_a_place_any_more(saved: Path) -> None:
    made = made_period(3, stage="adopted", violations=(violation("u0", "confirmed"),))
    # Its rank by points stands: only the place among the eligible is gone.
    assert compared(saved, rules=rule_set(EXCLUDES), made=made).about(None) == (
        "Tỉnh A: xếp hạng 1 → chưa có",
        "Tỉnh B: xếp hạng 2 → 1",
        "Tỉnh C: xếp hạng 3 → 2",
        "Tỉnh A: vấn đề do quy tắc nêu: thêm BX-02",
    )


def test_a_unit_that_is_gone_and_a_new_one(saved: Path) -> None:
    members = made_period(4).members[1:]
    found = compared(saved, [(30, 20), (20, 10), (1, 1)], made=made_period(4, stage="adopted", members=members))
    assert "Tỉnh A: không còn là đơn vị thành viên" in found.about(None)
    assert "Tỉnh D: không có trong kết quả đã thông qua" in found.about(None)


def test_each_difference_says_whom_it_is_about(saved: Path) -> None:
    found = compared(saved, [(42, 30), (30, 20), (20, 15)], period_hash="d" * 64)
    version = "Bản số liệu, hồ sơ khác: khi thông qua bbbbbbbb, bây giờ dddddddd"
    total, criterion = "Tỉnh C: tổng điểm 30 điểm → 35 điểm", "Tỉnh C: II.1: 10 điểm → 15 điểm"
    assert found == Adopted((Difference("u2", total), Difference("u2", criterion), Difference(None, version)))
    assert found.about(None) == (total, criterion, version)
    assert found.about("u2") == (total, criterion, version)
    assert found.about("u0") == (version,)


def test_a_page_of_a_unit_is_not_held_up_by_what_changed_for_another(saved: Path) -> None:
    cluster, judgement = judged([(42, 30), (30, 20), (20, 15)], RULES, made_period(3, stage="adopted"))
    scored = as_scored(cluster, judgement, adopted_file=saved)
    assert "\n\nKết quả đúng như kết quả đã thông qua.\n\n" in verification(scored, cluster, "u0")
    assert (
        "\n\nKHÁC VỚI KẾT QUẢ ĐÃ THÔNG QUA\n"
        "  - Tỉnh C: tổng điểm 30 điểm → 35 điểm\n"
        "  - Tỉnh C: II.1: 10 điểm → 15 điểm\n\n"
    ) in verification(scored, cluster, "u2")
    assert [is_clear(scored, cluster, unit) for unit in ("u0", "u1", "u2", None)] == [True, True, False, False]


def test_a_result_of_another_period_is_refused(saved: Path) -> None:
    file = edited(saved, lambda found: found["period"].update(id="dot-cu"))
    assert compared(file) == Adopted((), "tệp này là kết quả của đợt chấm điểm khác (dot-cu)")
    cluster, judgement = judged(ROWS, RULES, made_period(3, stage="adopted"))
    scored = as_scored(cluster, judgement, adopted_file=file)
    assert (
        "\n\nKhông so được với kết quả đã thông qua (ket-qua.json): tệp này là kết quả của đợt chấm điểm khác\n"
        "(dot-cu).\n\n"
    ) in verification(scored, cluster)
    assert not is_clear(scored, cluster)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"period_hash": "d" * 64}, "Bản số liệu, hồ sơ khác: khi thông qua bbbbbbbb, bây giờ dddddddd"),
        ({"scale_hash": "d" * 64}, "Bản thang điểm khác: khi thông qua aaaaaaaa, bây giờ dddddddd"),
        ({"rules_hash": "d" * 64}, "Bản quy tắc khác: khi thông qua cccccccc, bây giờ dddddddd"),
    ],
)
def test_another_version(saved: Path, changed: dict[str, str], told: str) -> None:
    assert compared(saved, **changed).about(None) == (told,)


def test_rules_that_are_not_run_any_more(saved: Path) -> None:
    assert compared(saved, rules=None).about(None) == ("Bản quy tắc khác: khi thông qua cccccccc, bây giờ không có",)


def test_of_many_criteria_five_are_named(saved: Path) -> None:
    def more(found: dict[str, Any]) -> None:
        criteria = found["units"][0]["criteria"]
        found["units"][0]["criteria"] = [
            {**criteria[0], "id": f"cu-{n}", "number": f"cu-{n}"} for n in range(7)
        ] + criteria

    found = compared(edited(saved, more))
    named = "; ".join(f"cu-{number}: 42 điểm → không có" for number in range(5))
    assert found.about(None) == (f"Tỉnh A: {named}; và 2 tiêu chí khác",)


def test_the_name_of_the_engine_and_of_units_does_not_matter(saved: Path) -> None:
    def other(found: dict[str, Any]) -> None:
        found["rules"]["engine"] = "durable-rules 2.0.28"
        found["program"]["version"] = "0.0"
        found["units"][0]["name"] = "Tên cũ"

    assert compared(edited(saved, other)) == Adopted(())


def test_a_result_of_an_older_program_without_places_is_compared_by_rank(saved: Path) -> None:
    def older(found: dict[str, Any]) -> None:
        for unit in found["units"]:
            del unit["place"], unit["place_reason"], unit["eligibility"]

    assert compared(edited(saved, older)) == Adopted(())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"12",
        b'"units"',
        b"{}",
        b'{"units": null}',
        b'{"units": [1]}',
        b'{"units": [{"id": []}]}',
        b'{"units": [{"id": "u0"}], "period": {}, "scale": {}, "rules": {}}',
        b'{"units": [], "period": 1, "scale": 1, "rules": 1}',
        b"[" * 100_000,
        b'{"units": ' + b"[" * 100_000,
        b"\xff\xfe\x00",
        "\ufeffTỉnh A;72".encode("utf-16"),
    ],
)
def test_a_file_that_is_no_result(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "ket-qua.json"
    file.write_bytes(content)
    assert compared(file) == Adopted((), NO_RESULT)


def test_points_that_are_no_text_make_it_no_result(saved: Path) -> None:
    file = edited(saved, lambda found: found["units"][0].update(total=72.5))
    assert compared(file) == Adopted((), NO_RESULT)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert compared(tmp_path / "khong-co.json") == Adopted((), "không có tệp này")
    assert compared(tmp_path) == Adopted((), "hệ thống không cho đọc tệp")


def test_the_page_of_verification_says_what_differs(saved: Path) -> None:
    cluster, judgement = judged(ROWS, RULES, made_period(3, stage="adopted"))
    scored = as_scored(cluster, judgement, adopted_file=saved)
    assert "\nKết quả đúng như kết quả đã thông qua.\n" in verification(scored, cluster)
    assert is_clear(scored, cluster)
    other = replace(scored, period_hash="d" * 64)
    assert (
        "\nKHÁC VỚI KẾT QUẢ ĐÃ THÔNG QUA\n  - Bản số liệu, hồ sơ khác: khi thông qua bbbbbbbb, bây giờ dddddddd\n"
        in verification(other, cluster)
    )
    assert not is_clear(other, cluster)


def test_a_conclusion_of_the_conference_changes_no_points_but_is_told(saved: Path) -> None:
    made = made_period(3, stage="adopted", conclusions=(concluded(1, "u1"),))
    assert compared(saved, made=made).about(None) == ("Hội nghị kết luận xếp thứ Nhất: không có → Tỉnh B",)


def saved_as(folder: Path, rules: RuleSet, made: Period) -> Path:
    cluster, judgement = judged(ROWS, rules, made)
    file = folder / "ket-qua.json"
    file.write_text(json_report(as_scored(cluster, judgement), cluster), encoding="utf-8")
    return file


def test_whom_a_proposal_is_for_and_what_it_lacks(tmp_path: Path) -> None:
    voted = rule_set(awards=(AwardRule(1, "Cờ thi đua", "Quy chế", F(4, 5)), AwardRule(2, "Bằng khen", "Quy chế")))
    file = saved_as(tmp_path, voted, made_period(3, stage="adopted", ballots=(ballot("u0", 10),)))
    assert compared(file, rules=voted, made=made_period(3, stage="adopted", ballots=(ballot("u0", 7),))).about(
        None
    ) == (
        "Đề nghị tặng Cờ thi đua cho đơn vị xếp thứ Nhất: Tỉnh A → "
        "Tỉnh A (còn thiếu: tỷ lệ phiếu đồng ý là 70,00%, cần từ 80% tổng số thành viên)",
    )
    swapped = made_period(3, stage="adopted", conclusions=(concluded(1, "u1"),), ballots=(ballot("u1", 10),))
    assert compared(file, rules=voted, made=swapped).about(None) == (
        "Hội nghị kết luận xếp thứ Nhất: không có → Tỉnh B",
        "Đề nghị tặng Cờ thi đua cho đơn vị xếp thứ Nhất: Tỉnh A → Tỉnh B",
        "Đề nghị tặng Bằng khen cho đơn vị xếp thứ Nhì: Tỉnh B → chưa xác định được đơn vị (còn thiếu: hội nghị đã "
        "kết luận Tỉnh B ở hạng 1, khác với điểm, và chưa kết luận hạng này)",
    )


def test_a_proposal_that_the_rules_do_not_make_any_more(tmp_path: Path) -> None:
    made = made_period(3, stage="adopted")
    file = saved_as(tmp_path, rule_set(awards=(AwardRule(1, "Cờ thi đua", "Quy chế"),)), made)
    assert compared(file).about(None) == ("Đề nghị tặng Cờ thi đua cho đơn vị xếp thứ Nhất: Tỉnh A → không đề nghị",)


def test_findings_that_came_went_or_say_something_else(tmp_path: Path) -> None:
    rules = rule_set(about_violations("VP-01", "under_review"), about_violations("VP-02", "confirmed"))
    before = (violation("u0"), violation("u1"))
    file = saved_as(tmp_path, rules, made_period(3, stage="adopted", violations=before))
    after = made_period(3, stage="adopted", violations=(violation("u0", "confirmed"), violation("u1")))
    found = compared(file, rules=rules, made=after)
    assert found.differences == (Difference("u0", "Tỉnh A: vấn đề do quy tắc nêu: thêm VP-02; không còn VP-01"),)
    edited(file, lambda result: result["findings"][1].update(message="Tỉnh B: câu cũ", unit="u1"))
    edited(
        file,
        lambda result: result["findings"].append(
            {**result["findings"][0], "unit": None, "rule": "C-01", "message": "Chung"}
        ),
    )
    assert compared(file, rules=rules, made=made_period(3, stage="adopted", violations=before)).differences == (
        Difference(None, "Chung: vấn đề do quy tắc nêu: không còn C-01"),
        Difference("u1", "Tỉnh B: vấn đề do quy tắc nêu: nội dung khác VP-01"),
    )


@pytest.mark.parametrize("part", ["places", "awards", "findings"])
def test_a_result_of_an_older_program_without_a_list_is_compared_by_the_rest(saved: Path, part: str) -> None:
    assert compared(edited(saved, lambda found: found.pop(part))) == Adopted(())


@pytest.mark.parametrize("part", ["places", "awards", "findings"])
@pytest.mark.parametrize(
    "broken", [None, 1, "a", [1], [{}], [{"place": -100, "award": "x", "unit": "u0", "decided": {"unit": 1}}]]
)
def test_a_broken_list_makes_it_no_result(saved: Path, part: str, broken: Any) -> None:
    assert compared(edited(saved, lambda found: found.update({part: broken}))) == Adopted((), NO_RESULT)


def test_a_place_that_is_no_number_makes_it_no_result(saved: Path) -> None:
    file = edited(saved, lambda found: found["units"][0].update(place=float("inf")))
    assert compared(file) == Adopted((), NO_RESULT)
