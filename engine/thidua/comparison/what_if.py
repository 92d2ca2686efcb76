"""A draft change without touching the file: values put in their places in what was read, then every check as usual."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace as replace_fields

from thidua.building.scale import build_scale
from thidua.comparison.draft_places import Target, find_target
from thidua.comparison.draft_sums import follow_sums
from thidua.diagnostics import Diagnostic, Place, diagnose, has_errors
from thidua.home import shown
from thidua.model.scale import Scale
from thidua.reading import read_text, read_yaml
from thidua.reading.nodes import Node, Scalar
from thidua.schemas import Shaped, shape, validate
from thidua.vocabulary import key

# Lines that no file has: what is wrong with a value that was put in is told where the user wrote it.
_FIRST_LINE = 10**9
# Word makes such quotes of those that stand round the change in a command that was copied out of a document.
_CURLY = "“”"


class Draft(Struct, frozen=True):
    """A scale with changes that are only tried out. ``scale`` None: it can't be, ``diagnostics`` say why.

    Of what is said about the file itself only that stands here which the change brings about. ``written``: the file's
    texts and places with the changes in them.
    """

    scale: Scale | None
    diagnostics: tuple[Diagnostic, ...]
    written: Shaped | None = None
    changes: tuple["WhatIf", ...] = ()

    def as_written(self, found: Diagnostic) -> Diagnostic:
        """A diagnostic about a value that was put in, at the place where the user wrote it; others as they are."""
        if found.place.line < _FIRST_LINE:
            return found
        what_if = self.changes[found.place.line - _FIRST_LINE]
        return replace(found, place=what_if.place(len(what_if.segments)))


class WhatIf(Struct, frozen=True):
    """One change: the names on the way to a value, and what is to stand there."""

    written: str
    segments: tuple[str, ...]
    value: str

    def place(self, segment: int = 0) -> Place:
        """Where a segment, or after the last of them the value, begins."""
        return Place(_option(self.written), 1, sum(len(each) + 1 for each in self.segments[:segment]) + 1)


def try_out(file: Path, changes: Sequence[str], known: Collection[Diagnostic] = ()) -> Draft:
    """The scale in a file as it would be with these changes, each ``criterion.key=value``.

    ``known``: what is said about the file as it is.
    """
    text = read_text(file, shown(file))
    if isinstance(text, Diagnostic):
        return Draft(None, (text,))
    reading = read_yaml(text, shown(file))
    if reading.root is None:
        return Draft(None, reading.diagnostics)
    parsed = [_parsed(each) for each in changes]
    problems = [each for each in parsed if isinstance(each, Diagnostic)]
    what_ifs = [each for each in parsed if isinstance(each, WhatIf)]
    editor = _Editor(reading.root)
    for index, each in enumerate(what_ifs):
        problems += editor.edit(each, _FIRST_LINE + index)
    if has_errors(problems):
        return Draft(None, tuple(problems))
    return _built(reading.root, file, what_ifs, editor, problems, known)


def _built(
    root: Node,
    file: Path,
    what_ifs: Sequence[WhatIf],
    editor: "_Editor",
    problems: Sequence[Diagnostic],
    known: Collection[Diagnostic],
) -> Draft:
    shaped = shape(root, "scale", shown(file))
    validate(shaped, "scale")
    follow_sums(shaped, editor.paths)
    draft = Draft(build_scale(shaped), (), shaped, tuple(what_ifs))
    found = [draft.as_written(each) for each in sorted(shaped.diagnostics) if each not in known]
    if draft.scale is None:  # what the sums would be is of no use then
        found = [each for each in found if has_errors((each,))]
    return replace_fields(draft, diagnostics=(*problems, *found))


def _parsed(written: str) -> WhatIf | Diagnostic:
    written = written.strip(_CURLY)
    path, equals, value = written.partition("=")
    segments = tuple(path.split("."))
    if not equals or not value.strip() or not any(each.strip() for each in segments):
        return diagnose(620, Place(_option(written)), text=written)
    return WhatIf(written, segments, value)


def _option(written: str) -> str:
    return f'--what-if "{written}"'


class _Editor:
    """Puts values into what was read of a file. ``paths``: where, in English keys."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self.paths: dict[tuple[str | int, ...], WhatIf] = {}

    def edit(self, what_if: WhatIf, line: int) -> list[Diagnostic]:
        """Make one change; what is wrong with it."""
        found = find_target(self.root, what_if.segments)
        if not isinstance(found, Target):
            return [diagnose(found.code, what_if.place(found.segment), **dict(found.fields))]
        name = what_if.segments[-1].strip()
        if found.path in self.paths:
            first = self.paths[found.path].written
            return [diagnose(627, what_if.place(), key=_shown_key(found, name), first=first)]
        self.paths[found.path] = what_if
        before = found.before
        found.put(Scalar(what_if.value.strip(), False, line, 1))
        if isinstance(before, Scalar) and before.text.strip() == what_if.value.strip():
            return [diagnose(626, what_if.place(), key=_shown_key(found, name), value=before.text.strip())]
        return []


def _shown_key(target: Target, written: str) -> str:
    last = target.path[-1]
    return key(last) if isinstance(last, str) else written
