"""One cell at a time: what a dossier would have for it, and what is said about it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from thidua.diagnostics import Diagnostic
from thidua.forms.cells import CellReader, is_outside
from thidua.model.figure import Figure
from thidua.reading.workbooks import Cell, Sheet

MONEY = Figure("actual", "thực hiện", "number", "tỷ đồng", 1, Fraction(0), Fraction(200_000))
SHARE = Figure("actual", "tỷ lệ", "percent", "phần trăm", 2, Fraction(0), Fraction(100))
GROWTH = Figure("actual", "tốc độ tăng", "percent", "phần trăm", 2, Fraction(-20), Fraction(30))
PASSED = Figure("achieved", "đạt", "yes_no", "", 0)
LEVEL = Figure("level", "mức", "level", "", 0, levels=("Tốt", "Khá, tốt"))


def number(value: str, shown: str = "General", formula: str | None = None) -> Cell:
    return Cell(2, 5, "number", value, Decimal(value), shown, formula)


def text(written: str) -> Cell:
    return Cell(2, 5, "text", written)


DAY = Cell(2, 5, "date", "43831", date(2020, 1, 1), "dd/mm/yyyy")
TRUE = Cell(2, 5, "bool", "1", True)
ERROR = Cell(2, 5, "error", "#N/A")
UNKNOWN = Cell(2, 5, "no_value", "", formula="A1*2")


@pytest.mark.parametrize(
    ("cell", "figure", "expected", "codes"),
    [
        (number("4015.0"), MONEY, "4015", []),
        (number("4015.5"), MONEY, "4015,5", []),
        (number("-0.0"), MONEY, "0", []),
        (number("0.30000000000000004"), MONEY, "0,3", [444]),
        (number("655.19999999999993"), MONEY, "655,2", [444]),
        # More decimals than declared are the unit's: kept, and refused where the dossier is built (TD-405).
        (number("4015.125"), MONEY, "4015,125", []),
        (number("0.975", "0.0%"), MONEY, None, [443]),
        (number("0.975", "0.0%"), SHARE, "97,5", []),
        (number("0.9755", "0%"), SHARE, "97,55", []),
        (number("97.5"), SHARE, "97,5", []),
        (number("0.975"), SHARE, "0,975", [449]),
        (number("0.5"), GROWTH, "0,5", []),
        (number("195", formula="A1*2"), MONEY, "195", []),
        (text("4015"), MONEY, "4015", [448]),
        (text(" 4015,5 "), MONEY, "4015,5", [448]),
        (text("97,5%"), SHARE, "97,5%", [448]),
        # Left to the reader of numbers, which asks (TD-110, TD-111).
        (text("1.000"), MONEY, "1.000", []),
        (text("khoảng 40"), MONEY, "khoảng 40", []),
        (text("   "), MONEY, None, []),
        (text("4\u200b0"), MONEY, None, [107]),
        (DAY, MONEY, None, [442]),
        (TRUE, MONEY, None, [445]),
        (ERROR, MONEY, None, [440]),
        (UNKNOWN, MONEY, None, [441]),
        (number("4", formula="[1]Sheet1!B2"), MONEY, None, [446]),
        (text("Đạt"), PASSED, "có", []),
        (text("không  ĐẠT"), PASSED, "không", []),
        (text("có"), PASSED, "có", []),
        (text("x"), PASSED, None, [445]),
        (TRUE, PASSED, "có", []),
        (ERROR, PASSED, None, [440]),
        (text("Khá, tốt"), LEVEL, "Khá, tốt", []),
        (DAY, LEVEL, None, [445]),
    ],
)
def test_a_figure(cell: Cell, figure: Figure, expected: str | None, codes: list[int]) -> None:
    problems: list[Diagnostic] = []
    assert CellReader("a.xlsx", Sheet("A"), problems).figure(cell, figure) == expected
    assert [each.code for each in problems] == codes
    assert all(str(each).startswith("a.xlsx:A!E2: ") for each in problems)


@pytest.mark.parametrize(
    ("cell", "expected", "codes"),
    [
        (text("12/BC-UBND"), "12/BC-UBND", []),
        (text("dòng một \r\n\n  dòng  hai"), "dòng một\ndòng hai", []),
        (number("3037"), "3037", []),
        (DAY, None, [445]),
        (TRUE, None, [445]),
        (ERROR, None, [440]),
    ],
)
def test_a_text(cell: Cell, expected: str | None, codes: list[int]) -> None:
    problems: list[Diagnostic] = []
    assert CellReader("a.xlsx", Sheet("A"), problems).plain(cell) == expected
    assert [each.code for each in problems] == codes


@pytest.mark.parametrize(
    ("cell", "expected", "codes"),
    [
        (DAY, "01/01/2020", []),
        (text("15/2/2020"), "15/2/2020", []),
        (number("43876"), None, [445]),
        (TRUE, None, [445]),
        (UNKNOWN, None, [441]),
    ],
)
def test_a_day(cell: Cell, expected: str | None, codes: list[int]) -> None:
    problems: list[Diagnostic] = []
    assert CellReader("a.xlsx", Sheet("A"), problems).day(cell) == expected
    assert [each.code for each in problems] == codes


@pytest.mark.parametrize(
    ("formula", "outside"),
    [
        ("[1]Sheet1!B2", True),
        ("'[so lieu.xlsx]Sheet 1'!B2", True),
        ("SUM([2]A!B2:B4)", True),
        ("cmd|'/c calc'!A0", True),
        ("of:=['file:///tmp/a.ods'#$A.B2]", True),
        ('of:=DDE("soffice";"a";"b")', True),
        ('HYPERLINK("http://a.vn")', True),
        ("F12*1.05", False),
        ("'Tự chấm điểm'!F12+SUM(A1:A4)", False),
        ("of:=[.F12]*2+SUM([.A1:.A4])", False),
        ("of:=[$'Trang 2'.B4]", False),
        ("Table1[Cột]", False),
    ],
)
def test_formulas_that_reach_out(formula: str, outside: bool) -> None:
    assert is_outside(formula) == outside
