"""Random trees written in several spellings are read back as the same trees, with the same values."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

from formula_criterion import NAMES, evaluation
from hypothesis import assume, given
from hypothesis import strategies as st

from thidua.expressions import (
    Add,
    And,
    Case,
    Choose,
    Compare,
    Divide,
    Field,
    IsReported,
    Maximum,
    Minimum,
    Multiply,
    Named,
    Node,
    Not,
    Number,
    OfCluster,
    Or,
    Sign,
    Subtract,
    WholeSteps,
    lift,
)
from thidua.formulas.parser import MOST_CHARACTERS, MOST_PIECES
from thidua.formulas.tokens import tokens
from thidua.methods.formula import parse_formula

F = Fraction
FIELD_NAMES = {
    "tieu-chi.target": ("kế_hoạch", "dự toán", "Dự_Toán", "target"),
    "tieu-chi.actual": ("thực_hiện", "thực hiện", "THỰC_HIỆN", "thưc̣_hiêṇ"),
    "tieu-chi.last_year": ("năm_trước", "năm  trước", "last_year"),
    "tieu-chi.count": ("số_lượng", "số lượng"),
}  # fmt: skip
SIGNS: Mapping[str, tuple[str, ...]] = {
    ">=": ("≥", ">="), "<=": ("≤", "<="), "!=": ("≠", "!=", "<>"), ">": (">",), "<": ("<",), "=": ("=",),
}  # fmt: skip
MIRRORED: Mapping[Sign, Sign] = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "=": "=", "!=": "!="}
CLUSTER = {"max": "cao_nhất_cụm", "min": "thấp nhất cụm", "sum": "tổng_cụm"}
# How tightly a text holds together.
OR, AND, COMPARISON, SUM, PRODUCT, ATOM = range(1, 7)

decimals = st.integers(0, 10**6).flatmap(lambda top: st.integers(0, 4).map(lambda places: F(top, 10**places)))
constants = st.builds(Number, decimals | decimals.map(lambda value: -value))
leaves = constants | st.sampled_from([Field(each) for each in FIELD_NAMES])


def mean(term: Node) -> Node:
    return OfCluster("sum", term) / OfCluster("count", term)


@cache
def numbers(depth: int) -> st.SearchStrategy[Any]:
    if depth == 0:
        return leaves
    below, held = numbers(depth - 1), conditions(depth - 1)
    several = st.lists(below, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        leaves,
        *(st.builds(kind, below, below) for kind in (Subtract, Multiply, Divide)),
        st.builds(lambda a, b: a + b, below, below),
        *(st.builds(kind, several) for kind in (Minimum, Maximum)),
        below.map(lambda x: lift(0) - x),
        st.builds(lambda when, a, b: Choose((Case(when, a),), b), held, below, below),
        below.map(lambda x: WholeSteps(x, F(1), "down")),
        st.builds(OfCluster, st.sampled_from(sorted(CLUSTER)), below),
        below.map(mean),
    )


@cache
def conditions(depth: int) -> st.SearchStrategy[Any]:
    below = numbers(max(depth - 1, 0))
    compared = st.builds(Compare, st.sampled_from(sorted(SIGNS)), below, below)
    if depth == 0:
        return compared
    held = conditions(depth - 1)
    pair = st.tuples(held, held)
    return st.one_of(compared, pair.map(And), pair.map(Or), held.map(Not), below.map(IsReported))


class Writer:
    """Writes a tree as a formula, choosing among its spellings by chance."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)

    def any_of(self, *spellings: str) -> str:
        return self._chance.choice(spellings)

    def write(self, node: Node, least: int = 0) -> str:
        text, level = self._spelled(node)
        text = self.any_of("", " ").join(("", text)) if level >= least else f"({text})"
        return f"({text})" if self._chance.random() < 0.1 else text

    def _spelled(self, node: Node) -> tuple[str, int]:
        match node:
            case Number(value):
                return self._number(value), ATOM
            case Field(name):
                return self.any_of(*FIELD_NAMES[name]), ATOM
            case Add(terms):
                return self.any_of("+", " + ").join(self.write(each, SUM + 1) for each in terms), SUM
            case Subtract(Number(Fraction(numerator=0)), right) if not isinstance(right, Number):
                return f"{self.any_of('-', '−')}{self.write(right, ATOM)}", ATOM
            case Subtract(left, right):
                return f"{self.write(left, SUM)}{self.any_of('-', '−', ' − ')}{self.write(right, SUM + 1)}", SUM
            case Multiply(left, right):
                sign = self.any_of("×", "*", "·", " × ")
                return f"{self.write(left, PRODUCT)}{sign}{self.write(right, PRODUCT + 1)}", PRODUCT
            case Divide(OfCluster("sum", term), OfCluster("count")):
                return self._called("trung_bình_cụm", self.write(term)), ATOM
            case Divide(left, right):
                sign = self.any_of("÷", "/", " : ")
                return f"{self.write(left, PRODUCT)}{sign}{self.write(right, PRODUCT + 1)}", PRODUCT
            case Minimum(terms):
                return self._called(self.any_of("min", "MIN", "nhỏ_nhất"), *map(self.write, terms)), ATOM
            case Maximum(terms):
                return self._called(self.any_of("max", "lớn nhất"), *map(self.write, terms)), ATOM
            case WholeSteps(term):
                return self._called("phần_nguyên", self.write(term)), ATOM
            case OfCluster(kind, term):
                return self._called(CLUSTER[kind], self.write(term)), ATOM
            case Choose((Case(when, then),), otherwise) if otherwise is not None:
                parts = (self.write(when), self.write(then), self.write(otherwise))
                return self._called(self.any_of("nếu", "Nếu "), *parts), ATOM
            case Compare(sign, left, right):
                return f"{self.write(left, SUM)} {self.any_of(*SIGNS[sign])} {self.write(right, SUM)}", COMPARISON
            case And(terms):
                return " và ".join(self.write(each, AND + 1) for each in terms), AND
            case Or(terms):
                return " hoặc ".join(self.write(each, OR + 1) for each in terms), OR
            case Not(term):
                return f"{self.any_of('không phải', 'không_phải')} {self.write(term, COMPARISON)}", COMPARISON
            case IsReported(term):
                return self._called("có_số_liệu", self.write(term)), ATOM
            case _:
                raise TypeError(node)

    def _called(self, name: str, *parts: str) -> str:
        return f"{name}({self.any_of(';', '; ', ' ;').join(parts)})"

    def _number(self, value: Fraction) -> str:
        minus = self.any_of("-", "−") if value < 0 else ""
        if self._chance.random() < 0.5:
            return f"{minus}{_decimal(abs(value) * 100)}{self.any_of('%', ' %')}"
        return f"{minus}{_decimal(abs(value))}"


def _decimal(value: Fraction) -> str:
    """In full, with a comma."""
    whole, rest = divmod(value.numerator * 10**6 // value.denominator, 10**6)
    return f"{whole},{rest:06d}".rstrip("0").rstrip(",")


def plain(node: Node) -> Node:
    """The tree without names and labels, sums and junctions flat, limits in one order."""
    match node:
        case Named(term):
            return plain(term)
        case Add((first, *others)):
            whole = plain(first)
            for other in others:
                whole = whole + plain(other)
            return whole
        case Subtract(left, right):
            return plain(left) - plain(right)
        case Multiply(left, right):
            return plain(left) * plain(right)
        case Divide(left, right):
            return plain(left) / plain(right)
        case Minimum(terms) | Maximum(terms):
            return type(node)(tuple(sorted(map(plain, terms), key=repr)))
        case WholeSteps(term, step, direction):
            return WholeSteps(plain(term), step, direction)
        case OfCluster(kind, term):
            return OfCluster(kind, plain(term))
        case Choose((Case(when, then),), otherwise) if otherwise is not None:
            return Choose((Case(plain(when), plain(then)),), plain(otherwise))
        case Compare(sign, left, right):
            left, right = plain(left), plain(right)
            if isinstance(left, Number) and not isinstance(right, Number):
                return Compare(MIRRORED[sign], right, left)
            return Compare(sign, left, right)
        case And(terms) | Or(terms):
            first, *others = map(plain, terms)
            return type(node)((*(first.terms if isinstance(first, type(node)) else (first,)), *others))
        case Not(term) | IsReported(term):
            return type(node)(plain(term))
        case _:
            return node


rows = st.lists(
    st.dictionaries(st.sampled_from(["target", "actual", "last_year", "count"]), st.integers(-5, 10**5)),
    min_size=1,
    max_size=4,
)


@given(numbers(2), st.integers(0, 10**9), rows)
def test_what_is_written_is_read_back(tree: Node, seed: int, cluster: list[dict[str, int | str]]) -> None:
    text = Writer(seed).write(tree)
    assume(len(text) <= MOST_CHARACTERS and len(tokens(text)) <= MOST_PIECES)
    found = parse_formula(text, NAMES)
    assert not isinstance(found, tuple), (text, found)
    assert plain(found) == plain(tree), text
    figures = evaluation(cluster)
    assert figures.of(found) == figures.of(tree)
