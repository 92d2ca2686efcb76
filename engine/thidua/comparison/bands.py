"""Comparing bands by the stretches that they cover: points that changed, edges that moved, bands split or joined."""

from collections.abc import Iterator, Sequence

from thidua.comparison.band_alignment import aligned
from thidua.comparison.change import ChangeKind, Difference, Side
from thidua.comparison.lists import compare_order, paired
from thidua.comparison.saying import listed, points
from thidua.methods import describe_band
from thidua.model.terms import Band, BandsTerms

_NAME = "bands"
_LABEL = "Mức"


def compare_bands(old: BandsTerms, new: BandsTerms, in_percent: tuple[bool, bool]) -> Iterator[Difference]:
    """What differs in the bands; on another quantity there is nothing to compare, so both lists are told whole.

    Where they read the same on the other quantity too, that one is all there is to tell.
    """
    tellers = _Teller(old, in_percent[0]), _Teller(new, in_percent[1])
    if tellers[0].unit != tellers[1].unit:
        sides = tellers[0].side(old.bands), tellers[1].side(new.bands)
        if sides[0] is None or sides[1] is None or sides[0].words != sides[1].words:
            yield Difference("changed", *sides)
        return
    if old.bands == new.bands:
        return
    pairs = paired(old.bands, new.bands, (_stretch,))
    stayed = [(before, after) for before, after in pairs if before is not None and after is not None]
    for before, after in stayed:
        if before.points != after.points:
            yield Difference("changed", tellers[0].points(before), tellers[1].points(after))
    gone = [before for before, after in pairs if before is not None and after is None]
    come = [after for before, after in pairs if before is None and after is not None]
    for was, now in aligned(gone, come):
        if len(was) == len(now) == 1 and was[0].points == now[0].points:
            yield Difference("changed", tellers[0].edges(was[0]), tellers[1].edges(now[0]))
        else:
            yield Difference(_kind(was, now), tellers[0].side(was), tellers[1].side(now))
    yield from compare_order(
        f"{_NAME}.order", _LABEL, stayed, (old.bands, new.bands), lambda band: tellers[0].stretch(band)
    )


def tell_bands(terms: BandsTerms, in_percent: bool) -> Iterator[Side]:
    """Each band with its points."""
    teller = _Teller(terms, in_percent)
    return (teller.points(band) for band in terms.bands)


class _Teller:
    """Says the bands of one version."""

    def __init__(self, terms: BandsTerms, in_percent: bool) -> None:
        self.quantity = terms.quantity
        self.in_percent = in_percent
        self.unit = (terms.quantity, in_percent)
        self.verb = _LABEL if terms.quantity in ("difference", "growth") else "Đạt"

    def stretch(self, band: Band) -> str:
        return describe_band(band, self.quantity, self.in_percent) or "mọi giá trị"

    def points(self, band: Band) -> Side:
        stretch = self.stretch(band)
        return Side(_NAME, f"{self.verb} {stretch}", band, points(band.points))

    def edges(self, band: Band) -> Side:
        """A band by its points, where its edges are what changed."""
        return Side(_NAME, f"{_LABEL} {points(band.points)}", band, self.stretch(band))

    def side(self, bands: Sequence[Band]) -> Side | None:
        """Some bands with their points; None where there are none."""
        if not bands:
            return None
        told = listed(f"{self.stretch(band)}: {points(band.points)}" for band in bands)
        value = bands[0] if len(bands) == 1 else tuple(bands)
        return Side(_NAME, _LABEL, value, told)


def _stretch(band: Band) -> tuple[object, ...]:
    return band.low, band.low_included, band.high, band.high_included


def _kind(was: Sequence[Band], now: Sequence[Band]) -> ChangeKind:
    match len(was), len(now):
        case 0, _:
            return "added"
        case _, 0:
            return "removed"
        case 1, many if many > 1:
            return "split"
        case many, 1 if many > 1:
            return "merged"
        case _:
            return "changed"
