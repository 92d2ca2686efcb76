"""The hash by which a version of a scale or a period is known.

It is taken of the built model: comments, key order and spelling of keys in the file don't count, the order of lists
does.
"""

import hashlib
import json
from datetime import date
from fractions import Fraction
from typing import Any

from msgspec import Struct

# Part of what is hashed: a change of the model's meaning gives new hashes even where no field changed.
MODEL_SCHEMA = 1


def identity(*models: object) -> str:
    """SHA-256, in hexadecimal, of one or more models taken together."""
    canonical = {"schema": MODEL_SCHEMA, "models": [_plain(model) for model in models]}
    text = json.dumps(canonical, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    # The commonest kinds first: a period holds tens of thousands of values.
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, Struct):
        names = [name for name in value.__struct_fields__ if not _adds_nothing(value, name)]
        return [type(value).__name__, *(_plain(getattr(value, name)) for name in names)]
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"not part of a model: {value!r}")


def _adds_nothing(value: Struct, name: str) -> bool:
    """Whether a field came later and is empty: what was hashed before it came keeps its hash.

    Such fields stand at the end of their class; where there are several they hold models of different classes, whose
    names are hashed too: one can't be taken for another.
    """
    return name in getattr(value, "CAME_LATER", ()) and getattr(value, name) in (None, ())
