"""A file moved to another year: what it says, what it looks like, and what stays as it was."""

from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from small_cluster import HOME
from written_files import BREAKS, comments_of, text_of, with_breaks

from thidua.authoring.moving import Move, Moved, move
from thidua.building.documents import document_of
from thidua.diagnostics import has_errors
from thidua.loading.scales import LoadedScale, scale_in
from thidua.model.scale import Scale
from thidua.reading import clean_text
from thidua.reading.dates import moved_by_years

SCALE = HOME / "criteria/cum-nho/2019/thang-diem.yaml"
BY = Move("cum-nho/2019", "cum-nho/2020", 2019, 2020)
DAYS = ("1/1/2019", "01/01/2019", "2019-01-01", "16/12/2018", "28/2/2019")
LAST_DAYS = ("31/12/2019", "2019-12-31", "15/12/2019", "28/02/2020")
DOCUMENT = {"số": "12/QĐ-CTĐ", "ngày": "15/01/2019", "cơ quan ban hành": "Cụm trưởng"}


@cache
def small_scale() -> dict[str, Any]:
    """Of the shipped small scale, the first criterion of two sections: what is drawn costs time."""
    data: dict[str, Any] = yaml.load(SCALE.read_text("utf-8"), yaml.BaseLoader)
    data["nội dung"] = data["nội dung"][:2]
    for section in data["nội dung"]:
        section["tiêu chí"] = section["tiêu chí"][:1]
        section["điểm chuẩn"] = section["tiêu chí"][0]["điểm chuẩn"]
    data["tổng điểm"] = str(sum(int(section["điểm chuẩn"]) for section in data["nội dung"]))
    return data


@st.composite
def scales(draw: st.DrawFn) -> str:
    """A small scale in some state, with dates in some form, some criteria that replace others, written somehow."""
    data = deepcopy(small_scale())
    state = draw(st.sampled_from(("giả định", "dự thảo", "lấy ý kiến", "đã ban hành", "hết hiệu lực")))
    data["tình trạng"] = state
    if state == "đã ban hành" or (state != "giả định" and draw(st.booleans())):
        data["văn bản"] = DOCUMENT
        del data["bố cục phỏng theo"]
    data["số liệu từ ngày"] = draw(st.sampled_from(DAYS))
    data["số liệu đến hết ngày"] = draw(st.sampled_from(LAST_DAYS))
    if draw(st.booleans()):
        del data["năm thi đua"]
    for section in data["nội dung"]:
        for criterion in section["tiêu chí"]:
            if draw(st.integers(0, 3)) == 0:
                criterion["thay thế"] = draw(st.sampled_from((["cu-1"], ["cu-1", "cu-2"])))
    return text_of(data, Random(draw(st.integers(0, 2**32))))


def loaded(text: str) -> LoadedScale:
    clean = clean_text(text, "tệp")
    assert isinstance(clean, str)
    return scale_in(Path("tệp"), document_of(clean, "tệp", "scale"))


def moved(text: str, by: Move = BY) -> Moved:
    return move(text, "scale", by)


def year_later(day: date | None) -> date | None:
    if day is None:
        return None
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)


def expected(scale: Scale) -> Scale:
    """The model as it should be after the move, made from the model and not from the text."""

    def named(part: Any) -> Any:
        return replace(part, name=part.name.replace("năm 2019", "năm 2020"))

    def criterion(each: Any) -> Any:
        evidence = tuple(replace(named(one), id=one.id.replace("năm 2019", "năm 2020")) for one in each.evidence)
        return replace(named(each), evidence=evidence)

    return replace(
        named(scale),
        id=BY.new_id,
        year=None if scale.year is None else 2020,
        data_from=year_later(scale.data_from),
        data_to=year_later(scale.data_to),
        state="assumed" if scale.state == "assumed" else "draft",
        document=None,
        sections=tuple(replace(named(each), criteria=tuple(map(criterion, each.criteria))) for each in scale.sections),
    )


@settings(max_examples=50)
@given(scales())
def test_the_new_year_says_what_it_should_and_has_no_error(text: str) -> None:
    before, after = loaded(text), loaded(moved(text).text)
    assert before.scale is not None
    assert not has_errors(before.diagnostics)
    assert [str(each) for each in after.diagnostics if has_errors([each])] == []
    assert after.scale == expected(before.scale)


@settings(max_examples=50)
@given(scales(), st.sampled_from(BREAKS), st.sampled_from(("", "\ufeff")))
def test_what_is_not_moved_keeps_its_bytes(text: str, line_break: str, mark: str) -> None:
    first = moved(text)
    assert moved(text) == first
    # The same whatever the line breaks are.
    again = moved(with_breaks(text, line_break, mark))
    assert again == replace(first, text=with_breaks(first.text, line_break, mark))
    # Lines keep their numbers; those that nothing is told of are the same.
    old, new = text.split("\n"), first.text.split("\n")
    assert len(old) == len(new)
    told = {change.line: change for change in first.changes}
    assert [line for number, line in enumerate(old, 1) if number not in told] == [
        line for number, line in enumerate(new, 1) if number not in told
    ]
    # In a line that was made a comment, nothing was taken away.
    for number, change in told.items():
        if change.kind == "comment":
            assert new[number - 1].replace("# ", "", 1).startswith(old[number - 1].rstrip())
    kept = [number for number in range(len(old)) if number + 1 not in told or told[number + 1].kind != "comment"]
    assert comments_of(old[number] for number in kept) == comments_of(new[number] for number in kept)


@settings(max_examples=30)
@given(scales())
def test_there_and_back_again_is_the_same(text: str) -> None:
    """What has no document and replaces nothing comes back as it was, but for the state and the last of February."""
    there = moved(text)
    back = move(there.text, "scale", Move(BY.new_id, BY.old_id, 2020, 2019)).text
    if not any(change.kind == "comment" for change in there.changes) and "giả định" in text:
        assert back == text


@given(
    st.dates(date(1901, 1, 1), date(2199, 12, 31)), st.sampled_from(("%d/%m/%Y", "%Y-%m-%d")), st.integers(-300, 300)
)
def test_a_date_is_moved_in_its_form(day: date, form: str, years: int) -> None:
    found = moved_by_years(day.strftime(form), years)
    year = day.year + years
    if not 1900 <= year <= 2200:
        assert found == day.strftime(form)
        return
    try:
        wanted = day.replace(year=year)
    except ValueError:
        wanted = date(year, 2, 28)
    assert found == wanted.strftime(form)


@pytest.mark.parametrize(
    ("written", "years", "later"),
    [
        ("29/2/2024", 1, "28/2/2025"),
        ("29/02/2024", 4, "29/02/2028"),
        ("2024-02-29", -1, "2023-02-28"),
        ("1/1/2019", 1, "1/1/2020"),
        ("16/12/2025", 1, "16/12/2026"),
        ("31/12/2200", 1, "31/12/2200"),
        ("tháng 1", 1, "tháng 1"),
    ],
)
def test_forms_of_dates(written: str, years: int, later: str) -> None:
    assert moved_by_years(written, years) == later


def small(text: str) -> str:
    return moved(f"loại tệp: thang điểm\nmã: cum-nho/2019\n{text}").text.partition("\n")[2].partition("\n")[2]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        (
            "văn bản: {số: 1,\n  ngày: 2}\nx: 1\n",
            "# văn bản: {số: 1, # văn bản của cum-nho/2019; ghi lại khi ban hành văn bản mới\n#   ngày: 2}\nx: 1\n",
        ),
        # the key with a question mark
        (
            "? văn bản\n: - a\nx: 1\n",
            "# ? văn bản # văn bản của cum-nho/2019; ghi lại khi ban hành văn bản mới\n# : - a\nx: 1\n",
        ),
        # a figure that has the name of a key
        (
            "nội dung:\n- tiêu chí:\n  - số liệu:\n      thay thế: 1\n",
            "nội dung:\n- tiêu chí:\n  - số liệu:\n      thay thế: 1\n",
        ),
        # escapes, blocks, values on several lines
        ('tình trạng: "đ\\xe3 ban hành" # x\n', "tình trạng: dự thảo # x\n"),
        ("tình trạng: |\n  đã ban hành\n\nx: 1\n", "tình trạng: |\n  dự thảo\n\nx: 1\n"),
        ("tình trạng: đã\n  ban hành # x\nx: 1\n", "tình trạng: dự thảo\n # x\nx: 1\n"),
        ("số liệu từ ngày: '29/2/2019'\n", "số liệu từ ngày: '29/2/2019'\n"),
        ("tên: >-\n  Đó là năm 2019, năm\n  2019 # năm 2019\n", "tên: >-\n  Đó là năm 2020, năm\n  2020 # năm 2020\n"),
        ("tên: Báo cáo năm 2019 # năm 2019\n", "tên: Báo cáo năm 2020 # năm 2019\n"),
        # papers of both years, which would become one
        ("a:\n- tên: Sổ năm 2019\n- tên: Sổ năm 2020\n", "a:\n- tên: Sổ năm 2019\n- tên: Sổ năm 2020\n"),
        ("tên: Báo cáo năm 2018, 2019\n", "tên: Báo cáo năm 2018, 2019\n"),
    ],
)  # fmt: skip
def test_only_what_is_meant_is_changed(text: str, new: str) -> None:
    assert small(text) == new


@pytest.mark.parametrize(
    ("document", "left"),
    [
        ("văn bản: [a, b], x: 1}\n", "x: 1}\n"),
        ("x: 1, văn bản: [c]}\n", "x: 1, }\n"),
        ("văn bản: [a] # cũ\n , x: 1}\n", " # cũ\n x: 1}\n"),
        ("văn bản: [a,\n # b\n c], x: 1}\n", "\n\nx: 1}\n"),
    ],
)
def test_in_braces_a_comment_would_swallow_the_rest(document: str, left: str) -> None:
    assert moved("{loại tệp: thang điểm, mã: cum-nho/2019, " + document).text == (
        "{loại tệp: thang điểm, mã: cum-nho/2020, " + left
    )


def test_what_still_names_another_year_is_told_by_key() -> None:
    text = (
        "mã: cum-nho/2019  # lập năm 2018\n"
        "# so với năm 2019 và năm 2020\n"
        "tổng điểm: 2000\n"
        "căn cứ: Kế hoạch\n  năm 2019\n"
        "ghi chú:\n  - năm 2021 # năm 1999\n"
    )
    assert moved(text).to_look_at == (("lời chú", (1, 2, 7)), ("căn cứ", (5,)), ("ghi chú", (7,)))
