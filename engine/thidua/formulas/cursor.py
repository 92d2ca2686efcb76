"""Going through the pieces of a formula: where it is, what has been found wrong, and when to stop."""

from typing import Final, NoReturn

from thidua.expressions import Node, lift
from thidua.formulas import problems as faults
from thidua.formulas.functions import Kind
from thidua.formulas.kinds import Part
from thidua.formulas.problems import FormulaProblem, clipped, problem
from thidua.formulas.tokens import Token
from thidua.formulas.words import is_condition
from thidua.vocabulary import fold

_CONDITIONAL: Final = frozenset((fold("thì"), fold("khi"), fold("nếu")))

MOST_NESTED: Final = 50
_LETTER_X: Final = frozenset("xX")


class Stopped(Exception):  # noqa: N818  # It is no error: the problem is already told.
    """Nothing after the last problem can be understood."""


class Cursor:
    """A place among the pieces. ``problems``: what was found so far; ``depth``: brackets and signs still open."""

    def __init__(self, text: str, pieces: tuple[Token, ...]) -> None:
        self.problems: list[FormulaProblem] = []
        self.text = text
        self.pieces = pieces
        self.at = 0
        self.depth = 0

    @property
    def next(self) -> Token:
        """The piece that is read next."""
        return self.pieces[self.at]

    def enter(self, token: Token) -> None:
        """Go one level deeper, at ``token``; whoever enters takes ``depth`` back."""
        self.depth += 1
        if self.depth > MOST_NESTED:
            self.stop(faults.too_long(token.column, f"có hơn {MOST_NESTED} lớp ngoặc, hàm, dấu âm lồng nhau"))

    def part(self, node: Node, first: Token, *, is_understood: bool = True) -> Part:
        """What the text from ``first`` up to here means; a fault in it is told once, not again by what holds it."""
        kind: Kind = "condition" if is_condition(node) else "number"
        written = self.text[first.start : self.pieces[self.at - 1].end]
        return Part(node, kind if is_understood else None, first.column, written)

    def faulty(self, found: FormulaProblem, first: Token) -> Part:
        """Tell a problem, and go on with a stand-in for the text from ``first`` up to here."""
        self.problems.append(found)
        return self.part(lift(0), first, is_understood=False)

    def stop(self, found: FormulaProblem) -> NoReturn:
        """Tell a problem after which nothing can be understood."""
        self.problems.append(found)
        raise Stopped

    def stop_without_operand(self) -> NoReturn:
        """Something else stands where a number, a name or a function must."""
        token = self.next
        if token.is_sign(","):
            self._stop_at_comma(token)
        after = f"Sau “{self._slice(self.pieces[self.at - 1])}”" if self.at else "Đầu công thức"
        found = f"ở đây là “{self._slice(token)}”" if token.kind != "end" else "ở đây hết công thức"
        self.stop(problem(faults.MISSING_OPERAND, token.column, after=after, found=found))

    def stop_between(self, opening: Token | None) -> NoReturn:
        """Something stands where an operator, or the end of the bracket (None: of the formula), must."""
        token = self.next
        if token.is_sign(","):
            self._stop_at_comma(token)
        if token.kind == "end" and opening:
            what = f"Dấu “(” ở ký tự thứ {opening.column} chưa có dấu “)” đi cùng."
            remedy = "Viết thêm dấu “)” ở chỗ kết thúc."
            self.stop(problem(faults.MISSING_BRACKET, opening.column, problem=what, remedy=remedy))
        if token.is_sign(")"):
            what, remedy = "Dấu “)” này không có dấu “(” đi cùng.", "Bỏ dấu “)”, hoặc viết thêm dấu “(” ở phía trước."
            self.stop(problem(faults.MISSING_BRACKET, token.column, problem=what, remedy=remedy))
        before = self.pieces[self.at - 1]
        fields = {"before": self._slice(before), "text": self._slice(token), "remedy": _remedy_between(before, token)}
        self.stop(problem(faults.EXTRA_TEXT, token.column, **fields))

    def _stop_at_comma(self, token: Token) -> NoReturn:
        before = self.pieces[self.at - 1].start if self.at else token.start
        after = self.pieces[self.at + 1].end
        self.stop(problem(faults.COMMA, token.column, text=clipped(self.text[before:after])))

    def _slice(self, token: Token) -> str:
        return clipped(self.text[token.start : token.end])


def _remedy_between(before: Token, token: Token) -> str:
    if token.text in _LETTER_X:
        return "Dấu nhân viết × hoặc *."
    if token.is_sign(";"):
        return "Dấu chấm phẩy chỉ ngăn cách các thành phần của một hàm, ví dụ min(a; b)."
    if token.is_sign("("):
        return f"Nếu là phép nhân thì viết dấu × ở giữa: {clipped(before.text).replace(')', '(…)')} × (…)."
    if fold(token.text) in _CONDITIONAL:
        return "Điều kiện viết bằng hàm: nếu(điều kiện; khi đúng; khi sai)."
    if before.kind == "number" and token.kind == "word":
        name = clipped(token.text)
        return f"Bỏ “{name}” nếu là đơn vị tính; nếu là tên số liệu thì viết phép tính ở giữa, ví dụ dấu ×."
    return "Viết phép tính hoặc phép so sánh ở giữa, hoặc bỏ phần này."
