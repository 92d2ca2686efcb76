"""Report ids and names that are used twice."""

from typing import Any, Final

from thidua.schemas import Path, Shaped
from thidua.vocabulary import fold

RENAME: Final = "Đặt mã, tên khác cho một trong hai."
REMOVE: Final = "Bỏ một trong hai dòng."


def check_unique(shaped: Shaped, items: Any, path: Path, seen: dict[str, int], name: str = "id") -> None:
    """Report (TD-203) each of these items, written at ``path``, whose ``name`` is in ``seen``; the others are added.

    An item may be a text itself. ``seen``: folded text → line where it was first used: what differs in capitals alone
    can't be told apart where it is referred to. What could not be read is passed over: it has been reported.
    """
    for index, item in enumerate(items or ()):
        written = item if isinstance(item, str) else (item or {}).get(name)
        if not written:
            continue
        place = (*path, index) if isinstance(item, str) else (*path, index, name)
        if fold(written) in seen:
            shaped.report(203, place, id=written, first=seen[fold(written)], remedy=RENAME)
        else:
            seen[fold(written)] = shaped.place(place).line
