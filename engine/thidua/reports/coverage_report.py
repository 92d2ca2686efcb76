"""``thidua test --coverage``: what no case reaches, in the order of the document, and the lines to add."""

from collections.abc import Iterator, Mapping, Sequence

from thidua.case_runs import Tested
from thidua.home import CRITERIA
from thidua.inference.coverage import Asked, RuleCoverage, cover_rules
from thidua.model.rules import Either, Reference, Rule, RuleSet, Test
from thidua.model.scale import Criterion
from thidua.reports.layout import hanging
from thidua.reports.outcome_words import OutcomeWords
from thidua.scale_coverage import CriterionCoverage, ScaleCoverage, cover_scale
from thidua.scoring.score import field_names
from thidua.vocabulary import FACT_KINDS, LISTS, key, word

_TITLE = "ĐỘ PHỦ CỦA CÁC TRƯỜNG HỢP KIỂM THỬ"
_LABEL = 47


def coverage_report(tested: Tested) -> str:
    """The coverage of every scale and rule set that was tested."""
    blocks = [_of_scale(cover_scale(scale, results)) for scale, results in tested.scales]
    blocks += [_of_rules(rules, cover_rules(rules, results)) for rules, results in tested.rule_sets]
    return "\n\n".join([_TITLE, *("\n".join(block) for block in blocks)]) if blocks else ""


def _of_scale(covered: ScaleCoverage) -> Iterator[str]:
    rows = [row for _, row in covered.criteria]
    yield f"Thang điểm {covered.scale.id}"
    yield _share("Tiêu chí có trường hợp", sum(row.has_cases for row in rows), len(rows))
    outcomes, statuses = sum(len(row.outcomes) for row in rows), sum(len(row.statuses) for row in rows)
    outcomes_left = sum(len(row.outcomes_left) for row in rows)
    yield _share("Mức, mốc, trần, sàn, khoản cộng, khoản trừ", outcomes - outcomes_left, outcomes)
    yield _share("Trạng thái", statuses - sum(len(row.statuses_left) for row in rows), statuses)
    left = [row for row in rows if row.outcomes_left or row.statuses_left]
    if left:
        yield "Chưa có trường hợp nào tới:"
    words = OutcomeWords(field_names(covered.scale))
    for row in left:
        yield from _criterion(row, words, covered)


def _criterion(row: CriterionCoverage, words: OutcomeWords, covered: ScaleCoverage) -> Iterator[str]:
    criterion = row.criterion
    yield from hanging(f"{criterion.name} ({criterion.id})", f"  {criterion.number} ", 4)
    if row.has_cases:
        for outcome in row.outcomes_left:
            yield from hanging(words.of(outcome), "    - ", 6)
        for status in row.statuses_left:
            yield from hanging(f"trạng thái “{word('status', status)}”{_how(status, criterion)}", "    - ", 6)
    else:
        ways = len(row.outcomes) + len(row.statuses)
        yield from hanging(f"chưa có trường hợp nào: {ways} mức, mốc, trạng thái chưa được thử", "    - ", 6)
    where = f"{CRITERIA}/{covered.scale.id}/tests"
    yield from _to_add(f"{key('criterion')}: {criterion.id}", row.last_case, where)


def _how(status: str, criterion: Criterion) -> str:
    """The line of a case that leads to a status."""
    match status:
        case "no_evidence" | "provisional" | "pending_evidence":
            return f": ghi “{key('evidence_state')}: {word('evidence_state', 'missing')}”"
        case "pending_source":
            return f": ghi “{key('outside_source')}: {word('source_state', 'pending')}”"
        case "not_applicable":
            return f": ghi “{key('is_without_target')}: có”"
        case "not_reported":
            return f": bỏ dòng “{_figure_key(criterion)}” trong “{key('figures')}”"
        case _:
            return ""


def _figure_key(criterion: Criterion) -> str:
    """How a case calls the last figure of a criterion, apart from the part that it belongs to."""
    own_id = criterion.figures[-1].id.rpartition(".")[2]
    return next((term.vietnamese for term in LISTS["figure"] if term.identifier == own_id), own_id)


def _of_rules(rules: RuleSet, rows: Sequence[RuleCoverage]) -> Iterator[str]:
    yield f"Bộ quy tắc {rules.id}"
    yield _share("Quy tắc có trường hợp nêu vấn đề", sum(row.fires for row in rows), len(rows))
    yield _share("Quy tắc có trường hợp không nêu", sum(row.is_silent for row in rows), len(rows))
    asked, undefended = sum(row.asked for row in rows), sum(len(row.undefended) for row in rows)
    yield _share("Điều kiện mà bỏ đi thì có trường hợp không đạt", asked - undefended, asked)
    left = [row for row in rows if row.undefended or not (row.fires and row.is_silent)]
    if left:
        yield "Chưa có trường hợp nào tới:"
    for row in left:
        yield from _rule(row, rules)


def _rule(row: RuleCoverage, rules: RuleSet) -> Iterator[str]:
    yield from hanging(row.rule.name, f"  {row.rule.id} ", 4)
    for reached, result in ((row.fires, "fires"), (row.is_silent, "silent")):
        if not reached:
            yield from hanging(f"{key('rule_result')}: {word('rule_result', result)}", "    - ", 6)
    # A condition is defended by a case in which the others hold: without any case there is no more to say.
    for asked in row.undefended if row.last_case else ():
        text = f"điều kiện “{_condition(asked, row.rule)}”: bỏ đi thì mọi trường hợp vẫn đạt như cũ"
        yield from hanging(text, "    - ", 6)
    where = f"rules/{rules.id.partition('/')[0]}/tests/{rules.id.partition('/')[2]}.yaml"
    yield from _to_add(f"{key('rule')}: {row.rule.id}", row.last_case, where)


def _condition(asked: Asked, rule: Rule) -> str:
    kinds = {condition.name: condition.kind for condition in rule.conditions}
    return f"{asked.name}: {'; '.join(_test(test, asked.kind, kinds) for test in asked.tests)}"


def _test(test: Test | Either, kind: str, kinds: Mapping[str, str]) -> str:
    if isinstance(test, Either):
        groups = ["; ".join(_test(each, kind, kinds) for each in group) for group in test.groups]
        return f"một trong ({' | '.join(groups)})"
    name = _field(kind, test.field)
    compared = name if test.operator == "equals" else f"{name} {word('operator', test.operator)}"
    if not isinstance(test.value, Reference):
        return compared
    return f"{compared} như {test.value.name}.{_field(kinds.get(test.value.name, kind), test.value.field)}"


def _field(kind: str, identifier: str) -> str:
    field = FACT_KINDS[kind].field(identifier)
    return field.term.vietnamese if field else identifier


def _to_add(line: str, last_case: tuple[str, int] | None, where: str) -> Iterator[str]:
    place = f"vào {where}" if last_case is None else f"sau trường hợp ở {last_case[0]}:{last_case[1]}"
    yield from hanging(f"Thêm trường hợp có dòng “{line}” {place}.", "    ", 4)


def _share(label: str, reached: int, all_there_is: int) -> str:
    """Percent cut off, not rounded: 100% is all."""
    percent = 100 * reached // all_there_is if all_there_is else 100
    return f"  {label + ':':<{_LABEL}} {reached}/{all_there_is} ({percent}%)"
