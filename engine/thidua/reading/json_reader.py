"""JSON of any origin: the plain values, or what is wrong with the file; never an exception."""

import json
from typing import Any

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.reading.files import MEBIBYTE

JSON_LIMIT = 64 * MEBIBYTE
NOT_JSON = 660
CUT_OFF = 661
KEY_TWICE = 662
_MOST_DIGITS = 30


class _RefusedError(ValueError):
    """What json itself would let pass."""

    def __init__(self, code: int, **fields: str) -> None:
        super().__init__(code)
        self.code, self.fields = code, fields


def parse_json(text: str, shown: str) -> Any | Diagnostic:
    """The values of a JSON file's text. A key that stands twice is refused, and so are NaN and Infinity."""
    try:
        return json.loads(text, object_pairs_hook=_without_twins, parse_constant=_refuse, parse_int=_whole)
    except json.JSONDecodeError as error:
        # Whatever json calls it: a file that is well up to its very end was not written or copied to its end.
        is_cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        return diagnose(CUT_OFF if is_cut else NOT_JSON, Place(shown, error.lineno, error.colno))
    except _RefusedError as refused:
        return diagnose(refused.code, Place(shown), **refused.fields)
    except RecursionError:
        return diagnose(NOT_JSON, Place(shown))


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _RefusedError(KEY_TWICE, key=next(key for key in keys if keys.count(key) > 1))
    return found


def _refuse(constant: str) -> float:
    raise _RefusedError(NOT_JSON)


def _whole(text: str) -> int:
    if len(text) > _MOST_DIGITS:
        raise _RefusedError(NOT_JSON)
    return int(text)
