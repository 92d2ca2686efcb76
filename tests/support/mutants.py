"""Models with one thing changed, for every field of every part: nothing of a model is left out by hand."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import fields, replace

Path = tuple[str | int, ...]


def mutants(model: Any) -> Iterator[tuple[Path, Any]]:
    """The path of what was changed, and the model with the change."""
    for field in fields(model):
        value = getattr(model, field.name)
        for path, other in _others(value, _hints(type(model))[field.name]):
            yield (field.name, *path), replace(model, **{field.name: other})


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _others(value: Any, hint: Any) -> Iterator[tuple[Path, Any]]:
    """Other values that a field of this type may have."""
    kinds = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    if value is not None and type(None) in kinds:
        yield (), None
    if isinstance(value, tuple):
        yield from _other_tuples(value)
    elif isinstance(value, Struct):
        yield from mutants(value)
    else:
        yield from (((), other) for kind in kinds for other in _scalars(value, kind) if other != value)


def _other_tuples(items: tuple[Any, ...]) -> Iterator[tuple[Path, Any]]:
    if items:
        yield ("dropped",), items[:-1]
        yield ("dropped first",), items[1:]
    if len(set(items)) > 1:
        yield ("reversed",), items[::-1]
    for index, item in enumerate(items):
        before, after = items[:index], items[index + 1 :]
        for path, other in _others(item, type(item)):
            yield (index, *path), (*before, other, *after)


def _scalars(value: Any, kind: Any) -> Iterator[Any]:
    if get_origin(kind) is Literal:
        yield from get_args(kind)
    elif kind is Fraction:
        yield from (Fraction(1, 3), (value or Fraction(0)) + 1, (value or Fraction(0)) + Fraction(1, 10**8))
    elif kind is str and (value is None or isinstance(value, str)):
        yield from ("khác", f"{value or ''}x")
    elif kind is bool:
        yield not value
    elif kind is int and (value is None or isinstance(value, int)):
        yield (value or 0) + 1
    elif kind is date:
        yield (value or date(2019, 1, 1)) + timedelta(days=1)
