"""The curly quotes that Word puts round a value or a key: letters to the program, hardly ever meant as such."""

import re

_OPENING = "“‘„‟‚‛«"
_CLOSING = "”’»“‘"
_PAIRS = (("“", "”"), ("‘", "’"))
# Đắk R’lấp, Cư M’gar: between two letters the sign is an apostrophe.
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])")


def bare_key(text: str) -> str:
    """A key without the quotes round it, or the stray one at an end; unchanged where it has none."""
    return without_curly_quotes(text) or _without_stray_quote(text) or text


def without_curly_quotes(text: str) -> str | None:
    """What stands between the quotes that enclose the whole text; None where none do."""
    trimmed = text.strip()
    if len(trimmed) < 2 or trimmed[0] not in _OPENING or trimmed[-1] not in _CLOSING:
        return None
    inner = trimmed[1:-1]
    return inner.strip() if inner.strip() and _unpaired(inner) is None else None


def curly_quote_fault(text: str, quoted: bool) -> tuple[str, str] | None:
    """What is wrong with the quotes of a text and what to do, in Vietnamese; None where they are in order.

    In straight quotes (``quoted``) a pair round the whole text is meant.
    """
    inner = without_curly_quotes(text)
    if inner is not None:
        remedy = f"Bỏ dấu ngoặc kép cong, chỉ ghi: {inner}"
        return None if quoted else ("nằm trong dấu ngoặc kép cong", remedy)
    sign = _unpaired(text)
    if sign is None:
        return None
    bare = _without_stray_quote(text)
    remedy = f"Bỏ dấu ngoặc kép cong, chỉ ghi: {bare}" if bare else "Bỏ dấu này, hoặc thêm dấu còn thiếu của cặp."
    return f"có dấu {sign} lẻ, không thành cặp", remedy


def _without_stray_quote(text: str) -> str | None:
    """The text in order again where only a quote at its very start or end was too many."""
    sign = _unpaired(text)
    bare = text.strip().strip(sign).strip() if sign else ""
    return bare if bare and bare != text.strip() and _unpaired(bare) is None else None


def _unpaired(text: str) -> str | None:
    """The first quote that has no partner; pairs of one kind don't nest."""
    if text.isascii() or not any(sign in text for sign in "“”‘’"):
        return None
    text = _APOSTROPHE.sub("", text)
    for opening, closing in _PAIRS:
        left = re.sub(f"{opening}[^{opening}{closing}]*{closing}", "", text)
        found = re.search(f"[{opening}{closing}]", left)
        if found:
            return found[0]
    return None
