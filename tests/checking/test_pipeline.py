"""What check and score do with what they are asked for: paths, ids, homes."""

import shutil
import unicodedata
from fractions import Fraction
from pathlib import Path

import pytest

from thidua.checking import check
from thidua.diagnostics import CATALOGUE, Severity
from thidua.home import find_home
from thidua.pipeline import score

HERE = Path(__file__).parent
SHIPPED = HERE.parents[1]
HOME = HERE / "home"
PERIOD = HERE / "bad/periods/thieu-ho-so"


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)
    monkeypatch.delenv("THIDUA_HOME", raising=False)


def codes(*paths: str, home: Path | None = HOME) -> list[int]:
    return [each.code for each in check(paths, home).diagnostics]


def test_a_scale_is_found_by_its_id_its_folder_and_its_file() -> None:
    for written in ("tot/1", "home/criteria/tot/1", "home/criteria/tot/1/thang-diem.yaml"):
        assert check([written], HOME).files == 1
        assert codes(written) == []


def test_what_is_not_there_is_said_with_the_nearest_name() -> None:
    [found] = check(["tott/2"], HOME).diagnostics
    assert (found.code, found.hint) == (191, "Có phải là “tot/2”?")
    [found] = score("tot", HOME).diagnostics
    assert found.code == 191


@pytest.mark.parametrize("written", ["../checking/home", "/nowhere", "a\x00b", "x" * 5000, ""])
def test_strange_paths_are_not_there(written: str) -> None:
    assert codes(written) == ([] if written == "../checking/home" else [191])
    assert score(written, HOME).result is None


def test_an_empty_folder_is_not_called_good(tmp_path: Path) -> None:
    assert codes(str(tmp_path)) == [192]


def test_a_period_without_a_scale_can_be_checked_not_scored(tmp_path: Path) -> None:
    folder = tmp_path / "dot"
    shutil.copytree(PERIOD, folder)
    file = folder / "dot-cham-diem.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("thang điểm: tot/1\n", ""), encoding="utf-8")
    assert codes(str(folder)) == []
    found = score(str(folder), HOME)
    assert (found.result, [each.code for each in found.diagnostics]) == (None, [511])
    assert score(str(folder), HOME, "tot/1").result is not None


def test_a_dossier_is_checked_with_its_period() -> None:
    assert codes("bad/periods/ho-so-nhieu-loi/ho-so/tinh-a.yaml") == [404, 112, 405, 111, 402, 403]
    assert codes("bad/periods/ho-so-nhieu-loi/ho-so/tinh-b.yaml") == []


def test_a_folder_with_spaces_and_diacritics(tmp_path: Path) -> None:
    folder = tmp_path / "Thi đua năm 2019" / "Đợt một"
    shutil.copytree(PERIOD, folder)
    found = score(str(folder), HOME)
    assert found.result is not None
    assert [unit.state for unit in found.result.units] == ["scored", "missing_dossier"]


def test_home_comes_from_the_option_the_environment_the_path_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "nhà" / "đợt"
    inside.mkdir(parents=True)
    (tmp_path / "nhà" / "thidua.toml").touch()
    assert find_home(None, inside).root == tmp_path / "nhà"
    assert find_home(None, tmp_path).origin == "bản kèm theo chương trình"
    monkeypatch.setenv("THIDUA_HOME", str(HOME))
    assert find_home(None, inside).root == HOME
    assert find_home(tmp_path, inside).root == tmp_path


def settings(text: str, folder: Path) -> list[str]:
    (folder / "thidua.toml").write_text(text, encoding="utf-8")
    home = find_home(folder, folder)
    found = [*([home.problem] if home.problem else []), *home.warnings]
    return [f"{each.place.line}:{each.place.column} {each.code} {each.message}" for each in found]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("bỏ qua = []\n", "1:2"),
        ('"bỏ qua" = [\n  "tests"\n\n', "2:10"),
        ("a = " + "[" * 20_000, "1:"),
        ("a = " + "9" * 5000 + "\n", "1:1 "),
    ],
)
def test_a_broken_setting_is_placed_and_told_in_vietnamese(text: str, place: str, tmp_path: Path) -> None:
    [said] = settings(text, tmp_path)
    assert said.startswith(place)
    assert said.endswith("190 Không đọc được cấu hình: sai cú pháp TOML ở chỗ này.")


@pytest.mark.parametrize(
    ("text", "fault", "remedy"),
    [
        ('"bỏ qua" = ["a"]\n"bỏ qua" = []\n', "2:1: “bỏ qua” đã ghi ở dòng 1", "Giữ lại một dòng, xóa dòng kia."),
        (
            '["mức độ"]\n"TD-250" = "lỗi"\n\n  “TD-250” = “lỗi”',
            "4:3: sai cú pháp TOML ở chỗ này",
            'Viết lại dòng này:  "TD-250" = "lỗi"',
        ),
        (
            '["mức độ"]\n"TD-250" = "lỗi"\n"TD-250" = "bỏ qua"',
            "3:1: “TD-250” đã ghi ở dòng 2",
            "Giữ lại một dòng, xóa dòng kia.",
        ),
        (
            '["mức độ"]\n["mức độ"]',
            "2:1: “mức độ” đã ghi ở dòng 1",
            'Ghi các dòng của hai chỗ dưới một dòng ["mức độ"], xóa dòng kia.',
        ),
        ('["a"]\nb = 1\n["a"."b"]', "3:9: sai cú pháp TOML ở chỗ này", "Tên mục và từng tên thư mục"),
        (
            '["mức độ"]\n"TD-250" = bỏ qua # vì',
            "2:12: sai cú pháp TOML ở chỗ này",
            'Viết lại dòng này:  "TD-250" = "bỏ qua"',
        ),
        ("[mức độ]\n", "1:3: sai cú pháp TOML ở chỗ này", 'Viết lại dòng này:  ["mức độ"]'),
        ('“bỏ qua”: ["a", b]', "1:1: sai cú pháp TOML ở chỗ này", 'Viết lại dòng này:  "bỏ qua" = ["a", "b"]'),
        ('"bỏ qua" = a', "1:12: sai cú pháp TOML ở chỗ này", 'Viết lại dòng này:  "bỏ qua" = ["a"]'),
        ('"bỏ qua" = 3', "1:1: “bỏ qua” phải là danh sách tên thư mục", "Ghi tên các thư mục trong ngoặc vuông"),
        ('"mức độ" = 3', "1:1: “mức độ” phải là một bảng", 'Ghi dòng ["mức độ"], rồi mỗi mã một dòng ở dưới'),
        ('"a" =', "1:6: sai cú pháp TOML ở chỗ này", "Tên mục và từng tên thư mục đặt trong ngoặc kép thẳng"),
    ],
)
def test_the_remedy_of_a_broken_setting_fits_it(text: str, fault: str, remedy: str, tmp_path: Path) -> None:
    (tmp_path / "thidua.toml").write_text(text, encoding="utf-8")
    problem = find_home(tmp_path, tmp_path).problem
    assert problem is not None
    said = f"{problem.place.line}:{problem.place.column}: {dict(problem.fields)['reason']}"
    assert said.startswith(fault)
    assert problem.hint.startswith(remedy)


def test_settings_may_have_a_byte_order_mark_and_must_be_utf8(tmp_path: Path) -> None:
    assert settings('\ufeff"bỏ qua" = []\n', tmp_path) == []
    (tmp_path / "thidua.toml").write_bytes(b"\xff\xfea\x00")
    problem = find_home(tmp_path, tmp_path).problem
    assert problem is not None
    assert problem.message == "Không đọc được cấu hình: tệp không phải UTF-8."


def test_a_setting_of_the_wrong_type_is_placed(tmp_path: Path) -> None:
    [said] = settings('# ghi chú\n"bỏ qua" = "tests"\n', tmp_path)
    assert said == "2:1 190 Không đọc được cấu hình: “bỏ qua” phải là danh sách tên thư mục."


def test_a_setting_that_nothing_reads_is_told_and_stops_nothing(tmp_path: Path) -> None:
    shutil.copytree(HOME, tmp_path / "home")
    before = score(str(PERIOD), tmp_path / "home")
    [said] = settings('"bỏ  qua" = ["tests"]\n', tmp_path / "home")
    assert said == "1:1 193 “bỏ  qua” không phải là một mục của thidua.toml nên không có tác dụng."
    found = score(str(PERIOD), tmp_path / "home")
    assert (found.result, before.result is None) == (before.result, False)
    assert [each.code for each in found.diagnostics] == [193, *(each.code for each in before.diagnostics)]


def test_a_link_that_leaves_the_period_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "dot"
    shutil.copytree(PERIOD, folder)
    secret = tmp_path / "ngoai.csv"
    secret.write_bytes((folder / "atgt.csv").read_bytes())
    (folder / "atgt.csv").unlink()
    try:
        (folder / "atgt.csv").symlink_to(secret)
    except OSError:
        return  # a system that lets nobody make links has no links to refuse
    assert 408 in codes(str(folder))
    assert score(str(folder), HOME).result is None


def test_a_name_saved_decomposed_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "dot"
    shutil.copytree(PERIOD, folder)
    (folder / "atgt.csv").rename(folder / unicodedata.normalize("NFD", "số liệu.csv"))
    file = folder / "dot-cham-diem.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("atgt.csv", "số liệu.csv"), encoding="utf-8")
    assert 514 not in codes(str(folder))


def test_a_decision_on_points_that_are_computed_otherwise_by_now_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "dot"
    shutil.copytree(PERIOD, folder)
    period = folder / "dot-cham-diem.yaml"
    text = period.read_text(encoding="utf-8").replace("thang điểm:", "tệp điều chỉnh: dieu-chinh.yaml\nthang điểm:")
    period.write_text(text, encoding="utf-8")
    decision = (
        "loại tệp: điều chỉnh điểm\nđiều chỉnh:\n  - đơn vị: tinh-a\n    tiêu chí: thu-ngan-sach\n"
        "    bước: thống nhất\n    điểm trước điều chỉnh: OLD\n    điểm sau điều chỉnh: 36\n"
        "    người quyết định: Hội nghị\n    ngày quyết định: 05/03/2020\n    lý do: Tính lại\n"
        "    văn bản ghi nhận: Biên bản\n"
    )
    told = {}
    for old in ("37,5", "38"):
        (folder / "dieu-chinh.yaml").write_text(decision.replace("OLD", old), encoding="utf-8")
        found = score(str(folder), HOME)
        assert found.result is not None
        first = found.result.units[0].criteria[0]
        assert (first.status, first.points, first.computed) == ("scored", 36, Fraction(75, 2))
        assert set(found.diagnostics) <= set(check((str(folder),), HOME).diagnostics)
        told[old] = [each.message for each in found.diagnostics if each.code == 519]
    assert told == {
        "37,5": [],
        "38": ["Tỉnh A, Thu ngân sách: điểm trước điều chỉnh ghi 38, nay tính ra 37,5."],
    }


def test_nobody_decides_the_points_of_what_does_not_apply(tmp_path: Path) -> None:
    folder = tmp_path / "đợt"
    shutil.copytree(SHIPPED / "examples/bac-trung-bo-2020", folder)
    decision = (
        "  - đơn vị: tinh-c\n    tiêu chí: nong-thon-moi\n    bước: thẩm định\n    điểm sau điều chỉnh: 3\n"
        "    người quyết định: Tổ thẩm định\n    ngày quyết định: 05/02/2021\n    lý do: Tính lại\n"
        "    văn bản ghi nhận: Biên bản\n"
    )
    with (folder / "dieu-chinh.yaml").open("a", encoding="utf-8") as file:
        file.write(decision)
    found = check((str(folder),), SHIPPED)
    assert [each.message for each in found.diagnostics if each.severity is Severity.ERROR] == [
        "Tiêu chí “nong-thon-moi” không áp dụng cho đơn vị này nên không có điểm để điều chỉnh."
    ]
    assert score(str(folder), SHIPPED).result is None


def test_every_entry_of_the_catalogue_is_documented() -> None:
    for entry in CATALOGUE.values():
        # Names of diagnose's own parameters: a message could not be filled.
        assert "{place}" not in entry.message + entry.hint
        assert "{code}" not in entry.message + entry.hint
        assert all(text.strip() for text in (entry.title, entry.message, entry.hint, entry.why, entry.example)), (
            entry.name
        )


def test_hashes_know_the_model_not_the_spelling(tmp_path: Path) -> None:
    folder = tmp_path / "dot"
    shutil.copytree(PERIOD, folder)
    before = score(str(folder), HOME)
    dossier = folder / "ho-so/tinh-a.yaml"
    text = dossier.read_text(encoding="utf-8")
    dossier.write_text("# ghi chú\n" + text.replace("thực hiện:", "actual:"), encoding="utf-8")
    same = score(str(folder), HOME)
    dossier.write_text(text.replace("3900000", "3900001"), encoding="utf-8")
    other = score(str(folder), HOME)
    assert before.period_hash == same.period_hash != other.period_hash
    assert before.scale_hash == other.scale_hash
    assert len(before.scale_hash) == 64
