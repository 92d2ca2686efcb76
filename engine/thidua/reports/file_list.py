"""``thidua files``: the list of files with their hashes as CSV, and what differs from a list that was saved before."""

import csv
from collections.abc import Sequence
from io import StringIO

from thidua.building.kept_files import KeptFile

HEADING = ("đơn vị", "tài liệu", "tệp", "dung lượng", "sha256")
_MISSING = "không có tệp"


def file_list(files: Sequence[KeptFile]) -> str:
    """The list as CSV that Vietnamese Excel opens: ``;`` between columns."""
    made = StringIO()
    rows = csv.writer(made, delimiter=";", lineterminator="\n")
    rows.writerow(HEADING)
    for each in files:
        size = _MISSING if each.size is None else str(each.size)
        rows.writerow([_plain(text) for text in (each.owner, each.document, each.file)] + [size, each.sha256])
    return made.getvalue()


def changes_since(saved: str, files: Sequence[KeptFile]) -> list[str] | None:
    """One sentence for each file that was added, changed or taken away; None where ``saved`` is no such list."""
    rows = list(csv.reader(StringIO(saved.removeprefix("\ufeff")), delimiter=";"))
    if not rows or tuple(rows[0]) != HEADING or any(len(row) != len(HEADING) for row in rows[1:] if row):
        return None
    before = {(row[0], row[2]): row[4] for row in rows[1:] if row}
    now = {(_plain(each.owner), _plain(each.file)): each.sha256 for each in files}
    return [
        f"{owner}: {file} {_said(before.get((owner, file)), now.get((owner, file)))}"
        for owner, file in sorted(before.keys() | now.keys())
        if before.get((owner, file)) != now.get((owner, file))
    ]


def _said(before: str | None, now: str | None) -> str:
    if before is None:
        return "mới kê thêm"
    if now is None:
        return "không còn được kê"
    if not now:
        return "không còn tệp"
    return "đã đổi nội dung" if before else "nay đã có tệp"


def _plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text
