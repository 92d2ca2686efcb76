"""``thidua explain --rule``: what a rule asks, its clause, and the facts by which it found something."""

from collections.abc import Iterator
from datetime import date

from thidua.facts import FactWords, words_of
from thidua.inference.findings import Finding
from thidua.model.fact import Fact
from thidua.model.rules import Rule
from thidua.pipeline import Scored
from thidua.ranking.judgement import Judgement
from thidua.reports.layout import hanging
from thidua.reports.notices import first_line
from thidua.reports.wording import identification
from thidua.scoring import ClusterResult
from thidua.vocabulary import FACT_KINDS, word

_LABEL = 15
_FIELD = 34


def explained_rule(
    scored: Scored, cluster: ClusterResult, judgement: Judgement, rule: Rule, unit_id: str | None = None
) -> str:
    """The page of a rule: each of its findings (about a unit) with the facts behind it."""
    top = first_line(cluster)
    head = [f"GIẢI TRÌNH QUY TẮC: {rule.id} {rule.name}"]
    for label, text in (*identification(scored, cluster), *_about(rule, cluster)):
        head += hanging(text, f"{label + ':':<{_LABEL}}", _LABEL)
    found = [each for each in judgement.findings if each.rule.id == rule.id and unit_id in (None, each.unit)]
    words = words_of(cluster.period, cluster.scale)
    blocks = [_finding(number, each, words) for number, each in enumerate(found, start=1)]
    if not found:
        blocks = [[_nothing(rule, cluster)]]
    return "\n\n".join("\n".join(block) for block in [[top] if top else [], head, *blocks] if block) + "\n"


def _about(rule: Rule, cluster: ClusterResult) -> Iterator[tuple[str, str]]:
    yield "Căn cứ", rule.basis
    yield "Kết luận", f"{word('action', rule.action)}; mức độ: {word('level', rule.level)}"
    if rule.effective_from or rule.effective_to:
        yield "Hiệu lực", f"{_from_to(rule.effective_from, rule.effective_to)}; ngày xét: {_day(cluster)}"
    if rule.note:
        yield "Ghi chú", rule.note


def _from_to(first: date | None, last: date | None) -> str:
    parts = (f"từ {first:%d/%m/%Y}" if first else "", f"đến hết {last:%d/%m/%Y}" if last else "")
    return " ".join(part for part in parts if part)


def _day(cluster: ClusterResult) -> str:
    day = cluster.period.reviewed_on
    return f"{day:%d/%m/%Y}" if day else "chưa ghi"


def _nothing(rule: Rule, cluster: ClusterResult) -> str:
    if not rule.is_in_force(cluster.period.reviewed_on):
        if cluster.period.reviewed_on is None:
            return "Đợt chấm điểm chưa ghi ngày xét nên quy tắc có thời gian hiệu lực không được áp dụng."
        return "Quy tắc này không có hiệu lực vào ngày xét nên không được áp dụng."
    return "Quy tắc này không nêu vấn đề nào."


def _finding(number: int, finding: Finding, words: FactWords) -> list[str]:
    lines = hanging(finding.message, f"{number}. ", 3)
    for name, fact in finding.facts:
        lines.append(f"   Dữ kiện {name}: {FACT_KINDS[fact.kind].term.vietnamese}")
        for label, text in _fields(fact, words):
            lines += hanging(text, f"     {label + ':':<{_FIELD}}", _FIELD + 5)
    return lines


def _fields(fact: Fact, words: FactWords) -> Iterator[tuple[str, str]]:
    for field in FACT_KINDS[fact.kind].fields:
        if field.identifier in fact.values and field.type != "key":
            yield field.term.vietnamese, words.field(fact, field.identifier)
