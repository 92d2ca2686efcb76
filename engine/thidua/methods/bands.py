"""theo mức đạt: points by the band in which a quantity lies."""

from fractions import Fraction

from thidua.expressions import And, Case, Choose, Compare, Named, Node, Number
from thidua.methods.completion_rate import ZERO, completion
from thidua.methods.frame import Frame
from thidua.model.terms import Band, BandsTerms, Quantity
from thidua.numerals.writing import format_number, format_percent

RATIOS: frozenset[Quantity] = frozenset(("completion_rate", "growth"))

FIGURES_OF_QUANTITY: dict[Quantity, tuple[str, ...]] = {
    "completion_rate": ("target", "actual"),
    "actual": ("actual",),
    "difference": ("target", "actual"),
    "growth": ("last_year", "actual"),
    "count": ("count",),
}

# A ratio to something that is not above zero says nothing, so its points are missing.
_DIVISORS: dict[Quantity, str] = {"completion_rate": "target", "growth": "last_year"}


def bands(terms: BandsTerms, frame: Frame) -> Node:
    """Points of the band that holds the quantity, otherwise the points for the rest.

    Unit:    points.
    Missing: where a figure is missing, or what a ratio or growth is measured against is not above zero.
    Source:  the clause in the criterion's ``basis``.
    """
    value = quantity(terms.quantity, frame)
    cases = tuple(_case(band, terms.quantity, value) for band in terms.bands)
    rest = None if terms.otherwise is None else Number(terms.otherwise)
    chosen = Choose(cases, rest, (*_described(value), ", không thuộc mức nào ở trên"))
    if terms.quantity not in _DIVISORS:
        return chosen
    return Choose((Case(Compare(">", frame.field(_DIVISORS[terms.quantity]), ZERO), chosen),))


def quantity(kind: Quantity, frame: Frame) -> Named:
    """The quantity that bands or ranks look at; ratios and growth are ratios (1 is 100 %)."""
    match kind:
        case "completion_rate":
            return completion(frame)
        case "actual":
            return Named(frame.field("actual"), frame.name("actual"))
        case "difference":
            name = f"chênh lệch giữa {frame.name('actual')} và {frame.name('target')}"
            return Named(frame.field("actual") - frame.field("target"), name)
        case "growth":
            grown = frame.field("actual") / frame.field("last_year") - 1
            return Named(grown, f"mức tăng so với {frame.name('last_year')}", "percent")
        case "count":
            return Named(frame.field("count"), frame.name("count"))


def describe_band(band: Band, kind: Quantity) -> str:
    """A band in words: ``từ 95% đến dưới 100%``."""

    def edge(value: Fraction) -> str:
        return format_percent(value) if kind in RATIOS else format_number(value)

    low = "" if band.low is None else f"{'từ' if band.low_included else 'trên'} {edge(band.low)}"
    high = "" if band.high is None else f"{'đến' if band.high_included else 'dưới'} {edge(band.high)}"
    if low and high and not band.high_included:
        high = f"đến {high}"
    return " ".join(filter(None, (low, high)))


def _case(band: Band, kind: Quantity, value: Named) -> Case:
    edges: list[Node] = []
    if band.low is not None:
        edges.append(Compare(">=" if band.low_included else ">", value, Number(band.low)))
    if band.high is not None:
        edges.append(Compare("<=" if band.high_included else "<", value, Number(band.high)))
    when = edges[0] if len(edges) == 1 else And(tuple(edges))
    return Case(when, Number(band.points), (*_described(value), f", thuộc mức {describe_band(band, kind)}"))


def _described(value: Named) -> tuple[str | Node, ...]:
    return (f"{value.name} ", value)
