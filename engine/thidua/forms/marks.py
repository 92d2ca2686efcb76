"""What a form says of itself, in custom properties and on a hidden sheet: scale, version, unit."""

from collections.abc import Mapping

from msgspec import Struct

from thidua.forms.form import FORM_VERSION, Form

PREFIX = "thidua-"
NAMES = ("form", "scale", "scale-hash", "unit", "unit-name", "period")


class Marks(Struct, frozen=True):
    """The identity of a form; empty texts where it says nothing."""

    form: str = ""
    scale: str = ""
    scale_hash: str = ""
    unit: str = ""
    unit_name: str = ""
    period: str = ""


def marks_of(form: Form) -> dict[str, str]:
    """What a form's workbook carries, by name."""
    values = (
        str(FORM_VERSION),
        form.scale.id,
        form.scale_hash,
        form.unit.id,
        form.unit.name,
        form.period.id if form.period else "",
    )
    return {f"{PREFIX}{name}": value for name, value in zip(NAMES, values, strict=True)}


def read_marks(found: Mapping[str, str]) -> Marks | None:
    """The identity among properties or hidden cells; None where there is none."""
    values = [found.get(f"{PREFIX}{name}", "").strip() for name in NAMES]
    return Marks(*values) if any(values) else None
