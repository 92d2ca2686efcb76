"""The text of a formula cut into numbers, words and signs."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final, Literal

from msgspec import Struct

from thidua.formulas.problems import UNKNOWN_CHARACTER, FormulaProblem, problem

TokenKind = Literal["number", "word", "sign", "unknown", "end"]

# Latin letters (Vietnamese among them) and the tone marks of decomposed text. A Cyrillic а is no letter here.
_LETTERS = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\u0300-\u036f"
_DIGITS = rf"\d(?:[\d_{_LETTERS}]|[.,](?=\d))*\.?"
# Digits apart (1 000), letters after digits (1e3, 5x) and digits other than 0–9 are one number that can't be read.
_TOKEN = re.compile(
    rf"(?P<number>{_DIGITS}(?:\s+{_DIGITS})*(?:\s*%)?)"
    rf"|(?P<word>[_{_LETTERS}][\d_{_LETTERS}]*)"
    r"|(?P<sign><=|>=|!=|<>|[-+−×*·÷/:()<>=≥≤≠;,])"
    r"|(?P<unknown>\S)"
)

# One spelling for each sign.
_SIGNS: Mapping[str, str] = {
    "-": "−", "*": "×", "·": "×", "/": "÷", ":": "÷", "≥": ">=", "≤": "<=", "≠": "!=", "<>": "!=",
}  # fmt: skip

_ROUND_BRACKETS: Final = "Dùng ngoặc đơn ( )."
_QUOTES: Final = "Bỏ dấu ngoặc kép, dấu nháy; tên viết liền bằng dấu gạch dưới, ví dụ thực_hiện."
_POWERS: Final = "Viết thành phép nhân, ví dụ thực_hiện × thực_hiện."
_REMEDIES: Mapping[str, str] = {
    **dict.fromkeys("^²³", _POWERS),
    **dict.fromkeys("“”„\"'‘’«»`", _QUOTES),
    **dict.fromkeys("[]{}", _ROUND_BRACKETS),
    **dict.fromkeys("–—‐‑‒", "Dấu trừ viết - hoặc −."),
    **dict.fromkeys("∙⋅•✕✖", "Dấu nhân viết × hoặc *."),
    **dict.fromkeys("&|!", "Viết bằng chữ: và, hoặc, không phải."),
    "%": "Dấu % chỉ viết ngay sau một số, ví dụ 95%.",
    ".": "Dấu thập phân là dấu phẩy giữa các chữ số, ví dụ 0,5.",
}
_ANY: Final = "Bỏ ký tự này, hoặc viết lại bằng số, tên số liệu, + − × ÷, phép so sánh, ngoặc ( ) và dấu chấm phẩy."


class Token(Struct, frozen=True):
    """A piece of the text from ``start`` up to ``end``. ``text``: as written, a sign in its one spelling."""

    kind: TokenKind
    text: str
    start: int
    end: int

    @property
    def column(self) -> int:
        """Where it begins, counted from 1."""
        return self.start + 1

    def is_sign(self, sign: str) -> bool:
        """Whether it is this sign."""
        return self.kind == "sign" and self.text == sign


def tokens(text: str) -> tuple[Token, ...]:
    """All pieces, and an end."""
    return (*_pieces(text), Token("end", "", len(text), len(text)))


def unknown_characters(found: tuple[Token, ...]) -> tuple[FormulaProblem, ...]:
    """A problem for each character that no formula has, at its first place."""
    first = {token.text: token for token in reversed(found) if token.kind == "unknown"}
    return tuple(
        problem(UNKNOWN_CHARACTER, token.column, character=_shown(token.text), remedy=_remedy(token.text))
        for token in sorted(first.values(), key=lambda each: each.start)
    )


def _pieces(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]  # The groups are named after the kinds.
        yield Token(kind, _SIGNS.get(match[0], match[0]), *match.span())


def _remedy(character: str) -> str:
    if character in _REMEDIES:
        return _REMEDIES[character]
    plain = unicodedata.normalize("NFKC", character)
    usual = plain != character and all(token.kind != "unknown" for token in _pieces(plain))
    return f"Viết “{plain}” thay cho “{character}”." if usual and plain.strip() else _ANY


def _shown(character: str) -> str:
    return character if character.isprintable() else f"U+{ord(character):04X}"
