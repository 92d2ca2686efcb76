"""Papers of periods in which something is missing, wrong, settled or decided otherwise."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from command_line import change, copied_home, with_rules
from msgspec.structs import replace
from word_text import word_text

from thidua import pipeline
from thidua.model.paper_form import PaperForm, Signatory
from thidua.model.period import Period
from thidua.papers.form import day_of
from thidua.pipeline import Scored
from thidua_cli.report_kinds import KINDS, WORD, ReportKind, find_kind

ROOT = Path(__file__).resolve().parents[2]
OF_POINTS = [
    each for each in KINDS if each.of == "period" and each.needs in ("points", "nothing") and each.suffix == WORD
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The small home with rules: Tỉnh D has no dossier, that of Tỉnh E has an error in it."""
    return with_rules(copied_home(tmp_path))


def scored(home: Path) -> Scored:
    return pipeline.score(str(home / "dot/2019"), home, engine="reference")


def text(name: str, found: Scored, unit: str | None = None) -> str:
    return word_text(find_kind(name).make(found, found.result, unit))


def in_period(found: Scored, change_it: Callable[[Period], Period]) -> Scored:
    assert found.result is not None
    return replace(found, result=replace(found.result, period=change_it(found.result.period)))


@pytest.mark.parametrize("kind", OF_POINTS, ids=lambda kind: kind.name)
def test_every_paper_of_the_small_cluster_can_be_made(kind: ReportKind, home: Path) -> None:
    told = text(kind.name, scored(home))
    assert "MỨC ĐIỂM GIẢ ĐỊNH · SỐ LIỆU GIẢ ĐỊNH" in told
    assert "None" not in told


@pytest.mark.parametrize("kind", OF_POINTS, ids=lambda kind: kind.name)
def test_what_the_period_does_not_give_is_dots(kind: ReportKind, home: Path) -> None:
    told = text(kind.name, scored(home))
    assert "…" in told
    assert "Cá nhân" not in told


def test_a_unit_with_errors_has_no_points_and_is_asked_to_send_again(home: Path) -> None:
    found = scored(home)
    told = text("phieu-tham-dinh", found, "tinh-e")
    assert "Chưa chấm được: hồ sơ của Tỉnh E có lỗi, phải sửa trước khi chấm." in told
    assert "Đề nghị Tỉnh E sửa và gửi lại hồ sơ tự chấm điểm trước ngày 10/03/2020." in told
    assert "hồ sơ có lỗi: Tỉnh E" in text("bao-cao-tham-dinh", found)
    row = next(line for line in text("tong-hop", found).splitlines() if "| Tỉnh E |" in line)
    assert "chưa chấm được: hồ sơ có lỗi" in row
    assert " 0,00 " not in row


def test_one_unit_gets_one_sheet_and_all_get_one_each(home: Path) -> None:
    found = scored(home)
    assert found.result is not None
    assert text("phieu-tham-dinh", found, "tinh-a").count("PHIẾU THẨM ĐỊNH") == 1
    assert text("phieu-tham-dinh", found).count("PHIẾU THẨM ĐỊNH") == len(found.result.units)


@pytest.mark.parametrize("kind", OF_POINTS, ids=lambda kind: kind.name)
def test_nothing_is_expected_once_the_result_is_adopted(kind: ReportKind, home: Path) -> None:
    change(home / "dot/2019/dot-cham-diem.yaml", "giai đoạn: thẩm định", "giai đoạn: thông qua")
    told = text(kind.name, scored(home)).lower()
    assert "dự kiến" not in told
    assert "dự thảo" not in told


@pytest.mark.parametrize("kind", OF_POINTS, ids=lambda kind: kind.name)
def test_without_rules_there_are_points_all_the_same(kind: ReportKind, tmp_path: Path) -> None:
    found = scored(copied_home(tmp_path))
    assert found.judgement is None
    assert "None" not in text(kind.name, found)


def test_real_figures_have_no_mark_of_their_own_but_their_source() -> None:
    found = pipeline.score(str(ROOT / "examples/thu-ngan-sach/ca-nuoc-2013"), ROOT)
    told = text("tong-hop", found)
    assert "SỐ LIỆU GIẢ ĐỊNH" not in told
    assert "Nguồn: Các bảng dự toán" in told
    assert "| Tổng điểm |" in told
    assert "dự kiến cùng xếp thứ Nhất; chưa phân định đơn vị xếp thứ Nhất." in told


def test_a_form_is_printed_as_the_period_gives_it(home: Path) -> None:
    form = PaperForm("Cụm mẫu", "CM", "Tỉnh A", ("Nơi báo cáo",), (), ("Nơi A", "Lưu: VT"), Signatory(("Cụm trưởng",)))
    found = in_period(scored(home), lambda period: replace(period, paper_form=form))
    told = text("bao-cao-tham-dinh", found)
    assert "| CỤM MẪU / Số:          /BC-CM / DỰ THẢO | " in told
    assert " / Tỉnh A, ngày …… tháng …… năm ……… |" in told
    assert "Kính gửi: Nơi báo cáo\n" in told
    assert "Nơi nhận:\n- Nơi A;\n- Lưu: VT.\n" in told or "Nơi nhận: / - Nơi A; / - Lưu: VT. |" in told


def test_what_xml_would_read_as_markup_is_written_as_it_is(home: Path) -> None:
    odd = 'Tỉnh <A> & "B"'
    change(home / "dot/2019/dot-cham-diem.yaml", "tên: Tỉnh A", f"tên: '{odd}'\n    tên gọi khác:\n      - Tỉnh A")
    assert f"| {odd} |" in text("tong-hop", scored(home))


def test_a_dossier_that_is_missing_is_asked_for_and_its_criteria_are_not_zero(home: Path) -> None:
    told = text("phieu-tham-dinh", scored(home), "tinh-d")
    assert "Chưa nhận được hồ sơ tự chấm điểm của Tỉnh D; chưa báo cáo không phải là 0 điểm." in told
    assert "Đề nghị Tỉnh D gửi hồ sơ tự chấm điểm và tài liệu kiểm chứng trước ngày 10/03/2020." in told
    rows = [line for line in told.splitlines() if line.endswith("| chưa báo cáo |  |  |")]
    assert len(rows) > 3
    assert not [row for row in rows if "| 0,00 |" in row]


def test_days_are_written_as_in_documents() -> None:
    assert day_of(date(2020, 2, 5)) == "ngày 05 tháng 02 năm 2020"
    assert day_of(date(2020, 3, 10)) == "ngày 10 tháng 3 năm 2020"
    assert day_of(None) == "ngày …… tháng …… năm ………"


def test_the_check_code_changes_with_what_was_scored_and_not_with_who_signs(home: Path) -> None:
    def code() -> str:
        return text("bien-ban", scored(home)).partition("Mã kiểm tra: ")[2][:19]

    before = code()
    file = home / "dot/2019/dot-cham-diem.yaml"
    file.write_bytes(file.read_bytes() + "thể thức văn bản:\n  nơi ban hành: Tỉnh A\n".encode())
    assert code() == before
    change(home / "dot/2019/ho-so/tinh-a.yaml", "tự chấm: ", "tự chấm: 1")
    assert code() != before
