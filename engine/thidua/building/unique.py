"""Report ids that are used twice."""

from typing import Any

from thidua.schemas import Path, Shaped


def check_unique(shaped: Shaped, items: Any, path: Path, seen: dict[str, int]) -> None:
    """Report (TD-203) each of these items, written at ``path``, whose id is already in ``seen``; the others are added.

    ``seen``: id → line where it was first used. What could not be read is passed over: it has been reported.
    """
    for index, item in enumerate(items or ()):
        if not item or "id" not in item:
            continue
        place = (*path, index, "id")
        if item["id"] in seen:
            shaped.report(203, place, id=item["id"], first=seen[item["id"]])
        else:
            seen[item["id"]] = shaped.place(place).line
