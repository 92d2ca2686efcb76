"""What would have earned the standard points of a criterion, in one sentence."""

from thidua.expressions import depends_on_cluster
from thidua.methods import expression
from thidua.model.figure import Figure
from thidua.model.figure_words import figure_value
from thidua.numerals.writing import format_number
from thidua.scoring import ClusterResult, CriterionResult, UnitResult
from thidua.scoring.counterfactual import Need, need_for_full_points

_TOLD_OF = frozenset(("scored", "provisional", "no_evidence", "pending_evidence"))
_PASSED = "đạt"


def for_full_points(cluster: ClusterResult, unit: UnitResult, result: CriterionResult) -> str:
    """``cần thực hiện từ 4.000.000 triệu đồng trở lên (thêm 110.000)``; empty where there is nothing to say.

    Nothing is said where the points are full, people have decided full points, or no single figure gives them.
    """
    if result.status not in _TOLD_OF or _is_decided_full(result):
        return ""
    need = need_for_full_points(cluster, unit, result)
    if need is None:
        return ""
    text = _needed(need)
    if depends_on_cluster(expression(result.criterion, None)):
        text += ", với số liệu hiện nay của các đơn vị khác"
    return f"{text}; kèm đủ tài liệu kiểm chứng" if result.missing_evidence else text


def _is_decided_full(result: CriterionResult) -> bool:
    decision = result.decisions.latest
    return decision is not None and decision.new_points >= result.criterion.standard_points


def _needed(need: Need) -> str:
    figure, value = need.figure, figure_value(need.figure, need.value)
    match figure.kind:
        case "yes_no":
            return f"cần {_PASSED}" if figure.name == _PASSED else f"cần {_PASSED} “{figure.name}”"
        case "level":
            levels = (value, *(figure_value(figure, each) for each in need.alternatives))
            return f"cần xếp loại {' hoặc '.join(levels)}"
        case _:
            more = need.side == "at_least"
            limit = f"từ {value} trở lên" if more else f"không quá {value}"
            rounding = "; do làm tròn điểm" if need.by_rounding else ""
            return f"cần {figure.name} {limit} ({'thêm' if more else 'bớt'} {_difference(figure, need)}{rounding})"


def _difference(figure: Figure, need: Need) -> str:
    written = format_number(abs(need.value - need.now))
    return f"{written} điểm phần trăm" if figure.kind == "percent" else written
