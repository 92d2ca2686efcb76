"""What units registered and signed, as a table: when, to whom, for how many contents and targets, for which titles."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from thidua.model.conference import Registration
from thidua.model.period import Member, Period
from thidua.reports.grid import Grid
from thidua.reports.wording import NOTHING


class _Column(Struct, frozen=True):
    heading: str
    cell: Callable[[Registration], str]
    is_number: bool = False


def registrations_grid(period: Period) -> Grid | None:
    """A row for each member; None without a list. Columns that nobody has anything in are left out."""
    if not period.registrations:
        return None
    listed = {each.unit: each for each in period.registrations}
    found = [(member, listed.get(member.id)) for member in period.members]
    columns = _columns(period.registrations)
    return Grid(
        ("Đơn vị", *(column.heading for column in columns)),
        tuple(_row(member, registration, columns) for member, registration in found),
        tuple(index for index, column in enumerate(columns, 1) if column.is_number),
    )


def _columns(registrations: Sequence[Registration]) -> list[_Column]:
    columns = [_Column("Đăng ký", _registered)]
    if any(each.signed_on for each in registrations):
        columns.append(_Column("Ký giao ước", _signed))
    columns.append(_Column("Gửi đến", lambda each: "; ".join(each.recipients) or "chưa ghi"))
    columns.append(_Column("Nội\ndung", lambda each: str(len(each.contents)), True))
    if any(_rechecked(each) for each in registrations):
        columns.append(_Column("Đã thực\nhiện/đã\nphúc tra", _done, True))
    columns.append(_Column("Chỉ\ntiêu", lambda each: str(len(each.targets)), True))
    if any(each.titles for each in registrations):
        columns.append(_Column("Danh hiệu", lambda each: "; ".join(each.titles) or "chưa ghi"))
    return columns


def _row(member: Member, registration: Registration | None, columns: Sequence[_Column]) -> tuple[str, ...]:
    if registration is None:
        return (member.name, "chưa thấy", *(NOTHING for _ in columns[1:]))
    return (member.name, *(column.cell(registration) for column in columns))


def _registered(each: Registration) -> str:
    return f"{each.registered_on:%d/%m/%Y}" if each.registered_on else "chưa thấy"


def _signed(each: Registration) -> str:
    return f"{each.signed_on:%d/%m/%Y}" if each.signed_on else "chưa thấy"


def _rechecked(each: Registration) -> int:
    return sum(content.result != "not_rechecked" for content in each.contents)


def _done(each: Registration) -> str:
    """Of the contents that were re-checked, how many were carried out in full."""
    rechecked = _rechecked(each)
    return f"{sum(content.result == 'done' for content in each.contents)}/{rechecked}" if rechecked else NOTHING
