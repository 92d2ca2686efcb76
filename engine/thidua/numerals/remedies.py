"""Why a text is not an accepted number, and what to write for it: shown to users, never computed with."""

import re
import unicodedata
from collections.abc import Callable
from fractions import Fraction
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

AMBIGUOUS = 110
NOT_A_NUMBER = 111
SEVERAL_MARKS = 112
ODD_NOTATION = 113
TOO_MANY_DIGITS = 114
PERCENT_MISSING = 115
UNEXPECTED_PERCENT = 116

Explanation = tuple[int, dict[str, str]]

_MINUS = "[-−]?"
_MARKED_DOT = re.compile(rf"({_MINUS})([0-9]{{1,3}}(?:\.[0-9]{{3}})+)(?:,([0-9]+))?")
_MARKED_COMMA = re.compile(rf"({_MINUS})([0-9]{{1,3}}(?:,[0-9]{{3}})+)(?:\.([0-9]+))?")
_ONLY_MARKS = re.compile(rf"{_MINUS}[0-9.,]*[0-9][0-9.,]*")
_WITH_WORDS = re.compile(rf"({_MINUS}[0-9]+(?:[.,][0-9]+)?) *[^\W\d_].*")
_POWER = re.compile(rf"({_MINUS}[0-9]+)[eE]\+?([0-9])")
_HALVES = re.compile(r"([0-9]{1,6})/([0-9]{1,4})")
_DIGITS = frozenset("0123456789")
_ONE_GROUP = re.compile(rf"{_MINUS}[1-9][0-9]{{0,2}},[0-9]{{3}}")
_LONGEST_SHOWN = 40
# Longer than any number that can be right; it also keeps the patterns below cheap.
_LONGEST = 80

MAX_DIGITS = 30

_ANY = "viết số bằng các chữ số 0–9, dấu phẩy trước phần thập phân, ví dụ 1234,5"
_JOINED = "viết các chữ số liền nhau, chỉ một dấu phẩy trước phần thập phân, ví dụ 1234567,8"
_FROM_SOURCE = "ghi lại theo số liệu gốc, chương trình không tự làm tròn"


class Written(Struct, frozen=True):
    """A number's text: ``body`` without the percent sign, ``sign`` that sign or nothing."""

    body: str
    sign: str
    trimmed: str

    @classmethod
    def of(cls, text: str) -> Self:
        """Take off the spaces around it and one percent sign; hard spaces inside count as plain ones."""
        trimmed = " ".join(text.split())
        if trimmed.endswith("%"):
            return cls(trimmed[:-1].rstrip(), "%", trimmed)
        return cls(trimmed, "", trimmed)

    @property
    def shown(self) -> str:
        """The text for messages."""
        return _clipped(self.trimmed)

    def as_ratio(self) -> Self:
        """The same text where a percent sign is due, so that remedies show one."""
        return replace(self, sign="%")

    @property
    def is_too_long(self) -> bool:
        """Whether it has more digits than any number may have."""
        return len(self.body) > MAX_DIGITS and sum(1 for letter in self.body if letter in _DIGITS) > MAX_DIGITS


def explain(written: Written, plain: bool, accepts: Callable[[str], bool]) -> Explanation:
    """The catalogue number and its fields for a text that is no accepted number.

    Args:
        written: the text.
        plain: whether the source declares no thousands separators.
        accepts: whether a number that might be proposed would itself be accepted.
    """
    body = written.body
    if not written.shown:
        return NOT_A_NUMBER, {"what": "Giá trị để trống,", "remedy": _ANY}
    if len(body) > _LONGEST:
        return NOT_A_NUMBER, {"what": f"“{written.shown}”", "remedy": _ANY}
    marks = len(re.findall("[.,]", body))
    if _ONLY_MARKS.fullmatch(body) and (marks > 1 or (marks and not plain and body[-1] in _DIGITS)):
        return _marks(written, plain, accepts)
    for pattern, fault, propose in _NOTATIONS:
        found = pattern.fullmatch(body)
        if found:
            proposal = propose(found)
            remedy = f"viết {proposal}{written.sign}" if proposal and accepts(proposal) else _ANY
            return ODD_NOTATION, {"text": written.shown, "fault": fault, "remedy": remedy}
    return _words(written, accepts)


def with_percent_sign(body: str, value: Fraction) -> str:
    """What to write for a ratio without its sign: ``0,95`` is rather 95% than 0,95%."""
    if not 0 < value <= 1:
        return f"viết {body}%"
    hundredfold = _decimal_text(value * 100)
    return f"viết {hundredfold}% nếu là {hundredfold} phần trăm, viết {body}% nếu là {body} phần trăm"


def fewer_decimals(text: str, allowed: int, plain: bool) -> str:
    """What to write for a number with more decimals than ``allowed``: perhaps its mark was meant for thousands.

    Args:
        text: a number that was read.
        allowed: how many decimals it may have.
        plain: whether the source declares no thousands separators.
    """
    written = Written.of(text)
    decimals = re.split("[.,]", written.body)[-1]
    whole = written.body[: -len(decimals) - 1]
    kept = decimals[:allowed].rstrip("0")
    exact = f"viết {whole}{written.body[len(whole)] + kept if kept else ''}{written.sign}"
    is_exact = not decimals[allowed:].strip("0")
    if plain and not written.sign and _ONE_GROUP.fullmatch(written.body):
        otherwise = f", {exact} nếu dấu phẩy là dấu thập phân" if is_exact else f"; nếu không thì {_FROM_SOURCE}"
        return f"viết {whole}{decimals} nếu dấu phẩy ngăn cách hàng nghìn{otherwise}"
    return f"{exact} nếu đúng là số này (bỏ số 0 thừa ở cuối)" if is_exact else _FROM_SOURCE


def _decimal_text(value: Fraction) -> str:
    """A short decimal fraction in the Vietnamese way; the value ends, for it came from a decimal text."""
    decimals = 0
    while (value * 10**decimals).denominator != 1:
        decimals += 1
    digits = str(value * 10**decimals).zfill(decimals + 1)
    return f"{digits[: len(digits) - decimals]},{digits[len(digits) - decimals :]}" if decimals else digits


def _marks(written: Written, plain: bool, accepts: Callable[[str], bool]) -> Explanation:
    fault = "có nhiều dấu ngăn cách, không rõ là số nào" if plain else "có dấu ngăn cách đặt không đúng chỗ"
    found = _MARKED_DOT.fullmatch(written.body) or _MARKED_COMMA.fullmatch(written.body) if plain else None
    remedy = _JOINED if plain else _GROUPED
    if found:
        proposal = f"{found[1]}{re.sub('[.,]', '', found[2])}{',' + found[3] if found[3] else ''}"
        remedy = f"viết {proposal}{written.sign}" if accepts(proposal) else _JOINED
    return SEVERAL_MARKS, {"text": written.shown, "fault": fault, "remedy": remedy}


def _words(written: Written, accepts: Callable[[str], bool]) -> Explanation:
    found = _WITH_WORDS.fullmatch(written.body)
    remedy = _ANY
    if found and accepts(found[1]) and (not written.sign or "phần trăm" in written.body):
        remedy = f"chỉ viết số, không viết đơn vị: {found[1]}{written.sign}"
    return NOT_A_NUMBER, {"what": f"“{written.shown}”", "remedy": remedy}


def _clipped(text: str) -> str:
    """On one line; longer than forty characters it is cut, and what cannot be printed is left out."""
    line = "".join(letter if letter.isprintable() else " " for letter in text[: _LONGEST_SHOWN + 1])
    return line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}…"


def _without(letters: str) -> Callable[[re.Match[str]], str | None]:
    return lambda found: found[0].translate({ord(letter): None for letter in letters})


def _without_zeros(found: re.Match[str]) -> str | None:
    return f"{found[1]}{found[2]}{found[3] or ''}"


def _power(found: re.Match[str]) -> str | None:
    short = _POWER.fullmatch(found[0])
    return f"{short[1]}{'0' * int(short[2])}" if short else None


def _fraction(found: re.Match[str]) -> str | None:
    """``1/2`` as ``0,5``, where it ends within four decimals."""
    parts = _HALVES.fullmatch(found[0])
    if not parts or int(parts[2]) == 0 or int(parts[1]) * 10_000 % int(parts[2]):
        return None
    digits = str(int(parts[1]) * 10_000 // int(parts[2])).zfill(5)
    return f"{digits[:-4]},{digits[-4:]}".rstrip("0").rstrip(",")


def _plain_digits(found: re.Match[str]) -> str | None:
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in found[0])


def _nothing(found: re.Match[str]) -> str | None:
    return None


_GROUPED = "viết đúng kiểu số đã khai báo cho nguồn số liệu (1.234.567,8 hoặc 1,234,567.8), hoặc sửa khai báo kiểu số"

# In this order; each pattern is for the whole text.
_NOTATIONS: tuple[tuple[re.Pattern[str], str, Callable[[re.Match[str]], str | None]], ...] = (
    (re.compile(rf"({_MINUS})0+([0-9]+)([.,][0-9]+)?"), "có số 0 thừa ở đầu", _without_zeros),
    (re.compile(r"[-−]?[0-9]+(?:_[0-9]+)+(?:[.,][0-9]+)?"), "có dấu gạch dưới", _without("_")),
    (re.compile(r"[-−]?[0-9]+(?:[.,][0-9]+)?[eE][-+]?[0-9]+"), "viết theo dạng lũy thừa", _power),
    (re.compile(r"[0-9]+(?::[0-9]+)+(?:[.,][0-9]+)?"), "có dấu hai chấm như giờ phút", _nothing),
    (re.compile(r"[-−]?[0-9]+ ?/ ?[0-9]+"), "là phân số", _fraction),
    (re.compile(r"\+ ?[0-9]+(?:[.,][0-9]+)?"), "có dấu +", _without("+ ")),
    (re.compile(r"[-−]?[.,][0-9]+"), "thiếu chữ số trước dấu thập phân", lambda found: re.sub("[.,]", "0,", found[0])),
    (re.compile(r"[-−]?[0-9]+[.,]"), "thiếu chữ số sau dấu thập phân", _without(".,")),
    (re.compile(r"[-−]?[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?"), "có dấu cách giữa các chữ số", _without(" ")),
    (re.compile(r"[-−] [0-9]+(?:[.,][0-9]+)?"), "có dấu cách sau dấu âm", _without(" ")),
    (re.compile(r"[-−]?[0-9][0-9., ]*[0-9]"), "có dấu cách trong số", _nothing),
    (re.compile(r"[–—‐‑] ?([0-9]+(?:[.,][0-9]+)?)"), "dùng gạch ngang dài làm dấu âm", lambda found: f"-{found[1]}"),
    (re.compile(r"[-−]?\d+(?:[.,]\d+)?"), "có chữ số không phải 0–9", _plain_digits),
)
