"""The grammar of formulas: operands, operators and functions, each read by one method."""

from collections.abc import Mapping, Set
from fractions import Fraction
from typing import Final, cast

from thidua.expressions import And, Compare, Named, Node, Not, Number, Or, Sign
from thidua.formulas import problems as faults
from thidua.formulas.cursor import Cursor
from thidua.formulas.functions import FUNCTIONS, Function, Kind
from thidua.formulas.kinds import Part, mixed_up, wrong_kind
from thidua.formulas.problems import (
    FormulaProblem,
    clipped,
    in_formula,
    problem,
    unknown_function,
    unknown_name,
)
from thidua.formulas.tokens import Token
from thidua.formulas.words import Wording, is_percent, percent
from thidua.numerals.reading import NumberProblem, parse_number, parse_ratio
from thidua.vocabulary import fold

# Each level reads its term twice (a mean: sum and count), so the levels must be few.
MOST_CLUSTERS_NESTED: Final = 3

_AND, _OR, _NOT = fold("và"), fold("hoặc"), fold("không phải")
_COMPARISON: Final = 3
_LEVELS: Final[Mapping[str, int]] = {
    _OR: 1, _AND: 2,
    **dict.fromkeys((">=", ">", "<=", "<", "=", "!="), _COMPARISON),
    "+": 4, "−": 4, "×": 5, "÷": 5,
}  # fmt: skip

_ZERO: Final = Number(Fraction(0))
_STAND_INS: Final[Mapping[Kind, Node]] = {"number": _ZERO, "condition": Compare("=", _ZERO, _ZERO)}


class Parser(Cursor):
    """Reads one formula from left to right."""

    def __init__(self, text: str, pieces: tuple[Token, ...], names: Mapping[str, Node], in_percent: Set[Node]) -> None:
        super().__init__(text, pieces)
        self._names = names
        self._known: dict[str, Node] = {}
        for name, node in names.items():
            self._known.setdefault(fold(name), node)
        self._in_percent = in_percent
        self._wording = Wording(names)
        self._clusters = 0

    def whole(self) -> Node:
        """Read all of it: a number."""
        part = self._expression(0)
        if self.next.kind != "end":
            self.stop_between(None)
        return self._as("number", part)

    def _expression(self, least: int) -> Part:
        """Read operands joined by operators of level ``least`` or tighter."""
        first, known = self.next, len(self.problems)
        left = self._operand()
        while (level := _LEVELS.get(sign := self._operator(), -1)) >= least:
            self.at += 1
            node = self._joined(sign, left, self._expression(level + 1))
            left = self.part(node, first, is_understood=len(self.problems) == known)
        return left

    def _operator(self) -> str:
        return fold(self.next.text) if self.next.kind == "word" else self.next.text

    def _joined(self, sign: str, left: Part, right: Part) -> Node:
        if sign in (_AND, _OR):
            return _junction(sign, self._as("condition", left), self._as("condition", right))
        level = _LEVELS[sign]
        if level <= _LEVELS["+"]:
            self._refuse_mixing(left, right)
        is_compared = level == _COMPARISON
        a, b = self._as("number", left, is_compared), self._as("number", right, is_compared)
        if is_compared:
            return self._wording.compare(cast("Sign", sign), a, b)
        match sign:
            case "+":
                return a + b
            case "−":
                return a - b
            case "×":
                return a * b
            case _:
                return a / b

    def _as(self, kind: Kind, part: Part, is_compared: bool = False) -> Node:
        """The part as a number, or as a condition; a stand-in where it is not."""
        if part.kind == kind:
            return part.node
        if part.kind is not None:
            self.problems.append(wrong_kind(part, kind, is_compared=is_compared))
        return _STAND_INS[kind]

    def _refuse_mixing(self, *parts: Part) -> None:
        self.problems.extend(mixed_up(parts, self._in_percent))

    def _operand(self) -> Part:
        token = self.next
        if token.kind == "number":
            return self._number(token)
        if token.kind == "word":
            return self._words(token)
        if token.is_sign("−"):
            return self._negative(token)
        if not token.is_sign("("):
            self.stop_without_operand()
        return self._bracket(token)

    def _number(self, token: Token) -> Part:
        self.at += 1
        if self.depth and token.text.count(",") > 1:
            return self.faulty(problem(faults.COMMA, token.column, text=clipped(token.text)), token)
        is_ratio = token.text.endswith("%")
        value = parse_ratio(token.text) if is_ratio else parse_number(token.text)
        if isinstance(value, NumberProblem):
            return self.faulty(FormulaProblem(value.code, token.column, value.fields), token)
        return self.part(percent(Number(value)) if is_ratio else Number(value), token)

    def _negative(self, token: Token) -> Part:
        self.at += 1
        self.enter(token)
        term = self._as("number", self._operand())
        self.depth -= 1
        match term:
            case Number(value):
                return self.part(Number(-value), token)
            case Named(Number(value)) if is_percent(term):
                return self.part(percent(Number(-value)), token)
            case _:
                return self.part(_ZERO - term, token)

    def _bracket(self, opening: Token) -> Part:
        self.at += 1
        self.enter(opening)
        inside = self._expression(0)
        if not self.next.is_sign(")"):
            self.stop_between(opening)
        self.at += 1
        self.depth -= 1
        return self.part(inside.node, opening, is_understood=inside.kind is not None)

    def _words(self, first: Token) -> Part:
        """Read a name, a function or ``không phải``: the longest known one of the words that follow one another."""
        run = 0
        while self.pieces[self.at + run].kind == "word":
            run += 1
        for count in range(run, 0, -1):
            found = self._known_words(first, count)
            if found:
                return found
        return self._unknown_words(first, run)

    def _known_words(self, first: Token, count: int) -> Part | None:
        words = fold(" ".join(word.text for word in self.pieces[self.at : self.at + count]))
        is_called = self.pieces[self.at + count].is_sign("(")
        if words in self._known and not (is_called and words in FUNCTIONS):
            self.at += count
            return self.part(self._known[words], first)
        if words in FUNCTIONS:
            self.at += count
            return self._call(FUNCTIONS[words], first)
        if words == _NOT:
            self.at += count
            return self._negation(first)
        if words in (_AND, _OR):
            self.stop_without_operand()
        return None

    def _unknown_words(self, first: Token, run: int) -> Part:
        """Report the words up to the next ``và`` or ``hoặc`` as one unknown name or function."""
        joints = (count for count in range(1, run) if fold(self.pieces[self.at + count].text) in (_AND, _OR))
        self.at += next(joints, run)
        written = in_formula(self.text[first.start : self.pieces[self.at - 1].end])
        if not self.next.is_sign("("):
            return self.faulty(unknown_name(first.column, written, self._names), first)
        found = unknown_function(first.column, written, [function.name for function in FUNCTIONS.values()])
        self._arguments(self.next)
        return self.faulty(found, first)

    def _negation(self, first: Token) -> Part:
        self.enter(first)
        term = self._as("condition", self._expression(_COMPARISON))
        self.depth -= 1
        return self.part(Not(term), first)

    def _call(self, function: Function, first: Token) -> Part:
        if not self.next.is_sign("("):
            fields = {"problem": f"Sau tên hàm “{function.name}” thiếu dấu “(”.", "remedy": f"Viết {function.usage}."}
            self.stop(problem(faults.MISSING_BRACKET, self.next.column, **fields))
        self._clusters += function.of_cluster
        if self._clusters > MOST_CLUSTERS_NESTED:
            self.stop(
                faults.too_long(first.column, f"đặt hàm tính trên cả Cụm trong nhau quá {MOST_CLUSTERS_NESTED} lớp")
            )
        parts = self._arguments(self.next)
        self._clusters -= function.of_cluster
        if not function.accepts(len(parts)):
            fields = {"name": function.name, "needed": function.needed, "usage": function.usage}
            return self.faulty(problem(faults.WRONG_COUNT, first.column, **fields, count=str(len(parts))), first)
        if function.many:
            self._refuse_mixing(*parts)
        nodes = tuple(self._as(function.kind_of(position), part) for position, part in enumerate(parts))
        return self.part(function.build(nodes, self._wording), first)

    def _arguments(self, opening: Token) -> list[Part]:
        """Read what a function takes, brackets included."""
        self.at += 1
        self.enter(opening)
        parts: list[Part] = [] if self.next.is_sign(")") else [self._expression(0)]
        while self.next.is_sign(";"):
            self.at += 1
            parts.append(self._expression(0))
        if not self.next.is_sign(")"):
            self.stop_between(opening)
        self.at += 1
        self.depth -= 1
        return parts


def _junction(word: str, left: Node, right: Node) -> Node:
    """A flat And or Or, so that many conditions are not a deep tree."""
    kind = And if word == _AND else Or
    return kind((*(left.terms if isinstance(left, kind) else (left,)), right))
