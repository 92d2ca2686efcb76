"""A text written so that the reader gives it back."""

from thidua.reading.nodes import Mapping, Scalar
from thidua.reading.yaml_reader import read_yaml

_FLOW = frozenset(",[]{}")
_CURLY = frozenset("“”‘’„‟‚‛«»")


def written(text: str, *, in_flow: bool = False) -> str:
    """Plain where that is read as the same text, else in quotes. ``in_flow``: inside braces or brackets."""
    if not (in_flow and _FLOW & set(text)) and not _begins_and_ends_in_quotes(text) and _is_read_back(text):
        return text
    if "\n" not in text and "\t" not in text:
        return "'" + text.replace("'", "''") + "'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def _begins_and_ends_in_quotes(text: str) -> bool:
    """Whether Word's quotes stand round the whole: only inside straight ones they are meant."""
    return len(text) > 1 and text[0] in _CURLY and text[-1] in _CURLY


def _is_read_back(text: str) -> bool:
    if not text or "\n" in text or text != text.strip():
        return False
    for line in (f"a: {text}\nb: c\n", f"- {text}\n"):
        reading = read_yaml(line, "")
        if reading.diagnostics or reading.root is None:
            return False
        match reading.root:
            case Mapping(entries):
                value = entries[0][1]
            case _:
                value = getattr(reading.root, "items", [None])[0]
        if not isinstance(value, Scalar) or value.text != text or value.quoted:
            return False
    return True
