"""A self-score table written in Word, brought in: the same dossier as its YAML says, changes and strangers told."""

import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from hostile_workbooks import written
from word_files import added, docx, para, struck, table

from thidua.forms.layout import form_rows
from thidua.home import find_home
from thidua.importing import import_forms
from thidua.loading.periods import LoadedPeriod, load_period
from thidua.numerals.writing import format_number

ROOT = Path(__file__).resolve().parents[2]
PERIOD = ROOT / "examples/mien-dong-nam-bo-2019"
HEAD = [
    "STT",
    "Nội dung, tiêu chí",
    "Điểm chuẩn",
    "Chỉ tiêu",
    "Kết quả thực hiện",
    "Năm trước",
    "Điểm tự chấm",
    "Ghi chú",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The period without the dossiers of Tỉnh B, who sends Word, and of all others."""
    made = tmp_path / "dot"
    shutil.copytree(PERIOD, made, ignore=shutil.ignore_patterns("ho-so"))
    (made / "ho-so").mkdir()
    return made


def loaded(folder: Path) -> LoadedPeriod:
    return load_period(folder, find_home(ROOT, folder))


def rows() -> list[list[str]]:
    """The rows of Tỉnh B's table: criteria with plain figures and self-points, as its YAML dossier has them."""
    shipped = loaded(PERIOD)
    assert shipped.scale is not None
    claims = dict(shipped.dossiers["tinh-b"].claims)
    made = []
    for row in form_rows(shipped.scale, shipped.period, "tinh-b"):
        if row.kind in ("section", "total"):
            made.append([row.number, row.name.upper(), "", "", "", "", "", ""])
        if row.kind == "criterion" and row.criterion and row.criterion.id in claims:
            claim = claims[row.criterion.id]
            figures = dict(claim.figures)
            if set(figures) <= {"target", "actual", "last_year"} and claim.self_points is not None:
                shown = [_text(figures.get(name)) for name in ("target", "actual", "last_year")]
                made.append([row.number, row.name, "", *shown, _text(claim.self_points), claim.explanation or ""])
    return made


def _text(value: Fraction | None) -> str:
    return "" if value is None else format_number(value).replace(".", "")


def brought_in(folder: Path, tmp_path: Path, body: str, unit: str | None = "tinh-b") -> list[str]:
    file = written(tmp_path, docx(body), "tu-cham.docx")
    done = import_forms([file], str(folder), ROOT, unit=unit)
    assert done.imported is not None, [str(each) for each in done.diagnostics]
    return [str(each) for each in done.imported[0].diagnostics]


def test_the_dossier_says_what_the_table_says(folder: Path, tmp_path: Path) -> None:
    made = rows()
    told = brought_in(folder, tmp_path, para("Bảng tự chấm điểm") + table([["a", "b"]]) + table([HEAD, *made]))
    assert not [each for each in told if "lỗi" in each]
    found, shipped = dict(loaded(folder).dossiers["tinh-b"].claims), dict(loaded(PERIOD).dossiers["tinh-b"].claims)
    assert len(found) > 20
    for criterion, claim in found.items():
        assert claim.figures == shipped[criterion].figures, criterion
        assert claim.self_points == shipped[criterion].self_points, criterion
    assert (folder / "ho-so/tinh-b.docx").is_file()
    assert not [each for each in loaded(folder).diagnostics if each.code == 513]


def test_a_changed_score_is_taken_as_changed_and_told(folder: Path, tmp_path: Path) -> None:
    body = table([HEAD, ["I.1.3", "Tổng thu ngân sách trên địa bàn tỉnh", "40", "4000", "4200", "", "MARK", ""]])
    plain = para("MARK").removeprefix("<w:p><w:pPr></w:pPr>").removesuffix("</w:p>")
    told = brought_in(folder, tmp_path, body.replace(plain, struck("18") + added("19,5")))
    assert ["“18” thành “19,5” (Cá nhân 1, 10/02/2020)" in each for each in told if "TD-496" in each] == [True]
    claim = dict(loaded(folder).dossiers["tinh-b"].claims)["thu-ngan-sach"]
    assert claim.self_points == Fraction("19.5")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["9", "Thu NS", "", "", "1", "", "10", ""], "TD-499"),
        (["I.1.3", "", "", "4.000", "4200", "", "40", ""], "TD-110"),
        (["I.1.3", "", "", "4000", "khoảng 4200", "", "40", ""], "TD-111"),
    ],
)
def test_what_can_t_be_taken_is_told_at_its_cell(row: list[str], code: str, folder: Path, tmp_path: Path) -> None:
    told = brought_in(folder, tmp_path, table([["x"]]) + table([HEAD, row]))
    assert [each for each in told if code in each and "Bảng 2!" in each]
    assert not list((folder / "ho-so").iterdir())


def test_no_table_and_no_unit(folder: Path, tmp_path: Path) -> None:
    assert "TD-498" in brought_in(folder, tmp_path, table([["a"]]))[0]
    assert "TD-462" in brought_in(folder, tmp_path, table([HEAD]), unit=None)[0]


def test_what_is_no_word_file_is_told(folder: Path, tmp_path: Path) -> None:
    file = written(tmp_path, b"%PDF-1.7", "a.doc")
    done = import_forms([file], str(folder), ROOT, unit="tinh-b")
    assert done.imported is not None
    assert [each.code for each in done.imported[0].diagnostics] == [490]
