"""The cells of a form that units fill in: look, number format, limits, what the program shows on entering them."""

from fractions import Fraction
from typing import Literal

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from thidua.model.figure import Figure
from thidua.model.figure_words import range_words
from thidua.numerals.writing import format_number
from thidua.reports.workbooks.lists import Lists
from thidua.reports.workbooks.styles import points_format, put
from thidua.vocabulary import FORM_LISTS

DATE_FORMAT = "dd/mm/yyyy"
_TEXT_FORMAT = "@"
_LONGEST_TITLE = 32
_LONGEST_PROMPT = 255
_HUGE = 10**15


NumberLimit = Literal["whole", "decimal"]
LimitWords = tuple[Literal["warning", "stop"], str, str, str]


class Inputs:
    """Adds inputs to one sheet; cells with the same limits share a data validation."""

    def __init__(self, sheet: Worksheet, lists: Lists) -> None:
        self.sheet = sheet
        self.lists = lists
        self.made: dict[tuple[str, ...], DataValidation] = {}

    def figure(self, row: int, column: int, figure: Figure) -> None:
        """A cell for a figure."""
        if figure.kind == "yes_no":
            self.choice(row, column, [term.vietnamese for term in FORM_LISTS["passed"]])
        elif figure.kind == "level":
            self.choice(row, column, figure.levels)
        else:
            self.number(row, column, figure)

    def number(self, row: int, column: int, figure: Figure) -> None:
        """A cell for a number; outside its plausible range the program asks again, points it refuses."""
        put(self.sheet.cell(row, column), None, "input-number", points_format(figure.decimals))
        least = Fraction(-_HUGE) if figure.least is None else figure.least
        most = Fraction(_HUGE) if figure.most is None else figure.most
        whole: NumberLimit = (
            "whole" if figure.decimals == 0 and least.denominator == most.denominator == 1 else "decimal"
        )
        asks = figure.kind != "points" and (figure.least is not None or figure.most is not None)
        limits = range_words(figure)
        hint = f"Đơn vị tính: {figure.measure}. " if figure.measure else ""
        hint += "Số nguyên." if figure.decimals == 0 else f"Nhiều nhất {figure.decimals} chữ số thập phân."
        error = f"Ghi số{f' {limits}' if limits else ''}; chưa có thì để trống."
        self.limit(row, column, whole, least, most, ("warning" if asks else "stop", figure.name, hint, error))

    def points(self, row: int, column: int, most: Fraction, decimals: int) -> None:
        """A cell for the points that a unit gives itself."""
        put(self.sheet.cell(row, column), None, "input-number", points_format(decimals))
        words = f"Từ 0 đến {format_number(most)} điểm"
        self.limit(row, column, "decimal", Fraction(0), most, ("stop", "Tự chấm", f"{words}.", f"{words}; ghi số."))

    def choice(self, row: int, column: int, choices: list[str] | tuple[str, ...], *, free: bool = False) -> None:
        """A cell with a list to choose from; ``free``: something else may be written too."""
        put(self.sheet.cell(row, column), None, "input-text" if free else "input-centred")
        validation = DataValidation("list", formula1=self.lists.reference(choices), allow_blank=True)
        validation.errorStyle = "information" if free else "stop"
        validation.error = "Chọn trong danh sách." if not free else "Tài liệu ngoài danh sách của tiêu chí."
        self.add(row, column, validation, ("list", validation.formula1 or "", str(free)))

    def day(self, row: int, column: int) -> None:
        """A cell for a day."""
        put(self.sheet.cell(row, column), None, "input-centred", DATE_FORMAT)
        validation = DataValidation("date", operator="greaterThan", formula1="1", allow_blank=True)
        validation.errorStyle, validation.error = "warning", "Ghi ngày/tháng/năm, ví dụ 15/02/2020."
        self.add(row, column, validation, ("date",))

    def text(self, row: int, column: int, value: str | None = None) -> None:
        """A cell for a text; 12/2019 stays 12/2019."""
        put(self.sheet.cell(row, column), value, "input-text", _TEXT_FORMAT)

    def limit(
        self, row: int, column: int, kind: NumberLimit, least: Fraction, most: Fraction, words: LimitWords
    ) -> None:
        """Limits for a number. ``words``: style of the error, title, hint and error."""
        style, title, hint, error = words
        validation = DataValidation(kind, operator="between", allow_blank=True)
        validation.formula1, validation.formula2 = _formula(least), _formula(most)
        validation.errorStyle = style
        validation.promptTitle, validation.prompt = title[:_LONGEST_TITLE], hint[:_LONGEST_PROMPT]
        validation.errorTitle, validation.error = "Xem lại số vừa ghi", error[:_LONGEST_PROMPT]
        self.add(row, column, validation, (kind, str(least), str(most), *words))

    def add(self, row: int, column: int, validation: DataValidation, alike: tuple[str, ...]) -> None:
        """Put a cell under a validation, an equal one where there is one already."""
        if alike not in self.made:
            validation.showErrorMessage = True
            validation.showInputMessage = bool(validation.prompt)
            self.sheet.add_data_validation(validation)
            self.made[alike] = validation
        self.made[alike].add(self.sheet.cell(row, column))


def _formula(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else repr(float(value))
