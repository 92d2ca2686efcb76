"""Bands that no figure reaches, that stand in no order, and percent where percentage points are meant."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from thidua.diagnostics import Diagnostic
from thidua.expressions import Choose, Compare, Node, Number, Range
from thidua.expressions.structure import parts
from thidua.formulas.words import Wording
from thidua.linting.points import outlook_of
from thidua.linting.subject import Piece, Subject
from thidua.methods import describe_band
from thidua.methods.band_edges import gap, high_key, low_key
from thidua.methods.bands import RATIOS, quantity
from thidua.methods.formula import names_of
from thidua.model.terms import Band, BandsTerms
from thidua.numerals.writing import format_number, format_percent
from thidua.reading.nodes import Scalar
from thidua.vocabulary import key

_EDGES = ("from_edge", "above_edge", "to_edge", "below_edge")


def lint_unreachable(subject: Subject) -> Iterator[Diagnostic]:
    """Bands, and conditions of formulas, that the declared limits of the figures settle beforehand."""
    for piece in subject.pieces:
        if isinstance(piece.terms, BandsTerms):
            yield from _unreachable_bands(subject, piece, piece.terms)
        elif piece.method == "formula":
            yield from _settled_conditions(subject, piece)


def _unreachable_bands(subject: Subject, piece: Piece, terms: BandsTerms) -> Iterator[Diagnostic]:
    possible = outlook_of(piece).ranges(quantity(terms.quantity, piece.frame)[0])[0]
    is_ratio = terms.quantity in RATIOS
    step = None if is_ratio else Fraction(1, 10 ** max(figure.decimals for figure in piece.figures))
    for index, band in enumerate(terms.bands):
        if possible.is_empty or _meets(band, possible, step):
            continue
        reason = (
            _too_coarse(piece)
            if _meets(band, possible, None)
            else f"theo giới hạn đã khai chỉ {_told(possible, is_ratio)}"
        )
        problem = f"Không số liệu nào thuộc mức “{describe_band(band, terms.quantity)}”: {reason}"
        yield subject.at((*piece.path, "terms", "bands", index), 245, problem=problem)
    if terms.otherwise is not None and not possible.is_empty and _cover(terms.bands, possible, step):
        problem = f"Các mức đã hết mọi số liệu, không còn số liệu nào thuộc “{key('otherwise')}”"
        yield subject.at((*piece.path, "terms", "otherwise"), 245, problem=problem)


def _cover(bands: Iterable[Band], possible: Range, step: Fraction | None) -> bool:
    """Whether every possible value lies in a band."""
    zero = Fraction(0)
    # Whatever lies below what is possible needs no band, nor does what lies above.
    reach = None if possible.low is None else Band(zero, None, False, possible.low, possible.low_open)
    for band in sorted(bands, key=low_key):
        if band.low is not None if reach is None else gap(reach, band, step):
            break
        reach = band if reach is None else max(reach, band, key=high_key)
    if reach is None or reach.high is None:
        return reach is not None
    return possible.high is not None and not gap(
        reach, Band(zero, possible.high, possible.high_open, None, False), step
    )


def _told(possible: Range, is_ratio: bool) -> str:
    write = format_percent if is_ratio else format_number
    sides = (("từ", possible.low), ("đến", possible.high))
    return " ".join(f"{side} {write(end)}" for side, end in sides if end is not None)


def _too_coarse(piece: Piece) -> str:
    decimals = max(figure.decimals for figure in piece.figures)
    return f"số liệu chỉ ghi {decimals} chữ số thập phân" if decimals else "số liệu chỉ là số nguyên"


def _meets(band: Band, possible: Range, step: Fraction | None) -> bool:
    """Whether a possible value, on the grid of what can be written where there is a step, lies in the band."""
    low, low_in = _tighter((band.low, band.low_included), (possible.low, not possible.low_open), 1)
    high, high_in = _tighter((band.high, band.high_included), (possible.high, not possible.high_open), -1)
    if low is None or high is None:
        return True
    if step is None:
        return low < high or (low == high and low_in and high_in)
    first, last = ceil(low / step), floor(high / step)
    first += first * step == low and not low_in
    last -= last * step == high and not high_in
    return first <= last


def _tighter(
    one: tuple[Fraction | None, bool], other: tuple[Fraction | None, bool], sign: int
) -> tuple[Fraction | None, bool]:
    if one[0] is None or other[0] is None:
        return other if one[0] is None else one
    if one[0] == other[0]:
        return one[0], one[1] and other[1]
    return one if sign * one[0] > sign * other[0] else other


def _settled_conditions(subject: Subject, piece: Piece) -> Iterator[Diagnostic]:
    outlook, wording = outlook_of(piece), Wording(names_of(piece.frame))
    conditions = (case.when for part in parts(piece.tree) if isinstance(part, Choose) for case in part.cases)
    for condition in dict.fromkeys(conditions):
        if not _is_guard(condition) and outlook.truths(condition)[0] == {False}:
            found = f"Điều kiện “{wording.condition(condition)}” không bao giờ đúng theo giới hạn số liệu đã khai"
            yield subject.at((*piece.path, "terms", "formula"), 245, problem=found)


def _is_guard(condition: Node) -> bool:
    """Whether it asks about zero: an author may make sure of that whatever is declared."""
    return isinstance(condition, Compare) and any(
        isinstance(side, Number) and side.value == 0 for side in (condition.left, condition.right)
    )


def lint_order(subject: Subject) -> Iterator[Diagnostic]:
    """Bands that go neither up nor down."""
    for piece in subject.pieces:
        if not isinstance(piece.terms, BandsTerms):
            continue
        bands = piece.terms.bands
        turns = [low_key(before) < low_key(after) for before, after in pairwise(bands)]
        index = next((place for place, rises in enumerate(turns, start=1) if rises != turns[0]), None)
        if index is not None:
            words = [describe_band(each, piece.terms.quantity) for each in (bands[index - 1], bands[index])]
            yield subject.at((*piece.path, "terms", "bands", index), 246, first=words[0], second=words[1])


def lint_percent(subject: Subject) -> Iterator[Diagnostic]:
    """Percent where the figure itself is one: a difference of percentages, or the growth of one."""
    for piece in subject.pieces:
        terms, in_percent = piece.terms, any(figure.kind == "percent" for figure in piece.figures)
        if not isinstance(terms, BandsTerms) or not in_percent:
            continue
        where = (*piece.path, "terms")
        if terms.quantity == "growth":
            problem = "Số liệu đã tính bằng phần trăm mà mức điểm xét mức tăng theo %: từ 40% lên 42% là tăng 5%"
            remedy = (
                "Nếu ý là số điểm phần trăm tăng so với năm trước thì chấm theo công thức với thực_hiện − năm_trước; "
                "nếu đúng là tăng bao nhiêu phần trăm thì giữ nguyên."
            )
            yield subject.at((*where, "quantity"), 254, problem=problem, remedy=remedy)
        elif terms.quantity == "difference":
            for index, written in enumerate(_at(subject, where)["bands"]):
                for name in _EDGES:
                    edge = (written or {}).get(name)
                    if isinstance(edge, Scalar) and edge.text.rstrip().endswith("%"):
                        bare = edge.text.rstrip().rstrip("%").rstrip()
                        problem = (
                            f"Mốc “{edge.text}” của chênh lệch được hiểu là {bare} điểm phần trăm (từ 40% lên 42% là 2)"
                        )
                        remedy = f"Nếu ý là điểm phần trăm thì bỏ dấu %: {bare}; nếu không thì đổi đơn vị tính."
                        yield subject.at((*where, "bands", index, name), 254, problem=problem, remedy=remedy)


def _at(subject: Subject, path: tuple[str | int, ...]) -> dict[str, list[dict[str, object] | None]]:
    found: object = subject.written.data
    for each in path:
        found = found[each]  # type: ignore[index]
    return found  # type: ignore[return-value]
