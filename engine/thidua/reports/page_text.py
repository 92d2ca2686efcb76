"""A page as plain text and as Markdown."""

from collections.abc import Iterator, Sequence

from thidua.reports.grid import Grid
from thidua.reports.layout import WIDTH, hanging, table, width_of, wrap
from thidua.reports.markdown_text import escape, markdown_grid
from thidua.reports.notices import BETWEEN
from thidua.reports.page import Block, Page

_LABEL = 15
_NUMBER = 5
# How wide the first columns (unit, day, deadlines) may be: the first of these that fits in the window.
_LIMITS = ((24, 14, 20), (20, 10, 20), (12, 10, 11))


def page_table(page: Page, terminal: int | None = None) -> str:
    """Plain text. ``terminal``: the columns of the window; None: ``WIDTH``, and the notices on one line."""
    width = terminal or WIDTH
    first = BETWEEN.join(page.notices)
    notices = (wrap(first, width) if terminal else [first]) if first else []
    head = wrap(page.title, width)
    for label, text in page.facts:
        head += hanging(text, f"{label + ':':<{_LABEL}}", _LABEL, width)
    blocks = [notices, head, *(list(_text_block(block, width)) for block in page.blocks)]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _text_block(block: Block, width: int) -> Iterator[str]:
    if block.heading:
        yield from wrap(block.heading, width)
    if block.grid:
        yield from _grid_lines(block.grid, width, block.limits or _LIMITS)
    for number, entry in enumerate(block.entries, start=block.start):
        yield from hanging(entry.text, f"{number:>3}. ", _NUMBER, width)
        for detail in entry.details:
            yield from hanging(detail, " " * _NUMBER + "- ", _NUMBER + 2, width)
    if block.remark:
        yield from wrap(block.remark, width)


def _grid_lines(grid: Grid, width: int, tried: Sequence[Sequence[int]]) -> list[str]:
    lines: list[str] = []
    for limits in tried:
        lines = table(grid.headings, grid.rows, grid.numbers, limits).splitlines()
        if max(map(width_of, lines)) <= width:
            break
    return lines


def page_markdown(page: Page) -> str:
    """Markdown, the notices on its first line."""
    blocks = [
        f"**{escape(BETWEEN.join(page.notices))}**" if page.notices else "",
        f"# {escape(page.title)}",
        "\n".join(f"- {label}: {escape(text)}" for label, text in page.facts),
        *(part for block in page.blocks for part in _markdown_block(block)),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _markdown_block(block: Block) -> Iterator[str]:
    yield f"{'#' * (block.level + 1)} {escape(block.heading)}" if block.heading else ""
    if block.grid:
        yield markdown_grid(block.grid)
    lines = []
    for number, entry in enumerate(block.entries, start=block.start):
        lines.append(f"{number}. {escape(entry.text)}")
        lines += [f"{' ' * (len(str(number)) + 2)}- {escape(detail)}" for detail in entry.details]
    yield "\n".join(lines)
    yield escape(block.remark)
