"""Addresses such as ``E12``, and the letters of columns."""

import re

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def parse_address(text: str) -> tuple[int, int] | None:
    """Row and column of an address, None where it is none."""
    found = _ADDRESS.fullmatch(text)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(found[2])
    return (row, column) if 1 <= row <= LAST_ROW and column <= LAST_COLUMN else None
