"""While a change is tried out, the wholes follow their parts: criteria their parts, sections their criteria, the total.

Otherwise one changed criterion would stop the trial because nothing adds up, or change all totals where the scale
converts them to a whole that is no longer the sum of its parts.
"""

from collections.abc import Collection
from fractions import Fraction
from typing import Any

from thidua.numerals.writing import format_number
from thidua.schemas import Path, Shaped
from thidua.vocabulary import key

_FOLLOWS = 625


def follow_sums(shaped: Shaped, changed: Collection[Path]) -> None:
    """Set each whole to what its parts add up to, and report where that is not what is written."""
    for index, section in enumerate(shaped.data.get("sections") or ()):
        path: Path = ("sections", index)
        for place, criterion in enumerate((section or {}).get("criteria") or ()):
            _follow_parts(shaped, criterion or {}, (*path, "criteria", place), changed)
        _follow(shaped, section or {}, "standard_points", "criteria", path)
    _follow(shaped, shaped.data, "total_points", "sections", ())


def _follow_parts(shaped: Shaped, criterion: dict[str, Any], path: Path, changed: Collection[Path]) -> None:
    """A criterion follows its parts, unless it is itself what was changed: then the parts must be changed, too."""
    terms = criterion.get("terms")
    if isinstance(terms, dict) and "parts" in terms and (*path, "standard_points") not in changed:
        _follow(shaped, {**terms, "name": criterion.get("name", "")}, "standard_points", "parts", path, criterion)


def _follow(
    shaped: Shaped, data: dict[str, Any], whole: str, items: str, path: Path, of: dict[str, Any] | None = None
) -> None:
    of = data if of is None else of
    parts = data.get(items) or ()
    points: list[Fraction] = [
        item["standard_points"] * item.get("weight", 1) for item in parts if item and "standard_points" in item
    ]
    total = sum(points, Fraction(0))
    if whole not in of or not points or len(points) < len(parts) or total == of[whole]:
        return
    name = key(whole) if whole == "total_points" else data.get("name", "")
    difference = format_number(abs(total - of[whole]))
    shaped.report(
        _FOLLOWS,
        (*path, whole),
        name=name[:1].upper() + name[1:],
        whole=format_number(of[whole]),
        total=format_number(total),
        difference=f"{'hơn' if total > of[whole] else 'kém'} {difference}",
    )
    of[whole] = total
