"""The files of papers, evidence and the award dossier: whole or cut off, and what a period says of them."""

import shutil
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import make_sample_reports
import pytest
from msgspec.structs import replace

from thidua.building.evidence_files import file_state
from thidua.facts.of_reports import facts_of_reports
from thidua.home import find_home
from thidua.identity import identity
from thidua.loading.periods import LoadedPeriod, load_period
from thidua.model.award_dossier import AwardDossier, AwardPaper
from thidua.model.conference import Conclusion
from thidua.pipeline import status
from thidua.reports.page_text import page_table
from thidua.reports.status_award_dossier import award_dossier_block
from thidua.reports.status_report import status_page

ROOT = Path(__file__).resolve().parents[2]
PERIOD = ROOT / "examples/mien-dong-nam-bo-2019"


def loaded(folder: Path) -> LoadedPeriod:
    return load_period(folder, find_home(ROOT, folder))


def _zip() -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("a", "b" * 500)
    return made.getvalue()


WHOLE = {
    "a.pdf": b"%PDF-1.4\n" + b"x" * 3000 + b"\n%%EOF\n",
    "a.png": b"\x89PNG\r\n\x1a\n" + b"x" * 3000 + b"\0\0\0\0IEND\xaeB`\x82",
    "a.jpg": b"\xff\xd8\xff" + b"x" * 3000 + b"\xff\xd9" + b"note of the camera" * 50,
    "a.docx": _zip(),
    "a.zip": _zip(),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_that_was_cut_off_is_told(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(WHOLE[name])
    assert file_state(path) == ("found", "")
    path.write_bytes(WHOLE[name][: len(WHOLE[name]) // 2])
    state, reason = file_state(path)
    assert state == "unreadable"
    assert "cắt cụt" in reason


def test_the_sample_reports_are_what_the_script_writes(tmp_path: Path) -> None:
    shutil.copy(PERIOD / "de-cuong.yaml", tmp_path)
    make_sample_reports.main(tmp_path)
    for unit in ("tinh-a", "tinh-c"):
        name = f"ho-so/{unit}/bao-cao-tong-ket.docx"
        with zipfile.ZipFile(tmp_path / name) as made, zipfile.ZipFile(PERIOD / name) as shipped:
            assert {each: made.read(each) for each in made.namelist()} == {
                each: shipped.read(each) for each in shipped.namelist()
            }
        assert (PERIOD / name).stat().st_size < 20_000


def test_only_what_is_wrong_with_the_sample_reports_is_said() -> None:
    found = loaded(PERIOD)
    assert found.period is not None
    facts = list(facts_of_reports(found.period, found.dossiers))
    headings = {each.values["unit"]: 0 for each in facts if each.kind == "sent_file"}
    wrong = [each for each in facts if each.values.get("heading_state", "found") != "found"]
    assert set(headings) == {"tinh-a", "tinh-c"}
    assert {(each.values["unit"], each.values["heading"], each.values["heading_state"]) for each in wrong} == {
        ("tinh-c", "III.6 Kết quả thực hiện quy chế dân chủ ở cơ sở", "missing"),
        ("tinh-c", "V.2 Hạn chế", "out_of_order"),
        ("tinh-c", "V.3 Nguyên nhân", "empty"),
    }


def test_periods_without_these_keys_keep_their_hash() -> None:
    found = loaded(PERIOD)
    assert found.period is not None
    without = replace(found.period, outline=None, award_dossier=None)
    assert identity(without) != identity(found.period)
    dossier = found.dossiers["tinh-b"]
    assert "SentFiles" not in repr(dossier)
    assert identity(dossier) == identity(replace(dossier, sent_files=None))


PAPERS = (
    AwardPaper("to-trinh", "Tờ trình", "12/TTr", date(2020, 3, 12), None, None),
    AwardPaper("danh-sach", "Danh sách", None, None, "ds.pdf", "found"),
    AwardPaper("bao-cao", "Báo cáo thành tích", None, None, "bc.pdf", "unreadable"),
    AwardPaper("bien-ban", "Biên bản họp", "1/BB", None, "bb.pdf", "missing"),
    AwardPaper("kiem-phieu", "Biên bản kiểm phiếu", None, None, None, None),
)


def test_the_award_dossier_is_listed_once_the_conference_has_concluded() -> None:
    period = loaded(PERIOD).period
    assert period is not None
    before = replace(period, award_dossier=AwardDossier("Kế hoạch", PAPERS))
    assert award_dossier_block(before).remark == (
        "Hoàn chỉnh sau khi Hội nghị kết luận: 5 giấy tờ, đã có 2. Căn cứ: Kế hoạch."
    )
    after = replace(before, conclusions=(Conclusion(1, "tinh-a", "a", date(2020, 3, 20), "b"),))
    block = award_dossier_block(after)
    assert block.remark == "Còn thiếu 3/5 giấy tờ. Căn cứ: Kế hoạch."
    assert [each.text for each in block.entries] == [
        "Tờ trình: đã có",
        "Danh sách: đã có",
        "Báo cáo thành tích: còn thiếu (tệp không mở được bc.pdf)",
        "Biên bản họp: còn thiếu (không thấy tệp bb.pdf)",
        "Biên bản kiểm phiếu: còn thiếu (chưa ghi)",
    ]
    due = [each.values for each in facts_of_reports(after, {}) if each.kind == "award_paper"]
    assert {each["is_due"] for each in due} == {"yes"}
    assert [each["paper_id"] for each in due if each["is_there"] == "no"] == ["bao-cao", "bien-ban", "kiem-phieu"]


def test_status_has_the_award_dossier() -> None:
    standing = status(str(PERIOD), ROOT)
    assert standing.period is not None
    text = page_table(status_page(standing, standing.period, date(2020, 3, 10)), 100)
    assert "HỒ SƠ ĐỀ NGHỊ KHEN THƯỞNG" in text
    assert "6 giấy tờ, đã có 0" in " ".join(text.split())
