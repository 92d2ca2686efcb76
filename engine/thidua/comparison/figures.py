"""Figures and documents that a criterion asks for, in words and compared."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from thidua.building.figures import kind_by_measure
from thidua.comparison.change import Difference
from thidua.comparison.documents import document_code, document_name
from thidua.comparison.fields import Field, compare_fields, field, joined
from thidua.comparison.lists import Listing, compare_list
from thidua.comparison.saying import capital, listed, number, plain, quoted, yes_no
from thidua.model.figure import Figure, FigureKind
from thidua.model.scale import Requirement
from thidua.vocabulary import LISTS, key, word

_WORDS = frozenset(term.identifier for term in LISTS["figure"])
_KINDS: Mapping[FigureKind, str] = {
    "number": "số",
    "percent": "tỷ lệ phần trăm",
    "yes_no": "đạt hoặc không đạt",
    "level": "xếp loại",
    "points": "điểm",
}
_VIETNAMESE = frozenset(term.vietnamese for term in LISTS["figure"])


def _limits(values: tuple[Fraction | None, Fraction | None]) -> str:
    sides = (("from_edge", values[0]), ("to_edge", values[1]))
    return " ".join(f"{key(name)} {number(limit)}" for name, limit in sides if limit is not None)


def _kind(figure: Figure) -> FigureKind | None:
    """The kind of a figure; None where its measure tells it."""
    return None if figure.kind == kind_by_measure(figure.measure) else figure.kind


FIGURE: tuple[Field, ...] = (
    Field("display_name", capital(key("display_name")), lambda each: each.name, quoted, "", ("name",)),
    field("measure", lambda measure: measure or "không có"),
    Field("kind", capital(key("measure")), _kind, lambda kind: _KINDS[kind], "như đã ghi", ("kind",)),
    field("decimals", plain),
    joined("plausible_range", ("least", "most"), _limits),
    field("levels", listed, capital(key("grades"))),
    field("part", quoted, capital(key("parts"))),
)
"""What is told of a figure besides its id."""


def figure_word(figure: Figure) -> str:
    """What kind of figure it is: ``kế hoạch``; an id that is no term stands for itself."""
    last = figure.id.rpartition(".")[2]
    return word("figure", last) if last in _WORDS else last


def call_figure(figure: Figure) -> str:
    """A figure by its kind: ``kế hoạch``; what is counted of an item goes by its name."""
    return quoted(figure.name) if figure_word(figure) not in _VIETNAMESE else figure_word(figure)


def say_figure(figure: Figure) -> str:
    """A figure with what it may be: ``kế hoạch (dự toán), triệu đồng, 0 chữ số thập phân, từ 0 đến 100.000``."""
    called = call_figure(figure)
    if called not in (figure.name, quoted(figure.name)):
        called = f"{called} ({figure.name})"
    if figure.kind == "yes_no":
        return called
    limits = _limits((figure.least, figure.most))
    told = (called, figure.measure, f"{figure.decimals} chữ số thập phân", limits, listed(figure.levels))
    return ", ".join(part for part in told if part)


FIGURES = Listing(
    "figures",
    capital(key("figures")),
    (lambda each: each.id, lambda each: each.name),
    lambda each: str(each.id),
    call_figure,
    say_figure,
    lambda old, new: _inside_figure(old, new),
)


def _inside_figure(old: Figure, new: Figure) -> Iterator[Difference]:
    if old.id != new.id:
        yield from compare_fields((field("id", plain),), old, new)
    yield from compare_fields(FIGURE, old, new)


def _shared_code(each: Requirement) -> str | None:
    """The code of a document that several criteria share; None where it goes by its name alone."""
    return None if each.id == each.name else each.id


REQUIREMENT: tuple[Field, ...] = (
    Field("name", capital(key("name")), lambda each: each.name, quoted, "", ("name",)),
    Field("id", capital(key("evidence_type")), _shared_code, plain, "không có", ("id",)),
    field("for_figure", lambda each: word("figure", each) if each in _WORDS else each, absent="cả tiêu chí"),
    field("number_and_date_only", yes_no),
)
"""What is told of a document that a criterion asks for."""


def say_requirement(each: Requirement) -> str:
    """A document with what it proves: ``“Quyết định giao dự toán” (cho kế hoạch)``."""
    figure = each.for_figure
    notes = (
        f"{key('for_figure')} {word('figure', figure) if figure in _WORDS else figure}" if figure else "",
        key("number_and_date_only") if each.number_and_date_only else "",
    )
    told = "; ".join(note for note in notes if note)
    return f"{quoted(each.name)} ({told})" if told else quoted(each.name)


EVIDENCE = Listing(
    "evidence",
    capital(key("evidence")),
    (
        lambda each: (document_code(each), each.for_figure),
        lambda each: (document_name(each), each.for_figure),
        document_code,
        document_name,
    ),
    lambda each: str(each.id),
    lambda each: quoted(each.name),
    say_requirement,
    lambda old, new: compare_fields(REQUIREMENT, old, new),
    "name",
)


def compare_figures(old: Sequence[Figure], new: Sequence[Figure]) -> Iterator[Difference]:
    """What differs in the figures."""
    return compare_list(FIGURES, old, new)


def compare_evidence(old: Sequence[Requirement], new: Sequence[Requirement]) -> Iterator[Difference]:
    """What differs in the documents asked for."""
    return compare_list(EVIDENCE, old, new)
