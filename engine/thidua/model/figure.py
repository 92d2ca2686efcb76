"""A figure as a criterion declares it."""

from fractions import Fraction
from typing import Literal

from msgspec import Struct

FigureKind = Literal["number", "percent", "yes_no", "level", "points"]


class Figure(Struct, frozen=True):
    """A figure that a criterion needs.

    ``kind`` percent: written 97,5 or 97,5% and held as 97.5; yes_no: 1 and 0; level: the index of one of ``levels``.
    points: given by somebody, from zero to ``most``. The figure of a part has the part's id before its own, with a dot:
    ``so-vu.actual``; ``part`` is the part's name.
    """

    id: str
    name: str
    kind: FigureKind
    measure: str
    decimals: int
    least: Fraction | None = None
    most: Fraction | None = None
    levels: tuple[str, ...] = ()
    part: str = ""

    @property
    def full_name(self) -> str:
        """The name, with the part's where it belongs to one."""
        return f"{self.name} ({self.part})" if self.part else self.name
