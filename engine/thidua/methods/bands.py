"""theo mức đạt: points by the band in which a quantity lies."""

from fractions import Fraction

from thidua.expressions import And, Case, Choose, Compare, Label, Named, Node, Number
from thidua.methods.completion_rate import ZERO, completion, not_above_zero
from thidua.methods.frame import Frame
from thidua.model.terms import Band, BandsTerms, Quantity
from thidua.numerals.writing import format_number, format_percent

# Growth is a percentage; what is taken from it should read as one.
_ONE = Named(Number(Fraction(1)), "mốc", "percent")

RATIOS: frozenset[Quantity] = frozenset(("completion_rate", "growth"))

FIGURES_OF_QUANTITY: dict[Quantity, tuple[str, ...]] = {
    "completion_rate": ("target", "actual"),
    "actual": ("actual",),
    "difference": ("target", "actual"),
    "growth": ("last_year", "actual"),
    "count": ("count",),
}

# A ratio to something that is not above zero says nothing, so its points are missing.
DIVISORS: dict[Quantity, str] = {"completion_rate": "target", "growth": "last_year"}


def bands(terms: BandsTerms, frame: Frame) -> Node:
    """Points of the band that holds the quantity, otherwise the points for the rest.

    Unit:    points.
    Missing: where a figure is missing, or what a ratio or growth is measured against is not above zero.
    Source:  the clause in the criterion's ``basis``.
    """
    value, described = quantity(terms.quantity, frame)
    in_percent = any(figure and figure.kind == "percent" for figure in map(frame.figure, ("actual", "count")))
    cases = tuple(
        _case(band, value, (*described, f", thuộc mức {describe_band(band, terms.quantity, in_percent)}"))
        for band in terms.bands
    )
    rest = None if terms.otherwise is None else Number(terms.otherwise)
    chosen = Choose(cases, rest, (*described, ", không thuộc mức nào ở trên"))
    if terms.quantity not in DIVISORS:
        return chosen
    divisor = DIVISORS[terms.quantity]
    return Choose((Case(Compare(">", frame.field(divisor), ZERO), chosen),), None, not_above_zero(frame, divisor))


def quantity(kind: Quantity, frame: Frame) -> tuple[Node, Label]:
    """The quantity that bands or ranks look at, and how it is spoken of; ratios and growth are ratios (1 is 100 %)."""
    match kind:
        case "completion_rate":
            rate = completion(frame)
            return rate, ("thực hiện ", rate, f" {frame.name('target')}")
        case "actual" | "count":
            return frame.field(kind), (f"{frame.name(kind)} ", frame.field(kind))
        case "difference":
            name = f"chênh lệch giữa {frame.name('actual')} và {frame.name('target')}"
            difference = Named(frame.field("actual") - frame.field("target"), name)
            return difference, (f"{name} ", difference, f" {frame.difference_measure('actual')}")
        case "growth":
            name = f"mức tăng so với {frame.name('last_year')}"
            growth = Named(frame.field("actual") / frame.field("last_year") - _ONE, name, "percent")
            return growth, (f"{name} ", growth)


def describe_band(band: Band, kind: Quantity, in_percent: bool = False) -> str:
    """A band in words: ``từ 95% đến dưới 100%``. ``in_percent``: the figure itself is measured in percent."""

    def edge(value: Fraction) -> str:
        if kind in RATIOS:
            return format_percent(value)
        return f"{format_number(value)}{'%' if in_percent and kind != 'difference' else ''}"

    low = "" if band.low is None else f"{'từ' if band.low_included else 'trên'} {edge(band.low)}"
    high = "" if band.high is None else f"{'đến' if band.high_included else 'dưới'} {edge(band.high)}"
    if low and high and not band.high_included:
        high = f"đến {high}"
    return " ".join(filter(None, (low, high)))


def _case(band: Band, value: Node, label: Label) -> Case:
    edges: list[Node] = []
    if band.low is not None:
        edges.append(Compare(">=" if band.low_included else ">", value, Number(band.low)))
    if band.high is not None:
        edges.append(Compare("<=" if band.high_included else "<", value, Number(band.high)))
    when = edges[0] if len(edges) == 1 else And(tuple(edges))
    return Case(when, Number(band.points), label)
