"""Bands of ``theo mức đạt``: read their edges, and see that they neither leave a gap nor overlap."""

from fractions import Fraction
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from thidua.building.figures import read_number
from thidua.methods.band_edges import gap, high_key, low_key, overlap
from thidua.methods.bands import RATIOS, describe_band
from thidua.model.figure import Figure, FigureKind
from thidua.model.terms import Band, BandsTerms, Quantity
from thidua.numerals.reading import NumberProblem, parse_ratio
from thidua.reading.nodes import Scalar
from thidua.schemas import Path, Shaped


class _Placed(Struct, frozen=True):
    band: Band
    path: Path


def build_bands(shaped: Shaped, data: dict[str, Any], path: Path, figures: tuple[Figure, ...]) -> BandsTerms | None:
    """The terms of a criterion by bands. ``path`` is that of the terms; None where a band can't be read."""
    kind: Quantity = data["quantity"]
    reader = _EdgeReader(shaped, kind, any(figure.kind == "percent" for figure in figures))
    placed = []
    for index, item in enumerate(data["bands"]):
        band = reader.band(item, (*path, "bands", index)) if item else None
        if band:
            placed.append(_Placed(band, (*path, "bands", index)))
    if len(placed) < len(data["bands"]):
        return None
    step = None if kind in RATIOS else Fraction(1, 10 ** max((figure.decimals for figure in figures), default=0))
    _check_cover(shaped, placed, kind, data.get("otherwise"), step)
    return BandsTerms(kind, tuple(each.band for each in placed), data.get("otherwise"))


class _EdgeReader:
    def __init__(self, shaped: Shaped, kind: Quantity, percent: bool) -> None:
        self.shaped = shaped
        self.kind = kind
        self.figure_kind: FigureKind = "percent" if percent else "number"

    def band(self, item: dict[str, Any], path: Path) -> Band | None:
        if "points" not in item or self.shaped.is_broken(path):
            return None
        for pair in (("from_edge", "above_edge"), ("to_edge", "below_edge")):
            if all(each in item for each in pair):
                self.shaped.report(206, path, problem="Mức này có hai mốc cùng một phía")
                return None
        if not any(each in item for each in ("from_edge", "above_edge", "to_edge", "below_edge")):
            self.shaped.report(206, path, problem="Mức này chưa có mốc nào")
            return None
        low, high = self.edge(item, path, "from_edge", "above_edge"), self.edge(item, path, "to_edge", "below_edge")
        if low is _UNREADABLE or high is _UNREADABLE:
            return None
        band = Band(item["points"], low, "from_edge" in item, high, "to_edge" in item)
        if _is_empty(band):
            words = describe_band(band, self.kind)
            problem = f"Không có giá trị nào thuộc mức “{words}”: mốc dưới phải thấp hơn mốc trên"
            self.shaped.report(
                206,
                path,
                problem=problem,
            )
            return None
        return band

    def edge(self, item: dict[str, Any], path: Path, *names: str) -> Any:
        name = next((each for each in names if each in item), None)
        if name is None:
            return None
        written: Scalar = item[name]
        found = parse_ratio(written.text) if self.kind in RATIOS else read_number(written.text, self.figure_kind)
        if isinstance(found, NumberProblem):
            self.shaped.report(found.code, (*path, name), **dict(found.fields))
            return _UNREADABLE
        return found


_UNREADABLE = object()


def _is_empty(band: Band) -> bool:
    if band.low is None or band.high is None or band.low < band.high:
        return False
    return band.low > band.high or not (band.low_included and band.high_included)


def _check_cover(
    shaped: Shaped, placed: list[_Placed], kind: Quantity, otherwise: Fraction | None, step: Fraction | None
) -> None:
    ordered = sorted(placed, key=lambda each: low_key(each.band))
    for place, upper in enumerate(ordered[1:], start=1):
        lower = max(ordered[:place], key=lambda each: high_key(each.band))
        names = {"first": describe_band(lower.band, kind), "second": describe_band(upper.band, kind)}
        if overlap(lower.band, upper.band):
            shaped.report(205, upper.path, **names)
        elif gap(lower.band, upper.band, step):
            shaped.report(204, upper.path, **names, remedy=_joined(lower.band, upper.band, kind))
    if otherwise is None and ordered:
        ends = [ordered[0].band.low is not None, all(each.band.high is not None for each in ordered)]
        if any(ends):
            side = " và ".join(word for word, is_open in zip(("thấp hơn", "cao hơn"), ends, strict=True) if is_open)
            shaped.report(207, ordered[0].path[:-1], side=side)


def _joined(lower: Band, upper: Band, kind: Quantity) -> str:
    """How the lower band would end for the upper one to begin there."""
    end = replace(lower, high=upper.low, high_included=not upper.low_included)
    return f"mức dưới ghi “{describe_band(end, kind)}”, mức trên giữ “{describe_band(upper, kind)}”"
