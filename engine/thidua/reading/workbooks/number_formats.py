"""What a number format says of a number: a day, or per cent."""

import re
from collections.abc import Mapping

# The built-in formats that matter here (ECMA-376, part 1, 18.8.30); local ones for dates too.
_BUILT_IN = {
    9: "0%",
    10: "0.00%",
    **dict.fromkeys((*range(14, 18), 22, *range(27, 32), *range(34, 37), *range(50, 59)), "dd/mm/yyyy"),
    **dict.fromkeys((*range(18, 22), 32, 33, 45, 46, 47), "h:mm:ss"),
    49: "@",
}
# Quoted texts, escaped letters, padding, and brackets with a colour, a condition or a locale, but not [h].
_NO_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_OF_TIME = re.compile(r"[dmyhs]", re.IGNORECASE)
_SERIAL = "general"


def format_code(identifier: int, own: Mapping[int, str]) -> str:
    """The code of a format: the workbook's own, else the built-in one."""
    return own.get(identifier) or _BUILT_IN.get(identifier, "General")


def is_of_time(code: str) -> bool:
    """Whether numbers are shown as days or hours."""
    positive = _NO_CODE.sub("", code).partition(";")[0]
    return positive.strip().casefold() != _SERIAL and bool(_OF_TIME.search(positive.replace("General", "")))
