"""The shipped schemas are valid draft-07, and agree with the vocabulary, the model and the registry of methods."""

import json
from typing import Any

import pytest
from jsonschema import Draft7Validator
from msgspec.structs import fields

from thidua.methods import METHODS
from thidua.schemas import SCHEMAS, load_schema
from thidua.vocabulary import LISTS


def parts(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, dict):
        return [schema, *(found for value in schema.values() for found in parts(value))]
    if isinstance(schema, list):
        return [found for value in schema for found in parts(value)]
    return []


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_valid_draft_07(name: str) -> None:
    Draft7Validator.check_schema(load_schema(name))


@pytest.mark.parametrize("name", SCHEMAS)
def test_nothing_stands_beside_a_reference(name: str) -> None:
    # Draft-07 ignores what stands beside $ref, so it would be a rule that looks like one and isn't.
    for part in parts(load_schema(name)["definitions"]):
        assert "$ref" not in part or set(part) == {"$ref"}, part


@pytest.mark.parametrize("name", SCHEMAS)
def test_closed_lists_are_those_of_the_vocabulary(name: str) -> None:
    for part in parts(load_schema(name)):
        kind = part.get("format")
        if isinstance(kind, str) and kind.startswith("word:"):
            assert part["enum"] == [term.identifier for term in LISTS[kind.removeprefix("word:")]]


@pytest.mark.parametrize("name", SCHEMAS)
def test_definitions_shared_by_schemas_are_the_same(name: str) -> None:
    everywhere: dict[str, str] = {}
    for other in SCHEMAS:
        for definition, schema in load_schema(other)["definitions"].items():
            if definition in load_schema(name)["definitions"] and definition not in ("figures",):
                text = json.dumps(schema, sort_keys=True)
                assert everywhere.setdefault(definition, text) == text, definition


@pytest.mark.parametrize("method", METHODS)
def test_terms_of_a_method_are_the_keys_of_its_schema(method: str) -> None:
    schema = load_schema("scale")["definitions"][f"terms_{method}"]
    terms = METHODS[method].terms
    worked_out = {"formula": {"figures"}}.get(method, set())
    assert {each.name for each in fields(terms)} - worked_out == set(schema["properties"])
    assert {each.name for each in fields(terms) if each.required} <= set(schema.get("required", []))


def test_every_method_has_terms_in_the_schema() -> None:
    definitions = load_schema("scale")["definitions"]
    assert all(f"terms_{term.identifier}" in definitions for term in LISTS["method"])
