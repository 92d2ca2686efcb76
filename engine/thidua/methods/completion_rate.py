"""theo tỷ lệ hoàn thành: points by the share of the target that was achieved."""

from fractions import Fraction

from thidua.expressions import And, Case, Choose, Compare, Label, Maximum, Minimum, Named, Node, Number, WholeSteps
from thidua.methods.frame import Frame
from thidua.model.terms import CompletionRateTerms
from thidua.numerals.writing import format_percent

HUNDRED = Number(Fraction(100))
ZERO = Number(Fraction(0))
ROUNDED = ", tính tròn "


def completion_rate(terms: CompletionRateTerms, frame: Frame) -> Node:
    """Full points from a share of the target on, a deduction for each per cent short, a bonus for each per cent over.

    Unit:    points, from zero up to the standard points plus the bonus cap.
    Missing: where actual or target is missing, or the target is not above zero.
    Source:  the clause in the criterion's ``basis``.
    """
    target, rate = frame.field("target"), completion(frame, terms.lower_is_better)
    return Choose(
        (Case(Compare(">", target, ZERO), _by_rate(terms, frame, rate)),), None, not_above_zero(frame, "target")
    )


def not_above_zero(frame: Frame, figure_id: str) -> Label:
    """Why a ratio to this figure has no value."""
    return (f"{frame.name(figure_id)} phải lớn hơn 0",)


def completion(frame: Frame, lower_is_better: bool = False) -> Named:
    """Actual ÷ target as a ratio; where lower is better, 2 − actual ÷ target."""
    ratio = frame.field("actual") / frame.field("target")
    return Named(2 - ratio if lower_is_better else ratio, "tỷ lệ hoàn thành", "percent")


def achieved_words(rate: Named, frame: Frame, lower_is_better: bool = False) -> Label:
    """``thực hiện 97,5% dự toán``; where lower is better the rate is no share of the target and goes by its name."""
    if lower_is_better:
        return ("số liệu càng thấp càng tốt, tỷ lệ hoàn thành ", rate)
    return ("thực hiện ", rate, f" {frame.name('target')}")


def _by_rate(terms: CompletionRateTerms, frame: Frame, rate: Named) -> Node:
    full_from = Number(terms.full_from)
    exact = (_percent(terms.full_from) - rate) * HUNDRED
    short = Named(_parts(exact, terms), "phần thiếu")
    achieved = achieved_words(rate, frame, terms.lower_is_better)
    against = "" if terms.full_from == 1 else f" so với mốc {format_percent(terms.full_from)}"
    cases = []
    if terms.bonus_per_percent is not None:
        cases += _bonus(terms.bonus_per_percent, terms, frame, rate)
    cases.append(Case(Compare(">=", rate, full_from), frame.standard, (*achieved, ", đạt điểm chuẩn")))
    if terms.nothing_below is not None:
        too_little = Compare("<", rate, Number(terms.nothing_below))
        cases.append(Case(too_little, ZERO, (*achieved, f", dưới {format_percent(terms.nothing_below)}")))
    deducted = Maximum((frame.standard - short * Number(terms.deducted_per_percent), ZERO))
    told = (*achieved, ", thiếu ", short, f"%{against}")
    if terms.part_of_percent == "in_proportion":
        return Choose(tuple(cases), deducted, told)
    # 99,8988% short and 100% counted are two things: as one they would deny the share that was achieved.
    cases.append(Case(Compare("=", short, exact), deducted, told))
    return Choose(tuple(cases), deducted, (*achieved, ", thiếu ", exact, f"%{against}", ROUNDED, short, "%"))


def _bonus(points_each: Fraction, terms: CompletionRateTerms, frame: Frame, rate: Named) -> list[Case]:
    # Only what lies above the target is "vượt", also where full points begin below it.
    over_from = max(terms.full_from, Fraction(1))
    exact = (rate - _percent(over_from)) * HUNDRED
    over = Named(_parts(exact, terms), "phần vượt")
    bonus = Minimum((over * Number(points_each), frame.bonus_cap))
    achieved, is_over = achieved_words(rate, frame, terms.lower_is_better), Compare(">", rate, Number(over_from))
    told = Case(is_over, frame.standard + bonus, (*achieved, ", vượt ", over, "%"))
    if terms.part_of_percent == "in_proportion":
        return [told]
    whole = Case(And((is_over, Compare("=", over, exact))), told.then, told.label)
    return [whole, Case(is_over, told.then, (*achieved, ", vượt ", exact, "%", ROUNDED, over, "%"))]


def _percent(ratio: Fraction) -> Named:
    """A constant that reads as a percentage beside other percentages."""
    return Named(Number(ratio), "mốc", "percent")


def _parts(percents: Node, terms: CompletionRateTerms) -> Node:
    match terms.part_of_percent:
        case "in_proportion":
            return percents
        case "not_counted":
            return WholeSteps(percents, Fraction(1), "down")
        case "counted_whole":
            return WholeSteps(percents, Fraction(1), "up")
