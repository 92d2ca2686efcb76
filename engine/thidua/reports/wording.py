"""How results are put into words, the same in every report."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from thidua.home import Home
from thidua.model.period import Exemption, Period
from thidua.model.scale import Criterion
from thidua.numerals.writing import MINUS, format_number
from thidua.scoring import ClusterResult, CriterionResult, UnitResult
from thidua.vocabulary import word

if TYPE_CHECKING:
    from thidua.pipeline import Scored

NOTHING = "–"
PROVISIONAL_MARK = "*"
PROVISIONAL_NOTE = f"{PROVISIONAL_MARK} Tổng điểm tạm tính: cộng các điểm đã có; còn nội dung chờ nên có thể thay đổi."
SHORT_HASH = 8
_ORDINALS = ("Nhất", "Nhì", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười")


def is_final(period: Period) -> bool:
    """Whether the conference has adopted the result; before that everything is only expected (dự kiến)."""
    return period.stage == "adopted"


def expected(period: Period, text: str) -> str:
    """A text with ``dự kiến`` beside it until the result is adopted."""
    return text if is_final(period) else f"{text} (dự kiến)"


def ordinal(rank: int) -> str:
    """A place in words: ``thứ Nhất``, ``thứ Nhì``, ``thứ Ba`` … ``thứ Mười``, ``thứ 11``."""
    return f"thứ {_ORDINALS[rank - 1] if rank <= len(_ORDINALS) else rank}"


def points_places(cluster: ClusterResult) -> int:
    """How many decimals a table shows: two, or those of the scale where it has more, so that columns add up."""
    return max(2, cluster.scale.rounding)


def points_or_nothing(points: Fraction | None, decimals: int) -> str:
    """Points in a table; a dash where there are none, which is not zero."""
    return NOTHING if points is None else format_number(points, decimals)


def signed(difference: Fraction, decimals: int | None = None) -> str:
    """A difference with its sign: ``+5``, ``−2,5``; zero has none."""
    return f"{'+' if difference > 0 else ''}{format_number(difference, decimals)}"


def written_sum(parts: Sequence[Fraction]) -> str:
    """A sum as one writes it by hand: ``40 + 57,26 = 97,26``; a single part stands alone."""
    if len(parts) < 2:
        return format_number(sum(parts, Fraction(0)))
    joined = format_number(parts[0])
    for part in parts[1:]:
        joined += f" {MINUS if part < 0 else '+'} {format_number(abs(part))}"
    return f"{joined} = {format_number(sum(parts, Fraction(0)))}"


def exemption(unit: UnitResult, result: CriterionResult, period: Period) -> Exemption | None:
    """The clause by which a unit was given no target for a criterion."""
    about = (result.criterion.reported_under, unit.member.id)
    return next((each for each in period.no_target if (each.criterion, each.unit) == about), None)


def missing_figures(unit: UnitResult, result: CriterionResult, period: Period) -> str:
    """The names of the figures that nobody has reported; a target that was never given is not one of them."""
    not_needed = "target" if exemption(unit, result, period) else None
    gaps = {figure for figure, value in result.figures if value is None and figure != not_needed}
    return ", ".join(figure.full_name for figure in result.criterion.figures if figure.id in gaps)


def criterion_name(criterion: Criterion) -> str:
    """A criterion as the document names it: ``I.1.3 Tổng thu ngân sách``."""
    return f"{criterion.number} {criterion.name}"


def status_word(unit: UnitResult, result: CriterionResult) -> str:
    """The status of a criterion's result; just ``chưa chấm được`` for what a dossier with errors was to say."""
    return word("unit_state", unit.state) if is_unread(result, unit) else word("status", result.status)


def is_unread(result: CriterionResult, unit: UnitResult) -> bool:
    """Whether a criterion lacks its figures because the unit's dossier has errors; what others supply is read."""
    return unit.state == "unscorable" and result.status == "not_reported"


def names(units: Iterable[UnitResult]) -> str:
    """The names of units, in the order given."""
    return ", ".join(unit.member.name for unit in units)


def identification(scored: "Scored", cluster: ClusterResult) -> tuple[tuple[str, str], ...]:
    """What was scored, by what and from where: label and text."""
    period = cluster.period
    return (
        ("Đợt chấm điểm", f"{period.name} ({period.id}, bản {scored.period_hash[:SHORT_HASH]})"),
        ("Thang điểm", _scale(scored, cluster)),
        *_rules(scored),
        *stage_told(period, cluster.is_scored),
        ("Thư mục gốc", how_home_was_found(scored.home)),
    )


def stage_told(period: Period, is_scored: bool) -> tuple[tuple[str, str], ...]:
    """The stage with its label; none where nothing is scored and nothing is decided: nobody scores itself then."""
    return (("Giai đoạn", word("stage", period.stage)),) if is_scored or period.stage != "self" else ()


def _scale(scored: "Scored", cluster: ClusterResult) -> str:
    scale = cluster.scale
    if not cluster.is_scored:
        return "không có; đợt này không chấm điểm"
    return f"{scale.id} (bản {scored.scale_hash[:SHORT_HASH]}; tình trạng: {word('state', scale.state)})"


def _rules(scored: "Scored") -> tuple[tuple[str, str], ...]:
    if scored.judgement is None:
        return ()
    version = scored.rules_hash[:SHORT_HASH]
    return (("Quy tắc", f"{scored.judgement.rules.id} (bản {version}; chạy bằng {scored.judgement.engine})"),)


def how_home_was_found(home: Home) -> str:
    """How home was found. No path, so that the same inputs give the same bytes wherever they lie.

    Its folder's name stands there only where a person chose the folder: the name of a checkout tells nothing.
    """
    chosen = home.origin.startswith("theo ")
    return f"{home.root.name or home.root} ({home.origin})" if chosen else home.origin
