"""The one line that says why a criterion has the points that it has, whatever its status."""

from thidua.expressions import Explanation
from thidua.model.period import Adjustment
from thidua.model.scale import Criterion, Requirement
from thidua.numerals.writing import format_number
from thidua.scoring.inputs import Known
from thidua.scoring.result import Decisions
from thidua.scoring.statuses import Settled
from thidua.vocabulary import word


def explain_status(
    criterion: Criterion, known: Known, settled: Settled, arithmetic: Explanation, decisions: Decisions
) -> str:
    """The explanation in Vietnamese: the arithmetic where there are points, otherwise what is awaited and from whom.

    Points that people decided come with the reason, beside those computed.
    """
    if decisions.latest is not None and settled.status != "not_applicable":
        return _decided(decisions.latest, settled, arithmetic)
    lacking = list_requirements(known.missing_evidence)
    match settled.status:
        case "not_applicable":
            return f"không áp dụng: {known.not_applicable_basis}"
        case "pending_source":
            return f"chờ {known.supplier}: chưa có {list_figures(criterion, known)}"
        case "not_reported" if known.missing_figures:
            counted = "; đã thống nhất nên tính 0 điểm" if settled.points is not None else ""
            return f"chưa báo cáo {list_figures(criterion, known)}{counted}"
        case "no_evidence":
            return f"0 điểm vì thiếu {lacking}"
        case "provisional":
            return f"{arithmetic.line}; tạm tính, còn thiếu {lacking}"
        case "pending_evidence":
            return f"chờ bổ sung {lacking} (theo số liệu: {arithmetic.line})"
        case _:
            return arithmetic.line


def _decided(decision: Adjustment, settled: Settled, arithmetic: Explanation) -> str:
    points = format_number(decision.new_points)
    where = f"{decision.decided_in}, {decision.decided_by}, {decision.decided_on:%d/%m/%Y}"
    text = f"{word('adjusted_at', decision.stage)} {points} điểm: {decision.reason} ({where})"
    if settled.status == "disputed":
        text = f"chưa thống nhất; {text}; ý kiến của đơn vị: {decision.unit_reply}"
    return f"{text}; theo số liệu: {arithmetic.line}"


def list_figures(criterion: Criterion, known: Known) -> str:
    """The names of the figures that are missing."""
    return ", ".join(f"“{figure.full_name}”" for figure in criterion.figures if figure.id in known.missing_figures)


def list_requirements(requirements: tuple[Requirement, ...]) -> str:
    """The names of documents, in order."""
    return "; ".join(f"“{requirement.name}”" for requirement in requirements)
