"""``thidua test`` as text: what failed, why, and the count on the last line."""

from fractions import Fraction
from typing import Any

from msgspec.structs import replace
from small_cluster import HOME

from thidua import case_runs
from thidua.casework import CaseResult, run_case
from thidua.home import find_home
from thidua.loading.scales import load_scale
from thidua.reports.cases_report import cases_report, what_did_not_run

SCALE_FILE = HOME / "criteria" / "cum-nho" / "2019" / "thang-diem.yaml"


def results() -> tuple[CaseResult, ...]:
    return case_runs.run_cases([], HOME).results


def wrongly_expected(name: str, unit: int = 0) -> CaseResult:
    """A case that fails, for it expects one point in one of its units."""
    case = next(each.case for each in results() if each.case.name == name)
    units = list(case.units)
    units[unit] = replace(units[unit], points=Fraction(1))
    scale = load_scale(SCALE_FILE).scale
    assert scale
    return run_case(replace(case, units=tuple(units), file="tests/kinh-te.yaml"), scale)


def test_all_pass() -> None:
    assert cases_report(results()) == "6 trường hợp: 6 đạt, 0 không đạt\n"


def told(asked: str | None = None, **fields: Any) -> str:
    return " ".join(
        what_did_not_run(
            case_runs.Tested(find_home(HOME, HOME), **{"results": (), "diagnostics": (), **fields}), asked
        ).split()
    )


def test_why_nothing_ran_is_said_plainly_before_the_count() -> None:
    text = cases_report((), "Không tìm thấy.")
    assert text == "Không tìm thấy.\n\n0 trường hợp: 0 đạt, 0 không đạt\n"
    what = "(tệp .yaml có dòng “loại tệp: trường hợp kiểm thử”)"
    assert told() == f"Không tìm thấy tệp trường hợp kiểm thử nào {what}."
    assert told("README.md") == f"Không tìm thấy tệp trường hợp kiểm thử nào trong “README.md” {what}."
    assert told("tests", files=2) == "Không chạy được trường hợp nào vì tệp trường hợp kiểm thử có lỗi."


def test_what_did_not_run_is_said_also_where_others_ran() -> None:
    assert told(results=results(), files=3, not_run=("a.yaml", "b.yaml")) == (
        "Không chạy được các trường hợp trong a.yaml, b.yaml vì thang điểm hoặc bộ quy tắc có lỗi."
    )
    assert told(results=results(), files=3, not_run=("a.yaml",), cases_not_run=4) == (
        "Không chạy được các trường hợp trong a.yaml vì thang điểm hoặc bộ quy tắc có lỗi. Cả thảy 4 trường hợp chưa "
        "chạy được."
    )
    assert told(results=results(), files=2, cases_not_run=1) == (
        "1 trường hợp chưa chạy được vì tệp trường hợp kiểm thử có lỗi."
    )
    assert told(results=results(), files=2) == ""


def test_a_failing_case_shows_its_place_both_results_the_arithmetic_and_the_clause() -> None:
    failed = wrongly_expected("Hoàn thành 97,25% dự toán")
    assert cases_report((results()[0], failed)) == (
        "tests/kinh-te.yaml:4: không đạt: Hoàn thành 97,25% dự toán\n"
        "    Tiêu chí:     thu-ngan-sach\n"
        "    Phải có:      1 điểm, đã chấm\n"
        "    Tính ra:      18,63 điểm, đã chấm\n"
        "    Cách tính:    thực hiện 97,25% dự toán, thiếu 2,75%: 20 − 2,75 × 0,5 = 18,625, làm tròn 18,63\n"
        "                  điểm\n"
        "                  - tỷ lệ hoàn thành = 3.890.000 ÷ 4.000.000 = 97,25%\n"
        "                  - phần thiếu = (100% − 97,25%) × 100 = 2,75\n"
        "    Căn cứ:       Đề cương báo cáo, Phần thứ nhất, mục II.1\n"
        "\n"
        "2 trường hợp: 1 đạt, 1 không đạt\n"
    )


def test_of_several_units_only_those_that_fail_are_shown_by_name() -> None:
    text = cases_report([wrongly_expected("Đơn vị cao nhất, đơn vị ở giữa và đơn vị không được giao chỉ tiêu", unit=1)])
    assert "    Đơn vị:       Tỉnh B\n" in text
    assert "Đơn vị:       Tỉnh A" not in text
    assert "cao nhất trong Cụm = 25% (Tỉnh A)" in text


def test_no_points_are_called_so() -> None:
    text = cases_report([wrongly_expected("Chưa có kết quả chấm của Ban Thi đua - Khen thưởng Trung ương")])
    assert "    Phải có:      1 điểm, chờ nguồn ngoài\n    Tính ra:      không có điểm, chờ nguồn ngoài\n" in text
