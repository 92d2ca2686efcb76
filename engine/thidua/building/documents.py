"""From a file to a shaped and validated document, whatever kind of file it is."""

from pathlib import Path

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.reading import read_text, read_yaml
from thidua.reading.nodes import Mapping, Node, Scalar
from thidua.schemas import Shaped, shape, validate
from thidua.vocabulary import LISTS, fold, spellings_of_keys, spellings_of_words

# Dossiers are many and large: they get direct checks where they are built, not a run of the schema.
_CHECKED_DIRECTLY = frozenset(("dossier",))


def read_document(path: Path, shown: str, wanted: str | None = None) -> Shaped | tuple[Diagnostic, ...]:
    """Read a YAML file of the kind ``wanted`` (None: of the kind that it says it is).

    Returns what can't be read at all as diagnostics; otherwise a shaped document with its own diagnostics in it.
    """
    text = read_text(path, shown)
    if isinstance(text, Diagnostic):
        return (text,)
    reading = read_yaml(text, shown)
    if reading.root is None:
        return reading.diagnostics
    kind = _kind(reading.root)
    if kind is None or (wanted is not None and kind != wanted):
        known = "; ".join(f"“{term.vietnamese}”" for term in LISTS["file_type"] if wanted in (None, term.identifier))
        return (*reading.diagnostics, diagnose(156, Place(shown, reading.root.line, reading.root.column), known=known))
    shaped = shape(reading.root, kind, shown)
    shaped.diagnostics[:0] = reading.diagnostics
    if kind not in _CHECKED_DIRECTLY:
        validate(shaped, kind)
    return shaped


def kind_of_file(path: Path) -> str | None:
    """The kind that a file says it is, told from its line ``loại tệp``; None where it has none or can't be read."""
    text = read_text(path, "")
    if isinstance(text, Diagnostic):
        return None
    keys, words = spellings_of_keys(("file_type",)), spellings_of_words("file_type")
    for line in text.splitlines():
        name, colon, value = line.partition(":")
        if colon and fold(name.strip("\"' ")) in keys:
            return words.get(fold(value.partition(" #")[0].strip("\"' ")))
    return None


def _kind(root: Node) -> str | None:
    if not isinstance(root, Mapping):
        return None
    keys, words = spellings_of_keys(("file_type",)), spellings_of_words("file_type")
    for term, value in root.entries:
        if fold(term.text) in keys and isinstance(value, Scalar):
            return words.get(fold(value.text))
    return None
