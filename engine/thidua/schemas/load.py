"""Load the shipped schemas, and turn each into the small objects that shaping walks along."""

import json
from functools import cache
from importlib import resources
from typing import Any

from msgspec import Struct

from thidua.vocabulary import spellings_of_keys

SCHEMAS = (
    "scale",
    "comments",
    "period",
    "dossier",
    "adjustments",
    "registrations",
    "violations",
    "ballots",
    "congress",
    "outline",
    "cases",
    "rules",
    "rule_cases",
)


@cache
def load_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a kind of file (one of ``SCHEMAS``)."""
    text = resources.files("thidua.schemas").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


class ScalarShape(Struct):
    """One value; ``format`` says how its text is read."""

    format: str


class ListShape(Struct):
    """A list of alike items."""

    items: "Shape"


class ObjectShape(Struct):
    """A group of keys.

    ``plain``: the key for which a bare value may stand instead of the whole group. ``others``: the shape of keys that
    the schema does not name. ``chosen``: for a key whose shape depends on another key's word, that other key and the
    shapes.
    """

    name: str
    keys: dict[str, "Shape"]
    spellings: dict[str, str]
    others: "Shape | None"
    plain: str | None
    chosen: dict[str, tuple[str, dict[str, "Shape"]]]


Shape = ScalarShape | ListShape | ObjectShape


@cache
def root_shape(name: str) -> ObjectShape:
    """The shape of a whole file."""
    found = _Compiler(load_schema(name)["definitions"]).named(name)
    if not isinstance(found, ObjectShape):
        raise TypeError(f"the schema {name} must describe an object")
    return found


class _Compiler:
    """Turns definitions into shapes, each once, so that a definition may refer to itself (parts within parts)."""

    def __init__(self, definitions: dict[str, Any]) -> None:
        self.definitions = definitions
        self.made: dict[str, Shape] = {}

    def named(self, name: str) -> Shape:
        if name not in self.made:
            definition = self.definitions[name]
            if definition.get("type") == "object":
                made = ObjectShape(name, {}, {}, None, definition.get("x-plain"), {})
                self.made[name] = made
                self.fill(made, definition)
            else:
                self.made[name] = self.of(definition)
        return self.made[name]

    def fill(self, made: ObjectShape, definition: dict[str, Any]) -> None:
        properties = definition.get("properties", {})
        made.keys.update({identifier: self.of(schema) for identifier, schema in properties.items()})
        made.spellings.update(spellings_of_keys(tuple(properties)))
        if definition.get("additionalProperties"):
            made.others = self.of(definition["additionalProperties"])
        for rule in definition.get("allOf", ()):
            self.choose(made, rule["if"].get("properties", {}), rule["then"].get("properties", {}))

    def choose(self, made: ObjectShape, condition: dict[str, Any], then: dict[str, Any]) -> None:
        for selector, constant in condition.items():
            for identifier, schema in then.items():
                if isinstance(schema, dict) and "$ref" in schema:
                    _, shapes = made.chosen.setdefault(identifier, (selector, {}))
                    shapes[constant["const"]] = self.of(schema)

    def of(self, schema: dict[str, Any]) -> Shape:
        if "$ref" in schema:
            return self.named(schema["$ref"].removeprefix("#/definitions/"))
        match schema.get("type"):
            case "array":
                return ListShape(self.of(schema["items"]))
            case "object":
                made = ObjectShape("", {}, {}, None, None, {})
                self.fill(made, schema)
                return made
            case _:
                return ScalarShape(schema["format"])
