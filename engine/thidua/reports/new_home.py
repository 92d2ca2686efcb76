"""``thidua init``: which files were made, what each is for, and the commands to begin with."""

from collections.abc import Iterator
from pathlib import Path

from thidua.authoring import NewHome
from thidua.home import MARKER, PERIOD_FILE, SCALE_FILE, shown
from thidua.reports.layout import hanging, table

_RULES = "quy tắc kiểm tra, bình xét: nêu vấn đề cần làm rõ, xếp hạng"
_CASES = "trường hợp kiểm thử: số liệu này phải ra điểm này"


def new_home_report(made: NewHome) -> str:
    """The files and the next steps."""
    return "\n".join(_lines(made)) + "\n"


def _lines(made: NewHome) -> Iterator[str]:
    here = made.folder.resolve() == Path.cwd()
    where = f"thư mục hiện tại ({Path.cwd().name})" if here else shown(made.folder)
    yield f"Đã lập thư mục gốc của Cụm ở {where}:"
    yield ""
    yield table(("Tệp", "Để làm gì"), [(path.as_posix(), _purpose(path.as_posix())) for path in made.files])
    yield ""
    yield from hanging(
        "Mọi mức điểm, đơn vị, số liệu trong đó là mẫu, ghi rõ giả định. Mở từng tệp, đọc lời chú (dòng có dấu #) rồi "
        "thay bằng nội dung của Cụm.",
        "",
        0,
    )
    yield ""
    yield "Thử ngay:"
    if not here:
        yield f'  cd "{shown(made.folder)}"'
    yield "  thidua check"
    yield "  thidua test"
    yield f"  thidua score {made.period}"


def _purpose(path: str) -> str:
    name = path.rpartition("/")[2]
    if name == MARKER:
        return "đánh dấu thư mục gốc, các thiết lập"
    if name == SCALE_FILE:
        return "thang điểm: nội dung, tiêu chí, mức điểm"
    if name == PERIOD_FILE:
        return "đợt chấm điểm: đơn vị, thời hạn, hồ sơ"
    if "/tests/" in path:
        return _CASES if path.startswith("criteria/") else "trường hợp kiểm thử của quy tắc"
    return _RULES if path.startswith("rules/") else "hồ sơ tự chấm điểm của một đơn vị"
