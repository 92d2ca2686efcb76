"""Two versions of one criterion compared, and a criterion told in full."""

from collections.abc import Iterator

from thidua.comparison.change import Difference, Named
from thidua.comparison.fields import Field, compare_fields, field, tell_fields
from thidua.comparison.figures import compare_evidence, say_requirement
from thidua.comparison.replacements import REPLACES, implied
from thidua.comparison.saying import capital, listed, of_list, plain, points, quoted
from thidua.comparison.terms import METHOD, compare_scoring, tell_figures, tell_part, tell_terms
from thidua.model.scale import Criterion, Scale
from thidua.model.terms import PartsTerms
from thidua.vocabulary import key

_ID = field("id", plain)
_HEAD: tuple[Field, ...] = (
    field("number", plain, kind="renumbered"),
    field("name", quoted),
    field("standard_points", points),
    field("bonus_cap", points),
)
_FIGURES_FROM = field("figures_from", plain, absent="không")
_TAIL: tuple[Field, ...] = (
    field("when_evidence_missing", of_list("when_evidence_missing")),
    field("figures_supplier", quoted),
    field("points_giver", quoted),
    field("basis", quoted),
    field("note", quoted, absent="không có"),
)
FIELDS = (_ID, *_HEAD, REPLACES, METHOD, _FIGURES_FROM, *_TAIL)
"""What is told of a criterion besides its terms, figures and documents."""


def named(criterion: Criterion) -> Named:
    """What a version calls a criterion."""
    return Named(criterion.id, criterion.number, criterion.name)


def compare_criteria(old: Criterion, new: Criterion, scales: tuple[Scale, Scale]) -> Iterator[Difference]:
    """Everything that differs in a criterion, in the order in which a scale says it."""
    yield from compare_fields((_ID, *_HEAD), old, new)
    if not implied(old, new):
        yield from compare_fields((REPLACES,), old, new)
    yield from compare_scoring(old, new, scales)
    yield from compare_fields((_FIGURES_FROM,), old, new)
    yield from compare_evidence(old.evidence, new.evidence)
    yield from compare_fields(_TAIL, old, new)


def tell_criterion(criterion: Criterion, scale: Scale) -> Iterator[tuple[str, str]]:
    """A criterion in full: label and text, without its number, name and standard points."""
    for label, texts in criterion_lines(criterion, scale):
        parts = isinstance(criterion.terms, PartsTerms) and label == capital(key("parts"))
        yield from ((label, text) for text in (texts if parts else (listed(texts),)))


def criterion_lines(criterion: Criterion, scale: Scale) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The same with a text for each line of the terms, each part and each document, under their common label."""
    yield METHOD.label, (METHOD.say(criterion.method),)
    if isinstance(criterion.terms, PartsTerms):
        yield capital(key("parts")), tuple(tell_part(part, scale) for part in criterion.terms.parts)
    else:
        yield capital(key("terms")), tuple(tell_terms(criterion, scale))
    yield capital(key("figures")), (tell_figures(criterion, scale),)
    yield from ((side.label, (side.words,)) for side in tell_fields((_FIGURES_FROM,), criterion))
    yield capital(key("evidence")), tuple(map(say_requirement, criterion.evidence))
    yield from ((side.label, (side.words,)) for side in tell_fields(_TAIL, criterion))


def with_points(criterion: Criterion) -> str:
    """A criterion with its number and its points: ``I.2.b.1 Gia đình văn hóa (15 điểm)``."""
    bonus = f", thưởng không quá {points(criterion.bonus_cap)}" if criterion.bonus_cap else ""
    return f"{criterion.number} {criterion.name} ({points(criterion.standard_points)}{bonus})"
