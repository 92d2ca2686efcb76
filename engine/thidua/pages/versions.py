"""``thidua diff --format html``: two versions side by side, and the list of changes in words."""

from collections.abc import Sequence

from thidua.comparison.impact import Impact
from thidua.model.rules import RuleSet
from thidua.model.scale import Scale
from thidua.pages.annex import Group, RowKind
from thidua.pages.rendering import render
from thidua.pages.rules_annex import rules_groups
from thidua.pages.scale_annex import scale_groups
from thidua.pages.slope_chart import slope_chart
from thidua.reports.page import Page
from thidua.versions import Version

_COUNTED: tuple[tuple[RowKind, str], ...] = (
    ("changed", "sửa"),
    ("renumbered", "chỉ đổi số mục"),
    ("added", "thêm"),
    ("removed", "bỏ"),
    ("merged", "gộp"),
    ("split", "tách"),
    ("regrouped", "gộp rồi tách"),
    ("same", "không đổi"),
)


def versions_html(old: Version, new: Version, page: Page, whole: Page, impact: Impact | None = None) -> str:
    """The page for a browser; ends with a line break.

    ``page``: what is told of the two texts; ``whole``: the same, and below it what they do to a period, if one is
    looked at (``impact``).
    """
    groups = _groups(old, new)
    return render(
        "versions.html.j2",
        notices=whole.notices,
        title=whole.title,
        facts=whole.facts,
        texts=page.blocks,
        effects=whole.blocks[len(page.blocks) :],
        chart=slope_chart(impact) if impact else None,
        groups=groups,
        counts=_counts(groups, "tiêu chí" if isinstance(new.model, Scale) else "quy tắc"),
        names=(old.model.name, new.model.name),
    )


def _groups(old: Version, new: Version) -> tuple[Group, ...]:
    if isinstance(old.model, Scale) and isinstance(new.model, Scale):
        return scale_groups(old.model, new.model)
    if isinstance(old.model, RuleSet) and isinstance(new.model, RuleSet):
        return rules_groups(old.model, new.model)
    raise TypeError("a scale and a rule set can't be compared")


def _counts(groups: Sequence[Group], what: str) -> str:
    """How many rows of the annex are what: ``sửa 20, thêm 5, không đổi 9``."""
    kinds = [row.kind for group in groups[1:] for row in group.rows]
    told = [f"{word} {kinds.count(kind)}" for kind, word in _COUNTED if kinds.count(kind)]
    return f"Số dòng {what}: {', '.join(told)}." if told else ""
