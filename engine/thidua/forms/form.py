"""A self-score form for one unit: everything that its workbook shows."""

from datetime import date

from msgspec import Struct

from thidua.forms.layout import FormRow, form_rows
from thidua.identity import identity
from thidua.model.period import Member, Period
from thidua.model.scale import Scale

FORM_VERSION = 1
"""Of the layout; a workbook of a later one is refused."""


class Form(Struct, frozen=True):
    """A form. ``notices``: what every reader must be told first; ``period`` None: made from a scale alone."""

    scale: Scale
    scale_hash: str
    unit: Member
    period: Period | None
    notices: tuple[str, ...]
    rows: tuple[FormRow, ...]

    @property
    def year(self) -> int | None:
        """The year that is scored."""
        return (self.period.year if self.period else None) or self.scale.year

    @property
    def data_from(self) -> date | None:
        """The first day of the figures."""
        return (self.period.data_from if self.period else None) or self.scale.data_from

    @property
    def data_to(self) -> date | None:
        """The last day of the figures."""
        return (self.period.data_to if self.period else None) or self.scale.data_to


def make_form(scale: Scale, unit: Member, period: Period | None, notices: tuple[str, ...]) -> Form:
    """The form of a unit."""
    return Form(scale, identity(scale), unit, period, notices, form_rows(scale, period, unit.id))
