"""What is to be asked of whom by when, read off who has sent what."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from thidua.model.deliveries import Answer
from thidua.model.period import Deadline
from thidua.model.scale import Criterion
from thidua.reports.status_sources import SourceStanding
from thidua.reports.status_units import UnitStanding
from thidua.vocabulary import key

_MOST_NUMBERED = 8
_MOST_NAMED = 2


class Task(Struct, frozen=True):
    """Something to ask for. ``by``: the deadline that sets the last day; None where none does."""

    by: Deadline | None
    of_whom: str
    what: str

    def __str__(self) -> str:
        return f"{self.of_whom}: {self.what}"


def tasks(
    units: Sequence[UnitStanding], sources: Sequence[SourceStanding], deadlines: Sequence[Deadline], on: date
) -> list[Task]:
    """All tasks by their last day, those without one at the end; within a day in the members' order.

    What a dossier lacks is due by the first deadline not yet over on the day; by the last one where all are over.
    """
    still_open = (each for each in deadlines if each.last_day >= on)
    due = next(still_open, deadlines[-1] if deadlines else None)
    found = [
        *(task for unit in units if unit.owes_dossier for task in _of_unit(unit, deadlines, due)),
        *(task for source in sources for task in _of_source(source)),
    ]
    return sorted(found, key=lambda task: task.by.last_day if task.by else date.max)


def _of_unit(unit: UnitStanding, deadlines: Sequence[Deadline], due: Deadline | None) -> Iterator[Task]:
    name = unit.member.name
    if not unit.is_sent:
        for number, each in enumerate(deadlines, start=1):
            yield Task(each, name, f"gửi {_papers(each.asks_for, each, number)}")
        if not deadlines:
            yield Task(None, name, "gửi hồ sơ tự chấm điểm")
        return
    if unit.has_errors:
        yield Task(due, name, "sửa lỗi trong hồ sơ tự chấm điểm (chạy “thidua check” để xem)")
    if unit.answers and (unrecorded := _unrecorded(unit)):
        yield Task(due, name, f"ghi vào hồ sơ: {', '.join(f'“{key(each)}”' for each in unrecorded)}")
    for number, answer in enumerate(unit.answers, start=1):
        yield from _of_deadline(answer, name, number)
    if unit.content:
        yield from _of_content(unit, due)


def _of_deadline(answer: Answer, name: str, number: int) -> Iterator[Task]:
    if answer.documents:
        yield Task(answer.deadline, name, f"gửi {_papers(answer.documents, answer.deadline, number)}")
    if answer.recipients and not answer.is_unanswered:
        yield Task(answer.deadline, name, f"gửi cả đến {', '.join(answer.recipients)}")


def _of_content(unit: UnitStanding, due: Deadline | None) -> Iterator[Task]:
    content = unit.content
    if content and content.unreported:
        count = len(content.unreported)
        yield Task(due, unit.member.name, f"báo cáo số liệu của {count} tiêu chí: {_numbers(content.unreported)}")
    if content and content.documents_missing:
        where = f": {_numbers(content.lacking)}" if content.lacking else ""
        yield Task(due, unit.member.name, f"bổ sung {content.documents_missing} tài liệu kiểm chứng{where}")


def _of_source(source: SourceStanding) -> Iterator[Task]:
    if not source.received:
        yield Task(None, source.supplier, f"cung cấp {source.name}")
    elif source.gaps:
        yield Task(None, source.supplier, f"bổ sung {source.name} của {', '.join(source.gaps)}")


def _unrecorded(unit: UnitStanding) -> list[str]:
    """The keys that a dossier needs for comparing it with the deadlines and does not have."""
    answers, receipt = unit.answers, unit.receipt
    told = (
        ("received", receipt is not None and receipt.received is not None),
        ("documents", all(each.documents is not None for each in answers)),
        ("recipients", all(each.recipients is not None or not each.asked_recipients for each in answers)),
    )
    return [name for name, there in told if not there]


def _papers(missing: Sequence[str], deadline: Deadline, number: int) -> str:
    """Documents by name; all of many by the number of their deadline, which lists them."""
    if len(missing) > _MOST_NAMED and len(missing) == len(deadline.asks_for):
        return f"cả {len(missing)} tài liệu nêu ở thời hạn {number}"
    return "; ".join(f"“{name}”" for name in missing)


def _numbers(criteria: Sequence[Criterion]) -> str:
    """The numbers of criteria, the first of many."""
    listed = ", ".join(each.number for each in criteria[:_MOST_NUMBERED])
    rest = len(criteria) - _MOST_NUMBERED
    return f"{listed} và {rest} tiêu chí khác" if rest > 0 else listed
