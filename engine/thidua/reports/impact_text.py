"""The impact of a change of scale as text: for a terminal, and in Markdown."""

from collections.abc import Sequence

from thidua.comparison.impact import Impact
from thidua.comparison.period_impact import PeriodImpact
from thidua.reports.impact_page import CLOSING, TITLE, Listed, impact_page
from thidua.reports.layout import WIDTH, hanging, table, wrap
from thidua.reports.markdown import markdown_grid
from thidua.reports.markdown_text import escape

_HEADING_WIDTH = 10
_NAME_WIDTH = 30


def impact_table(found: PeriodImpact, impact: Impact, width: int = WIDTH) -> str:
    """The sections of the report, without the notices, which stand on the first line of the whole."""
    page = impact_page(found, impact)
    label = max(len(name) for name, _ in page.about) + 2
    limits = [_NAME_WIDTH, *[_HEADING_WIDTH] * (len(page.table.headings) - 1)]
    blocks = [
        [
            TITLE.upper(),
            *(line for name, text in page.about for line in hanging(text, f"{name + ':':<{label}}", label, width)),
        ],
        _listed(page.leads, width),
        table(page.table.headings, page.table.rows, page.table.numbers, limits).splitlines(),
        [line for note in page.notes for line in wrap(note, width)],
        *(_listed(each, width) for each in page.lists),
        wrap(CLOSING, width),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _listed(found: Listed, width: int) -> list[str]:
    lines = [found.heading.upper()]
    for number, entry in enumerate(found.entries, start=1):
        lines += hanging(entry.text, f"{number:>3}. ", 5, width)
        for detail in entry.details:
            lines += hanging(detail, "     ", 7, width)
    return [*lines, *hanging(found.rest, "     ", 5, width)] if found.rest else lines


def impact_markdown(found: PeriodImpact, impact: Impact) -> str:
    """The same in Markdown, under a heading of the second level."""
    page = impact_page(found, impact)
    blocks = [
        f"## {TITLE}",
        "\n".join(f"- {name}: {escape(text)}" for name, text in page.about),
        *_markdown_list(page.leads),
        markdown_grid(page.table),
        "\n".join(f"- {escape(note)}" for note in page.notes),
        *(block for each in page.lists for block in _markdown_list(each)),
        CLOSING,
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _markdown_list(found: Listed) -> Sequence[str]:
    lines = []
    for number, entry in enumerate(found.entries, start=1):
        lines.append(f"{number}. {escape(entry.text)}")
        lines += [f"    - {escape(detail)}" for detail in entry.details]
    return [f"### {found.heading}", "\n".join(lines), *([escape(found.rest)] if found.rest else [])]
