"""Figures: what a criterion declares of them, and how one is read from text."""

from fractions import Fraction
from typing import Any

from msgspec.structs import replace

from thidua.model.figure import Figure, FigureKind
from thidua.numerals.reading import NumberProblem, NumberStyle, decimals_of, parse_number, parse_percent
from thidua.numerals.remedies import fewer_decimals
from thidua.reading.nodes import Scalar
from thidua.schemas import Path, Shaped
from thidua.schemas.scalars import Unreadable, read_scalar
from thidua.vocabulary import LISTS, fold, nearest, spellings_of_words, word

_IN_PERCENT = "; nếu số liệu tính bằng phần trăm thì khai đơn vị tính: phần trăm"
_PERCENT = frozenset((fold("phần trăm"), "%"))


def build_figures(
    shaped: Shaped, data: dict[str, Any], path: Path, needed: tuple[str, ...], rounding: int
) -> tuple[Figure, ...]:
    """The figures that a criterion's method needs, from ``số liệu`` and the criterion's own measure and decimals."""
    declared = data.get("figures", {})
    for identifier in declared:
        if identifier not in needed:
            names = ", ".join(figure_word(each) for each in needed)
            shaped.report(209, (*path, "figures", identifier), figure=figure_word(identifier), needed=names)
    built = []
    for identifier in needed:
        own = declared.get(identifier, {})
        figure_path = (*path, "figures", identifier) if identifier in declared else path
        figure = _figure(shaped, {**_defaults(data), **own}, figure_path, identifier, rounding)
        if figure:
            built.append(figure)
    _check_names(shaped, built, path)
    return tuple(built)


def _check_names(shaped: Shaped, figures: list[Figure], path: Path) -> None:
    seen: set[str] = set()
    for figure in figures:
        if fold(figure.name) in seen:
            shaped.report(235, (*path, "figures", figure.id, "display_name"), name=figure.name)
        seen.add(fold(figure.name))


def kind_by_measure(measure: str) -> FigureKind:
    """What kind of number a figure is that is measured so."""
    return "percent" if fold(measure) in _PERCENT else "number"


def given_points_figure(identifier: str, name: str, most: Fraction, rounding: int) -> Figure:
    """Points that somebody gives: from zero up to ``most``."""
    return Figure(identifier, name, "points", "điểm", rounding, Fraction(0), most)


def count_figure(shaped: Shaped, item: dict[str, Any], path: Path) -> Figure:
    """Something that is counted, as the item of a list declares it."""
    least, most = _plausible(shaped, item.get("plausible_range", {}), path, "number")
    return Figure(item["id"], item["name"], "number", item.get("measure", ""), 0, least or Fraction(0), most)


def figure_word(identifier: str) -> str:
    """A figure's Vietnamese term; an id that is no term stands for itself."""
    return word("figure", identifier) if identifier in _KNOWN else identifier


_KNOWN = frozenset(term.identifier for term in LISTS["figure"])


def _defaults(data: dict[str, Any]) -> dict[str, Any]:
    return {name: data[name] for name in ("measure", "decimals", "plausible_range") if name in data}


def _figure(shaped: Shaped, own: dict[str, Any], path: Path, identifier: str, rounding: int) -> Figure | None:
    name = own.get("display_name", word("figure", identifier))
    if identifier == "achieved":
        return Figure(identifier, name, "yes_no", "", 0)
    if "measure" not in own or "decimals" not in own:
        if not shaped.is_broken(path):
            missing = [each for each in ("measure", "decimals") if each not in own]
            shaped.report(208, path, figure=name, missing=" và ".join(_MISSING[each] for each in missing))
        return None
    kind = kind_by_measure(own["measure"])
    least, most = _plausible(shaped, own.get("plausible_range", {}), path, kind)
    if kind == "number" and least is None:
        # Amounts below zero are rare enough to be asked about; percentages of growth are not.
        least = Fraction(0)
    return Figure(identifier, name, kind, own["measure"], own["decimals"], least, most)


_MISSING = {"measure": "“đơn vị tính”", "decimals": "“số chữ số thập phân”"}


def _plausible(
    shaped: Shaped, written: dict[str, Scalar], path: Path, kind: FigureKind
) -> tuple[Fraction | None, Fraction | None]:
    ends: list[Fraction | None] = []
    for name in ("from_edge", "to_edge"):
        found = read_number(written[name].text, kind) if name in written else None
        if isinstance(found, NumberProblem):
            shaped.report(found.code, (*path, "plausible_range", name), **dict(found.fields))
            found = None
        ends.append(found)
    if ends[0] is not None and ends[1] is not None and ends[0] > ends[1]:
        shaped.report(206, (*path, "plausible_range"), problem="Mốc dưới cao hơn mốc trên")
    return ends[0], ends[1]


def read_number(text: str, kind: FigureKind, style: NumberStyle = NumberStyle.PLAIN) -> Fraction | NumberProblem:
    """A number as a figure of this kind writes it; in percent, ``97,5`` and ``97,5%`` are both 97.5."""
    if kind == "percent":
        return parse_percent(text, style)
    found = parse_number(text, style)
    if isinstance(found, NumberProblem) and kind == "number" and "otherwise" in dict(found.fields):
        return NumberProblem(found.code, (*found.fields[:-1], ("otherwise", _IN_PERCENT)))
    return found


def read_figure(
    text: str, figure: Figure, style: NumberStyle = NumberStyle.PLAIN
) -> Fraction | NumberProblem | Unreadable:
    """A figure from its text: yes/no as 1 and 0, a level as its index, numbers exact and not finer than declared."""
    if figure.kind == "yes_no":
        answer = read_scalar(text, "yes_no", figure.name)
        return answer if isinstance(answer, Unreadable) else Fraction(int(answer))
    if figure.kind == "level":
        return _level(text, figure)
    found = read_number(text, figure.kind, style)
    if isinstance(found, Fraction) and decimals_of(text, style) > figure.decimals:
        return _too_fine(text, figure, style)
    return found


def _too_fine(text: str, figure: Figure, style: NumberStyle) -> Unreadable:
    rule = f"có nhiều nhất {figure.decimals} chữ số thập phân" if figure.decimals else "phải là số nguyên"
    remedy = fewer_decimals(text, figure.decimals, style is NumberStyle.PLAIN)
    return Unreadable(405, (("figure", figure.name), ("value", text.strip()), ("rule", rule), ("remedy", remedy)))


def _level(text: str, figure: Figure) -> Fraction | Unreadable:
    for index, level in enumerate(figure.levels):
        if fold(level) == fold(text):
            return Fraction(index)
    guess = nearest(text, figure.levels)
    suggestion = f"Có phải là “{guess}”?" if guess else f"Ghi một trong: {'; '.join(figure.levels)}."
    return Unreadable(145, (("value", text.strip()), ("key", figure.name), ("suggestion", suggestion)))


def named_figure(figures: tuple[Figure, ...], written: str) -> Figure | None:
    """The figure that a file means: by its term (``thực hiện``), its name or its id; ``so-vu.thực hiện`` in a part."""
    identifier = spellings_of_words("figure").get(fold(written), written)
    for figure in figures:
        if not figure.part and (figure.id == identifier or fold(figure.name) == fold(written)):
            return figure
    part, dot, rest = written.partition(".")
    if not dot:
        return None
    inside = tuple(
        replace(each, id=each.id.removeprefix(f"{part}."), part="")
        for each in figures
        if each.id.startswith(f"{part}.")
    )
    found = named_figure(inside, rest)
    return next((each for each in figures if found and each.id == f"{part}.{found.id}"), None)


def written_name(figure: Figure) -> str:
    """How a table names a figure: ``so-vu.thực hiện`` in a part."""
    part, dot, _ = figure.id.rpartition(".")
    return f"{part}{dot}{figure.name}"
