"""Saved results as they may come: broken, cut off, changed by hand, of something else altogether. Whole diagnostics."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judged import as_scored, judged, made_period, rule_set

from thidua.comparison.runs import Run
from thidua.comparison.runs_problems import problems_of_runs
from thidua.comparison.runs_reading import read_run, run_of
from thidua.diagnostics import Diagnostic
from thidua.reports.json_report import json_report

SAVE_AGAIN = "chạy lại “thidua score ĐỢT_CHẤM --format json -o TỆP” để có tệp mới"
NOT_JSON = f"kiểm tra xem có chọn nhầm tệp, hoặc tệp có bị sửa tay không; {SAVE_AGAIN}."
CUT = f"chép lại tệp từ bản gốc, hoặc {SAVE_AGAIN}."
ROW = "tiêu chí “thu-nhat” của đơn vị “u1”"
A_NUMBER = 'phải là số đặt trong ngoặc kép, ví dụ "37.50"'
NO_RESULT = f"chọn đúng tệp kết quả; nếu tệp đã bị sửa thì lấy lại bản gốc, hoặc {SAVE_AGAIN}."


def saved() -> str:
    cluster, judgement = judged([(42, 30), (30, None), None], rule_set(), made_period(3))
    return json_report(as_scored(cluster, judgement), cluster)


def told(file: Path) -> str:
    found = read_run(file, file.name)
    assert isinstance(found, Diagnostic)
    return str(found)


def wrong(place: str, code: int, message: str, hint: str) -> str:
    return f"ket-qua.json:{place}: lỗi TD-{code}: {message}\n    Gợi ý: {hint[0].upper()}{hint[1:]}"


GOOD = saved()
CUT_INSIDE = GOOD[: GOOD.index('"name": "Tỉnh B"') + 14]
LINE = CUT_INSIDE.count("\n") + 1


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("không phải JSON", wrong("1:1", 660, "Từ chỗ này tệp không đọc được như tệp JSON.", NOT_JSON)),
        ('{"a": 1,\n "b" 2}', wrong("2:6", 660, "Từ chỗ này tệp không đọc được như tệp JSON.", NOT_JSON)),
        ('{"a": NaN}', wrong("1:1", 660, "Từ chỗ này tệp không đọc được như tệp JSON.", NOT_JSON)),
        ('{"a": ' + "9" * 5000 + "}", wrong("1:1", 660, "Từ chỗ này tệp không đọc được như tệp JSON.", NOT_JSON)),
        ("[" * 100_000, wrong("1:1", 660, "Từ chỗ này tệp không đọc được như tệp JSON.", NOT_JSON)),
        ('{"a": [1, 2', wrong("1:12", 661, "Tệp hết giữa chừng: phần sau chỗ này bị mất.", CUT)),
        (CUT_INSIDE, wrong(f"{LINE}:15", 661, "Tệp hết giữa chừng: phần sau chỗ này bị mất.", CUT)),
        (
            '{"total": "71.00", "total": "72.00"}',
            wrong(
                "1:1",
                662,
                "Khóa “total” ghi hai lần trong cùng một mục, không biết lấy giá trị nào.",
                f"lấy lại bản chưa sửa, hoặc {SAVE_AGAIN}.",
            ),
        ),
    ],
)
def test_what_is_no_json(content: str, expected: str, tmp_path: Path) -> None:
    file = tmp_path / "ket-qua.json"
    file.write_text(content, "utf-8")
    assert told(file) == expected


def unit(found: dict[str, Any]) -> Any:
    return found["units"][1]


def criterion(found: dict[str, Any]) -> Any:
    return found["units"][1]["criteria"][0]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda _: [], "tệp phải là một nhóm khóa và giá trị"),
        (lambda _: "units", "tệp phải là một nhóm khóa và giá trị"),
        (lambda _: {}, "thiếu mục “period” (đợt chấm điểm)"),
        (lambda f: f.pop("units"), "thiếu mục “units” (đơn vị)"),
        (lambda f: f.update(units=None), "mục “units” (đơn vị) phải là một danh sách"),
        (lambda f: f.update(units=[1]), "đơn vị thứ 1 phải là một nhóm khóa và giá trị"),
        (lambda f: f["period"].pop("hash"), "thiếu mục “hash” của đợt chấm điểm"),
        (lambda f: f["period"].update(stage="xong"), "mục “stage” (giai đoạn) của đợt chấm điểm phải là "
         "một trong các từ: self, verified, agreed, adopted"),
        (lambda f: unit(f).update(id="u0"), "mục “id” của đơn vị “u0” ghi “u0” lần thứ hai"),
        (lambda f: unit(f).update(id=[]), "mục “id” của đơn vị thứ 2 phải là chữ hoặc số"),
        (lambda f: unit(f).update(total=72.5), "mục “total” (tổng điểm) của đơn vị “u1” phải là chữ"),
        (lambda f: unit(f).update(total="72,5"), f"mục “total” (tổng điểm) của đơn vị “u1” {A_NUMBER}"),
        (lambda f: unit(f).update(total="1" * 60), f"mục “total” (tổng điểm) của đơn vị “u1” {A_NUMBER}"),
        (lambda f: unit(f).update(rank="một"), "mục “rank” (xếp hạng) của đơn vị “u1” phải là số nguyên lớn hơn 0"),
        (lambda f: unit(f).update(place=True), "mục “place” (xếp hạng) của đơn vị “u1” phải là số nguyên lớn hơn 0"),
        (lambda f: unit(f).update(place=-1), "mục “place” (xếp hạng) của đơn vị “u1” phải là số nguyên lớn hơn 0"),
        (lambda f: unit(f).update(provisional=1), "mục “provisional” của đơn vị “u1” phải là true hoặc false"),
        (lambda f: unit(f).update(name={}), "mục “name” của đơn vị “u1” phải là chữ"),
        (lambda f: criterion(f).pop("points") and None, ""),
        (lambda f: criterion(f).pop("least"), f"thiếu mục “least” (mức thấp nhất) của {ROW}"),
        (lambda f: criterion(f).update(figures=[]),
         f"số liệu của {ROW} phải là một nhóm khóa và giá trị"),
        (lambda f: criterion(f)["figures"].update(count=1), f"mục “count” của số liệu của {ROW} phải là chữ"),
        (lambda f: criterion(f)["evidence"].update(documents={}),
         f"mục “documents” (tài liệu) của tài liệu kiểm chứng của {ROW} phải là một danh sách"),
        (lambda f: criterion(f)["evidence"].update(documents=[{"type": "a", "dated": "hôm qua"}]),
         f"mục “dated” của tài liệu thứ 1 của tài liệu kiểm chứng của {ROW} phải là một ngày"),
        (lambda f: criterion(f)["evidence"].update(missing=[1]),
         f"mục “missing” của tài liệu kiểm chứng của {ROW} phải là danh sách chữ"),
        (lambda f: f["scale"].update(figures={"thu-nhat": [{"id": "count"}]}),
         "thiếu mục “kind” của phần tử “count” của mục “thu-nhat” của số liệu của thang điểm"),
    ],
)  # fmt: skip
def test_what_is_no_result(change: Callable[[dict[str, Any]], Any], fault: str, tmp_path: Path) -> None:
    found = json.loads(GOOD)
    made = change(found)
    file = tmp_path / "ket-qua.json"
    whole = made if made in ([], "units", {}) else found
    file.write_text(json.dumps(whole), "utf-8")
    message = f"Đây không phải là kết quả do lệnh “thidua score” ghi: {fault}."
    if fault:
        assert told(file) == wrong("1:1", 663, message, NO_RESULT)
    else:  # points may be null, and so may they be missing
        assert isinstance(read_run(file, file.name), Run)


def test_files_that_are_no_text_at_all(tmp_path: Path) -> None:
    file = tmp_path / "ket-qua.json"
    assert told(file).startswith("ket-qua.json:1:1: lỗi TD-100: Không tìm thấy tệp này.")
    assert told(tmp_path).startswith(f"{tmp_path.name}:1:1: lỗi TD-101: Không đọc được tệp: đây là một thư mục.")
    for content, code in ((b"", 103), (b"\xff\xfea\x00", 104), (b"%PDF-1.7", 105)):
        file.write_bytes(content)
        assert told(file).startswith(f"ket-qua.json:1:1: lỗi TD-{code}: ")


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "ket-qua.json"
    with file.open("wb") as made:
        made.truncate(65 * 1024 * 1024)
    assert told(file).startswith("ket-qua.json:1:1: lỗi TD-102: Tệp lớn 65 MB, quá mức 64 MB.")


def as_run(change: Callable[[dict[str, Any]], Any] = lambda _: None) -> Run:
    found = json.loads(GOOD)
    change(found)
    made = run_of(found, "ket-qua.json")
    assert isinstance(made, Run), str(made)
    return made


def test_results_of_two_periods_are_not_compared() -> None:
    other = as_run(lambda found: found["period"].update(id="cum-2018"))
    (problem,) = problems_of_runs(other, as_run(), "cu.json", "moi.json")
    assert str(problem) == (
        f"moi.json:1:1: lỗi TD-664: Tệp này là kết quả của đợt “{as_run().period.id}”, còn cu.json là kết quả của đợt "
        "“cum-2018”.\n    Gợi ý: Chọn hai kết quả của cùng một đợt. Muốn biết đổi thang điểm thì kết quả đổi thế nào, "
        "dùng “thidua diff” với hai thang điểm và --period."
    )


def test_what_an_older_program_did_not_save_is_said() -> None:
    def older(found: dict[str, Any]) -> None:
        found["program"]["version"] = "0.0.9"
        for each in found["units"]:
            for row in each["criteria"]:
                del row["figures"]

    (problem,) = problems_of_runs(as_run(older), as_run(), "cu.json", "moi.json")
    assert str(problem) == (
        "cu.json:1:1: cảnh báo TD-665: Tệp do bản chương trình cũ (0.0.9) ghi, không có số liệu và tài liệu: không "
        "biết số liệu, tài liệu nào làm đổi điểm.\n    Gợi ý: Điểm, trạng thái, xếp hạng vẫn so được. Muốn biết nguyên "
        "nhân, chấm lại bản hồ sơ khi đó bằng bản chương trình này rồi so lại."
    )
    assert problems_of_runs(as_run(), as_run(), "cu.json", "moi.json") == ()


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.sampled_from(["1.00", "scored", "u0"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "units", "hash"]), inner),
    max_leaves=5,
)


@settings(max_examples=150, deadline=None)
@given(data=st.data(), value=ANYTHING)
def test_a_value_changed_anywhere_is_read_or_told(data: st.DataObject, value: Any) -> None:
    found = json.loads(GOOD)
    place: Any = found
    while True:
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        inner = place[key]
        if not inner or not isinstance(inner, dict | list) or data.draw(st.booleans()):
            break
        place = inner
    place[key] = value
    assert isinstance(run_of(found, "ket-qua.json"), Run | Diagnostic)
