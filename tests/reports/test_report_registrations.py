"""The table of registrations in ``thidua status``."""

from datetime import date
from typing import Any

from models import period
from msgspec.structs import replace

from thidua.model.conference import RegisteredContent, Registration
from thidua.reports.status_registrations import registrations_grid

DAY = date(2020, 3, 20)
CONTENT = RegisteredContent("mot", "Việc một", "not_rechecked", None, None)


def registration(unit: str, **changes: Any) -> Registration:
    return Registration(unit, date(2020, 2, 28), None, recipients=("Cụm trưởng",), **changes)


def grid_of(*registrations: Registration) -> Any:
    return registrations_grid(replace(period(2), registrations=registrations))


def test_without_a_list_there_is_no_table() -> None:
    assert registrations_grid(replace(period(2), registrations=None)) is None
    assert grid_of() is None


def test_who_did_not_register_has_a_row_too() -> None:
    found = grid_of(registration(period(2).members[1].id))
    assert [heading.replace("\n", " ") for heading in found.headings] == [
        "Đơn vị", "Đăng ký", "Gửi đến", "Nội dung", "Chỉ tiêu",
    ]  # fmt: skip
    assert [row[1:] for row in found.rows] == [
        ("chưa thấy", "–", "–", "–"),
        ("28/02/2020", "Cụm trưởng", "0", "0"),
    ]
    assert found.numbers == (3, 4)


def test_what_was_signed_rechecked_and_which_titles_get_columns_once_anybody_has_them() -> None:
    one, two = (member.id for member in period(2).members)
    done = replace(CONTENT, result="done", rechecked_on=DAY)
    partly = replace(CONTENT, id="hai", result="partly_done", rechecked_on=DAY)
    open_still = replace(CONTENT, id="ba")
    found = grid_of(
        replace(registration(one, contents=(done, partly, open_still), titles=("Cờ thi đua",)), signed_on=DAY),
        replace(registration(two, contents=(CONTENT,)), registered_on=None, recipients=()),
    )
    assert [heading.replace("\n", " ") for heading in found.headings] == [
        "Đơn vị", "Đăng ký", "Ký giao ước", "Gửi đến", "Nội dung", "Đã thực hiện/đã phúc tra", "Chỉ tiêu", "Danh hiệu",
    ]  # fmt: skip
    assert [row[1:] for row in found.rows] == [
        ("28/02/2020", "20/03/2020", "Cụm trưởng", "3", "1/2", "0", "Cờ thi đua"),
        ("chưa thấy", "chưa thấy", "chưa ghi", "1", "–", "0", "chưa ghi"),
    ]
    assert found.numbers == (4, 5, 6)
