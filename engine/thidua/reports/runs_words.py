"""What differs between two saved results, in the words of officials."""

from fractions import Fraction

from thidua.comparison.runs import RunCriterion
from thidua.comparison.runs_causes import Cause, Value
from thidua.comparison.runs_moves import CriterionMove, RunsDifference
from thidua.model.dossier import EvidenceItem
from thidua.model.figure import Figure
from thidua.model.figure_words import figure_value
from thidua.numerals.writing import format_number
from thidua.reports.evidence import document_words
from thidua.reports.wording import signed
from thidua.vocabulary import word

NONE_YET = "chưa có"
_POINTS = {"verified": "điểm thẩm định", "agreed": "điểm thống nhất", "self": "tự chấm", "standard": "điểm chuẩn"}
_MOST_OTHERS = 5
_DOSSIERS = {
    "scored": "chấm từ hồ sơ",
    "missing_dossier": "chưa có hồ sơ",
    "unscorable": "hồ sơ có lỗi, chưa chấm được",
}
_EDITED = "thang điểm, quy tắc, số liệu và hồ sơ hai lần là một, nên một trong hai tệp đã bị sửa"


def points(value: Fraction | None) -> str:
    """Points by themselves; ``chưa có`` is not zero."""
    return NONE_YET if value is None else format_number(value)


def from_to(old: str, new: str) -> str:
    """Two sides; what is the same on both stands once."""
    return old if old == new else f"{old} → {new}"


def criterion_words(moved: CriterionMove) -> str:
    """How a criterion's points, status and range moved."""
    old, new = moved.old, moved.new
    if old is None or new is None:
        side = old or new
        by = "thang điểm" if {each.kind for each in moved.causes} == {"scale"} else "tệp"
        told = f"{by} sau không còn tiêu chí này" if old else f"{by} sau thêm tiêu chí này"
        return f"{told} ({points(side.points)} điểm)" if side else told
    parts = []
    if old.points == new.points:
        parts.append("điểm không đổi" if new.points is not None else "vẫn chưa có điểm")
    else:
        gap = f" ({signed((new.points or Fraction(0)) - (old.points or Fraction(0)))})"
        parts.append(f"{points(old.points)} → {points(new.points)} điểm{gap}")
    if old.status != new.status:
        parts.append(f"{word('status', old.status)} → {word('status', new.status)}")
    ranges = [_range(side) for side in (old, new)]
    if ranges[0] != ranges[1] and any(side.least != side.most for side in (old, new)):
        parts.append(f"mức có thể: {ranges[0]} → {ranges[1]} điểm")
    if old.weight != new.weight:
        parts.append(f"hệ số {format_number(old.weight)} → {format_number(new.weight)}")
    if old.weighted != new.weighted and not old.weight == new.weight == 1:
        parts.append(f"nhân hệ số, tính vào tổng điểm {signed(new.weighted - old.weighted)}")
    return "; ".join(parts)


def _range(side: RunCriterion) -> str:
    low, high = format_number(side.least), format_number(side.most)
    return low if low == high else f"{low} – {high}"


def cause_words(cause: Cause, moved: CriterionMove, found: RunsDifference) -> str:
    """One cause of a criterion's move; names of figures and units come from the results themselves."""
    match cause.kind:
        case "figure":
            return _figure(cause, moved, found)
        case "document":
            return _document(cause.old, cause.new)
        case "verified" | "agreed" | "self" | "standard":
            unit = "" if cause.new is None else " điểm"
            return f"{_POINTS[cause.kind]} {_number(cause.old)} → {_number(cause.new)}{unit}"
        case "applicability":
            return "đợt chấm điểm đổi kết luận tiêu chí này có áp dụng cho đơn vị không"
        case "reply":
            return _text("đơn vị có ý kiến khác về điểm thẩm định", cause)
        case "explanation":
            return _text("đơn vị giải trình", cause)
        case "dossier":
            return dossier_words(cause)
        case "stage":
            return f"do chuyển giai đoạn: {word('stage', str(cause.old))} → {word('stage', str(cause.new))}"
        case "scale":
            return "do thang điểm thay đổi"
        case "others":
            return f"do số liệu, tài liệu của đơn vị khác thay đổi: {_units(cause.others, found)}"
        case "program":
            return f"do bản chương trình khác: {cause.old} → {cause.new}"
        case "period":
            return "do tệp đợt chấm điểm thay đổi (chỉ tiêu được giao, tiêu chí không áp dụng, nguồn ngoài …)"
        case "edited":
            return _EDITED
        case "unknown":
            return "không rõ nguyên nhân: bản chương trình cũ không lưu số liệu, tài liệu"


def dossier_words(cause: Cause) -> str:
    """That the unit's dossier is there, or can be read, on one side only."""
    return f"lần trước {_DOSSIERS[str(cause.old)]}; lần sau {_DOSSIERS[str(cause.new)]}"


def unit_name(unit: str | None, found: RunsDifference) -> str:
    """The name of a unit; its id where neither result knows it."""
    if unit is None:
        return "chưa xác định"
    side = found.new.unit(unit) or found.old.unit(unit)
    return side.name if side else unit


def _figure(cause: Cause, moved: CriterionMove, found: RunsDifference) -> str:
    criterion, before = moved.shown.id, moved.old
    named = found.new.figure(criterion, cause.figure) or found.old.figure(criterion, cause.figure)
    name = named.full_name if named else cause.figure
    if before is not None and before.status == "pending_source" and cause.old is None:
        return f"nguồn ngoài ({before.supplier}) đã có số liệu: {name} {_value(cause.new, named)}"
    if named and named.kind in ("number", "points") and isinstance(cause.old, Fraction) and cause.new is not None:
        return f"{name} {format_number(cause.old)} → {_value(cause.new, named)}"
    return f"{name} {_value(cause.old, named)} → {_value(cause.new, named)}"


def _value(value: Value, figure: Figure | None) -> str:
    if not isinstance(value, Fraction):
        return NONE_YET
    # The file may have been changed by hand: a level that there isn't is shown as the number that it is.
    known_level = figure is None or figure.kind != "level" or value in range(len(figure.levels))
    return figure_value(figure, value) if figure and known_level else format_number(value)


def _document(old: Value, new: Value) -> str:
    if isinstance(old, EvidenceItem) and isinstance(new, EvidenceItem):
        before, after = _cited(old), _cited(new)
        return f"tài liệu đổi từ “{before}” thành “{after}”" if before != after else f"{after}: {_files(old, new)}"
    if isinstance(new, EvidenceItem):
        return f"thêm tài liệu: {_cited(new)}"
    return f"bớt tài liệu: {_cited(old)}" if isinstance(old, EvidenceItem) else ""


def _cited(item: EvidenceItem) -> str:
    return document_words(item.name or item.type, item.number, item.dated, item.issuer)


def _files(old: EvidenceItem, new: EvidenceItem) -> str:
    states = {"found": "có tệp", "missing": "không thấy tệp", "unreadable": "không đọc được tệp", None: "không nêu tệp"}
    return from_to(*(f"{states[each.file_state]}{f' “{each.file}”' if each.file else ''}" for each in (old, new)))


def _number(value: Value) -> str:
    return points(value if isinstance(value, Fraction) else None)


def _text(label: str, cause: Cause) -> str:
    if cause.new is None:
        return f"{label}: đã rút, trước là “{cause.old}”"
    return f"{label}: “{' '.join(str(cause.new).split())}”"


def _units(units: tuple[str, ...], found: RunsDifference) -> str:
    shown = ", ".join(unit_name(each, found) for each in units[:_MOST_OTHERS])
    return shown if len(units) <= _MOST_OTHERS else f"{shown} và {len(units) - _MOST_OTHERS} đơn vị khác"
