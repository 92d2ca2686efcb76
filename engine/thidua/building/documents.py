"""From a file to a shaped and validated document, whatever kind of file it is."""

from pathlib import Path

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.reading import read_text, read_yaml
from thidua.reading.nodes import Mapping, Node, Scalar
from thidua.schemas import Shaped, shape, validate
from thidua.vocabulary import LISTS, fold, key, nearest, spellings_of_keys, spellings_of_words, word

# Dossiers are many and large: they get direct checks where they are built, not a run of the schema.
_CHECKED_DIRECTLY = frozenset(("dossier",))


def read_document(path: Path, shown: str, wanted: str | None = None) -> Shaped | tuple[Diagnostic, ...]:
    """Read a YAML file of the kind ``wanted`` (None: of the kind that it says it is).

    Returns what can't be read at all as diagnostics; otherwise a shaped document with its own diagnostics in it.
    """
    text = read_text(path, shown)
    return (text,) if isinstance(text, Diagnostic) else document_of(text, shown, wanted)


def document_of(text: str, shown: str, wanted: str | None = None) -> Shaped | tuple[Diagnostic, ...]:
    """As ``read_document``, of the text of a file."""
    shaped = shape_text(text, shown, wanted)
    if isinstance(shaped, Shaped) and shaped.kind not in _CHECKED_DIRECTLY:
        validate(shaped, shaped.kind)
    return shaped


def shape_text(text: str, shown: str, wanted: str | None = None) -> Shaped | tuple[Diagnostic, ...]:
    """The text of a YAML file named and typed, without the run of its schema; otherwise as ``read_document``."""
    reading = read_yaml(text, shown)
    if reading.root is None:
        return reading.diagnostics
    kind, problem = _kind(reading.root, wanted, shown)
    if kind is None:
        return (*reading.diagnostics, *problem)
    shaped = shape(reading.root, kind, shown)
    shaped.diagnostics[:0] = reading.diagnostics
    return shaped


def kind_of_file(path: Path) -> str | None:
    """The kind that a file says it is, told from its line ``loại tệp``; None where it has none or can't be read."""
    text = read_text(path, "")
    return None if isinstance(text, Diagnostic) else kind_of_text(text)


def kind_of_text(text: str) -> str | None:
    """The kind that the text of a file says it is."""
    keys, words = spellings_of_keys(("file_type",)), spellings_of_words("file_type")
    for line in text.splitlines():
        name, colon, value = line.partition(":")
        if colon and fold(name.strip("\"' ")) in keys:
            kind = words.get(fold(value.partition(" #")[0].strip("\"' ")))
            if kind:
                return kind
    root = read_yaml(text, "").root  # in flow style the key need not begin a line, nor its value end one
    written = _written_kind(root) if root else None
    return words.get(fold(written.text)) if written else None


def _kind(root: Node, wanted: str | None, shown: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The kind of a document, or why it has none or the wrong one."""
    written = _written_kind(root)
    known = "; ".join(f"“{term.vietnamese}”" for term in LISTS["file_type"] if wanted in (None, term.identifier))
    if written is None:
        return None, (diagnose(156, Place(shown, root.line, root.column), known=known),)
    place = Place(shown, written.line, written.column)
    kind = spellings_of_words("file_type").get(fold(written.text))
    if kind is None:
        guess = nearest(written.text, (term.vietnamese for term in LISTS["file_type"]))
        suggestion = f"Có phải là “{guess}”?" if guess else f"Ghi một trong: {known}."
        return None, (diagnose(145, place, value=written.text, key=key("file_type"), suggestion=suggestion),)
    if wanted is not None and kind != wanted:
        return None, (diagnose(157, place, kind=word("file_type", kind), wanted=word("file_type", wanted)),)
    return kind, ()


def _written_kind(root: Node) -> Scalar | None:
    if not isinstance(root, Mapping):
        return None
    keys = spellings_of_keys(("file_type",))
    values = (value for term, value in root.entries if fold(term.text) in keys)
    return next((value for value in values if isinstance(value, Scalar)), None)
