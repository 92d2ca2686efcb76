"""How points come about, compared and told: the method, its terms, the figures, parts with methods of their own."""

from collections.abc import Iterator

from msgspec.structs import replace

from thidua.comparison.bands import compare_bands, tell_bands
from thidua.comparison.change import Difference, Side, lowered
from thidua.comparison.fields import compare_fields, field, tell_fields
from thidua.comparison.figures import compare_figures, say_figure
from thidua.comparison.lists import Listing, compare_list
from thidua.comparison.own_figures import own_figures
from thidua.comparison.saying import capital, listed, of_list, plain, points, quoted
from thidua.comparison.term_words import AFTER_LISTS, FIELDS, LISTS, RANKS, Rank
from thidua.model.scale import Criterion, Scale
from thidua.model.terms import BandsTerms, ByRankTerms, FormulaTerms, Part, PartsTerms
from thidua.vocabulary import key, word

Scored = Criterion | Part
"""What has points, figures and a method: a criterion, or a part of one."""

METHOD = field("method", of_list("method"))
PART = (field("name", quoted), field("standard_points", points), field("bonus_cap", points))
_TERMS = capital(key("terms"))


def compare_scoring(old: Scored, new: Scored, scales: tuple[Scale, Scale]) -> Iterator[Difference]:
    """What differs in the method, the terms and the figures."""
    yield from compare_fields((METHOD,), old, new)
    if type(old.terms) is type(new.terms):
        yield from (_of_terms(each) for each in _compare_terms(old, new, scales))
    else:
        told = (listed(tell_terms(each, scale)) for each, scale in zip((old, new), scales, strict=True))
        before, after = (Side("terms", _TERMS, each.terms, words) for each, words in zip((old, new), told, strict=True))
        yield Difference("changed", before, after)
    own = own_figures(old, scales[0]), own_figures(new, scales[1])
    if (own[0] is None) is not (own[1] is None) and old.terms == new.terms:
        yield from compare_figures(old.figures, new.figures)  # no terms explain why there are others
    else:
        yield from compare_figures(own[0] or (), own[1] or ())


def tell_terms(scored: Scored, scale: Scale) -> Iterator[str]:
    """The terms in full, one text for each line of the file and each part."""
    terms = scored.terms
    yield from map(_line, tell_fields(FIELDS[type(terms)], terms))
    if isinstance(terms, BandsTerms):
        yield from map(_line, tell_bands(terms, _in_percent(scored, terms)))
    if isinstance(terms, ByRankTerms):
        yield from (f"{lowered(RANKS.label)} {RANKS.say(each)}" for each in _ranks(terms))
    for listing in LISTS.get(type(terms), ()):
        yield from (f"{lowered(listing.label)} {listing.say(item)}" for item in getattr(terms, listing.name))
    yield from map(_line, tell_fields(AFTER_LISTS.get(type(terms), ()), terms))
    if isinstance(terms, PartsTerms):
        yield from (f"{key('parts')} {tell_part(part, scale)}" for part in terms.parts)


def tell_figures(scored: Scored, scale: Scale) -> str:
    """The figures that it declares itself, in full; empty where there are none."""
    told = map(say_figure, own_figures(scored, scale) or ())
    return listed(each for each in told if each != word("figure", "achieved"))  # which says nothing of its own


def tell_part(part: Part, scale: Scale) -> str:
    """A part in full."""
    bonus = f", thưởng không quá {points(part.bonus_cap)}" if part.bonus_cap else ""
    head = f"{quoted(part.name)} ({points(part.standard_points)}{bonus}), {METHOD.say(part.method)}"
    return listed(text for text in (head, *tell_terms(part, scale), tell_figures(part, scale)) if text)


def _compare_terms(old: Scored, new: Scored, scales: tuple[Scale, Scale]) -> Iterator[Difference]:
    """What differs in the terms of one method."""
    yield from compare_fields(FIELDS[type(old.terms)], old.terms, new.terms)
    for listing in LISTS.get(type(old.terms), ()):
        yield from compare_list(listing, getattr(old.terms, listing.name), getattr(new.terms, listing.name))
    match old.terms, new.terms:
        case BandsTerms(), BandsTerms():
            in_percent = _in_percent(old, old.terms), _in_percent(new, new.terms)
            yield from compare_bands(old.terms, new.terms, in_percent)
        case ByRankTerms(), ByRankTerms():
            yield from compare_list(RANKS, _ranks(old.terms), _ranks(new.terms))
        case PartsTerms(), PartsTerms():
            yield from compare_list(_parts(scales), old.terms.parts, new.terms.parts)
        case FormulaTerms(), FormulaTerms():
            yield from compare_fields((_FORMULA_FIGURES,), _formula(old, old.terms), _formula(new, new.terms))
    yield from compare_fields(AFTER_LISTS.get(type(old.terms), ()), old.terms, new.terms)


_FORMULA_FIGURES = field("figures", listed, "Số liệu dùng trong công thức", "không nêu riêng")


def _formula(scored: Scored, terms: FormulaTerms) -> FormulaTerms:
    """The terms without the ids of the figures where these are just the figures that are declared."""
    declared = tuple(each.id.rpartition(".")[2] for each in scored.figures)
    return replace(terms, figures=None) if terms.figures == declared else terms


def _parts(scales: tuple[Scale, Scale]) -> Listing:
    def inside(old: Part, new: Part) -> Iterator[Difference]:
        yield from compare_fields((field("id", plain), *PART), old, new)
        yield from compare_scoring(old, new, scales)

    def say(part: Part) -> str:
        return tell_part(part, scales[0])

    return Listing(
        "parts",
        capital(key("parts")),
        (lambda each: each.id, lambda each: each.name),
        lambda each: str(each.id),
        lambda each: quoted(each.name),
        say,
        inside,
        "name",
    )


def _ranks(terms: ByRankTerms) -> tuple[Rank, ...]:
    return tuple(Rank(rank, each) for rank, each in enumerate(terms.points_by_rank, start=1))


def _in_percent(scored: Scored, terms: BandsTerms) -> bool:
    """Whether bands look at a figure itself, not at what is made of several, and it is measured in percent."""
    return any(each.kind == "percent" and each.id.rpartition(".")[2] == terms.quantity for each in scored.figures)


def _of_terms(difference: Difference) -> Difference:
    """A difference as one inside the terms; its label says enough by itself."""
    old, new = (side and replace(side, field=f"terms.{side.field}") for side in (difference.old, difference.new))
    return Difference(difference.kind, old, new, f"terms.{difference.field}")


def _line(side: Side) -> str:
    return f"{lowered(side.label)}: {side.words}"
