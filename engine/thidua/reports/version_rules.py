"""``thidua diff`` of rule sets: what differs in rules, in how ties are broken and in what is proposed."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from thidua.comparison.change import Change, Subject, lowered
from thidua.comparison.rules import tell_rule
from thidua.model.rules import Rule, RuleSet
from thidua.reports.page import Block, Entry
from thidua.reports.version_lines import hint, line, subject_heading

_REST = (("tie_breaks", "KHI BẰNG ĐIỂM"), ("awards", "ĐỀ NGHỊ KHEN THƯỞNG"))


def rules_blocks(changes: Sequence[Change], new: RuleSet) -> Iterator[Block]:
    """A block for the rules, for ties, for proposals, where there are changes."""
    rules = [each for each in changes if each.subject.kind == "rule"]
    entries = [_entry(subject, tuple(own), new) for subject, own in groupby(rules, key=lambda each: each.subject)]
    if entries:
        yield Block("QUY TẮC", tuple(entries))
    for kind, heading in _REST:
        own = [each for each in changes if each.subject.kind == kind]
        if own:
            yield Block(heading, tuple(Entry(line(each)) for each in own))


def _entry(subject: Subject, changes: Sequence[Change], new: RuleSet) -> Entry:
    heading, details = subject_heading(subject), list[str]()
    for each in changes:
        told, other = each.told.words, each.old.words if each.old else ""
        match each.kind if not each.field else "":
            case "added":
                heading = f"Thêm: {told}"
                details += _full(each.told.value)
            case "removed":
                heading = f"Bỏ: {told}"
            case "merged":
                heading = f"Gộp: {told}"
                details += [f"Gộp từ: {other}", *(_full(each.told.value) if subject.old is None else ())]
            case "split":
                heading = f"Tách: {other}"
                details += [f"Tách thành: {told}", *_parts(subject, each.told.value, new)]
            case _:
                details.append(line(each))
    return Entry(heading, (*filter(None, map(hint, changes)), *details))


def _parts(subject: Subject, ids: object, new: RuleSet) -> Iterator[str]:
    """What the rules say that one was split into, without that which kept its id."""
    for rule in new.rules:
        if isinstance(ids, tuple) and rule.id in ids and (subject.old is None or rule.id != subject.old.id):
            yield from (f"{rule.id}: {lowered(told)}" for told in _full(rule))


def _full(rule: object) -> list[str]:
    if not isinstance(rule, Rule):
        raise TypeError(f"not a rule: {rule!r}")
    return [f"{label}: {text}" for label, text in tell_rule(rule)]
