"""What the parser's English complaint means in an official's file: the trap is found in the line itself.

Every finding brings a repaired line, so that the rest of the file can be read for further errors in the same run.
"""

from collections.abc import Callable

import yaml

from thidua.reading import yaml_pairs as pairs
from thidua.reading import yaml_structure as structure
from thidua.reading import yaml_values as values
from thidua.reading.yaml_fault import Fault, Finding, Span

BAD_SYNTAX = 139

_Handler = Callable[[Fault], Finding | None]


def translate(error: Exception, lines: list[str], spans: tuple[Span, ...], shown: str) -> Finding:
    """The finding for what a parser raised; ``spans`` are the quoted texts over several lines read before it."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return values.impossible_escape(lines, shown) or _unknown(Fault.at_start(lines, shown))
    fault = Fault.of(error, lines, spans, shown)
    return _handled(fault) or _unknown(fault)


def _handled(fault: Fault) -> Finding | None:
    swallowed = pairs.swallowed_lines(fault)
    if swallowed is not None:
        return swallowed
    complaint = f"{fault.context}: {fault.problem}"
    for words, handler in _HANDLERS:
        if words in complaint:
            return handler(fault)
    return None


def _unknown(fault: Fault) -> Finding:
    """A complaint that none of the known traps explains: at least the place is right."""
    return fault.finding(BAD_SYNTAX, fault.line, fault.column, "", {}, certain=False)


# The first words found decide; both parsers use them (their messages differ elsewhere).
_HANDLERS: tuple[tuple[str, _Handler], ...] = (
    ("cannot start any token", values.reserved_character),
    ("node content", values.reserved_character),
    ("scanning a directive", values.reserved_at_line_start),
    ("scanning a block scalar", values.block_header),
    ("sequence entries are not allowed", values.dash_in_value),
    ("mapping values are not allowed", structure.unexpected_colon),
    ("scanning a simple key", structure.missing_colon),
    ("quoted scalar: found unexpected", pairs.unclosed_quote),
    ("quoted scalar", values.bad_escape),
    ("scanning an alias", values.malformed_alias),
    ("scanning an anchor", values.malformed_anchor),
    ("ing a tag", values.malformed_tag),
    ("scanning a plain scalar", values.colon_in_flow),
    ("parsing a flow", pairs.broken_flow),
    ("parsing a block", structure.broken_block),
    ("<document start>", structure.second_root),
)
