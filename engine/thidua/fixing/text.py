"""One text mended: each kind of mistake in turn, and only where nothing else changes."""

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from thidua.fixing.characters import composed, with_plain_spaces, without_invisible, without_trailing_blanks
from thidua.fixing.meaning import meaning_of
from thidua.fixing.values import with_day_first, with_decimal_commas, with_official_keys, with_straight_quotes
from thidua.splicing.edits import Lines

FIXES: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    ("bỏ ký tự không nhìn thấy", without_invisible),
    ("ghép chữ và dấu thành một ký tự", composed),
    ("thay dấu cách cứng bằng dấu cách thường", with_plain_spaces),
    ("bỏ khoảng trống ở cuối dòng", without_trailing_blanks),
    ("thay ngoặc kép cong bằng ngoặc kép thẳng", with_straight_quotes),
    ("viết tên mục theo cách viết chuẩn", with_official_keys),
    ("viết ngày theo dạng ngày/tháng/năm", with_day_first),
    ("thay dấu chấm thập phân bằng dấu phẩy", with_decimal_commas),
)
"""What is put right, in Vietnamese, in the order in which it is done. None of them adds or takes away a line."""


class Change(Struct, frozen=True):
    """A line (from 1) and what was put right in it."""

    line: int
    what: str


def mended(text: str) -> tuple[str, tuple[Change, ...]]:
    """The text with its mechanical mistakes put right, and what was changed, by line."""
    changes: list[Change] = []
    for what, fix in FIXES:
        after = fix(text)
        if after == text or not _is_safe(text, after):
            continue
        pairs = enumerate(zip(Lines(text).lines, Lines(after).lines, strict=True), start=1)
        changes.extend(Change(line, what) for line, (old, new) in pairs if old != new)
        text = after
    return text, tuple(sorted(changes, key=lambda change: change.line))


def _is_safe(before: str, after: str) -> bool:
    """Whether the same data come out; where none came out before, nothing can have changed."""
    read = meaning_of(before)
    return read.shaped is None or read.data == meaning_of(after).data
