"""What the points of a criterion may still become while some figures are open: the third reading of its tree."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from msgspec.structs import replace

from thidua.expressions import Evaluation, Node, Outlook, Range, depends_on_cluster
from thidua.methods import NO_TARGET, field_name
from thidua.model.figure import Figure
from thidua.model.scale import Criterion
from thidua.scoring.inputs import Known
from thidua.scoring.statuses import Settled

_ZERO = Fraction(0)


def with_ranges(
    criterion: Criterion,
    tree: Node,
    rows: Sequence[Known],
    settled: Sequence[Settled],
    columns: Mapping[str, Sequence[Fraction | None]],
    evaluation: Evaluation,
) -> list[Settled]:
    """The settled points of all units, with the least and most that open figures, own and others', leave possible.

    ``rows`` is what is known of each unit. Open figures lie in their declared ranges; those that nobody has proven may
    also drop out. Where nothing is open, or people have decided, points are what they are.
    """
    if not any(each.is_open for each in settled):
        return list(settled)
    # Where others matter they may also see a figure drop out; where not, what is awaited is only ever looked at come.
    will_come = not depends_on_cluster(tree)
    ranges: dict[str, Sequence[Range]] = {
        field_name(criterion.id, figure.id): [
            _range(figure, known, each, columns[field_name(criterion.id, figure.id)][index], will_come)
            for index, (known, each) in enumerate(zip(rows, settled, strict=True))
        ]
        for figure in criterion.figures
    }
    exempt = field_name(criterion.id, NO_TARGET)
    ranges[exempt] = [Range.exactly(value) for value in columns[exempt]]
    found = Outlook(ranges, len(settled), evaluation).ranges(tree)
    return [
        _widened(each, possible, criterion, known) for each, possible, known in zip(settled, found, rows, strict=True)
    ]


def _range(figure: Figure, known: Known, settled: Settled, value: Fraction | None, will_come: bool) -> Range:
    """Where a figure may lie, as the others see it."""
    if settled.decided or not settled.is_open:
        return Range.exactly(value)
    if settled.status == "provisional":
        return Range.exactly(value)._replace(may_be_missing=True)
    if value is not None and known.missing_figures:
        return Range.exactly(value)
    return any_figure(figure, may_be_missing=not (will_come and settled.status == "pending_source"))


def any_figure(figure: Figure, *, may_be_missing: bool = False) -> Range:
    """All that a figure is declared to be."""
    low, high, step = declared_range(figure)
    return Range(low, high, may_be_missing, step)


def declared_range(figure: Figure) -> tuple[Fraction | None, Fraction | None, Fraction]:
    """The least and most that a figure is declared to be (None: no limit), and the step between its values."""
    match figure.kind:
        case "yes_no":
            return _ZERO, Fraction(1), Fraction(1)
        case "level":
            return _ZERO, Fraction(len(figure.levels) - 1), Fraction(1)
        case _:
            return figure.least, figure.most, Fraction(1, 10**figure.decimals)


def _widened(settled: Settled, possible: Range, criterion: Criterion, known: Known) -> Settled:
    if settled.decided or settled.status in ("not_applicable", "no_evidence") or _has_zero_for_good(settled):
        return settled
    low = criterion.lowest if possible.is_empty or possible.low is None else max(possible.low, criterion.lowest)
    high = criterion.ceiling if possible.is_empty or possible.high is None else min(possible.high, criterion.ceiling)
    if settled.status == "scored" or _cannot_come_to_nothing(settled, possible, criterion, known):
        return replace(settled, least=low, most=high)
    return replace(settled, least=min(_ZERO, low), most=max(_ZERO, high))


def _cannot_come_to_nothing(settled: Settled, possible: Range, criterion: Criterion, known: Known) -> bool:
    """Whether the parts that are known keep their points, whatever the source sends.

    What the unit itself doesn't report or prove may still count nothing once the table is agreed.
    """
    may_lose_all = bool(known.missing_evidence) and criterion.when_evidence_missing == "no_points"
    return settled.status == "pending_source" and not (possible.may_be_missing or possible.is_empty or may_lose_all)


def _has_zero_for_good(settled: Settled) -> bool:
    return settled.status == "not_reported" and not settled.is_open
