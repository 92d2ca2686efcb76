"""Build the terms (``mức điểm``) of a criterion or of a part of one, with the figures that its method reads."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from msgspec import Struct
from msgspec.structs import fields, replace

from thidua.building.bands import build_bands
from thidua.building.figures import build_figures, count_figure, given_points_figure
from thidua.building.formula_lints import lint_formula
from thidua.building.terms_check import check_terms
from thidua.building.unique import check_unique
from thidua.expressions import Field, Node, lift
from thidua.methods import METHODS, Frame
from thidua.methods.bands import FIGURES_OF_QUANTITY
from thidua.methods.formula import (
    FormulaProblem,
    condition_or_number,
    figures_of,
    names_of,
    parse_formula,
    percent_figures,
)
from thidua.model.figure import Figure
from thidua.model.scale import Criterion
from thidua.model.terms import (
    BonusPenaltyTerms,
    FixedBonusTerms,
    FormulaTerms,
    Grade,
    GradedTerms,
    Item,
    Part,
    PartsTerms,
    Terms,
)
from thidua.numerals.writing import format_number, written_sum
from thidua.schemas import Path, Shaped
from thidua.vocabulary import LISTS, key, word

# These name their figures themselves, so nothing else is declared of them.
_OWN_FIGURES = frozenset(("bonus_penalty", "fixed_bonus", "graded", "given_points", "parts"))
_FIGURE_KEYS = ("figures", "measure", "decimals", "plausible_range")

Needed = Callable[[tuple[str, ...]], tuple[Figure, ...]]
Built = tuple[Terms | None, tuple[Figure, ...]]


class TermsBuilder:
    """Builds terms by method. Points and figures are those of the criterion or part whose data is given."""

    def __init__(self, shaped: Shaped, rounding: int) -> None:
        self.shaped = shaped
        self.rounding = rounding
        self.special: dict[str, Callable[[dict[str, Any], Path, Needed], Built]] = {
            "bands": self._bands,
            "bonus_penalty": self._bonus_penalty,
            "fixed_bonus": self._fixed_bonus,
            "graded": self._graded,
            "given_points": self._given_points,
            "parts": self._parts,
            "formula": self._formula,
        }

    def build(self, method: str, data: dict[str, Any], path: Path, figures: Needed) -> Built:
        """The terms, None where they can't be read, and the figures.

        ``figures`` gives the declared figures with these ids (or reports what is missing of their declaration).
        """
        unused = [each for each in _FIGURE_KEYS if each in data] if method in _OWN_FIGURES else []
        for each in unused:
            self.shaped.report(234, (*path, each), key=key(each), method=word("method", method))
        terms, found = self.special.get(method, self._plain)(data, path, figures)
        unsure = any(self.shaped.is_broken((*path, each)) for each in ("standard_points", "bonus_cap"))
        if terms is not None and not unsure:
            standard, bonus = data["standard_points"], data.get("bonus_cap", Fraction(0))
            check_terms(self.shaped, terms, standard, bonus, (*path, "terms"))
        return terms, found

    def _plain(self, data: dict[str, Any], path: Path, figures: Needed) -> Built:
        """Terms whose fields are the schema's keys, as they were typed."""
        method = METHODS[data["method"]]
        terms = _from_keys(method.terms, data.get("terms", {}))
        return terms, figures(method.figures(terms))

    def _bands(self, data: dict[str, Any], path: Path, figures: Needed) -> Built:
        written = data["terms"]
        found = figures(FIGURES_OF_QUANTITY[written["quantity"]])
        return build_bands(self.shaped, written, (*path, "terms"), found), found

    def _bonus_penalty(self, data: dict[str, Any], path: Path, figures: Needed) -> Built:
        written = data["terms"]
        seen: dict[str, int] = {}  # of both lists: an item's id is that of its figure
        bonuses, gained = self._items(written.get("bonuses"), (*path, "terms", "bonuses"), "points_each", seen)
        penalties, lost = self._items(written.get("penalties"), (*path, "terms", "penalties"), "points_lost_each", seen)
        floor = written.get("floor", Fraction(0))
        terms = BonusPenaltyTerms(written["start_points"], bonuses, penalties, floor, written.get("cap"))
        return terms, gained + lost

    def _fixed_bonus(self, data: dict[str, Any], path: Path, figures: Needed) -> Built:
        awards, counts = self._items(data["terms"]["awards"], (*path, "terms", "awards"), "points_each", {})
        return FixedBonusTerms(awards, data["terms"].get("cap")), counts

    def _items(
        self, data: Any, path: Path, points: str, seen: dict[str, int]
    ) -> tuple[tuple[Item, ...], tuple[Figure, ...]]:
        check_unique(self.shaped, data, path, seen)
        items = [(index, item) for index, item in enumerate(data or ()) if item]
        counts = tuple(count_figure(self.shaped, item, (*path, index)) for index, item in items)
        return tuple(Item(item["id"], item["name"], item[points]) for _, item in items), counts

    def _graded(self, data: dict[str, Any], path: Path, figures: Needed) -> Built:
        check_unique(self.shaped, data["terms"]["grades"], (*path, "terms", "grades"), {}, "grade")
        grades = tuple(Grade(item["grade"], item["share"]) for item in data["terms"]["grades"] if item)
        level = Figure("level", word("figure", "level"), "level", "", 0, levels=tuple(each.grade for each in grades))
        return GradedTerms(grades), (level,)

    def _given_points(self, data: dict[str, Any], path: Path, figures: Needed) -> Built:
        terms = _from_keys(METHODS["given_points"].terms, data.get("terms", {}))
        check_unique(self.shaped, terms.givers, (*path, "terms", "givers"), {})
        most = data["standard_points"] if terms.given_out_of is None else terms.given_out_of
        names = terms.givers or (word("figure", "given_points"),)
        ids = METHODS["given_points"].figures(terms)
        made = (given_points_figure(each, name, most, self.rounding) for each, name in zip(ids, names, strict=True))
        return terms, tuple(made)

    def _formula(self, data: dict[str, Any], path: Path, figures: Needed) -> Built:
        text: str = data["terms"]["formula"]
        names = _all_names(data)
        if self._has_problems(parse_formula(text, names), path):
            return None, ()
        found = figures(figures_of(text, names))
        frame = Frame(_provisional(data, found))
        tree = parse_formula(text, names_of(frame), percent_figures(frame))
        if self._has_problems(tree, path) or isinstance(tree, tuple):
            return None, ()
        lint_formula(self.shaped, tree, frame, (*path, "terms", "formula"))
        return FormulaTerms(" ".join(text.split()), tuple(figure.id for figure in found)), found

    def _has_problems(self, tree: Node | tuple[FormulaProblem, ...], path: Path) -> bool:
        if not isinstance(tree, tuple):
            return False
        place = self.shaped.place((*path, "terms", "formula"))
        self.shaped.diagnostics.extend(problem.at(place) for problem in tree)
        return True

    def _parts(self, data: dict[str, Any], path: Path, figures: Needed) -> Built:
        place = (*path, "terms", "parts")
        written = data["terms"]["parts"]
        check_unique(self.shaped, written, place, {})
        parts = [self._part(item, (*place, index)) for index, item in enumerate(written) if item]
        built = tuple(part for part in parts if part)
        if len(built) < len(written):
            return None, ()
        total = sum((part.standard_points for part in built), Fraction(0))
        if total != data["standard_points"]:
            listed = written_sum([part.standard_points for part in built])
            self.shaped.report(219, place, sum=listed, whole=format_number(data["standard_points"]))
        return PartsTerms(built), tuple(figure for part in built for figure in part.figures)

    def _part(self, data: dict[str, Any], path: Path) -> Part | None:
        method = data.get("method")
        if method is None:
            return None
        if any(self.shaped.is_broken((*path, each)) for each in ("terms", "figures", "standard_points", "id", "name")):
            return None
        terms, own = self.build(
            method, data, path, lambda needed: build_figures(self.shaped, data, path, needed, self.rounding)
        )
        if terms is None:
            return None
        inside = tuple(replace(each, id=f"{data['id']}.{each.id}", part=data["name"]) for each in own)
        bonus = data.get("bonus_cap", Fraction(0))
        return Part(data["id"], data["name"], data["standard_points"], bonus, inside, method, terms)


def _all_names(data: dict[str, Any]) -> dict[str, Node]:
    """Every name that a formula may use, before it is known which figures the criterion needs."""
    declared = data.get("figures", {})
    names: dict[str, Node] = {key("standard_points"): lift(0), key("bonus_cap"): lift(0)}
    for term in LISTS["figure"]:
        if term.identifier not in ("level", "given_points"):
            own_name = declared.get(term.identifier, {}).get("display_name", term.vietnamese)
            for name in (own_name, term.vietnamese, term.identifier):
                names.setdefault(name, condition_or_number(Field(term.identifier), term.identifier == "achieved"))
    return names


def _provisional(data: dict[str, Any], figures: tuple[Figure, ...]) -> Criterion:
    """As much of a criterion as the names in its formula need."""
    return Criterion(
        id=data.get("id", ""),
        number="",
        name=data.get("name", ""),
        standard_points=data.get("standard_points", Fraction(0)),
        bonus_cap=data.get("bonus_cap", Fraction(0)),
        figures=figures,
        method="formula",
        terms=FormulaTerms(""),
        evidence=(),
        when_evidence_missing="pending",
        figures_supplier=None,
        points_giver=None,
        basis="",
    )


def _from_keys(terms: type[Struct], written: dict[str, Any]) -> Any:
    given = {}
    for field in fields(terms):
        if field.name in written:
            value = written[field.name]
            given[field.name] = tuple(value) if isinstance(value, list) else value
        elif field.required:
            raise KeyError(field.name)
    return terms(**given)
