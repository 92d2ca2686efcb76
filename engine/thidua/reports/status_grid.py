"""The table of units in ``thidua status``: when the dossier came, and what is there of what was asked for."""

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct

from thidua.model.deliveries import Answer
from thidua.model.period import Deadline
from thidua.reports.grid import Grid
from thidua.reports.status_units import UnitStanding
from thidua.reports.wording import NOTHING
from thidua.vocabulary import word

_NOT_RECORDED = "chưa ghi"
# All that is known is what stands in the dossier: the papers may have come without being noted there.
NOT_SEEN = "chưa thấy"


class _Column(Struct, frozen=True):
    heading: str
    cell: Callable[[UnitStanding], str]
    is_number: bool = False


def units_grid(found: Sequence[UnitStanding], deadlines: Sequence[Deadline], has_scale: bool, on: date) -> Grid:
    """A row for each unit; columns only for what the period asks for and the scale lets count."""
    columns = [
        _Column("Đơn vị", lambda unit: unit.member.name),
        _Column("Ngày nhận", lambda unit: _received(unit, on)),
    ]
    if deadlines:
        columns.append(_Column("So với thời hạn", lambda unit: _by_deadline(unit, _in_time)))
        columns.append(_Column("Tài\nliệu\nđã gửi", lambda unit: _by_deadline(unit, _documents)))
    if any(deadline.recipients for deadline in deadlines):
        columns.append(_Column("Nơi\nnhận\nđã gửi", lambda unit: _by_deadline(unit, _recipients)))
    if has_scale:
        columns.append(_Column("Tiêu\nchí đã\nbáo cáo", _reported, True))
        columns.append(_Column("TLKC\ncòn\nthiếu", _lacking, True))
        columns.append(_Column("Tiêu\nchí giải\ntrình", _explained, True))
    return Grid(
        tuple(column.heading for column in columns),
        tuple(tuple(column.cell(unit) for column in columns) for unit in found),
        tuple(index for index, column in enumerate(columns) if column.is_number),
    )


def _received(unit: UnitStanding, on: date) -> str:
    if not unit.owes_dossier and not unit.is_sent:
        return "không phải gửi"
    if not unit.is_sent:
        return word("unit_state", "missing_dossier")
    day = unit.receipt.received if unit.receipt else None
    lines = [f"{day:%d/%m/%Y}" if day else _NOT_RECORDED]
    if day and day > on:
        lines.append("(sau ngày xem)")
    if unit.has_errors:
        lines.append("hồ sơ có lỗi")
    return "\n".join(lines)


def _by_deadline(unit: UnitStanding, told: Callable[[Answer], str]) -> str:
    """One line for each deadline, numbered where there are several; a dash where nothing was sent."""
    lines = [told(answer) for answer in unit.answers]
    if len(lines) > 1:
        lines = [f"{number}. {line}" for number, line in enumerate(lines, start=1)]
    return "\n".join(lines) or NOTHING


def _in_time(answer: Answer) -> str:
    if answer.is_unanswered:
        return NOT_SEEN
    if answer.late_days is None:
        return _NOT_RECORDED
    return f"chậm {answer.late_days} ngày" if answer.late_days > 0 else "đúng hạn"


def _documents(answer: Answer) -> str:
    asked = len(answer.deadline.asks_for)
    return _NOT_RECORDED if answer.documents is None else f"{asked - len(answer.documents)}/{asked}"


def _recipients(answer: Answer) -> str:
    asked = len(answer.asked_recipients)
    if not asked or answer.is_unanswered:
        return NOTHING
    return _NOT_RECORDED if answer.recipients is None else f"{asked - len(answer.recipients)}/{asked}"


def _reported(unit: UnitStanding) -> str:
    found = unit.content
    return NOTHING if found is None else f"{found.asked - len(found.unreported)}/{found.asked}"


def _lacking(unit: UnitStanding) -> str:
    return NOTHING if unit.content is None else f"{unit.content.documents_missing}/{unit.content.documents_asked}"


def _explained(unit: UnitStanding) -> str:
    return NOTHING if unit.content is None else str(unit.content.explained)
