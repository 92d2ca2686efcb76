"""Warnings for values that a ``#`` cut short: YAML takes it, after a space, for the start of a comment."""

import re

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.reading.characters import clipped
from thidua.reading.nodes import Mapping, Node, Scalar, Sequence

CUT_BY_COMMENT = 109

_COMMENT_LIKE = re.compile(r"(?<=\S) +#(?=\w)")
_FIGURE = re.compile(r"[-0-9.,%/ ]*")


def cut_values(text: str, shown: str, root: Node) -> list[Diagnostic]:
    """Warnings for ``tên: Điều 4 #2``: a comment that begins with no space after ``#``, behind words."""
    if " #" not in text:
        return []
    lines = text.split("\n")
    suspects = {number for number, line in enumerate(lines, 1) if _COMMENT_LIKE.search(line)}
    return [
        diagnose(CUT_BY_COMMENT, Place(shown, value.line, value.column), **_cut_fields(value, lines))
        for value in _scalars(root)
        if value.line in suspects and _is_cut(value, lines[value.line - 1])
    ]


def _is_cut(value: Scalar, line: str) -> bool:
    if value.quoted or _FIGURE.fullmatch(value.text):
        return False
    start, end = value.column - 1, value.column - 1 + len(value.text)
    return line[start:end] == value.text and re.match(r" +#\w", line[end:]) is not None


def _cut_fields(value: Scalar, lines: list[str]) -> dict[str, str]:
    whole = lines[value.line - 1][value.column - 1 :].rstrip()
    return {"kept": clipped(value.text), "whole": clipped(whole, 100)}


def _scalars(root: Node) -> list[Scalar]:
    found: list[Scalar] = []
    pending: list[Node] = [root]
    while pending:
        node = pending.pop()
        match node:
            case Scalar():
                found.append(node)
            case Mapping(entries):
                pending.extend(part for entry in entries for part in entry)
            case Sequence(items):
                pending.extend(items)
    return found
