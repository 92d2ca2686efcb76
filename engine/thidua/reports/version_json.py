"""``thidua diff --format json``: the contract of comparisons. English keys, decimals as strings."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from msgspec import Struct

from thidua import __version__
from thidua.comparison.change import Change, Named
from thidua.comparison.next_year import Years, is_only_next_year, years_of
from thidua.numerals.writing import plain_decimal
from thidua.reports.decimals import places_of
from thidua.reports.version_lines import hint, line
from thidua.reports.version_page import notices
from thidua.versions import Version

_MOST_PLACES = 12


def version_json(
    old: Version,
    new: Version,
    changes: Sequence[Change],
    impact: Mapping[str, Any] | None = None,
    first: Sequence[str] = (),
) -> str:
    """The whole comparison; ends with a line break.

    ``impact``: the keys for a period, as ``impact_json`` gives them; ``first``: notices before all others.
    """
    told = [*first, *notices((old, new)), *(impact["impact_details"]["notices"] if impact else ())]
    found = {
        "program": {"version": __version__},
        "notices": list(dict.fromkeys(told)),
        "old": _version(old),
        "new": _version(new),
        "changes": [_change(each, years_of(old.model, new.model)) for each in changes],
        **(impact or {"impact": []}),
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _version(version: Version) -> dict[str, Any]:
    return {
        "id": version.model.id,
        "hash": version.hash,
        "state": version.state,
        "name": version.model.name,
        "file": version.shown,
    }


def _change(change: Change, years: Years) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "subject": change.subject.kind,
        "id": change.subject.id,
        "field": change.field,
        "old_field": change.old.field if change.old else None,
        "new_field": change.new.field if change.new else None,
        "old": None if change.old is None else plain_value(change.old.value),
        "new": None if change.new is None else plain_value(change.new.value),
        "old_name": _name(change.subject.old),
        "new_name": _name(change.subject.new),
        "text": line(change),
        "likely_same": _name(change.likely.named) if change.likely else None,
        "hint": hint(change) or None,
        "only_year": is_only_next_year(change, years),
    }


def _name(named: Named | None) -> dict[str, str] | None:
    return None if named is None else {"id": named.id, "number": named.number, "name": named.name}


def plain_value(value: Any) -> Any:
    """A value of a model for JSON: numbers as exact decimals (``"0.5"``), else as a fraction (``"1/3"``)."""
    match value:
        case None | str() | bool() | int():
            return value
        case Fraction():
            places = places_of(value, 0)
            exact = (value * 10**places).denominator == 1
            return plain_decimal(value, places) if exact and places < _MOST_PLACES else str(value)
        case date():
            return value.isoformat()
        case list() | tuple():
            return [plain_value(each) for each in value]
        case Struct():
            return {name: plain_value(getattr(value, name)) for name in value.__struct_fields__}
    raise TypeError(f"not part of a model: {value!r}")
