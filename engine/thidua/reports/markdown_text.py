"""Text and tables that Markdown shows as they are."""

import re

from thidua.reports.grid import Grid

# What would change the look of a text, or break a table, wherever it stands in a line.
_SPECIAL = re.compile(r"([\\`*_<>|\[\]])")


def escape(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def markdown_grid(found: Grid) -> str:
    """A table; the lines of a cell are parted by semicolons, for a cell has only one."""
    from tabulate import tabulate  # 60 ms that JSON and CSV need not spend

    return tabulate(
        [[escape("; ".join(text.splitlines())) for text in row] for row in found.rows],
        headers=[escape(text) for text in found.headings],
        tablefmt="pipe",
        colalign=["right" if index in found.numbers else "left" for index in range(len(found.headings))],
        disable_numparse=True,
    )
