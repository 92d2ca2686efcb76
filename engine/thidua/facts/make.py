"""Make one fact: fields without a value are left out, numbers become whole numbers of the field's scale."""

from datetime import date
from fractions import Fraction

from thidua.model.fact import Fact
from thidua.numerals.writing import round_half_up
from thidua.vocabulary.facts import POINTS_SCALE

Value = int | str | bool | date | None


def make_fact(kind: str, **fields: Value) -> Fact:
    """A fact of a kind (an identifier of ``FACT_KINDS``). Yes and no, and days, become what facts hold."""
    return Fact(kind, {name: _plain(value) for name, value in fields.items() if value is not None and value != ""})


def scaled_points(points: Fraction | None) -> int | None:
    """Points in whole ten-thousandths. Points of a scale that rounds its total only may be cut here, half up."""
    return None if points is None else int(round_half_up(points * POINTS_SCALE, Fraction(1)))


def _plain(value: int | str | bool | date) -> int | str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.toordinal() if isinstance(value, date) else value
