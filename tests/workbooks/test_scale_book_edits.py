"""Random edits of a scale's workbook: the file then says what the cells ask for, and every other line is as it was."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scale_books import SAMPLE, SHIPPED, Edited, asked_by, exported

from thidua.reading import read_yaml
from thidua.scalebook.book import read_outline
from thidua.scalebook.outline import Group, Leaf, Listing, Outline, outline_of
from thidua.scalebook.splicing_in import Splicer, is_same
from thidua.scalebook.wanted import Want, Wanted, WantedList
from thidua.splicing.spans import read_spans
from thidua.vocabulary import key

EAST = next(file for file in SHIPPED if "mien-dong-nam-bo/2020" in file.as_posix())
FILES = (SAMPLE, EAST)
TEXTS = (
    "Mới",
    "Tỷ lệ: mới # không phải lời chú",
    "'a' \"b\"",
    "- gạch",
    "[a, b]",
    "=1+1",
    "95%",
    "có",
    "Dòng một\nDòng hai",
)


def _rename(book: Edited, data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(book.rows("criteria")))
    book.put("criteria", row, data.draw(st.sampled_from(["name", "number", "note"])), data.draw(st.sampled_from(TEXTS)))


def _points(book: Edited, data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(book.rows("criteria")))
    book.put("criteria", row, "standard_points", Decimal(data.draw(st.integers(1, 400))) / 4)


def _clear(book: Edited, data: st.DataObject) -> None:
    row = data.draw(st.sampled_from([each for each in book.rows("criteria") if book.text("criteria", each, "method")]))
    book.put("criteria", row, data.draw(st.sampled_from(["measure", "range_from", "range_to", "decimals"])), None)


def _bands(book: Edited) -> list[int]:
    return [each for each in book.rows("terms") if book.text("terms", each, "entry") == "các mức"]


def _band(book: Edited, data: st.DataObject) -> None:
    row = data.draw(
        st.sampled_from([each for each in book.rows("terms") if book.text("terms", each, "entry") == "các mức"])
    )
    book.put("terms", row, "value", data.draw(st.integers(0, 30)))
    edges = data.draw(st.sampled_from([("from_edge", "above_edge"), ("below_edge", "to_edge")]))
    for column in edges if data.draw(st.booleans()) else edges[::-1]:
        book.put("terms", row, column, None)
    book.put("terms", row, edges[data.draw(st.integers(0, 1))], Decimal(data.draw(st.integers(-8, 8))) / 8)


def _new_band(book: Edited, data: st.DataObject) -> None:
    row = data.draw(
        st.sampled_from([each for each in book.rows("terms") if book.text("terms", each, "entry") == "các mức"])
    )
    owner = book.text("terms", row, "owner")
    book.insert("terms", row + data.draw(st.integers(0, 1)), owner=owner, entry="Các mức", above_edge=7, value=3)


def _remove_row(book: Edited, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["terms", "evidence", "figures"]))
    # A rank that goes leaves a gap in the ranks, which is an error.
    ranked = [each for each in book.rows("terms") if book.text("terms", each, "entry") == key("points_by_rank")]
    rows = [each for each in book.rows(name) if name != "terms" or each not in ranked]
    book.remove(name, data.draw(st.sampled_from(rows)))


def _new_evidence(book: Edited, data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(book.rows("evidence")))
    owner = book.text("evidence", row, "owner")
    only = data.draw(st.sampled_from([None, "có"]))
    book.insert("evidence", row, owner=owner, evidence_type="Báo cáo mới", number_and_date_only=only)


def _plain_evidence(book: Edited, data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(book.rows("evidence")))
    book.put("evidence", row, "number_and_date_only", "có")


def _order(book: Edited, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["criteria", "evidence", "terms"]))
    book.order(name, data.draw(st.permutations(book.rows(name))))


EDITS = (_rename, _points, _clear, _band, _new_band, _remove_row, _new_evidence, _plain_evidence)


def spliced(file: Path, book: Edited) -> tuple[str, dict[str, Wanted], list[str]]:
    wanted = asked_by(file, book)
    raw = file.read_bytes().decode()
    splicer = Splicer(raw, "a.yaml")
    outline = read_outline(file)
    assert outline is not None
    splicer.group(outline, wanted, ())
    return splicer.splices.text, wanted, [str(each.severity) for each in splicer.diagnostics]


def says(old: Outline, want: Wanted) -> bool:
    match old, want:
        case Leaf(), Want():
            return is_same(old, want)
        case Group(entries), dict():
            return entries.keys() == want.keys() and all(says(entries[name], want[name]) for name in entries)
        case Listing(items), WantedList(wanted):
            pairs = list(zip(items, wanted, strict=False))
            return len(items) == len(wanted) and all(says(each, other.value) for each, other in pairs)
    return False


def comments(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.lstrip().startswith("#")]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
@settings(max_examples=10)
@given(data=st.data())
def test_the_file_says_what_the_cells_ask_for(file: Path, data: st.DataObject) -> None:
    book = exported(file)
    for edit in data.draw(st.lists(st.sampled_from(EDITS), min_size=1, max_size=4)):
        edit(book, data)
    text, wanted, severities = spliced(file, book)
    assert "error" not in severities
    reading = read_yaml(text, "a.yaml")
    assert [str(each) for each in reading.diagnostics] == []
    assert says(outline_of(read_spans(text)), wanted)
    assert comments(text) == comments(file.read_bytes().decode())


@settings(max_examples=12)
@given(data=st.data())
def test_an_edit_of_one_row_touches_only_its_lines(data: st.DataObject) -> None:
    """Names, numbers and points: one line each, all other lines byte by byte."""
    book = exported(SAMPLE)
    edits = data.draw(st.lists(st.sampled_from([_rename, _points]), min_size=1, max_size=3))
    for edit in edits:
        edit(book, data)
    old = SAMPLE.read_bytes().decode().split("\n")
    new = spliced(SAMPLE, book)[0].split("\n")
    added = len(new) - len(old)  # a note that wasn't there yet
    assert 0 <= added <= len(edits)
    assert len([line for line in old if line not in new]) <= len(edits)


@settings(max_examples=12)
@given(data=st.data())
def test_rows_in_another_order_change_nothing(data: st.DataObject) -> None:
    book = exported(SAMPLE)
    _order(book, data)
    text, _, severities = spliced(SAMPLE, book)
    assert text == SAMPLE.read_bytes().decode()
    assert set(severities) <= {"warning"}
