"""``thidua verify``: self-score against computed, what to ask each unit, and by when."""

from collections.abc import Iterator, Sequence

from thidua.inference.findings import Finding
from thidua.model.rules import Level
from thidua.pipeline import Scored
from thidua.ranking.judgement import Judgement
from thidua.reports.adopted import against_adopted
from thidua.reports.compared_scores import IN_FORCE, answers, compared_scores
from thidua.reports.conference import conference
from thidua.reports.layout import WIDTH, hanging, wrap
from thidua.reports.notices import first_line
from thidua.reports.standing import awards_out_of_force
from thidua.reports.summary import without_points
from thidua.reports.unscored import unscored_table
from thidua.reports.wording import (
    identification,
    is_final,
    points_or_nothing,
    points_places,
)
from thidua.scoring import ClusterResult, UnitResult
from thidua.vocabulary import key, word

_LEVELS: tuple[Level, ...] = ("blocking", "explain", "note")
_LABEL = 15
NO_RULES = "chưa dùng bộ quy tắc nào; thêm mục “quy tắc” vào đợt chấm điểm để nêu vấn đề, xét điều kiện"


def verification(scored: Scored, cluster: ClusterResult, unit_id: str | None = None) -> str:
    """The whole page, or that of one unit. Without rules only the scores are compared."""
    if not cluster.is_scored:
        return unscored_table(scored, cluster, unit_id, beside=_adopted(scored, cluster, unit_id))
    top, judgement = first_line(cluster), scored.judgement
    head = ["BẢNG KÊ THẨM ĐỊNH: TỰ CHẤM, THẨM ĐỊNH, VẤN ĐỀ CẦN LÀM RÕ"]
    for label, text in (*identification(scored, cluster), *_about_rules(judgement, cluster)):
        head += hanging(text, f"{label + ':':<{_LABEL}}", _LABEL)
    blocks = [[top] if top else [], head, _adopted(scored, cluster, unit_id)]
    findings = judgement.findings if judgement else ()
    if unit_id is None:
        blocks.append(_listed("HỘI NGHỊ, BỎ PHIẾU", conference(cluster, judgement)))
        blocks.append(_findings("VẤN ĐỀ CHUNG CỦA CỤM", [each for each in findings if each.unit is None]))
    for unit in cluster.units:
        if unit_id in (None, unit.member.id):
            blocks += _unit(unit, cluster, judgement)
    if judgement:
        blocks.append([_closing(judgement, unit_id)])
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _about_rules(judgement: Judgement | None, cluster: ClusterResult) -> tuple[tuple[str, str], ...]:
    """What to know of the rules beside their name."""
    if judgement is None:
        return (("Quy tắc", NO_RULES),)
    told = (judgement.rules.caution, *awards_out_of_force(judgement, cluster))
    return tuple(("Về quy tắc", text) for text in told if text)


def is_clear(scored: Scored, cluster: ClusterResult, unit_id: str | None = None) -> bool:
    """Whether nothing keeps the points (of a unit) from being agreed, and the adopted result is still what it was."""
    blocking = scored.judgement.blocking if scored.judgement else ()
    if any(unit_id in (None, each.unit) for each in blocking):
        return False
    if scored.adopted_file is None:
        return True
    compared = against_adopted(scored.adopted_file, scored, cluster)
    return not compared.about(unit_id) and compared.problem is None


def _adopted(scored: Scored, cluster: ClusterResult, unit_id: str | None) -> list[str]:
    if scored.adopted_file is None:
        advice = "Kết quả đã thông qua chưa được lưu: chạy “thidua score … --format json -o ket-qua.json”, rồi ghi tệp "
        advice += f"đó ở mục “{key('adopted_result')}” của đợt chấm điểm."
        return wrap(advice, WIDTH) if is_final(cluster.period) else []
    compared = against_adopted(scored.adopted_file, scored, cluster)
    if compared.problem:
        return wrap(f"Không so được với kết quả đã thông qua ({scored.adopted_file.name}): {compared.problem}.", WIDTH)
    if not compared.about(unit_id):
        return ["Kết quả đúng như kết quả đã thông qua."]
    return _listed("KHÁC VỚI KẾT QUẢ ĐÃ THÔNG QUA", compared.about(unit_id))


def _listed(title: str, sentences: Sequence[str]) -> list[str]:
    lines = [line for sentence in sentences for line in hanging(sentence, "  - ", 4)]
    return [title, *lines] if lines else []


def _unit(unit: UnitResult, cluster: ClusterResult, judgement: Judgement | None) -> Iterator[list[str]]:
    places = points_places(cluster)
    counted = None if without_points(unit) else unit.total
    own, total = (points_or_nothing(each, places) for each in (unit.self_total, counted))
    totals = f"tự chấm {own}; {IN_FORCE.lower()} {total} điểm"
    state = judgement.eligibility[unit.member.id] if judgement else "eligible"
    considered = "" if state == "eligible" else f"; {word('eligibility', state)}"
    yield [f"{unit.member.name.upper()}: {totals}{considered}", *compared_scores(unit, places)]
    yield _listed("Giải trình, ý kiến của đơn vị:", answers(unit))
    found = [each for each in judgement.findings if each.unit == unit.member.id] if judgement else []
    yield _findings("Vấn đề cần làm rõ", found)
    yield _request(unit, cluster, found)


def _findings(title: str, found: Sequence[Finding]) -> list[str]:
    """Findings by level, the gravest first; each with its rule and clause."""
    lines = [f"{title}:"] if found else []
    for level in _LEVELS:
        of_level = [each for each in found if each.rule.level == level]
        if of_level:
            lines.append(f"  {word('level', level).capitalize()}:")
        for each in of_level:
            whom = "" if each.rule.answered_by == "unit" else f" [{word('answered_by', each.rule.answered_by)}]"
            lines += hanging(f"{each.rule.id}{whom}: {each.message} ({each.rule.basis})", "  - ", 4)
    return lines


def _request(unit: UnitResult, cluster: ClusterResult, found: Sequence[Finding]) -> list[str]:
    """The sentence that a letter to the unit ends with."""
    asked = [each for each in found if is_for_the_unit(each)]
    if not asked:
        return []
    text = f"Đề nghị {unit.member.name} bổ sung, giải trình {len(asked)} vấn đề nêu trên{by_when(cluster)}."
    return wrap(text, WIDTH)


def by_when(cluster: ClusterResult) -> str:
    """`` trước ngày 10/03/2020``: answers are of use until the day of the review; empty where that isn't known."""
    day = cluster.period.reviewed_on
    return f" trước ngày {day:%d/%m/%Y}" if day else ""


def is_for_the_unit(finding: Finding) -> bool:
    """Whether the unit itself must answer: not what a supplier or the conference has to settle."""
    rule = finding.rule
    return rule.level != "note" and rule.answered_by == "unit" and rule.action not in ("suspend", "exclude")


def _closing(judgement: Judgement, unit_id: str | None) -> str:
    blocking = [each for each in judgement.blocking if unit_id in (None, each.unit)]
    if not blocking:
        return "Không còn vấn đề phải xử lý trước khi thống nhất điểm."
    return f"Còn {len(blocking)} vấn đề phải xử lý trước khi thống nhất điểm."
