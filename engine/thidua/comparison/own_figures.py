"""The figures that a criterion or a part declares itself, without those that follow from what is told already."""

from fractions import Fraction

from msgspec.structs import replace

from thidua.building.figures import given_points_figure
from thidua.methods import METHODS
from thidua.model.figure import Figure
from thidua.model.scale import Criterion, Scale
from thidua.model.terms import BonusPenaltyTerms, FixedBonusTerms, GivenPointsTerms, GradedTerms, Item, Part, PartsTerms
from thidua.vocabulary import word


def own_figures(scored: Criterion | Part, scale: Scale) -> tuple[Figure, ...] | None:
    """The figures to compare and to tell; None where all of them follow from what is told elsewhere.

    Left out are those that the terms alone decide: the points of a giver, the level of a class, what is counted of an
    item without a measure or limits, the figures of parts, and figures taken from another criterion. Their every change
    comes from one that is told elsewhere.
    """
    figures = _plain_ids(scored) if isinstance(scored, Part) else scored.figures
    terms = scored.terms
    match terms:
        case PartsTerms():
            implied = tuple(figure for part in terms.parts for figure in part.figures)
        case GradedTerms():
            implied = (_level(terms),)
        case GivenPointsTerms():
            implied = _given(terms, scored.standard_points, scale.rounding)
        case BonusPenaltyTerms():
            return _beyond_items(figures, (*terms.bonuses, *terms.penalties))
        case FixedBonusTerms():
            return _beyond_items(figures, terms.awards)
        case _:
            implied = _taken(scored, scale) if isinstance(scored, Criterion) else ()
    return None if figures == implied else figures


def _plain_ids(part: Part) -> tuple[Figure, ...]:
    """A part's figures without its id and name before theirs; as they are where one lacks them."""
    prefix = f"{part.id}."
    if not all(each.id.startswith(prefix) and each.part == part.name for each in part.figures):
        return part.figures
    return tuple(replace(each, id=each.id.removeprefix(prefix), part="") for each in part.figures)


def _level(terms: GradedTerms) -> Figure:
    return Figure("level", word("figure", "level"), "level", "", 0, levels=tuple(each.grade for each in terms.grades))


def _given(terms: GivenPointsTerms, standard: Fraction, rounding: int) -> tuple[Figure, ...]:
    most = standard if terms.given_out_of is None else terms.given_out_of
    names = terms.givers or (word("figure", "given_points"),)
    ids = METHODS["given_points"].figures(terms)
    return tuple(given_points_figure(each, name, most, rounding) for each, name in zip(ids, names, strict=True))


def _beyond_items(figures: tuple[Figure, ...], items: tuple[Item, ...]) -> tuple[Figure, ...] | None:
    """The counts of items that say more than that each is counted; None where none of them does."""
    if [(each.id, each.name) for each in figures] != [(each.id, each.name) for each in items]:
        return figures
    return tuple(each for each in figures if each != Figure(each.id, each.name, "number", "", 0, Fraction(0))) or None


def _taken(criterion: Criterion, scale: Scale) -> tuple[Figure, ...]:
    """The figures that a criterion takes from the one that it names."""
    origin = next((each for each in scale.criteria if each.id == criterion.figures_from), None)
    if origin is None or origin is criterion or criterion.method not in METHODS:
        return ()
    needed = METHODS[criterion.method].figures(criterion.terms)
    return tuple(figure for figure in origin.figures if figure.id in needed)
