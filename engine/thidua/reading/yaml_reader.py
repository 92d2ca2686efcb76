"""YAML files to nodes with places, or to everything that is wrong with them in one run."""

from typing import Any

import yaml
from msgspec import Struct

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.reading.characters import is_plain, plain_line_breaks, unwanted_characters
from thidua.reading.nodes import Node
from thidua.reading.yaml_comments import cut_values
from thidua.reading.yaml_errors import translate
from thidua.reading.yaml_fault import Span
from thidua.reading.yaml_layout import has_tab_indentation, indentation_problem, with_spaces
from thidua.reading.yaml_tree import FAST_LOADER, StopReadingError, TreeBuilder

EMPTY_FILE = 103

MAX_ATTEMPTS = 10
# A larger text is parsed once: ten times eight megabytes would keep the user waiting.
LARGEST_RETRIED = 1024 * 1024


class YamlReading(Struct, frozen=True):
    """``root`` is None where the file could not be read whole; an entry without a value in braces is only left out."""

    root: Node | None
    diagnostics: tuple[Diagnostic, ...]


def read_yaml(text: str, shown: str, loader: type[Any] = FAST_LOADER) -> YamlReading:
    """Read one document.

    Args:
        text: the file's text, NFC (see ``read_text``).
        shown: the path for places.
        loader: the parser; the fast one unless a test compares the two.
    """
    text = plain_line_breaks(text)
    if is_plain(text):
        return _parse(text, shown, loader, (), weak=False)
    unwanted = unwanted_characters(text, shown)
    if unwanted:
        return YamlReading(None, unwanted)
    weak = has_tab_indentation(text)
    return _parse(with_spaces(text), shown, loader, indentation_problem(text, shown), weak=weak)


def _parse(text: str, shown: str, loader: type[Any], layout: tuple[Diagnostic, ...], *, weak: bool) -> YamlReading:
    builder, errors = _attempts(text, shown, loader, weak=weak)
    diagnostics = [*layout, *errors, *builder.diagnostics]
    if builder.root is None and not diagnostics:
        diagnostics.append(diagnose(EMPTY_FILE, Place(shown)))
    if layout or errors or builder.broken or builder.root is None:
        return YamlReading(None, tuple(sorted(diagnostics)))
    return YamlReading(builder.root, tuple(sorted([*diagnostics, *cut_values(text, shown, builder.root)])))


def _attempts(text: str, shown: str, loader: type[Any], *, weak: bool) -> tuple[TreeBuilder, list[Diagnostic]]:
    """The last parse, and every syntax error that can be told apart: each is repaired and the text parsed again.

    Args:
        weak: the structure of the lines is already in doubt: only traps inside one line are still reported.
    """
    builder, error = _attempt(text, shown, loader)
    lines = text.split("\n")
    found: list[Diagnostic] = []
    repaired: set[int] = set()
    for _ in range(MAX_ATTEMPTS if len(text) <= LARGEST_RETRIED else 1):
        if error is None:
            break
        finding = translate(error, lines, _spans("\n".join(lines), loader), shown)
        if finding.line in repaired or (weak and not finding.certain):
            break
        found.append(finding.diagnostic)
        repaired.add(finding.line)
        weak = weak or not finding.certain
        lines = [*lines[: finding.line], finding.repaired, *lines[finding.line + 1 :]]
        builder, error = _attempt("\n".join(lines), shown, loader)
    return builder, found


def _attempt(text: str, shown: str, loader: type[Any]) -> tuple[TreeBuilder, Exception | None]:
    """One parse. The Python scanner lets int() and chr() fail on absurd escapes and version numbers."""
    builder = TreeBuilder(shown)
    try:
        builder.read(text, loader)
    except StopReadingError:
        return builder, None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        return builder, error
    return builder, None


def _spans(text: str, loader: type[Any]) -> tuple[Span, ...]:
    """The quoted texts over several lines before the error."""
    spans: list[Span] = []
    try:
        for event in yaml.parse(text, Loader=loader):
            span = _span_of(event)
            if span is not None:
                spans.append(span)
    except (yaml.YAMLError, ValueError, OverflowError):
        # The error itself is already being translated.
        return tuple(spans)
    return tuple(spans)


def _span_of(event: Any) -> Span | None:
    if type(event) is not yaml.ScalarEvent or event.style not in ("'", '"'):
        return None
    start: Any = event.start_mark
    end: Any = event.end_mark
    return Span(start.line, start.column, end.line, end.column) if start.line != end.line else None
