"""One text mended: each kind of mistake in turn, and only where nothing else changes."""

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from thidua.fixing.characters import (
    composed,
    with_plain_spaces,
    with_spaces_after_dashes,
    without_invisible,
    without_trailing_blanks,
)
from thidua.fixing.hints import with_hints_followed
from thidua.fixing.meaning import meaning_of
from thidua.fixing.values import with_day_first, with_decimal_commas, with_official_keys
from thidua.splicing.edits import Lines

_Fix = Callable[[str], str]


def _with_same_data(fix: _Fix) -> _Fix:
    """The fix, done only where the same data come out; where none came out before, nothing can have changed."""

    def done(text: str) -> str:
        after = fix(text)
        if after == text:
            return text
        read = meaning_of(text)
        return after if read.shaped is None or read.data == meaning_of(after).data else text

    return done


def _as_hinted(*codes: int) -> _Fix:
    return lambda text: with_hints_followed(text, frozenset(codes))


FIXES: Final[tuple[tuple[str, _Fix], ...]] = (
    ("bỏ ký tự không nhìn thấy", _with_same_data(without_invisible)),
    ("ghép chữ và dấu thành một ký tự", _with_same_data(composed)),
    ("thay dấu cách cứng bằng dấu cách thường", _with_same_data(with_plain_spaces)),
    ("bỏ khoảng trống ở cuối dòng", _with_same_data(without_trailing_blanks)),
    ("thay phím Tab sau dấu gạch đầu dòng bằng dấu cách", _with_same_data(with_spaces_after_dashes)),
    ("thay dấu đầu dòng bằng dấu gạch ngang và dấu cách", _as_hinted(130)),
    ("thêm dấu cách sau dấu hai chấm của tên mục", _as_hinted(129)),
    ("thay ngoặc kép cong bằng ngoặc kép thẳng", _as_hinted(127)),
    ("bỏ ngoặc kép cong bao cả giá trị", _as_hinted(194)),
    ("đặt giá trị có dấu hai chấm trong ngoặc kép", _as_hinted(124)),
    ("viết giá trị bắt đầu bằng ký tự đặc biệt cho đọc được", _as_hinted(122, 123)),
    ("viết tên mục theo cách viết chuẩn", _with_same_data(with_official_keys)),
    ("viết ngày theo dạng ngày/tháng/năm", lambda text: _with_same_data(with_day_first)(_as_hinted(117)(text))),
    ("thay dấu chấm thập phân bằng dấu phẩy", _with_same_data(with_decimal_commas)),
)
"""What is put right, in Vietnamese, in the order in which it is done. None of them adds or takes away a line."""


class Change(Struct, frozen=True):
    """A line (from 1) and what was put right in it."""

    line: int
    what: str


def mended(text: str) -> tuple[str, tuple[Change, ...]]:
    """The text with its mechanical mistakes put right, and what was changed, by line."""
    changes: dict[Change, None] = {}
    before = None
    while text != before:  # what one of them made readable another can look into
        before = text
        for what, fix in FIXES:
            after = fix(text)
            pairs = enumerate(zip(Lines(text).lines, Lines(after).lines, strict=True), start=1)
            changes.update((Change(line, what), None) for line, (old, new) in pairs if old != new)
            text = after
    return text, tuple(sorted(changes, key=lambda change: change.line))
