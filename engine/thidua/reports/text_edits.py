"""The same words added to, or taken from, the ends of many texts: told once instead of every text twice."""

import re
from difflib import SequenceMatcher

from msgspec import Struct

from thidua.comparison.saying import quoted

_FEWEST_WORDS = 4
_WORD = re.compile(r"\w+(?:[./-]\w+)*|\S")


class Edit(Struct, frozen=True):
    """What stands at the beginning and at the end of the old and of the new text, around what stayed."""

    head: tuple[str, str]
    tail: tuple[str, str]

    def __str__(self) -> str:
        told = [_told(*self.head, "ở đầu"), _told(*self.tail, "ở cuối")]
        return ", ".join(each for each in told if each)


def edit_between(old: str, new: str) -> Edit | None:
    """How a text was edited at its ends; None where most of it was written anew."""
    before, after = _Words(old), _Words(new)
    same = SequenceMatcher(None, before.texts, after.texts, autojunk=False).find_longest_match()
    if same.size < max(_FEWEST_WORDS, len(before.texts) // 2):
        return None
    heads, tails = (before.head(same.a), after.head(same.b)), (same.a + same.size, same.b + same.size)
    return Edit(heads, (before.tail(tails[0]), after.tail(tails[1])))


class _Words:
    """A text as words and marks; a number of a clause (``II.2.a``) or a date is one word."""

    def __init__(self, text: str) -> None:
        self.text = text.removeprefix("“").removesuffix("”")
        self.spans = [found.span() for found in _WORD.finditer(self.text)]
        self.texts = [self.text[first:last] for first, last in self.spans]

    def head(self, count: int) -> str:
        """The text before a word."""
        return self.text[: self.spans[count][0]].strip() if count < len(self.spans) else self.text

    def tail(self, count: int) -> str:
        """The text from a word on."""
        return self.text[self.spans[count][0] :].strip() if count < len(self.spans) else ""


def _told(old: str, new: str, where: str) -> str:
    match bool(old), bool(new):
        case True, True:
            return f"thay {quoted(old)} bằng {quoted(new)} {where}"
        case True, False:
            return f"bỏ {quoted(old)} {where}"
        case False, True:
            return f"thêm {quoted(new)} {where}"
        case _:
            return ""
