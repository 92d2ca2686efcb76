"""A fact: a flat record of one thing that is known, whole numbers and texts only."""

from collections.abc import Mapping

from msgspec import Struct


class Fact(Struct, frozen=True):
    """``kind`` and the fields' types: ``thidua.vocabulary.facts``. A field without a value is not in ``values``."""

    kind: str
    values: Mapping[str, int | str]
