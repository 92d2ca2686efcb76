"""Cells to the texts that a dossier would have: what can't be taken as it stands gets a diagnostic at its cell."""

import re
from decimal import Decimal
from fractions import Fraction

from thidua.building.figures import read_figure
from thidua.diagnostics import Diagnostic, diagnose
from thidua.model.figure import Figure
from thidua.numerals.reading import parse_number
from thidua.numerals.writing import format_number
from thidua.reading.characters import clean_value, clipped, plain_line_breaks
from thidua.reading.workbooks import Cell, Sheet
from thidua.vocabulary import FORM_LISTS, fold, word

_OUTSIDE = re.compile(r"\[[^\]]+\][^(\]]*!|\|.*!|https?:", re.IGNORECASE)
_OUTSIDE_OF_ODS = re.compile(r"file:|DDE\(|https?:", re.IGNORECASE)
_ODS_FORMULA = ("of:", "oooc:", "msoxl:")
_PASSED = {
    fold(spelling): word("yes_no", term.identifier)
    for term in FORM_LISTS["passed"]
    for spelling in (term.vietnamese, word("yes_no", term.identifier))
}
# What a double loses stays far below this share of a number; what a person meant stays far above.
_NOISE = Decimal("1e-12")
_SHARE = Fraction(50)


class CellReader:
    """Reads the cells of one sheet; problems are collected."""

    def __init__(self, shown: str, sheet: Sheet, problems: list[Diagnostic]) -> None:
        self.shown = shown
        self.sheet = sheet
        self.problems = problems

    def report(self, cell: Cell, code: int, **fields: object) -> None:
        """Add a diagnostic at a cell."""
        self.problems.append(diagnose(code, self.sheet.place(self.shown, cell.row, cell.column), **fields))

    def figure(self, cell: Cell, figure: Figure) -> str | None:
        """A figure's text; None where there is none to be had."""
        if not self.is_readable(cell):
            return None
        match figure.kind:
            case "yes_no" if cell.kind == "bool":
                return word("yes_no", "yes" if cell.value else "no")
            case "yes_no":
                return self.passed(cell)
            case "level":
                return self.plain(cell)
        return self.number(cell, figure.name, figure.decimals, figure)

    def passed(self, cell: Cell) -> str | None:
        """Whether something is passed: as the list of the cell says it, or as files do."""
        text = self.plain(cell)
        answer = _PASSED.get(fold(text)) if text else None
        if text and answer is None:
            wanted = " hoặc ".join(f"“{term.vietnamese}”" for term in FORM_LISTS["passed"])
            self.report(cell, 445, what=f"“{clipped(text)}”", wanted=wanted, remedy="chọn trong danh sách của ô")
        return answer

    def points(self, cell: Cell, decimals: int) -> str | None:
        """Points that a unit gives itself."""
        if not self.is_readable(cell):
            return None
        return self.number(cell, word("form_column", "self_points"), decimals, None)

    def number(self, cell: Cell, name: str, decimals: int, figure: Figure | None) -> str | None:
        """The text of a number; one that is stored as a text is taken where it is one beyond doubt, and told."""
        match cell.kind, cell.value:
            case "number", Decimal() as value:
                return self.stored(cell, value, name, decimals, figure)
            case "date", _:
                self.report(cell, 442, figure=name, day=f"{cell.value:%d/%m/%Y}")
            case "bool", _:
                self.report(cell, 445, what="giá trị đúng/sai", wanted=f"số ({name})", remedy="ghi số")
            case _:
                return self.written(cell, name, figure)
        return None

    def stored(self, cell: Cell, value: Decimal, name: str, decimals: int, figure: Figure | None) -> str | None:
        """The text of a stored number; what is shown in per cent must be meant so."""
        is_percent = figure is not None and figure.kind == "percent"
        if cell.is_percent and not is_percent:
            shown = format_number(Fraction(value * 100))
            measure = figure.measure if figure and figure.measure else "điểm"
            self.report(cell, 443, figure=name, shown=f"{shown}%", measure=measure)
            return None
        value = value * 100 if cell.is_percent else value
        kept = self.without_noise(cell, value, name, decimals)
        if is_percent and not cell.is_percent and figure and 0 < abs(kept) <= 1 and _may_be_a_share(figure):
            whole, small = format_number(Fraction(kept * 100)), format_number(Fraction(kept))
            self.report(cell, 449, figure=name, value=small, hundredfold=whole)
        return number_text(kept)

    def without_noise(self, cell: Cell, value: Decimal, name: str, decimals: int) -> Decimal:
        """The number with as many decimals as it may have, where only the noise of a double stands behind them."""
        kept = round(value, decimals) if abs(value) < Decimal(10) ** 15 else value
        residue = abs(value - kept)
        if residue == 0 or residue > _NOISE * max(abs(value), Decimal(1)):
            return value
        self.report(cell, 444, figure=name, value=number_text(value), kept=number_text(kept))
        return kept

    def written(self, cell: Cell, name: str, figure: Figure | None) -> str | None:
        """A number that is stored as a text."""
        text = self.cleaned(cell)
        if text:
            found = read_figure(text, figure) if figure else parse_number(text)
            if isinstance(found, Fraction):
                self.report(cell, 448, figure=name, text=clipped(text), value=format_number(found))
        return text

    def plain(self, cell: Cell) -> str | None:
        """A text; a number counts as the text that it shows, a day or a truth value does not."""
        if not self.is_readable(cell):
            return None
        match cell.kind, cell.value:
            case "number", Decimal() as value:
                return number_text(value)
            case "date", day:
                fields = {"what": f"ngày {day:%d/%m/%Y}", "wanted": "chữ"}
                remedy = "định dạng ô là Text rồi gõ lại (bảng tính tự đổi 12/2019 thành ngày)"
                self.report(cell, 445, **fields, remedy=remedy)
            case "bool", _:
                self.report(cell, 445, what="giá trị đúng/sai", wanted="chữ", remedy="gõ lại nội dung")
            case _:
                return self.cleaned(cell)
        return None

    def day(self, cell: Cell) -> str | None:
        """A day as documents write it; a text is left to the reader of days."""
        if not self.is_readable(cell):
            return None
        match cell.kind:
            case "date":
                return f"{cell.value:%d/%m/%Y}"
            case "text":
                return self.cleaned(cell)
        what = f"số {number_text(cell.value)}" if isinstance(cell.value, Decimal) else "giá trị đúng/sai"
        self.report(cell, 445, what=what, wanted="ngày", remedy="gõ ngày/tháng/năm, ví dụ 15/02/2020")
        return None

    def is_readable(self, cell: Cell) -> bool:
        """Whether the cell has a value of its own that can be looked at."""
        if cell.kind == "error":
            self.report(cell, 440, error=clipped(cell.text))
        elif cell.formula is not None and is_outside(cell.formula):
            self.report(cell, 446, formula=clipped(cell.formula))
        elif cell.kind == "no_value":
            self.report(cell, 441, formula=clipped(cell.formula or ""))
        else:
            return True
        return False

    def cleaned(self, cell: Cell) -> str | None:
        """A text without needless spaces; None where nothing is left, or it holds what no text may."""
        found = clean_value(plain_line_breaks(cell.text), self.sheet.place(self.shown, cell.row, cell.column))
        if isinstance(found, Diagnostic):
            self.problems.append(found)
            return None
        lines = (" ".join(line.split()) for line in found.splitlines())
        return "\n".join(line for line in lines if line) or None


def _may_be_a_share(figure: Figure) -> bool:
    """Whether a figure in per cent may be as high as a share of a whole, other than a rate of growth."""
    return figure.most is None or figure.most >= _SHARE


def is_outside(formula: str) -> bool:
    """Whether a formula takes its value from another file or program."""
    # In OpenDocument brackets stand round every reference.
    pattern = _OUTSIDE_OF_ODS if formula.startswith(_ODS_FORMULA) else _OUTSIDE
    return bool(pattern.search(formula))


def is_blank(cell: Cell | None) -> bool:
    """Whether nothing at all stands in a cell."""
    return cell is None or (cell.kind == "text" and cell.formula is None and not cell.text.strip())


def number_text(value: Decimal) -> str:
    """A number as files of ours write it: ``97,5``."""
    digits = f"{value:f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits.replace(".", ",")
