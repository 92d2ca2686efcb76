"""Characters of a text replaced where they stand."""

import re
from collections.abc import Iterable

from thidua.diagnostics import Edit

# Not ``splitlines``, which breaks lines where no reader of ours does.
_BREAK = re.compile(r"(\r\n|\r|\n)")


class Lines:
    """A text by lines, with the line breaks and the byte order mark that it has."""

    def __init__(self, text: str) -> None:
        self.mark = "\ufeff" if text.startswith("\ufeff") else ""
        parts = _BREAK.split(text.removeprefix("\ufeff"))
        self.lines, self.breaks = parts[::2], [*parts[1::2], ""]

    def with_lines(self, lines: Iterable[str]) -> str:
        """The text with other lines, one for each."""
        return self.mark + "".join(line + end for line, end in zip(lines, self.breaks, strict=True))

    def with_edits(self, edits: Iterable[Edit]) -> str:
        """The text with edits that don't overlap; one that finds other characters in its place is left out."""
        lines = list(self.lines)
        for edit in sorted(edits, key=lambda each: (each.line, each.column), reverse=True):
            line, start = lines[edit.line - 1], edit.column - 1
            if line.startswith(edit.old, start):
                lines[edit.line - 1] = line[:start] + edit.new + line[start + len(edit.old) :]
        return self.with_lines(lines)
