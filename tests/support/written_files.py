"""The same data written as different authors write them: keys in any order, comments, quotes, braces."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

from thidua.splicing import scalars

COMMENTS = ("# ghi chú", "# theo bản năm 2019", "#", "# mã: cum-nho/2019, 31/12/2019", "# thay thế: [x]")
BREAKS = ("\n", "\r\n", "\r")

written = cache(scalars.written)


def text_of(data: dict[str, Any], by: Random) -> str:
    """A file with these data (texts, lists, mappings), with line feeds; letters and marks maybe stored apart.

    ``by``: what decides how it is written. Hypothesis would draw hundreds of times for one file.
    """
    lines = list(_mapping(by, data, 0))
    text = "\n".join(lines) + by.choice(("\n", "", "\n\n# hết\n"))
    return unicodedata.normalize("NFD", text) if by.random() < 1 / 6 else text


def with_breaks(text: str, line_break: str, mark: str = "") -> str:
    """A text with other line breaks and maybe a byte order mark."""
    return mark + text.replace("\n", line_break)


def comments_of(lines: Iterator[str]) -> list[str]:
    """What of our comments stands in lines, in their order."""
    return [each for line in lines for each in COMMENTS if line.rstrip().endswith(each)]


def _mapping(by: Random, data: dict[str, Any], indent: int) -> Iterator[str]:
    for name in by.sample(list(data), len(data)):
        yield from _between(by, indent)
        key = by.choice((name, name, name, f'"{name}"', f"'{name}'"))
        yield from _value(by, f"{' ' * indent}{key}:", data[name], indent)


def _value(by: Random, opening: str, value: Any, indent: int) -> Iterator[str]:
    rare = by.random() < 0.1
    if isinstance(value, str) or (rare and _is_short(value)):
        yield f"{opening} {_one_line(by, value)}{_behind(by)}"
    elif isinstance(value, dict):
        yield f"{opening}{_behind(by)}"
        yield from _mapping(by, value, indent + 2)
    else:
        yield f"{opening}{_behind(by)}"
        inner = indent + by.choice((0, 2))
        for item in value:
            yield from _between(by, inner)
            yield from _item(by, item, inner)


def _item(by: Random, item: Any, indent: int) -> Iterator[str]:
    dash = f"{' ' * indent}-"
    if isinstance(item, str):
        yield f"{dash} {_one_line(by, item)}{_behind(by)}"
        return
    lines = list(_mapping(by, item, indent + 2))
    if lines[0].lstrip().startswith("#") or not lines[0].strip() or by.random() < 1 / 6:
        yield dash
        yield from lines
    else:
        yield f"{dash} {lines[0].lstrip()}"
        yield from lines[1:]


def _is_short(value: Any) -> bool:
    inner = value.values() if isinstance(value, dict) else value
    return not isinstance(value, str) and all(isinstance(each, str) for each in inner)


def _one_line(by: Random, value: Any) -> str:
    match value:
        case dict():
            return f"{{{', '.join(f'{key}: {written(each, in_flow=True)}' for key, each in value.items())}}}"
        case list():
            return f"[{', '.join(written(each, in_flow=True) for each in value)}]"
    plain = written(value)
    quoted = "'" + value.replace("'", "''") + "'"
    return by.choice((plain, plain, plain, quoted, f'"{value}"' if '"' not in value else quoted))


def _between(by: Random, indent: int) -> list[str]:
    if by.random() < 7 / 8:
        return []
    return ["" if by.random() < 0.5 else f"{' ' * indent}{by.choice(COMMENTS)}"]


def _behind(by: Random) -> str:
    return "" if by.random() < 7 / 8 else f"  {by.choice(COMMENTS)}"
