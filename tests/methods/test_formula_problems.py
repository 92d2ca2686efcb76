"""What is wrong with a formula: the code, the column, the whole message and what to do."""

import time
from collections.abc import Sequence

import pytest
from formula_criterion import CODES, NAMES, parsed, told
from hypothesis import example, given
from hypothesis import strategies as st

from thidua.diagnostics import Place
from thidua.diagnostics.formulas import ENTRIES
from thidua.expressions import Expression
from thidua.formulas.functions import FUNCTIONS
from thidua.methods.formula import FormulaProblem

NAMES_LISTED = "Các tên dùng được: dự_toán, thực_hiện, năm_trước, số_lượng, đạt, điểm_chuẩn, điểm_thưởng_không_quá."
FUNCTIONS_LISTED = (
    "Các hàm dùng được: nếu, min, nhỏ_nhất, max, lớn_nhất, phần_nguyên, có_số_liệu, cao_nhất_cụm, thấp_nhất_cụm, "
    "tổng_cụm, trung_bình_cụm."
)
COMMA = (
    "Ngăn cách các thành phần của hàm bằng dấu chấm phẩy, ví dụ nếu(thực_hiện ≥ kế_hoạch; 10; 7,5); dấu phẩy chỉ viết "
    "giữa các chữ số, ví dụ 0,5."
)
SHORTER = "Rút gọn công thức, hoặc chia tiêu chí thành các tiêu chí thành phần (cách chấm: theo tiêu chí thành phần)."
MISSING = "Viết thêm phần còn thiếu, hoặc bỏ dấu thừa."
BETWEEN = "Viết phép tính hoặc phép so sánh ở giữa, hoặc bỏ phần này."
UNIT = "Bỏ “{}” nếu là đơn vị tính; nếu là tên số liệu thì viết phép tính ở giữa, ví dụ dấu ×."
QUOTES = "Bỏ dấu ngoặc kép, dấu nháy; tên viết liền bằng dấu gạch dưới, ví dụ thực_hiện."
TO_NUMBER = "Dùng nếu(điều kiện; khi đúng; khi sai) để từ điều kiện có một số."
TWO_COMPARISONS = "Nối hai phép so sánh bằng “và”, ví dụ thực_hiện ≥ 80 và thực_hiện < 100."


def unknown(name: str) -> str:
    return f"Công thức dùng tên “{name}” nhưng tiêu chí không có số liệu nào tên như vậy."


def operand(place: str, found: str) -> str:
    return f"{place} phải là một số, một tên số liệu hoặc một hàm, nhưng ở đây {found}."


def count(name: str, needed: str, given_count: int) -> str:
    return f"Hàm “{name}” cần {needed} thành phần, ở đây có {given_count}."


def pattern(usage: str) -> str:
    return f"Viết theo mẫu {usage}; ngăn cách bằng dấu chấm phẩy, vì dấu phẩy là dấu thập phân."


def kind(text: str, found: str, needed: str) -> str:
    return f"“{text}” là {found}, mà chỗ này cần {needed}."


NO_PERCENT = "một số không có dấu %, vì số liệu so với nó tính bằng phần trăm"


@pytest.mark.parametrize(
    ("text", "code", "column", "message", "remedy"),
    [
        # Names.
        ("2 × thực_hiên", 220, 5, unknown("thực_hiên"), "Có phải là “thực_hiện”?"),
        ("2 × ke hoach", 220, 5, unknown("ke_hoach"), "Có phải là “kế_hoạch”?"),
        ("diem_chuan × 2", 220, 1, unknown("diem_chuan"), "Có phải là “điểm_chuẩn”?"),
        ("xyz + 1", 220, 1, unknown("xyz"), NAMES_LISTED),
        # Brackets.
        ("2 × (1 + thực_hiện", 221, 5, "Dấu “(” ở ký tự thứ 5 chưa có dấu “)” đi cùng.",
         "Viết thêm dấu “)” ở chỗ kết thúc."),
        ("min(1; (2 + 3)", 221, 4, "Dấu “(” ở ký tự thứ 4 chưa có dấu “)” đi cùng.",
         "Viết thêm dấu “)” ở chỗ kết thúc."),
        ("1 + 2) × 3", 221, 6, "Dấu “)” này không có dấu “(” đi cùng.",
         "Bỏ dấu “)”, hoặc viết thêm dấu “(” ở phía trước."),
        ("1 + min 2; 3", 221, 9, "Sau tên hàm “min” thiếu dấu “(”.", "Viết min(a; b)."),
        # Text too much.
        ("2 thực_hiện", 222, 3, "Sau “2” không thể là “thực_hiện”.", UNIT.format("thực_hiện")),
        ("thực_hiện − 2 triệu", 222, 15, "Sau “2” không thể là “triệu”.", UNIT.format("triệu")),
        ("thực_hiện ≥ 5 thì 1", 222, 15, "Sau “5” không thể là “thì”.",
         "Điều kiện viết bằng hàm: nếu(điều kiện; khi đúng; khi sai)."),
        ("(1 + 2)(3 + 4)", 222, 8, "Sau “)” không thể là “(”.",
         "Nếu là phép nhân thì viết dấu × ở giữa: (…) × (…)."),
        ("(thực_hiện kế_hoạch)", 222, 12, "Sau “thực_hiện” không thể là “kế_hoạch”.", BETWEEN),
        ("thực_hiện(2)", 222, 10, "Sau “thực_hiện” không thể là “(”.",
         "Nếu là phép nhân thì viết dấu × ở giữa: thực_hiện × (…)."),
        ("2 x thực_hiện", 222, 3, "Sau “2” không thể là “x”.", "Dấu nhân viết × hoặc *."),
        ("1; 2", 222, 2, "Sau “1” không thể là “;”.",
         "Dấu chấm phẩy chỉ ngăn cách các thành phần của một hàm, ví dụ min(a; b)."),
        # Operands.
        ("", 223, 1, operand("Đầu công thức", "hết công thức"), MISSING),
        ("  ", 223, 3, operand("Đầu công thức", "hết công thức"), MISSING),
        ("thực_hiện ÷", 223, 12, operand("Sau “÷”", "hết công thức"), MISSING),
        ("× 2", 223, 1, operand("Đầu công thức", "là “×”"), MISSING),
        ("2 + / 3", 223, 5, operand("Sau “+”", "là “/”"), MISSING),
        ("min(1; )", 223, 8, operand("Sau “;”", "là “)”"), MISSING),
        ("nếu(1 > 0 và hoặc 2 > 1; 1; 0)", 223, 14, operand("Sau “và”", "là “hoặc”"), MISSING),
        # Functions.
        ("neu(1 > 0; 1; 0)", 224, 1, "Không có hàm “neu”.", "Có phải là “nếu”?"),
        ("if(đạt; 1; 0)", 224, 1, "Không có hàm “if”.", "Viết nếu(điều kiện; khi đúng; khi sai)."),
        ("trung bình(1; 2)", 224, 1, "Không có hàm “trung_bình”.",
         "Viết (a + b) ÷ 2; trung bình của các đơn vị trong cụm thì viết trung_bình_cụm(a)."),
        ("không(đạt)", 224, 1, "Không có hàm “không”.", "Viết “không phải” trước điều kiện, ví dụ: không phải đạt."),
        ("ABS(1)", 224, 1, "Không có hàm “ABS”.", "Viết lớn_nhất(a; −a)."),
        ("1 + căn_bậc_hai(4)", 224, 5, "Không có hàm “căn_bậc_hai”.", FUNCTIONS_LISTED),
        ("làm_tròn(thực_hiện; 2)", 224, 1, "Không có hàm “làm_tròn”.",
         "Bỏ hàm này: điểm chỉ làm tròn một lần, theo “làm tròn điểm” của thang điểm."),
        ("1 + min(2,3)", 225, 5, count("min", "ít nhất 2", 1), pattern("min(a; b)")),
        ("nếu(1 > 0; 1)", 225, 1, count("nếu", "3", 2), pattern("nếu(điều kiện; khi đúng; khi sai)")),
        ("tổng_cụm()", 225, 1, count("tổng_cụm", "1", 0), pattern("tổng_cụm(a)")),
        ("phần_nguyên(1; 2)", 225, 1, count("phần_nguyên", "1", 2), pattern("phần_nguyên(a)")),
        # Commas.
        ("min(thực_hiện, 3)", 226, 14, "Dấu phẩy ở “thực_hiện, 3” không phải là dấu thập phân của một số.", COMMA),
        ("min(2,3, 4)", 226, 8, "Dấu phẩy ở “2,3, 4” không phải là dấu thập phân của một số.", COMMA),
        ("nếu(1 > 1,0,5; 1; 0)", 226, 9, "Dấu phẩy ở “1,0,5” không phải là dấu thập phân của một số.", COMMA),
        ("2 × ,5", 226, 5, "Dấu phẩy ở “× ,5” không phải là dấu thập phân của một số.", COMMA),
        # Kinds.
        ("nếu(thực_hiện; 10; 0)", 227, 5, kind("thực_hiện", "một số", "một điều kiện"),
         "Viết thêm phép so sánh, ví dụ thực_hiện > 0."),
        ("nếu(1 > 0 hoặc (thực_hiện + 1); 10; 0)", 227, 16, kind("(thực_hiện + 1)", "một số", "một điều kiện"),
         "Viết thêm phép so sánh, ví dụ (thực_hiện + 1) > 0."),
        ("nếu(không phải 5; 1; 0)", 227, 16, kind("5", "một số", "một điều kiện"),
         "Viết thêm phép so sánh, ví dụ 5 > 0."),
        ("1 + (thực_hiện > 2)", 227, 5, kind("(thực_hiện > 2)", "một điều kiện", "một số"), TO_NUMBER),
        ("thực_hiện > 5", 227, 1, kind("thực_hiện > 5", "một điều kiện", "một số"), TO_NUMBER),
        ("nếu(1 > 0; 1 > 0; 0)", 227, 12, kind("1 > 0", "một điều kiện", "một số"), TO_NUMBER),
        ("min(đạt; 1)", 227, 5, kind("đạt", "một điều kiện", "một số"), TO_NUMBER),
        ("−đạt", 227, 2, kind("đạt", "một điều kiện", "một số"), TO_NUMBER),
        ("nếu(80 ≤ thực_hiện ≤ 100; 1; 0)", 227, 5, kind("80 ≤ thực_hiện", "một điều kiện", "một số"), TWO_COMPARISONS),
        # Figures in percent (97.5) beside percentages (0.975).
        ("nếu(năm_trước ≥ 97,5%; 1; 0)", 227, 17, kind("97,5%", "tỷ lệ bằng 0,975", NO_PERCENT),
         "Viết 97,5 thay cho 97,5%."),
        ("nếu(95% < (năm_trước − 1); 1; 0)", 227, 5, kind("95%", "tỷ lệ bằng 0,95", NO_PERCENT),
         "Viết 95 thay cho 95%."),
        ("năm_trước − 5%", 227, 13, kind("5%", "tỷ lệ bằng 0,05", NO_PERCENT), "Viết 5 thay cho 5%."),
        ("min(năm_trước; 90%)", 227, 16, kind("90%", "tỷ lệ bằng 0,9", NO_PERCENT), "Viết 90 thay cho 90%."),
        ("nếu(trung_bình_cụm(năm_trước) > 90%; 1; 0)", 227, 33, kind("90%", "tỷ lệ bằng 0,9", NO_PERCENT),
         "Viết 90 thay cho 90%."),
        ("nếu(nếu(đạt; năm_trước; 1) > −90%; 1; 0)", 227, 30, kind("−90%", "tỷ lệ bằng −0,9", NO_PERCENT),
         "Viết −90 thay cho −90%."),
        # Numbers, as everywhere else.
        ("2 × 1.000", 110, 5, "“1.000” có thể là 1000 hoặc 1.",
         "viết 1000 nếu dấu chấm ngăn cách hàng nghìn, viết 1 nếu dấu chấm là dấu thập phân."),
        ("1.000%", 110, 1, "“1.000%” có thể là 1000% hoặc 1%.",
         "viết 1000% nếu dấu chấm ngăn cách hàng nghìn, viết 1% nếu dấu chấm là dấu thập phân."),
        ("1 + 1 000", 113, 5, "“1 000” có dấu cách giữa các chữ số.", "viết 1000."),
        ("010", 113, 1, "“010” có số 0 thừa ở đầu.", "viết 10."),
        ("1e3", 113, 1, "“1e3” viết theo dạng lũy thừa.", "viết 1000."),
        ("5. + 1", 113, 1, "“5.” thiếu chữ số sau dấu thập phân.", "viết 5."),
        ("２ + 1", 113, 1, "“２” có chữ số không phải 0–9.", "viết 2."),
        ("1,2,3", 112, 1, "“1,2,3” có nhiều dấu ngăn cách, không rõ là số nào.",
         "viết các chữ số liền nhau, chỉ một dấu phẩy trước phần thập phân, ví dụ 1234567,8."),
        ("5tr", 111, 1, "“5tr” không phải là một số.", "chỉ viết số, không viết đơn vị: 5."),
        # Limits.
        ("(" * 51 + "1", 228, 51, "Công thức có hơn 50 lớp ngoặc, hàm, dấu âm lồng nhau.", SHORTER),
        ("-" * 51 + "1", 228, 51, "Công thức có hơn 50 lớp ngoặc, hàm, dấu âm lồng nhau.", SHORTER),
        ("1+" * 100 + "1", 228, 200, "Công thức có 201 số, tên và dấu, nhiều nhất là 199.", SHORTER),
        ("thực_hiện" + " " * 492, 228, 501, "Công thức dài 501 ký tự, nhiều nhất là 500.", SHORTER),
        ("tổng_cụm(" * 4 + "1" + ")" * 4, 228, 28, "Công thức đặt hàm tính trên cả Cụm trong nhau quá 3 lớp.", SHORTER),
        # Characters.
        ("thực_hiện ^ 2", 229, 11, "Ký tự ^ không dùng trong công thức.",
         "Viết thành phép nhân, ví dụ thực_hiện × thực_hiện."),
        ("thực_hiện²", 229, 10, "Ký tự ² không dùng trong công thức.",
         "Viết thành phép nhân, ví dụ thực_hiện × thực_hiện."),
        ("1 – 2", 229, 3, "Ký tự – không dùng trong công thức.", "Dấu trừ viết - hoặc −."),
        ("1 + [2]", 229, 5, "Ký tự [ không dùng trong công thức.", "Dùng ngoặc đơn ( )."),
        ("thực_hiện %", 229, 11, "Ký tự % không dùng trong công thức.", "Dấu % chỉ viết ngay sau một số, ví dụ 95%."),
        ("“thực_hiện", 229, 1, "Ký tự “ không dùng trong công thức.", QUOTES),
        ("min（1; 2)", 229, 4, "Ký tự （ không dùng trong công thức.", "Viết “(” thay cho “（”."),
        ("1 ＋ 2", 229, 3, "Ký tự ＋ không dùng trong công thức.", "Viết “+” thay cho “＋”."),
        ("thực_hi\u200bện", 229, 8, "Ký tự U+200B không dùng trong công thức.",
         "Bỏ ký tự này, hoặc viết lại bằng số, tên số liệu, + − × ÷, phép so sánh, ngoặc ( ) và dấu chấm phẩy."),
        ("thực_hiệн", 229, 9, "Ký tự н không dùng trong công thức.",
         "Bỏ ký tự này, hoặc viết lại bằng số, tên số liệu, + − × ÷, phép so sánh, ngoặc ( ) và dấu chấm phẩy."),
    ],
)  # fmt: skip
def test_a_problem_is_told_where_it_is(text: str, code: int, column: int, message: str, remedy: str) -> None:
    found = parsed(text)
    assert isinstance(found, tuple)
    assert told(found[0]) == (code, column, message, remedy)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thực_hien ÷ xyz + 1.000", [(220, 1), (220, 13), (110, 19)]),
        ("nếu(thực_hiện; 1 > 0; 1) + (2", [(221, 28), (227, 5), (227, 16)]),
        ("min(xyz; làm_tròn(abc; 1,0,0))", [(220, 5), (220, 19), (224, 10), (226, 24)]),
        ("“1” + ^ ^", [(229, 1), (229, 3), (229, 7)]),
        # One fault is not told again by what holds it.
        ("1 > 2 > 3", [(227, 1)]),
        ("năm_trước ≥ 95%", [(227, 13)]),
        ("nếu((xyz và 1 > 0); (1 > 0 > 1); 1)", [(220, 6), (227, 22)]),
    ],
)
def test_several_problems_are_told_at_once(text: str, expected: Sequence[tuple[int, int]]) -> None:
    found = parsed(text)
    assert isinstance(found, tuple)
    assert sorted((each.code, each.column) for each in found) == sorted(expected)
    assert [each.column for each in found] == sorted(each.column for each in found)


def test_the_columns_are_those_of_the_text_before_the_formula() -> None:
    found = FormulaProblem(110, 5, (("text", "1.000"), ("thousands", "1000"), ("decimal", "1")))
    assert found.at(Place("thang-diem.yaml", 14, 18)).place == Place("thang-diem.yaml", 14, 22)


def test_every_code_is_told_by_some_formula() -> None:
    shown = {mark.args[1][row][1] for mark in _marks() for row in range(len(mark.args[1]))}
    assert {entry.code for entry in ENTRIES} <= shown
    assert [entry.code for entry in ENTRIES] == list(range(220, 230))


def _marks() -> Sequence[pytest.Mark]:
    marks: Sequence[pytest.Mark] = test_a_problem_is_told_where_it_is.pytestmark  # type: ignore[attr-defined]
    return marks


@pytest.mark.parametrize("bomb", ["(" * 10_000 + "1" + ")" * 10_000, "-" * 10_000, "nếu(" * 10_000, "1" * 10**6])
def test_a_bomb_is_refused_quickly(bomb: str) -> None:
    started = time.perf_counter()
    found = parsed(bomb)
    assert time.perf_counter() - started < 0.1
    assert isinstance(found, tuple)
    assert [each.code for each in found] == [228]


PIECES = [
    *NAMES, *FUNCTIONS, *"()();;,+−×÷-*/:<>=%^“", "≥", "<=", "<>", "≠", "và", "hoặc", "không phải", "không", "xyz",
    "1", "0,5", "95%", "1.000", "2,", "nếu(", "min(", "; 1)", " ", "\n", "５", "\u0323",
]  # fmt: skip


soups = st.lists(st.sampled_from(PIECES), max_size=60)


@given(st.text() | soups.map(" ".join) | soups.map("".join))
@example("nếu(" * 40)
@example("không phải " * 45)
@example("\x00\ud800")
def test_no_text_is_too_strange(text: str) -> None:
    found = parsed(text)
    if isinstance(found, Expression):
        return
    assert found
    for each in found:
        assert 1 <= each.column <= len(text) + 1
        code, _, message, remedy = told(each)
        assert code in CODES
        assert message
        assert remedy
