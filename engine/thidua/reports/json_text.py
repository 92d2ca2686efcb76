"""Plain values as JSON text that people can read and compare line by line, and that is quick to write."""

import json
from typing import Any

# Of a result: the units, and of each its criteria, with a line for every key. What lies deeper shares its line.
_SPREAD = 4
_encode = json.JSONEncoder(ensure_ascii=False).encode


def json_text(value: Any) -> str:
    """The text, indented; ends with a line break. What lies deep stands on one line, where json's fast writer does it.

    With all of it spread over lines a large result would be half spaces and take several times as long to write.
    """
    return _written(value, 0, "") + "\n"


def _written(value: Any, depth: int, pad: str) -> str:
    if depth > _SPREAD or not value or not isinstance(value, dict | list):
        return _encode(value)
    inner = pad + "  "
    if isinstance(value, dict):
        entries = [f"{inner}{_encode(key)}: {_written(each, depth + 1, inner)}" for key, each in value.items()]
        return "{\n" + ",\n".join(entries) + f"\n{pad}}}"
    return "[\n" + ",\n".join(inner + _written(each, depth + 1, inner) for each in value) + f"\n{pad}]"
