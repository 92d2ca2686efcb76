"""``score --format table``: the first screen for the staff of the cluster's head."""

from collections.abc import Sequence

from msgspec import Struct

from thidua.pipeline import Scored
from thidua.reports.awaited import MOST_SHOWN, awaited, shown_and_rest, without_documents
from thidua.reports.changes import MOST_CHANGES, changes
from thidua.reports.grid import Grid
from thidua.reports.layout import WIDTH, hanging, room_left, table, wrap
from thidua.reports.notices import first_line
from thidua.reports.standing import equal_totals, standing, standing_title
from thidua.reports.summary import SUMS_HEADING, closing, grid, legend, sums_explained, title
from thidua.reports.unscored import unscored_table
from thidua.reports.wording import identification
from thidua.scoring import ClusterResult

_UNIT = 1
_LEAST_FOR_REMARKS = 16


class _Fit(Struct, frozen=True):
    """How much room columns get: names so wide; headings the first of these widths that gives so few lines.

    ``roomy``: a range stands on one line, and a heading may be as wide as the numbers below it.
    """

    names: int
    headings: tuple[int, ...]
    heading_lines: int
    roomy: bool


_ROOMY = _Fit(names=24, headings=(8, 14, 22), heading_lines=3, roomy=True)
_TIGHT = _Fit(names=18, headings=(4, 8, 14), heading_lines=4, roomy=False)


def table_report(scored: Scored, cluster: ClusterResult, terminal: int | None = None) -> str:
    """The whole page, the notices first.

    ``terminal``: the columns of the window that it is shown in. None: the page is ``WIDTH`` columns wide, and the
    notices stand on its first line however long, where programs look for them.
    """
    top, width, judgement = first_line(cluster), terminal or WIDTH, scored.judgement
    if not cluster.is_scored:
        return unscored_table(scored, cluster, width=width)
    blocks = [
        (wrap(top, width) if terminal else [top]) if top else [],
        [*wrap(title(cluster), width), *_identification_lines(scored, cluster, width)],
        _listed(standing_title(cluster).upper(), standing(scored, cluster), width),
        [
            *_grid_lines(grid(cluster, judgement), width),
            *(line for note in legend(cluster, scored.judgement) for line in wrap(note, width)),
        ],
        _listed(SUMS_HEADING.upper(), sums_explained(cluster), width),
        _listed("THAY ĐỔI LỚN NHẤT SO VỚI TỰ CHẤM", changes(cluster), width, MOST_CHANGES),
        _listed("CÒN CHỜ (nơi cung cấp: nội dung)", awaited(cluster), width),
        _listed("KHÔNG TÍNH ĐIỂM DO THIẾU TÀI LIỆU", without_documents(cluster), width),
        _wrapped(equal_totals(scored, cluster), width),
        wrap(closing(cluster), width),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _identification_lines(scored: Scored, cluster: ClusterResult, width: int) -> list[str]:
    labelled = ((f"{label + ':':<15}", text) for label, text in identification(scored, cluster))
    return [line for label, text in labelled for line in hanging(text, label, 15, width)]


def _wrapped(sentences: Sequence[str], width: int) -> list[str]:
    return [line for sentence in sentences for line in wrap(sentence, width)]


def _grid_lines(found: Grid, width: int) -> list[str]:
    """The table within the width of the page: what the other columns leave is for the remarks."""
    columns = _columns(found, _ROOMY)
    if room_left(columns, width) < _LEAST_FOR_REMARKS:
        columns = _columns(found, _TIGHT)
    remarks = [found.headings[-1], *(row[-1] for row in found.rows)]
    limits = [None] * len(columns) + [max(room_left(columns, width), _LEAST_FOR_REMARKS)]
    headings, *rows = zip(*columns, remarks, strict=True)
    return table(headings, rows, found.numbers, limits).splitlines()


def _columns(found: Grid, fit: _Fit) -> list[list[str]]:
    """All columns but the remarks, each with its heading first, broken into lines."""
    columns = []
    for index, heading in enumerate(found.headings[:-1]):
        cells = [row[index] for row in found.rows]
        if index == _UNIT:
            cells = ["\n".join(wrap(text, fit.names)) for text in cells]
        elif not fit.roomy:
            cells = [text.replace(" – ", " –\n") for text in cells]
        columns.append([_heading(heading, cells, fit) if index in found.numbers else heading, *cells])
    return columns


def _heading(text: str, cells: list[str], fit: _Fit) -> str:
    """A heading over numbers, broken so that it takes little more room than they do."""
    longest = max(map(len, cells), default=0) if fit.roomy else 0
    tried = [wrap(text, max(longest, width)) for width in fit.headings]
    return "\n".join(next((lines for lines in tried if len(lines) <= fit.heading_lines), tried[-1]))


def _listed(heading: str, entries: Sequence[object], width: int, most: int = MOST_SHOWN) -> list[str]:
    """A numbered list under its heading; nothing where there are no entries."""
    sentences, rest = shown_and_rest(entries, most)
    if not sentences:
        return []
    numbered = ((f"{number:>3}. ", text) for number, text in enumerate(sentences, start=1))
    lines = [line for number, text in numbered for line in hanging(text, number, 5, width)]
    return [heading, *lines, *([f"     {rest}"] if rest else [])]
