"""First and second place and how certain they are, proposals, who is not considered: sentences for any report."""

from collections import Counter
from collections.abc import Iterator

from thidua.inference.findings import Finding
from thidua.numerals.writing import format_number
from thidua.pipeline import Scored
from thidua.ranking.awards import Award
from thidua.ranking.certainty import OpenQuestion, Outcome
from thidua.ranking.judgement import Judgement
from thidua.ranking.places import Placed
from thidua.reports.conference import conclusions
from thidua.reports.summary import NO_FIGURES, nothing_scored, ties, without_points
from thidua.reports.wording import is_final, names, ordinal
from thidua.scoring import ClusterResult, CriterionResult
from thidua.vocabulary import LISTS, word

_MOST_QUESTIONS = 5


def standing_title(cluster: ClusterResult) -> str:
    """The heading of these sentences; nothing is expected any more once the result is adopted."""
    return "Xếp hạng, đề nghị khen thưởng" if is_final(cluster.period) else "Dự kiến xếp hạng, đề nghị khen thưởng"


def standing(scored: Scored, cluster: ClusterResult) -> list[str]:
    """One sentence each: first and second place, proposals, who is not considered, how many findings there are."""
    judgement = scored.judgement
    if judgement is None:
        return []
    found = counted(judgement)
    pointer = "; xem “thidua verify”" if judgement.findings else ""
    return [*expectations(judgement, cluster), f"{found}{pointer}."]


def expectations(judgement: Judgement, cluster: ClusterResult) -> list[str]:
    """The same without the number of findings: what a paper tells."""
    if nothing_scored(cluster):
        return [f"{NO_FIGURES}.", *_not_considered(judgement, cluster)]
    return [
        *places_told(judgement, cluster),
        *(_award(each, cluster) for each in judgement.awards),
        *awards_out_of_force(judgement, cluster),
        *_not_considered(judgement, cluster),
    ]


def places_told(judgement: Judgement, cluster: ClusterResult) -> list[str]:
    """First and second place alone: as the conference concluded, as the points say, and how certain that is."""
    return [
        *(f"{each}." for each in conclusions(cluster, judgement)),
        *(sentence for outcome in judgement.outcomes for sentence in _outcome(outcome, judgement, cluster)),
    ]


def equal_totals(scored: Scored, cluster: ClusterResult) -> list[str]:
    """A sentence for each group of units with equal totals."""
    return broken_ties(scored.judgement, cluster) if scored.judgement else ties(cluster)


def broken_ties(judgement: Judgement, cluster: ClusterResult) -> list[str]:
    """A sentence for each group of eligible units with equal totals: in which order they stand, and why."""
    if nothing_scored(cluster):
        return []
    found = []
    for total in dict.fromkeys(each.unit.total for each in judgement.placed):
        equal = [each for each in judgement.placed if each.unit.total == total]
        if len(equal) > 1 and total is not None:
            order = "; ".join(dict.fromkeys(_in_group(each, equal) for each in equal))
            unknown = all(without_points(each.unit) for each in equal)
            told = "đều chưa có điểm" if unknown else f"cùng {format_number(total)} điểm"
            found.append(f"{names(each.unit for each in equal)} {told}: {order}.")
    return found


def _in_group(placed: Placed, equal: list[Placed]) -> str:
    together = [each.unit for each in equal if each.place == placed.place]
    shared = "cùng " if len(together) > 1 else ""
    reason = f" ({placed.reason})" if placed.reason else ""
    return f"{names(together)} {shared}xếp {ordinal(placed.place)}{reason}"


def _outcome(outcome: Outcome, judgement: Judgement, cluster: ClusterResult) -> Iterator[str]:
    expected = _expected(outcome, cluster)
    first = outcome.holders[0]
    if len(outcome.holders) > 1:
        units = names(each.unit for each in outcome.holders)
        because = f": {first.reason}" if first.reason else ""
        equal = "đều chưa có điểm" if without_points(first.unit) else f"cùng {_points(first)}"
        yield f"{expected} {ordinal(outcome.place)}: chưa phân định giữa {units} ({equal}){because}."
        return
    reason = f"; {first.reason}" if first.reason else ""
    told = f"{first.unit.member.name}, {_points(first)}{_lead(first, judgement)}{reason}"
    yield f"{expected} {ordinal(outcome.place)}: {told}. {_certainty(outcome, cluster)}"


def _expected(outcome: Outcome, cluster: ClusterResult) -> str:
    """How a place by points is told; it is no more than that where the conference concluded otherwise."""
    holders = {each.unit.member.id for each in outcome.holders}
    if any((each.place == outcome.place) != (each.unit in holders) for each in cluster.period.conclusions):
        return "Theo điểm xếp"
    return "Xếp" if is_final(cluster.period) else "Dự kiến xếp"


def _points(placed: Placed) -> str:
    unit = placed.unit
    return "chưa có điểm" if unit.total is None or without_points(unit) else f"{format_number(unit.total)} điểm"


def _lead(placed: Placed, judgement: Judgement) -> str:
    after = next((each for each in judgement.placed if each.place > placed.place), None)
    if after is None or after.unit.total is None or placed.unit.total is None or without_points(after.unit):
        return ""
    gap = placed.unit.total - after.unit.total
    return f", hơn {after.unit.member.name} {format_number(gap)} điểm" if gap else ""


def _certainty(outcome: Outcome, cluster: ClusterResult) -> str:
    if outcome.certain:
        return "Đã chắc chắn." if is_final(cluster.period) else "Đã chắc chắn: các việc còn lại không làm đổi hạng này."
    shown = [question_text(each, cluster) for each in outcome.open_questions[:_MOST_QUESTIONS]]
    rest = len(outcome.open_questions) - len(shown)
    more = f"; và {rest} việc khác" if rest > 0 else ""
    return f"Chưa chắc chắn, còn phụ thuộc: {'; '.join(shown)}{more}." if shown else "Chưa chắc chắn."


def question_text(question: OpenQuestion, cluster: ClusterResult) -> str:
    """An open question: whose, about what, and how many points hang on it."""
    unit = next(each.member.name for each in cluster.units if each.member.id == question.unit)
    match question.kind:
        case "criterion":
            result = _result(question, cluster)
            others = ", theo số liệu của đơn vị khác" if _hangs_on_others(question, result) else ""
            return f"{unit}, tiêu chí {result.criterion.number}{_possible(question, others)}"
        case "dossier":
            return f"hồ sơ của {unit}{_possible(question)}"
        case "suspension":
            return f"kết quả xem xét đối với {unit}"
        case "ballot":
            return f"kết quả bỏ phiếu đối với {unit}"


def _possible(question: OpenQuestion, remark: str = "") -> str:
    if question.range is None:
        return ""
    low, high = question.range
    return f" (từ {format_number(low)} đến {format_number(high)} điểm{remark})"


def _result(question: OpenQuestion, cluster: ClusterResult) -> CriterionResult:
    unit = next(each for each in cluster.units if each.member.id == question.unit)
    return next(each for each in unit.criteria if each.criterion.id == question.criterion)


def _hangs_on_others(question: OpenQuestion, result: CriterionResult) -> bool:
    return result.status == "scored" and question.range == (result.least, result.most)


def _award(award: Award, cluster: ClusterResult) -> str:
    rule = award.rule
    assumed = " (giả định)" if rule.assumed else ""
    expected = "Đề nghị" if is_final(cluster.period) else "Dự kiến đề nghị"
    whom = award.unit.member.name if award.unit else "chưa xác định được đơn vị"
    decided = " (theo kết luận của hội nghị)" if award.concluded else ""
    missing = f" Còn thiếu: {'; '.join(award.missing)}." if award.missing else ""
    return f"{expected} tặng {rule.award}{assumed} cho đơn vị xếp {ordinal(rule.place)}: {whom}{decided}.{missing}"


def awards_out_of_force(judgement: Judgement, cluster: ClusterResult) -> Iterator[str]:
    """That the rules propose awards for another time only: most often the day of review or the rule set is wrong."""
    day = cluster.period.reviewed_on
    if judgement.rules.awards and not judgement.awards and day:
        yield (
            f"Không đề nghị khen thưởng nào của bộ quy tắc {judgement.rules.id} có hiệu lực vào ngày xét "
            f"{day:%d/%m/%Y}; xem lại “ngày xét” và “quy tắc” của đợt chấm điểm."
        )


def _not_considered(judgement: Judgement, cluster: ClusterResult) -> Iterator[str]:
    for unit in cluster.units:
        state = judgement.eligibility[unit.member.id]
        if state == "eligible":
            continue
        action = "suspend" if state == "suspended" else "exclude"
        prefix = f"{unit.member.name}: "
        found = _of(judgement, unit.member.id, action)
        reasons = [f"{each.message.removeprefix(prefix).rstrip('.')} ({each.rule.basis})" for each in found]
        yield f"{word('eligibility', state).capitalize()}: {unit.member.name}: {'; '.join(reasons)}."


def _of(judgement: Judgement, unit: str, action: str) -> Iterator[Finding]:
    return (each for each in judgement.findings if each.unit == unit and each.rule.action == action)


def counted(judgement: Judgement) -> str:
    """How many findings there are of each level, without the full stop."""
    if not judgement.findings:
        return "Không có vấn đề nào cần làm rõ"
    counts = Counter(str(each.rule.level) for each in judgement.findings)
    levels = [term for term in reversed(LISTS["level"]) if counts[term.identifier]]
    parts = [f"{counts[term.identifier]} {term.vietnamese}" for term in levels]
    return f"Vấn đề cần làm rõ: {len(judgement.findings)} ({'; '.join(parts)})"
