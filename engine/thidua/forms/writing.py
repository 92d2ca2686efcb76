"""A dossier as nodes to a YAML file in block style, as people would write it."""

import re
from collections.abc import Iterator
from collections.abc import Mapping as MappingType

from thidua.model.scale import Scale
from thidua.reading.nodes import Mapping, Node, Scalar, Sequence
from thidua.vocabulary import key

# What surely means itself without quotes: begins with a letter or digit, no sign that YAML knows.
_PLAIN = re.compile(r"(?:[^\W_]|−)(?:[^\n:#\\\"'`{}\[\]&*!|>%@]|:(?! |$)|%)*")


def dossier_text(root: Mapping, scale: Scale, heading: tuple[str, ...]) -> str:
    """The file's text; ``heading``: comments at its top. Each criterion has its number and name above it."""
    names = {each.id: f"{each.number}. {each.name}" for each in scale.criteria}
    lines = [*(f"# {' '.join(line.split())}" for line in heading)]
    for name, value in root.entries:
        if name.text == key("claims") and isinstance(value, Mapping):
            lines += [f"{name.text}:", *_claims(value, names)]
        else:
            lines += _entry(name, value, 0)
    return "\n".join(lines) + "\n"


def _claims(claims: Mapping, names: MappingType[str, str]) -> Iterator[str]:
    for index, (name, value) in enumerate(claims.entries):
        if index:
            yield ""
        if name.text in names:
            yield f"  # {' '.join(names[name.text].split())}"
        yield from _entry(name, value, 2)


def _entry(name: Scalar, value: Node, indent: int) -> Iterator[str]:
    before = f"{' ' * indent}{_written(name.text)}:"
    if isinstance(value, Scalar):
        yield f"{before} {_written(value.text)}"
    else:
        yield before
        yield from _lines(value, indent + 2)


def _lines(node: Node, indent: int) -> Iterator[str]:
    match node:
        case Mapping():
            for name, value in node.entries:
                yield from _entry(name, value, indent)
        case Sequence():
            for item in node.items:
                first, *rest = [each[indent + 2 :] for each in _lines(item, indent + 2)]
                yield f"{' ' * indent}- {first}"
                yield from (f"{' ' * (indent + 2)}{line}" for line in rest)
        case Scalar():
            yield f"{' ' * indent}{_written(node.text)}"


def _written(text: str) -> str:
    """A text as it must stand in the file to be read as itself."""
    if _PLAIN.fullmatch(text) and not text.endswith((" ", ":")) and " #" not in text:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
