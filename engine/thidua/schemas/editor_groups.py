"""Groups of keys, and what goes with what, for the schemas that editors read; see ``editor`` for how and why."""

from collections.abc import Iterable, Mapping
from typing import Any

from thidua.schemas.editor_examples import EXAMPLES
from thidua.schemas.editor_scalars import Keywords, is_word, scalar_keywords, word_keywords
from thidua.schemas.editor_spellings import any_spelling, other_spellings
from thidua.schemas.shape import describe
from thidua.vocabulary import GROUPS, LISTS, Term

_DEPENDING = {"type": "object"}
_KEYS = {term.identifier: term for terms in GROUPS.values() for term in terms}
_WORDS = {name: {term.identifier: term for term in terms} for name, terms in LISTS.items()}


class Maker:
    """Turns the definitions of one of the program's schemas into those for editors."""

    def __init__(self, own: Mapping[str, Any], kind: str) -> None:
        self.own = own
        self.kind = kind
        # In a dossier what is left blank is not there; anywhere else it is a mistake.
        self.blank_is_absent = kind == "dossier"
        self.definitions: dict[str, Keywords] = {}

    def group(self, name: str, own: Mapping[str, Any]) -> None:
        """Define a group and each of its keys."""
        required = own.get("required", ())
        for identifier, schema in own.get("properties", {}).items():
            self.definitions[f"{name}.{identifier}"] = self.key(name, identifier, schema, identifier in required)
        others = own.get("additionalProperties", False)
        made = {
            "title": _title(name),
            "type": self.or_blank("object"),
            **self.keys(name, own.get("properties", {})),
            "additionalProperties": self.value(others, "") if others else False,
            **({"minProperties": own["minProperties"]} if "minProperties" in own else {}),
        }
        rules = [*self.needed(required), *self.rules(own)]
        self.definitions[name] = {**made, "allOf": rules} if rules else made

    def keys(self, group: str, own: Mapping[str, Any]) -> Keywords:
        """The keys that a group may hold.

        One whose shape depends on another key's word (``terms``) is taken in any spelling but not proposed: the
        condition that knows its shape proposes it.
        """
        references = {identifier: _reference(f"{group}.{identifier}") for identifier in own}
        depending = {identifier for identifier, schema in own.items() if schema == _DEPENDING}
        named = _named({each: found for each, found in references.items() if each not in depending})
        taken = {any_spelling(_KEYS[each]): references[each] for each in depending}
        return {**named, "patternProperties": {**named["patternProperties"], **taken}} if taken else named

    def key(self, group: str, identifier: str, schema: Mapping[str, Any], required: bool) -> Keywords:
        """The definition of one key: what it means, an example, and what it may hold."""
        term = _KEYS[identifier]
        value = self.file_type() if identifier == "file_type" else self.value(schema, identifier, required)
        examples = EXAMPLES.get(f"{group}.{identifier}") or EXAMPLES.get(identifier)
        return {
            **_told(term, required),
            **value,
            **({"examples": examples} if examples and "enum" not in value else {}),
        }

    def value(self, schema: Mapping[str, Any], identifier: str, required: bool = False) -> Keywords:
        """What a value may be. A blank stands for an absent value in a dossier, unless it is required."""
        if "$ref" in schema:
            name = schema["$ref"].removeprefix("#/definitions/")
            definition = self.own[name]
            return (
                self.of_group(name)
                if definition.get("type") == "object"
                else self.value(definition, identifier, required)
            )
        match schema.get("type"):
            case "array":
                items = self.value(schema["items"], identifier, required=True)
                return {"type": self.or_blank("array", required), "items": items, "minItems": schema["minItems"]}
            case "object":
                return dict(_DEPENDING)
        found = scalar_keywords(schema, identifier)
        return found if required or not self.blank_is_absent else _or_blank(found)

    def of_group(self, name: str) -> Keywords:
        """A group, or the bare value that may stand instead of it."""
        plain = self.own[name].get("x-plain")
        if plain is None:
            return {"allOf": [_reference(name)]}
        return {"anyOf": [_reference(f"{name}.{plain}"), _reference(name)]}

    def file_type(self) -> Keywords:
        """Only the word of this kind of file: another kind has another schema."""
        return word_keywords((_WORDS["file_type"][self.kind],))

    def or_blank(self, type_name: str, required: bool = False) -> Any:
        """A type, and null where a blank stands for an absent value."""
        return [type_name, "null"] if self.blank_is_absent and not required else type_name

    def needed(self, identifiers: Iterable[str]) -> list[Keywords]:
        """That all these keys are there."""
        return [self.has(identifier) for identifier in identifiers]

    def has(self, identifier: str) -> Keywords:
        """That a key is there, in any of its spellings."""
        term = _KEYS[identifier]
        # Not every name fails to be another spelling: one is.
        another = {"not": {"propertyNames": {"not": {"pattern": other_spellings(term)}}}}
        self.definitions[f"has.{identifier}"] = {"anyOf": [{"required": [term.vietnamese]}, another]}
        return _reference(f"has.{identifier}")

    def rules(self, own: Mapping[str, Any]) -> list[Keywords]:
        """What goes with what."""
        found: list[Keywords] = [
            {"if": self.condition(rule["if"]), "then": self.then(rule["then"])} for rule in own.get("allOf", ())
        ]
        if "oneOf" in own:
            found.append({"oneOf": [self.has(choice["required"][0]) for choice in own["oneOf"]]})
        for identifier, others in own.get("dependencies", {}).items():
            found.append({"if": self.has(identifier), "then": {"allOf": self.needed(others)}})
        return found

    def condition(self, own: Mapping[str, Any]) -> Keywords:
        """A key is there; where the program's schema names its word, it is this word."""
        wanted = {
            identifier: is_word(self.word_of(identifier, schema["const"]))
            for identifier, schema in own.get("properties", {}).items()
        }
        return {**_named(wanted), "allOf": self.needed(own["required"])}

    def word_of(self, identifier: str, constant: str) -> Term:
        """The word that a key must have, found in the list that its format names."""
        lists = {
            schema["format"].removeprefix("word:")
            for group in self.own.values()
            for name, schema in group.get("properties", {}).items()
            if name == identifier and "format" in schema
        }
        (name,) = lists
        return _WORDS[name][constant]

    def then(self, own: Mapping[str, Any]) -> Keywords:
        """What holds where a condition does."""
        if "not" in own:
            return {"not": {"allOf": self.needed(own["not"]["required"])}}
        needed = self.needed(own.get("required", ()))
        chosen = {
            identifier: {**_told(_KEYS[identifier], bool(needed)), **self.value(schema, identifier)}
            for identifier, schema in own.get("properties", {}).items()
        }
        return {**_named(chosen), **({"allOf": needed} if needed else {})}


def _named(schemas: Mapping[str, Keywords]) -> Keywords:
    """Schemas by key: proposed under the official spelling, taken under the others."""
    if not schemas:
        return {}
    return {
        "properties": {_KEYS[identifier].vietnamese: schema for identifier, schema in schemas.items()},
        "patternProperties": {other_spellings(_KEYS[identifier]): schema for identifier, schema in schemas.items()},
    }


def _reference(name: str) -> Keywords:
    return {"$ref": f"#/definitions/{name}"}


def _title(name: str) -> str:
    if name.startswith("terms_"):
        return f"Mức điểm của cách chấm “{_WORDS['method'][name.removeprefix('terms_')].vietnamese}”"
    title = describe(name)
    return title[:1].upper() + title[1:]


def _told(term: Term, required: bool) -> Keywords:
    """What an editor tells about a key."""
    also = f" Cũng viết: {', '.join(term.spellings)}." if term.spellings else ""
    meaning = f"{term.meaning[:1].upper()}{term.meaning[1:]}{' (bắt buộc)' if required else ''}.{also}"
    return {"title": term.vietnamese, "description": meaning}


def _or_blank(keywords: Keywords) -> Keywords:
    if "anyOf" in keywords:
        return {"anyOf": [*keywords["anyOf"], {"type": "null"}]}
    types = keywords["type"]
    return {**keywords, "type": [*(types if isinstance(types, list) else [types]), "null"]}
