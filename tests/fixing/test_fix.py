"""``check --fix``: the characters concerned change and nothing else does, the model least of all."""

import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.building.documents import kind_of_text
from thidua.fixing import fix
from thidua.fixing.text import FIXES, mended
from thidua.home import Home
from thidua.identity import identity
from thidua.loading.scales import load_scale
from thidua.vocabulary import LISTS, word

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted(file for folder in ("criteria", "rules", "examples") for file in (ROOT / folder).rglob("*.yaml"))
SCALE = unicodedata.normalize(
    "NFC", (ROOT / "criteria/thu-ngan-sach/ty-le/thang-diem.yaml").read_text(encoding="utf-8")
)


def what(text: str) -> list[tuple[int, str]]:
    return [(change.line, change.what) for change in mended(text)[1]]


def model(text: str, folder: Path) -> str:
    file = folder / "thang.yaml"
    file.write_bytes(text.encode())
    loaded = load_scale(file, Home(folder, "thử"))
    assert loaded.scale, loaded.diagnostics
    return identity(loaded.scale)


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: str(file.relative_to(ROOT)))
def test_what_is_shipped_needs_no_mending(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert mended(text) == (text, ())


SLIPS: dict[str, tuple[Callable[[str], str], str]] = {
    "invisible": (lambda text: text.replace("tên: Chấm", "tên: \u200bChấm"), "bỏ ký tự không nhìn thấy"),
    "decomposed": (
        lambda text: text.replace("tổng điểm", unicodedata.normalize("NFD", "tổng điểm")),
        "ghép chữ và dấu thành một ký tự",
    ),
    "hard space in a value": (
        lambda text: text.replace("tình trạng: giả định", "tình trạng: giả\u00a0định"),
        "thay dấu cách cứng bằng dấu cách thường",
    ),
    "hard indentation": (
        lambda text: text.replace("\n    tên: Thi đua", "\n\u00a0\u00a0\u00a0 tên: Thi đua"),
        "thay dấu cách cứng bằng dấu cách thường",
    ),
    "blanks at the end": (
        lambda text: text.replace("giả định\n", "giả định \t\n", 1),
        "bỏ khoảng trống ở cuối dòng",
    ),
    "spelling of a key": (
        lambda text: text.replace("\ntổng điểm:", "\nTổng_Điểm:"),
        "viết tên mục theo cách viết chuẩn",
    ),
    "tone of a key": (lambda text: text.replace("phần lẻ", "Phần Lẻ"), "viết tên mục theo cách viết chuẩn"),
    "decimal dot": (lambda text: text.replace("0,05", "0.05"), "thay dấu chấm thập phân bằng dấu phẩy"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_mended_and_the_file_is_as_it_was(slip: str, tmp_path: Path) -> None:
    spoil, told = SLIPS[slip]
    spoilt = spoil(SCALE)
    assert spoilt != SCALE
    after, changes = mended(spoilt)
    assert after == SCALE
    assert {change.what for change in changes} == {told}
    assert model(after, tmp_path) == model(SCALE, tmp_path)


def test_every_fix_is_tried() -> None:
    tried = {told for _, told in SLIPS.values()}
    assert {told for told, _ in FIXES} == tried | {COLON, QUOTE, SIGN, BULLET, CURLY, DAY, STRAIGHT, TAB}


HEAD = "loại tệp: thang điểm\n"
COLON, QUOTE = "thêm dấu cách sau dấu hai chấm của tên mục", "đặt giá trị có dấu hai chấm trong ngoặc kép"
SIGN, BULLET = (
    "viết giá trị bắt đầu bằng ký tự đặc biệt cho đọc được",
    "thay dấu đầu dòng bằng dấu gạch ngang và dấu cách",
)
CURLY, DAY = "bỏ ngoặc kép cong bao cả giá trị", "viết ngày theo dạng ngày/tháng/năm"
STRAIGHT, TAB = "thay ngoặc kép cong bằng ngoặc kép thẳng", "thay phím Tab sau dấu gạch đầu dòng bằng dấu cách"
LIST = "tài liệu kiểm chứng:\n"


@pytest.mark.parametrize(
    ("written", "meant", "told"),
    [
        ("tên:Bảng  # ghi: chú", "tên: Bảng  # ghi: chú", {COLON}),
        ("tổng điểm:1000", "tổng điểm: 1000", {COLON}),
        ("nội dung:\n  - mã:a", "nội dung:\n  - mã: a", {COLON}),
        ("nội dung:\n  - mã:a\n    tên:B", "nội dung:\n  - mã: a\n    tên: B", {COLON}),
        ("tên: Thi đua: phát triển  # vì", 'tên: "Thi đua: phát triển"  # vì', {QUOTE}),
        ('tên: Thi đua "A": B\'s', "tên: 'Thi đua \"A\": B''s'", {QUOTE}),
        ("tên: “Thi đua: phát triển”", 'tên: "Thi đua: phát triển"', {STRAIGHT}),
        ("tên: %  # vì", "tên: phần trăm  # vì", {SIGN}),
        ("tên: % hoàn thành", 'tên: "% hoàn thành"', {SIGN}),
        ("tên: @ban", 'tên: "@ban"', {SIGN}),
        ("tên: >=100", 'tên: ">=100"', {SIGN}),
        ("tổng điểm: ,5", "tổng điểm: 0,5", {SIGN}),
        ("số liệu từ ngày: 2020/1/2 # từ", "số liệu từ ngày: 02/01/2020 # từ", {DAY}),
        ('số liệu từ ngày: "01-02-2020"', 'số liệu từ ngày: "01/02/2020"', {DAY}),
        ("số liệu từ ngày: 1.2.2020", "số liệu từ ngày: 01/02/2020", {DAY}),
        ("số liệu từ ngày: 2020-01-02 00:00:00", "số liệu từ ngày: 02/01/2020", {DAY}),
        ("tên: “Kinh tế”  # vì", "tên: Kinh tế  # vì", {CURLY}),
        ("ghi chú: “a”\nnội dung:\n  - tên: ‘A’\n    tiêu chí:\n      - căn cứ: “Điều 5”", "", {CURLY}),
    ],
)
def test_a_hint_that_leaves_one_way_is_followed(written: str, meant: str, told: set[str]) -> None:
    meant = meant or written.replace("“", "").replace("”", "").replace("‘", "").replace("’", "")
    after, changes = mended(f"{HEAD}{written}\nlưu ý: xem thêm\n")
    assert after == f"{HEAD}{meant}\nlưu ý: xem thêm\n"
    assert {change.what for change in changes} == told
    assert mended(after) == (after, ())


@pytest.mark.parametrize(
    "written",
    [
        "tên: Thi đua điểm chuẩn: 40",  # a lost line break
        "tên: Thi đua: phát triển\n  kinh tế",  # the value goes on
        "mã: a b: c",  # no id even in quotes
        "tên: ]",
        "tên: ,a",
        "tên: {a: b: c}",
        "tên: “A” và: “B”",
        "tên: “A #1”",
        "tên: “- A”",
        "tên: “A",
        "7:30 họp",
        "số liệu từ ngày: 13/14/2020",
        "số liệu từ ngày: 02-15-2020",
        "số liệu từ ngày: 2020/02/31",
        "số liệu từ ngày: 15/02/20",
        "số liệu từ ngày: 15/02/2020 08:00",
        "nội dung:\n\t- mã: a",
        "loại tài liệu:\n  - mã: a\n    tên: “Báo cáo”",  # by this name dossiers may mean it
        "nội dung: • a",
        "nội dung:\n  -5",
    ],
)
def test_nothing_is_guessed(written: str) -> None:
    text = f"{HEAD}{written}\nlưu ý: xem thêm\n"
    assert mended(text) == (text, ())


@pytest.mark.parametrize("sign", ["• ", "•\t", "– ", "–", "— ", "▪ ", "+ ", "* ", "\uf0b7 "])
@pytest.mark.parametrize(
    "items",
    [
        ("Báo cáo 0",),
        ("Báo cáo 0", "Báo cáo 1", "Báo cáo 2"),
        ("loại tài liệu: Báo cáo 0", "Báo cáo 1"),
        ("loại tài liệu: Báo cáo 0\n            cho: thực hiện",),
    ],
)
def test_a_list_with_word_s_bullets_becomes_a_list(sign: str, items: tuple[str, ...], tmp_path: Path) -> None:
    key = "        tài liệu kiểm chứng:\n"
    assert key + "          - bang-cong-bo\n" in SCALE
    with_lists = [
        SCALE.replace("          - bang-cong-bo\n", "".join(f"          {mark}{item}\n" for item in items), 1)
        for mark in (sign, "- ")
    ]
    after, changes = mended(with_lists[0])
    assert after == with_lists[1]
    assert {BULLET} <= {change.what for change in changes} <= {BULLET, TAB}
    assert model(after, tmp_path)


FILES = {
    "rules": "rules:\n  - effective_from: {day}\n    {text}\n",
    "rule_cases": "cases:\n  - reviewed_on: {day}\n    {text}\n",
    "cases": "cases:\n  - {text}\n",
    "period": "reviewed_on: {day}\n{text}\n",
    "dossier": "received: {day}\n{text}\n",
    "adjustments": "adjustments:\n  - decided_on: {day}\n{text}\n",
    "registrations": "registrations:\n  - registered_on: {day}\n    {text}\n",
    "violations": "violations:\n  - began_on: {day}\n    {text}\n",
    "ballots": "sessions:\n  - held_on: {day}\n    {text}\n",
    "comments": "opened_on: {day}\ncomments:\n  - commented_on: {day}\n    {text}\n",
    "outline": "{text}\n",
    "congress": "unit_conferences:\n  - event_day: {day}\n    {text}\n",
}


@pytest.mark.parametrize("kind", FILES)
def test_every_kind_of_file_is_mended(kind: str) -> None:
    assert set(FILES) == {term.identifier for term in LISTS["file_type"]} - {"scale"}
    written = f"loại tệp: {word('file_type', kind)}\n{FILES[kind]}"
    for slip, meant in (("ghi chú:đọc", "ghi chú: đọc"), ("ghi chú: đọc: “A”", 'ghi chú: "đọc: “A”"')):
        spoilt = written.format(day="2020/01/02", text=slip)
        assert kind_of_text(spoilt) == kind
        assert mended(spoilt)[0] == written.format(day="02/01/2020", text=meant)


def test_dates_and_quotes() -> None:
    text = 'loại tệp: thang điểm\nsố liệu từ ngày: "2019-01-01"\nsố liệu đến hết ngày: 2019-12-31 # hết năm\n'
    assert mended(text)[0] == text.replace("2019-01-01", "01/01/2019").replace("2019-12-31", "31/12/2019")
    text = "loại tệp: thang điểm\ntên: “Thi đua: phát triển” # ghi chú\n"
    assert mended(text)[0] == 'loại tệp: thang điểm\ntên: "Thi đua: phát triển" # ghi chú\n'
    assert what(text) == [(2, "thay ngoặc kép cong bằng ngoặc kép thẳng")]


def test_what_only_looks_like_a_slip_is_left_alone() -> None:
    text = (
        "loại tệp: thang điểm\ntên: Bảng 2019-01-01 và 12.5\nsố mục: 1.2\nlưu ý: “Kinh tế” và năm 2019-01-01\n"
        "tổng điểm: 1.000\nstandard_points: 12\nnội dung:\n  - {điểm chuẩn: 12.5, hệ số: 1.5}\n"
    )
    assert mended(text) == (text, ())


def test_blanks_that_are_data_are_left_alone() -> None:
    explained = "tiêu chí:\n  thu-ngan-sach:\n    giải trình: |\n      dòng một  \n      dòng hai\n"
    text = f"loại tệp: hồ sơ tự chấm điểm\n{explained}"
    assert mended(text) == (text, ())


def test_line_ends_comments_and_the_byte_order_mark_stay() -> None:
    text = "\ufeff" + SCALE.replace("\n", "\r\n")
    spoilt = text.replace("0,05", "0.05  # một\u00a0hai")
    assert mended(spoilt)[0] == text.replace("0,05", "0,05  # một hai")


pieces = st.sampled_from(
    [
        *["\u200b", "\u00a0", " ", "  \n", "\r\n", "e\u0301", "“", "”", "12.5", ": ", "#", "\ufeff", "\t", "|"],
        *["\n    • ", "– ", "-", "%", "@", ">", "\ntên:A", ": B", "“A”", "2020/01/02", "\n- mã:a", "* ", '"'],
    ]
)


@settings(max_examples=40)
@given(spoils=st.lists(st.tuples(st.integers(0, len(SCALE)), pieces), max_size=4))
def test_mending_twice_is_mending_once_and_keeps_what_can_be_built(
    spoils: list[tuple[int, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = SCALE
    for index, piece in spoils:
        text = text[:index] + piece + text[index:]
    once, changes = mended(text)
    assert mended(once) == (once, ())
    assert (once == text) == (not changes)
    folder = tmp_path_factory.mktemp("a")
    (folder / "truoc.yaml").write_bytes(text.encode())
    (folder / "sau.yaml").write_bytes(once.encode())
    before = load_scale(folder / "truoc.yaml").scale
    if before:
        after = load_scale(folder / "sau.yaml").scale
        assert after
        assert identity(after) == identity(before) or CURLY in {change.what for change in changes}


def test_files_are_written_only_where_something_was_mended(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "criteria/thu-ngan-sach", tmp_path / "criteria/thu-ngan-sach")
    (tmp_path / "thidua.toml").write_text("", encoding="utf-8")
    spoilt, other = (tmp_path / "criteria/thu-ngan-sach" / name / "thang-diem.yaml" for name in ("ty-le", "cao-nhat"))
    spoilt.write_text(SCALE.replace("0,05", "0.05"), encoding="utf-8")
    strange = tmp_path / "khac.yaml"
    strange.write_text("a: 1 \n", encoding="utf-8")
    stamp = other.stat().st_mtime_ns
    [fixed] = fix([], tmp_path)
    assert fixed.path.endswith("ty-le/thang-diem.yaml")
    assert spoilt.read_text(encoding="utf-8") == SCALE
    assert other.stat().st_mtime_ns == stamp
    assert strange.read_text(encoding="utf-8") == "a: 1 \n"
    assert fix([], tmp_path) == ()
