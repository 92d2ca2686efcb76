"""``thidua report``: which kinds of what, refusals, exit codes, files."""

import shutil
from pathlib import Path

import pytest
from command_line import change, run
from small_cluster import PERIOD
from word_text import word_text

from thidua_cli.report_kinds import KINDS

ROOT = Path(__file__).parents[2]
FORMATS = ROOT / "tests/golden/formats"
REFERENCE = ("--engine", "reference")


def written(name: str) -> str:
    return word_text(Path(name).read_bytes())


@pytest.mark.usefixtures("ruled")
def test_a_paper_is_written_and_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", PERIOD, "--kind", "tong-hop", "-o", "bảng.docx", *REFERENCE) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("Đã ghi kết quả vào bảng.docx\n")
    assert "BẢNG TỔNG HỢP ĐIỂM THI ĐUA VÀ XẾP HẠNG NĂM 2019 (DỰ KIẾN)" in written("bảng.docx")


@pytest.mark.usefixtures("ruled")
@pytest.mark.parametrize("unit", ["tinh-b", "Tỉnh B"])
def test_a_sheet_of_one_unit(unit: str) -> None:
    assert run("report", PERIOD, "--kind", "phieu-tham-dinh", "--unit", unit, "-o", "p.docx", *REFERENCE) == 0
    assert "PHIẾU THẨM ĐỊNH ĐIỂM THI ĐUA NĂM 2019\nTỉnh B\n" in written("p.docx")


@pytest.mark.usefixtures("home")
def test_without_a_file_one_is_proposed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", PERIOD, "--kind", "bien-ban") == 2
    err = capsys.readouterr().err
    assert 'Lỗi: Thiếu tùy chọn "--output": văn bản phải ghi vào tệp.\n' in err
    assert "Gợi ý: thêm -o bien-ban-2019.docx\n" in err
    assert run("report", "cum-nho/2019", "--kind", "phu-luc") == 2
    assert "thêm -o phu-luc-cum-nho-2019.docx\n" in capsys.readouterr().err


def test_a_file_that_word_would_not_open_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", PERIOD, "--kind", "bien-ban", "-o", "bien-ban.doc") == 2
    err = capsys.readouterr().err
    assert 'Lỗi: Tên tệp "bien-ban.doc" phải có đuôi ".docx".\n' in err
    assert "ghi -o bien-ban.docx\n" in err


def test_an_unknown_kind_gets_the_nearest_and_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", PERIOD, "--kind", "biên bản", "-o", "x.docx") == 2
    err = capsys.readouterr().err
    assert 'Lỗi: Không có loại văn bản "biên bản".\n' in err
    assert run("report", PERIOD, "--kind", "bien-bann", "-o", "x.docx") == 2
    err = capsys.readouterr().err
    assert 'có phải là "bien-ban"?' in err
    for kind in KINDS:
        assert f"  {kind.name}: {kind.help}\n" in err


def test_the_kind_must_be_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", PERIOD, "-o", "x.docx") == 2
    assert "--kind" in capsys.readouterr().err


def test_a_unit_only_where_there_is_a_paper_of_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", PERIOD, "--kind", "bien-ban", "--unit", "tinh-a", "-o", "x.docx") == 2
    err = capsys.readouterr().err
    assert 'Lỗi: Loại "bien-ban" không lập riêng cho một đơn vị.\n' in err
    assert "phieu-tham-dinh" in err


@pytest.mark.usefixtures("ruled")
def test_an_unknown_unit_gets_the_list_and_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", PERIOD, "--kind", "phieu-tham-dinh", "--unit", "tinh-x", "-o", "p.docx", *REFERENCE) == 2
    assert "Các mã đơn vị:\n  tinh-a (Tỉnh A)\n" in capsys.readouterr().err
    assert not Path("p.docx").exists()


def test_what_cannot_be_read_is_exit_3_and_leaves_the_file(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(ruled / PERIOD / "dot-cham-diem.yaml", "cụm trưởng: tinh-a", "cụm trưởng: tinh-x")
    Path("cu.docx").write_text("cũ", encoding="utf-8")
    for kind in ("tong-hop", "bien-ban-kiem-phieu"):
        assert run("report", PERIOD, "--kind", kind, "-o", "cu.docx") == 3
        assert "lỗi TD-502" in capsys.readouterr().err
    assert Path("cu.docx").read_text("utf-8") == "cũ"
    assert run("report", "dot/2020", "--kind", "tong-hop", "-o", "cu.docx") == 3
    assert "TD-191" in capsys.readouterr().err


def test_a_paper_is_not_written_over_an_input(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    proof = ruled / PERIOD / "ho-so/giao-uoc.docx"
    shutil.copyfile(ruled / PERIOD / "ho-so/tinh-a.yaml", proof)
    named = "      - loại tài liệu: Giao ước thi đua năm 2019\n"
    change(ruled / PERIOD / "ho-so/tinh-a.yaml", named, f"{named}        tệp: giao-uoc.docx\n")
    before = proof.read_bytes()
    assert run("report", PERIOD, "--kind", "tong-hop", "-o", str(proof), *REFERENCE) == 2
    assert "tệp đầu vào" in " ".join(capsys.readouterr().err.split())
    assert proof.read_bytes() == before


def test_a_period_without_a_scale_has_only_the_papers_that_it_can_have(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    congress = "examples/dai-hoi-duyen-hai-2020"
    file = str(tmp_path / "x.docx")
    assert run("report", congress, "--kind", "tong-hop", "-o", file, *REFERENCE) == 2
    err = capsys.readouterr().err
    assert "Đợt này không có thang điểm nên không có điểm, xếp hạng; không lập được" in err
    assert "Gợi ý: với đợt này lập được: bien-ban-kiem-phieu, bang, html.\n" in err
    for kind in ("phu-luc", "gop-y"):
        assert run("report", congress, "--kind", kind, "-o", file) == 2
        assert "Đợt này không có thang điểm" in capsys.readouterr().err
    assert run("report", congress, "--kind", "bien-ban-kiem-phieu", "-o", file, *REFERENCE) == 0
    assert "BIÊN BẢN KIỂM PHIẾU" in written(file)


def test_no_submission_where_the_rules_propose_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    file = tmp_path / "x.docx"
    assert run("report", "examples/lien-hiep-hoi-tay-ninh-2020", "--kind", "to-trinh", "-o", str(file), *REFERENCE) == 2
    err = capsys.readouterr().err
    assert "Quy tắc của đợt không nêu đề nghị khen thưởng nào có hiệu lực vào ngày xét" in err
    assert "thong-bao" in err
    assert not file.exists()


@pytest.mark.usefixtures("home")
def test_no_submission_without_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", PERIOD, "--kind", "to-trinh", "-o", "x.docx") == 2
    err = capsys.readouterr().err
    assert "Đợt này chưa dùng bộ quy tắc nào nên chưa có đề nghị khen thưởng; không lập được" in err
    assert not Path("x.docx").exists()


@pytest.mark.usefixtures("home")
def test_a_scale_is_no_period(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", "cum-nho/2019", "--kind", "tong-hop", "-o", "x.docx") == 2
    err = capsys.readouterr().err
    assert '"cum-nho/2019" là thang điểm; "tong-hop" lập cho đợt chấm điểm.' in err
    assert "phu-luc, gop-y" in err


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("subject", ["cum-nho/2019", "criteria/cum-nho/2019", PERIOD])
def test_the_annex_of_a_scale_or_of_the_scale_of_a_period(subject: str) -> None:
    assert run("report", subject, "--kind", "phu-luc", "-o", "x.docx") == 0
    assert "===== A4 ngang" in written("x.docx")
    assert "\nPHỤ LỤC\n" in written("x.docx")


def test_a_scale_that_cannot_be_read_is_exit_3(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(home / "criteria/cum-nho/2019/thang-diem.yaml", "tổng điểm: ", "tổng điểm: 1.")
    assert run("report", "cum-nho/2019", "--kind", "phu-luc", "-o", "x.docx") == 3
    assert "TD-" in capsys.readouterr().err
    assert not Path("x.docx").exists()


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("subject", ["cum-nho/2019", PERIOD])
def test_without_comments_it_is_exit_3(subject: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", subject, "--kind", "gop-y", "-o", "x.docx") == 3
    assert "Chưa có tệp ý kiến góp ý về thang điểm này" in capsys.readouterr().err


@pytest.mark.parametrize("subject", ["cum-mau/2019", "dot-mau"])
def test_comments_of_a_scale_or_of_the_scale_of_a_period(
    subject: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shutil.copytree(FORMATS, tmp_path / "nha"))
    assert run("report", subject, "--kind", "gop-y", "-o", "x.docx") == 0
    text = written("x.docx")
    assert "BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN GÓP Ý" in text
    assert ("CỤM THI ĐUA MẪU" in text) == (subject == "dot-mau")


def test_the_help_page_tells_every_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", "--help") == 0
    out = capsys.readouterr().out
    for kind in KINDS:
        assert f"    {kind.name}: {kind.help}\n" in out
