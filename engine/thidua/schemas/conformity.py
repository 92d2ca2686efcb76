"""Whether typed data conform to a schema: a quick answer, for nearly all files do.

jsonschema takes 80 ms to import and most of the time of reading a large file. Only what does not conform needs it: to
say what is wrong. A schema is turned into functions once; a keyword that is not known here is refused.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from numbers import Number
from typing import Any, Final, TypeAlias

from thidua.reading.nodes import Scalar
from thidua.schemas.load import load_schema

Check: TypeAlias = Callable[[Any], bool]

# Dates and raw scalars stand where the schema says text.
TEXTS: Final = (str, date, Scalar)

_TYPES: Final[Mapping[str, Check]] = {
    "string": lambda value: isinstance(value, TEXTS),
    "number": lambda value: isinstance(value, Number) and not isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
}
_SAYING_NOTHING: Final = frozenset(("$schema", "title", "definitions", "format", "then"))


@cache
def conformity(schema: str) -> Check:
    """A function that says whether typed data conform to the schema of this kind of file."""
    whole = load_schema(schema)
    return _Compiler(whole["definitions"]).of(whole)


class _Compiler:
    """Turns schemas into checks; ``named`` has those of definitions, which may refer to themselves."""

    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self.definitions = definitions
        self.named: dict[str, Check] = {}

    def of(self, schema: Any) -> Check:
        if isinstance(schema, bool):
            return lambda _: schema
        if "$ref" in schema:  # in draft 7 whatever stands beside it does not count
            return self.referred(schema["$ref"].removeprefix("#/definitions/"))
        checks = tuple(self.checks(schema))
        return lambda value: all(check(value) for check in checks)

    def referred(self, name: str) -> Check:
        if name not in self.named:
            self.named[name] = lambda value: self.named[name](value)
            self.named[name] = self.of(self.definitions[name])
        return self.named[name]

    def checks(self, schema: Mapping[str, Any]) -> Iterator[Check]:
        for keyword, wanted in schema.items():
            if keyword in _SAYING_NOTHING or keyword.startswith("x-"):
                continue
            yield self.check(keyword, wanted, schema)

    def check(self, keyword: str, wanted: Any, schema: Mapping[str, Any]) -> Check:
        match keyword:
            case "type":
                return _TYPES[wanted]
            case "properties":
                return _properties({name: self.of(each) for name, each in wanted.items()})
            case "additionalProperties":
                return _others(frozenset(schema.get("properties", ())), self.of(wanted))
            case "items":
                item = self.of(wanted)
                return lambda value: not isinstance(value, list) or all(map(item, value))
            case "allOf":
                every = tuple(map(self.of, wanted))
                return lambda value: all(check(value) for check in every)
            case "oneOf":
                some = tuple(map(self.of, wanted))
                return lambda value: sum([check(value) for check in some]) == 1
            case "not":
                refused = self.of(wanted)
                return lambda value: not refused(value)
            case "if":
                condition, then = self.of(wanted), self.of(schema["then"])
                return lambda value: not condition(value) or then(value)
            case _:
                return _plain_check(keyword, wanted)


def _plain_check(keyword: str, wanted: Any) -> Check:
    """A keyword without schemas in it. Each speaks only of values of its own type."""
    match keyword:
        case "required":
            return lambda value: not isinstance(value, dict) or all(name in value for name in wanted)
        case "dependencies":
            return lambda value: (
                not isinstance(value, dict)
                or all(name not in value or all(other in value for other in others) for name, others in wanted.items())
            )
        case "minProperties":
            return lambda value: not isinstance(value, dict) or len(value) >= wanted
        case "minItems":
            return lambda value: not isinstance(value, list) or len(value) >= wanted
        case "minLength":
            return lambda value: not isinstance(value, str) or len(value) >= wanted
        case "const":
            return lambda value: _same(value, wanted)
        case "enum":
            return lambda value: any(_same(value, each) for each in wanted)
        case "minimum":
            return lambda value: not _TYPES["number"](value) or value >= wanted
        case "exclusiveMinimum":
            return lambda value: not _TYPES["number"](value) or value > wanted
        case "maximum":
            return lambda value: not _TYPES["number"](value) or value <= wanted
        case _:
            raise ValueError(f"a keyword that is not known: {keyword}")


def _properties(known: Mapping[str, Check]) -> Check:
    def check(value: Any) -> bool:
        if not isinstance(value, dict):
            return True
        return all(known[name](each) for name, each in value.items() if name in known)

    return check


def _others(known: frozenset[str], other: Check) -> Check:
    def check(value: Any) -> bool:
        if not isinstance(value, dict):
            return True
        return all(other(each) for name, each in value.items() if name not in known)

    return check


def _same(one: Any, other: Any) -> bool:
    """Whether two values are equal; true and 1 are not."""
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)
