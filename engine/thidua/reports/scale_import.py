"""``thidua scale import``: what a workbook changes in a scale, in words and in the lines of its file."""

from difflib import unified_diff
from pathlib import Path

from thidua.home import shown
from thidua.reports.page_text import page_table
from thidua.reports.version_page import version_page
from thidua.scalebook.importing import Imported
from thidua.versions import Version

_NOTHING = "Bảng tính không đổi gì trong thang điểm.\n"
_ONLY_TEXT = "Nội dung dùng để chấm điểm không đổi; chỉ đổi các dòng sau của tệp."


def import_report(found: Imported, book: Path, width: int | None) -> str:
    """The page of ``diff``, then the lines that change. ValueError where nothing can come of the workbook."""
    if found.old is None or found.new is None or found.file is None:
        raise ValueError("nothing to report")
    if found.text == found.old_text:
        return _NOTHING
    old, new = Version(found.old, shown(found.file)), Version(found.new, shown(book))
    page = page_table(version_page(old, new, found.changes), width) if found.changes else f"{_ONLY_TEXT}\n"
    return f"{page}\nCÁC DÒNG ĐỔI TRONG TỆP\n\n{_lines(found)}"


def _lines(found: Imported) -> str:
    name = shown(found.file) if found.file else ""
    texts = (each.replace("\r\n", "\n").splitlines(keepends=True) for each in (found.old_text, found.text))
    old, new = texts
    return "".join(
        line if line.endswith("\n") else f"{line}\n"
        for line in unified_diff(old, new, name, f"{name} (sau khi sửa)", n=2)
    )
