"""Two runs of a shipped period: as it is, and a week later, when figures, a document and a decision have come in."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from thidua import pipeline
from thidua.reports.json_report import json_report

ROOT = Path(__file__).resolve().parent.parent.parent
SHIPPED = ROOT / "examples" / "mien-dong-nam-bo-2019"
_DOCUMENT = """    tự chấm: 15
    tài liệu kiểm chứng:
      - loại tài liệu: {type}
        số: 2155/QĐ-BGDĐT
        ngày: 20/11/2019
        cơ quan ban hành: Bộ Giáo dục và Đào tạo

  # I.2.b.1."""
_DECISION = """
  - đơn vị: tinh-f
    tiêu chí: tiep-cong-dan
    bước: thống nhất
    điểm sau điều chỉnh: 3
    người quyết định: Hội nghị trù bị
    ngày quyết định: 05/03/2020
    lý do: Hội nghị trù bị thống nhất tính theo số kỳ có ủy quyền
    văn bản ghi nhận: Biên bản giả định của Hội nghị trù bị ngày 05/03/2020
"""
# What came in: by file, a text and what stands there a week later.
WEEK = {
    "ho-so/tinh-b.yaml": ("    tự chấm: 15\n\n  # I.2.b.1.", _DOCUMENT),
    "ho-so/tinh-a.yaml": ("    thực hiện: 420\n", "    thực hiện: 435\n"),
    "nguon-ngoai/an-toan-giao-thong.csv": (
        "Tỉnh F;an-toan-giao-thong;so-nguoi-bi-thuong.năm trước;260\n",
        "Tỉnh F;an-toan-giao-thong;so-nguoi-bi-thuong.năm trước;260\n"
        "Tỉnh F;an-toan-giao-thong;so-nguoi-bi-thuong.thực hiện;262\n",
    ),
    "dieu-chinh.yaml": ("\n    ý kiến của đơn vị: Hai kỳ", None),
}


def week_later(folder: Path) -> Path:
    """A copy of the period in a folder, with what came in."""
    later = folder / SHIPPED.name
    shutil.copytree(SHIPPED, later)
    for name, (there, then) in WEEK.items():
        file = later / name
        text = file.read_text("utf-8")
        assert text.count(there) == 1, name
        if then is None:
            text += _DECISION.lstrip("\n")
        else:
            text = text.replace(there, then.format(type=_asked()) if "{type}" in then else then)
        file.write_text(text, "utf-8")
    return later


def _asked() -> str:
    """The document that the scale asks for in I.2.a.2."""
    result = pipeline.score(str(SHIPPED), ROOT, engine="reference").result
    assert result is not None
    return next(each for each in result.scale.criteria if each.id == "pho-cap-giao-duc").evidence[0].name


def saved_text(period: Path) -> str:
    """What ``score --format json`` writes of a period."""
    scored = pipeline.score(str(period), ROOT, engine="reference")
    assert scored.result is not None
    return json_report(scored, scored.result)


@cache
def texts() -> tuple[str, str]:
    """Both results as they are saved."""
    with TemporaryDirectory() as folder:
        return saved_text(SHIPPED), saved_text(week_later(Path(folder)))
