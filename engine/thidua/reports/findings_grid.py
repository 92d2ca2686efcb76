"""What the rules found, as rows of a table: the gravest first."""

from collections.abc import Sequence

from thidua.inference.findings import Finding
from thidua.model.rules import Level
from thidua.reports.grid import Grid
from thidua.scoring import ClusterResult
from thidua.vocabulary import word

LEVELS: tuple[Level, ...] = ("blocking", "explain", "note")
FINDINGS = "Vấn đề cần làm rõ"
_OF_NO_UNIT = "chung"


def findings_grid(found: Sequence[Finding], cluster: ClusterResult, *, with_unit: bool = True) -> Grid | None:
    """A row for each finding; None where there is none.

    ``with_unit`` False: without the column of the unit. That of the criterion is there where anything is scored.
    """
    if not found:
        return None
    ordered = sorted(found, key=lambda each: LEVELS.index(each.rule.level))
    rows = [_row(each, cluster, with_unit) for each in ordered]
    headings = tuple(name for name, _ in rows[0])
    return Grid(headings, tuple(tuple(text for _, text in row) for row in rows), ())


def _row(found: Finding, cluster: ClusterResult, with_unit: bool) -> list[tuple[str, str]]:
    """The cells of a row, each with its heading."""
    names = {each.id: each.name for each in cluster.period.members}
    numbers = {each.id: each.number for each in cluster.scale.criteria}
    rule = found.rule
    return [
        ("Mức độ", word("level", rule.level)),
        *([("Đơn vị", names.get(found.unit or "", _OF_NO_UNIT))] if with_unit else []),
        *([("Tiêu chí", numbers.get(found.criterion or "", ""))] if cluster.is_scored else []),
        ("Quy tắc", rule.id),
        ("Nội dung", found.message),
        ("Người xử lý", word("answered_by", rule.answered_by)),
        ("Căn cứ", rule.basis),
    ]
