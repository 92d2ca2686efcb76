"""One criterion of one unit, explained: figures, arithmetic, documents, clause."""

from collections.abc import Iterator
from fractions import Fraction

from thidua.expressions import depends_on_cluster
from thidua.methods import expression
from thidua.model.figure_words import figure_value
from thidua.model.scale import Criterion
from thidua.numerals.writing import format_number
from thidua.reports.awaited import documents
from thidua.reports.evidence import document_name, document_words, evidence_counts
from thidua.reports.full_points import for_full_points
from thidua.reports.layout import hanging
from thidua.reports.plausibility import implausible_figures
from thidua.reports.wording import criterion_name, exemption, is_unread, status_word
from thidua.scoring import ClusterResult, CriterionResult, UnitResult
from thidua.vocabulary import word

_INDENT = 4
_TEXT = 20
_STEP = 24


_ABSENT = {"found": "", "missing": " (không thấy tệp “{}”)", "unreadable": " (tệp “{}” không đọc được)"}


def explained_criterion(result: CriterionResult, unit: UnitResult, cluster: ClusterResult) -> list[str]:
    """The block of a criterion: its name, then a labelled line for each thing that there is to say."""
    lines = hanging(criterion_name(result.criterion), "", _INDENT)
    for label, text in criterion_facts(result, unit, cluster):
        lines += _labelled(label, text)
        if label == "Cách tính":
            lines += _steps(result, unit)
    return lines


def _labelled(label: str, text: str) -> list[str]:
    """A labelled text in its column; a label wider than the column runs into the text."""
    written = f"{'':<{_INDENT}}{label + ':':<{_TEXT - _INDENT}}"
    if len(written) > _TEXT:
        return hanging(f"{label}: {text}", " " * _INDENT, _TEXT)
    return hanging(text, written, _TEXT)


def criterion_facts(result: CriterionResult, unit: UnitResult, cluster: ClusterResult) -> Iterator[tuple[str, str]]:
    """All that there is to say of a criterion but the steps of its arithmetic: label and text."""
    criterion = result.criterion
    yield "Điểm", _points(result, unit)
    yield "Điểm chuẩn", _standard(criterion)
    yield "Cách chấm", word("method", criterion.method)
    if not _is_left_out(result, unit):
        shared = f"; khai báo ở tiêu chí {criterion.figures_from}" if criterion.figures_from else ""
        yield "Số liệu", f"{_listed(result, unit, cluster)} (nguồn: {result.supplier}{shared})"
        if odd := implausible_figures(result):
            yield "Cần kiểm tra", f"ngoài giới hạn số liệu của thang điểm: {'; '.join(odd)}; kiểm tra lại đơn vị tính"
    yield "Cách tính", result.explanation
    if not _is_left_out(result, unit) and depends_on_cluster(expression(criterion, cluster.scale.rounding)):
        yield "Cả Cụm", _of_the_others(result, cluster)
    if needed := for_full_points(cluster, unit, result):
        yield "Để đạt điểm chuẩn", needed
    if criterion.evidence and not _is_left_out(result, unit):
        yield "TLKC", _evidence(result)
    if result.self_points is not None:
        yield "Tự chấm", _self(result.self_points, result)
    if result.unit_explanation:
        yield "Giải trình", result.unit_explanation.strip()
    yield "Căn cứ", criterion.basis
    if criterion.note:
        yield "Ghi chú", criterion.note.strip()
    yield "Mã tiêu chí", criterion.id


def _is_left_out(result: CriterionResult, unit: UnitResult) -> bool:
    """Whether figures and documents have no part here: the criterion doesn't apply, or the dossier can't be read."""
    return result.status == "not_applicable" or is_unread(result, unit)


def _points(result: CriterionResult, unit: UnitResult) -> str:
    status = status_word(unit, result)
    if result.points is None:
        open_to = f"; thấp nhất {format_number(result.least)}, cao nhất {format_number(result.most)} điểm"
        return f"chưa có, {status}{open_to}" if result.status != "not_applicable" else status
    settled = f"{format_number(result.points)} điểm, {status}"
    if result.least == result.most:
        return settled
    why = "; còn phụ thuộc kết quả của các đơn vị khác" if result.status == "scored" else ""
    return f"{settled}{why}; có thể từ {format_number(result.least)} đến {format_number(result.most)} điểm"


def _standard(criterion: Criterion) -> str:
    bonus = f", điểm thưởng không quá {format_number(criterion.bonus_cap)} điểm" if criterion.bonus_cap else ""
    return f"{format_number(criterion.standard_points)} điểm{bonus}"


def _listed(result: CriterionResult, unit: UnitResult, cluster: ClusterResult) -> str:
    """Every figure with its value and unit of measure, or why it has none."""
    exempt = exemption(unit, result, cluster.period)
    values = dict(result.figures)
    told = []
    for figure in result.criterion.figures:
        value = values.get(figure.id)
        if value is not None:
            text = figure_value(figure, value)
        elif figure.id == "target" and exempt:
            text = f"không giao chỉ tiêu ({exempt.basis})"
        else:
            text = "chưa có"
        told.append(f"{figure.full_name}: {text}")
    return "; ".join(told)


def _of_the_others(result: CriterionResult, cluster: ClusterResult) -> str:
    """The figures of all units that count in this criterion: points depend on the best of them."""
    index = [criterion.id for criterion in cluster.scale.criteria].index(result.criterion.id)
    told = []
    for unit in cluster.units:
        other = unit.criteria[index]
        reported = any(value is not None for _, value in other.figures)
        if reported and other.status != "not_applicable":
            told.append(f"{unit.member.name} – {_listed(other, unit, cluster)}")
    return "\n".join(told) or "chưa đơn vị nào có số liệu"


def _steps(result: CriterionResult, unit: UnitResult) -> list[str]:
    if _is_left_out(result, unit):
        return []
    return [line for step in result.steps for line in hanging(step, f"{'':<{_TEXT}}- ", _STEP)]


def _evidence(result: CriterionResult) -> str:
    required, supplied = evidence_counts(result)
    lines = [f"phải có {required}, đã có {supplied}"]
    if result.missing_evidence:
        lines[0] += f", còn thiếu {documents(result)}"
    for item in result.evidence:
        cited = document_words(document_name(item, result.criterion), item.number, item.dated, item.issuer)
        absent = _ABSENT[item.file_state].format(item.file) if item.file_state else ""
        lines.append(f"đã có: {cited}{absent}")
    return "\n".join(lines)


def _self(given: Fraction, result: CriterionResult) -> str:
    text = f"{format_number(given)} điểm"
    if result.points is None:
        return text
    difference = result.points - given
    if not difference:
        return f"{text}, không chênh lệch"
    written = f"{format_number(result.points)} − {format_number(given)} = {format_number(difference)}"
    return f"{text}, chênh lệch {written} điểm"
