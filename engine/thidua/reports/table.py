"""``score --format table``: the first screen for the staff of the cluster's head."""

from thidua.pipeline import Scored
from thidua.reports.awaited import awaited, shown_and_rest
from thidua.reports.layout import WIDTH, hanging, room_left, table, wrap
from thidua.reports.notices import first_line
from thidua.reports.summary import Grid, closing, grid, legend, ties, title
from thidua.reports.wording import identification
from thidua.scoring import ClusterResult

_UNIT = 1
_UNIT_WIDTH, _LEAST_FOR_REMARKS = 24, 16
_HEADING_WIDTHS, _HEADING_LINES = (8, 14, 22), 3


def table_report(scored: Scored, cluster: ClusterResult) -> str:
    """The whole page; the notices stand on its first line."""
    top = first_line(cluster)
    blocks = [
        [top] if top else [],
        [title(cluster), *_identification_lines(scored, cluster)],
        _grid_lines(grid(cluster)) + ([legend(cluster)] if legend(cluster) else []),
        _awaited_lines(cluster),
        [line for sentence in ties(cluster) for line in wrap(sentence, WIDTH)],
        [closing(cluster)],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _identification_lines(scored: Scored, cluster: ClusterResult) -> list[str]:
    return [line for label, text in identification(scored, cluster) for line in hanging(text, f"{label + ':':<15}", 15)]


def _grid_lines(found: Grid) -> list[str]:
    """The table within the width of the page: what the other columns leave is for the remarks."""
    last = len(found.headings) - 1
    headings = [_heading(text, index, found) for index, text in enumerate(found.headings)]
    rows = [[*row[:_UNIT], "\n".join(wrap(row[_UNIT], _UNIT_WIDTH)), *row[_UNIT + 1 :]] for row in found.rows]
    columns = [[headings[index], *(row[index] for row in rows)] for index in range(last)]
    limits = [None] * last + [room_left(columns, _LEAST_FOR_REMARKS)]
    return table(headings, rows, found.numbers, limits).splitlines()


def _heading(text: str, index: int, found: Grid) -> str:
    """A heading over numbers is broken into lines, as narrow as the numbers where that takes no more than three."""
    if index not in found.numbers:
        return text
    longest = max((len(row[index]) for row in found.rows), default=0)
    tried = [wrap(text, max(longest, width)) for width in _HEADING_WIDTHS]
    return "\n".join(next((lines for lines in tried if len(lines) <= _HEADING_LINES), tried[-1]))


def _awaited_lines(cluster: ClusterResult) -> list[str]:
    sentences, rest = shown_and_rest(awaited(cluster))
    if not sentences:
        return []
    lines = [line for number, text in enumerate(sentences, start=1) for line in hanging(text, f"{number:>3}. ", 5)]
    return ["CÒN CHỜ (nơi cung cấp: nội dung)", *lines, *([f"     {rest}"] if rest else [])]
