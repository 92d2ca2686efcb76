"""The figures that a dossier or a case reports for a criterion, found by the names that people write."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from msgspec import Struct

from thidua.building.figures import figure_word, named_figure, read_figure
from thidua.diagnostics import diagnose
from thidua.model.figure import Figure
from thidua.model.figure_words import limits_broken
from thidua.model.scale import Criterion
from thidua.numerals.reading import NumberProblem
from thidua.numerals.writing import format_number
from thidua.reading.nodes import Scalar
from thidua.schemas import Path, Shaped
from thidua.schemas.scalars import Unreadable
from thidua.vocabulary import key

PARTS = "parts"


class Reported(Struct, frozen=True):
    """A figure with its value and where it stands."""

    figure: Figure
    value: Fraction
    path: Path


def read_reported(
    shaped: Shaped, data: dict[str, Any], criterion: Criterion, path: Path, unknown: int, others: tuple[str, ...] = ()
) -> tuple[list[Reported], frozenset[str]]:
    """The figures under ``path``, in the order of the criterion, and the ids of all that are written there, even badly.

    ``others``: keys there that are no figures.

    A name that the criterion doesn't have is reported with the number ``unknown``, a value with that of its fault.
    """
    found: dict[str, Reported] = {}
    written_ids: set[str] = set()
    for written, node, place in _written(data, path, others):
        figure = named_figure(criterion.figures, written)
        if figure is None:
            known = ", ".join(_known(criterion, others)) or "không có"
            fields = {"figure": figure_word(written), "criterion": criterion.name, "known": known}
            shaped.diagnostics.append(diagnose(unknown, shaped.key_place(place), **fields))
        elif figure.id in found:
            first = shaped.place(found[figure.id].path).line
            shaped.report(141, place, key=figure_word(written), first=first)
        else:
            written_ids.add(figure.id)
            value = read_figure(node.text, figure)
            if isinstance(value, NumberProblem | Unreadable):
                shaped.report(value.code, place, **dict(value.fields))
            else:
                found[figure.id] = Reported(figure, value, place)
    ordered = [found[figure.id] for figure in criterion.figures if figure.id in found]
    return ordered, frozenset(written_ids)


def check_limits(shaped: Shaped, reported: Reported, points_count: bool = True) -> None:
    """Say what lies outside its limits: points are refused, any other figure is to be looked at again.

    ``points_count``: whether points that are given here are those that count.
    """
    figure, value = reported.figure, reported.value
    limits = limits_broken(value, figure)
    if not limits:
        return
    if figure.kind != "points":
        shaped.report(406, reported.path, figure=figure.full_name, value=format_number(value), limits=limits)
    elif points_count:
        most = format_number(figure.most or Fraction(0))
        shaped.report(411, reported.path, name=figure.full_name, value=format_number(value), most=most)


def _written(data: dict[str, Any], path: Path, others: tuple[str, ...]) -> Iterator[tuple[str, Scalar, Path]]:
    for name, value in data.items():
        if name == PARTS:
            for part, figures in value.items():
                for each, node in figures.items():
                    yield f"{part}.{each}", node, (*path, PARTS, part, each)
        elif name not in others:
            yield name, value, (*path, name)


def _known(criterion: Criterion, others: tuple[str, ...]) -> Iterator[str]:
    for figure in criterion.figures:
        part, dot, _ = figure.id.rpartition(".")
        yield f"{key(PARTS)} → {part} → {figure.name}" if dot else figure.name
    yield from (key(other) for other in others)
