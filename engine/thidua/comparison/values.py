"""Plain values whose shape nobody vouches for: every access says what it expects, and where it was not so."""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any

# As ``numerals.writing.plain_decimal`` writes them.
_DECIMAL = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,12})?")
# What the keys of a saved result hold, for people who never saw one.
_WORDS = {
    "agreed": "điểm thống nhất",
    "awards": "đề nghị khen thưởng",
    "ceiling": "điểm cao nhất",
    "criteria": "tiêu chí",
    "decided": "kết luận của hội nghị",
    "documents": "tài liệu",
    "evidence": "tài liệu kiểm chứng",
    "figures": "số liệu",
    "findings": "vấn đề cần làm rõ",
    "least": "mức thấp nhất",
    "most": "mức cao nhất",
    "period": "đợt chấm điểm",
    "place": "xếp hạng",
    "places": "dự kiến xếp hạng",
    "points": "điểm",
    "program": "chương trình",
    "rank": "xếp hạng",
    "rules": "quy tắc",
    "scale": "thang điểm",
    "sections": "nội dung",
    "self": "điểm tự chấm",
    "stage": "giai đoạn",
    "standard": "điểm chuẩn",
    "state": "trạng thái",
    "status": "trạng thái",
    "total": "tổng điểm",
    "units": "đơn vị",
    "verified": "điểm thẩm định",
    "weight": "hệ số",
}


@lru_cache(maxsize=8192)
def _exact(written: str) -> Fraction:
    """The number; the same few stand in a result over and over."""
    return Fraction(written)


class WrongValueError(Exception):
    """A value is not what it should be; ``fault`` says in Vietnamese where and what is expected."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


class Values:
    """An object of a JSON file. ``where``: its place in words, such as ``tiêu chí “von-fdi” của đơn vị “tinh-a”``.

    Raises WrongValueError.
    """

    def __init__(self, found: Any, where: str = "") -> None:
        if not isinstance(found, dict):
            raise WrongValueError(f"{where or 'tệp'} phải là một nhóm khóa và giá trị")
        self._found: dict[str, Any] = found
        self._where = where

    def wrong(self, name: str, expected: str) -> WrongValueError:
        """The error for one of the values."""
        return WrongValueError(f"{self._at(name)} {expected}")

    def names(self) -> list[str]:
        """All keys."""
        return list(self._found)

    def has(self, name: str) -> bool:
        """Whether there is such a key."""
        return name in self._found

    def text(self, name: str) -> str:
        """A text."""
        found = self._there(name)
        if not isinstance(found, str):
            raise self.wrong(name, "phải là chữ")
        return found

    def text_or_none(self, name: str) -> str | None:
        """A text; None where there is none."""
        return None if self._found.get(name) is None else self.text(name)

    def one_of(self, name: str, words: Sequence[str]) -> Any:
        """One of these words."""
        found = self.text(name)
        if found not in words:
            raise self.wrong(name, f"phải là một trong các từ: {', '.join(words)}")
        return found

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        found = self._list(name)
        if not all(isinstance(each, str) for each in found):
            raise self.wrong(name, "phải là danh sách chữ")
        return tuple(found)

    def number(self, name: str) -> Fraction:
        """An exact number, which is saved as text."""
        found = self.text(name)
        if not _DECIMAL.fullmatch(found):
            raise self.wrong(name, 'phải là số đặt trong ngoặc kép, ví dụ "37.50"')
        return _exact(found)

    def number_or_none(self, name: str) -> Fraction | None:
        """An exact number; None where there is none."""
        return None if self._found.get(name) is None else self.number(name)

    def whole(self, name: str) -> int:
        """A place, which is a plain whole number."""
        found = self._there(name)
        if not isinstance(found, int) or isinstance(found, bool) or found < 1:
            raise self.wrong(name, "phải là số nguyên lớn hơn 0")
        return found

    def whole_or_none(self, name: str) -> int | None:
        """A place; None where there is none."""
        return None if self._found.get(name) is None else self.whole(name)

    def yes_or_no(self, name: str) -> bool:
        """``true`` or ``false``."""
        found = self._there(name)
        if not isinstance(found, bool):
            raise self.wrong(name, "phải là true hoặc false")
        return found

    def part(self, name: str) -> "Values":
        """A group of values."""
        return Values(self._there(name), self._of(_WORDS.get(name, f"mục “{name}”")))

    def part_or_none(self, name: str) -> "Values | None":
        """A group of values; None where there is none."""
        return None if self._found.get(name) is None else self.part(name)

    def parts(self, name: str) -> tuple["Values", ...]:
        """A list of groups."""
        return tuple(
            Values(each, self._item(name, _called(each, index))) for index, each in enumerate(self._list(name), 1)
        )

    def parts_by_name(self, name: str) -> dict[str, tuple["Values", ...]]:
        """Lists of groups, each under its name; none where the key is missing."""
        found = self.part_or_none(name)
        return {each: found.parts(each) for each in found.names()} if found else {}

    def all_different(self, parts: Sequence["Values"], name: str) -> Sequence["Values"]:
        """The same groups, in which a value may stand only once."""
        seen: set[Any] = set()
        for each in parts:
            value = each._there(name)
            if not isinstance(value, str | int):
                raise each.wrong(name, "phải là chữ hoặc số")
            if value in seen:
                raise each.wrong(name, f"ghi “{value}” lần thứ hai")
            seen.add(value)
        return parts

    def _list(self, name: str) -> list[Any]:
        found = self._there(name)
        if not isinstance(found, list):
            raise self.wrong(name, "phải là một danh sách")
        return found

    def _there(self, name: str) -> Any:
        if name not in self._found:
            raise WrongValueError(f"thiếu {self._at(name)}")
        return self._found[name]

    def _at(self, name: str) -> str:
        """A value by its key in the file, and in words."""
        return self._of(f"mục “{name}” ({_WORDS[name]})" if name in _WORDS else f"mục “{name}”")

    def _item(self, name: str, called: str) -> str:
        return self._of(f"{_WORDS[name]} {called}") if name in _WORDS else f"phần tử {called} của {self._at(name)}"

    def _of(self, what: str) -> str:
        return f"{what} của {self._where}" if self._where else what


def _called(found: Any, position: int) -> str:
    """An item of a list by its id, or by its position, which begins at 1."""
    name = found.get("id") if isinstance(found, dict) else None
    return f"“{name}”" if isinstance(name, str) else f"thứ {position}"
