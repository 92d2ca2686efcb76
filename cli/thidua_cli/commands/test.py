"""``thidua test``."""

from pathlib import Path

import click

from thidua_cli.options import PATH_OR_IDENTIFIER, home_option
from thidua_cli.results import check_command, give, tell
from thidua_cli.vietnamese import command


@command(
    "test",
    help="Chạy các trường hợp kiểm thử do chuyên viên soạn: cho số liệu, so điểm tính ra với điểm phải có; cho dữ "
    "kiện, xem quy tắc có nêu vấn đề không. Nơi kiểm thử là tệp, thư mục, mã thang điểm hoặc mã bộ quy tắc; không ghi "
    "thì chạy mọi trường hợp. Với --coverage: nêu thêm tiêu chí, mức, trạng thái, quy tắc nào chưa có trường hợp nào "
    "tới, và dòng cần thêm. Mã thoát 1 khi có trường hợp không đạt, tệp có lỗi, hoặc nơi kiểm thử không có trường "
    "hợp nào.",
    epilog="Ví dụ: thidua test thu-ngan-sach/ty-le",
)
@click.argument("path", type=PATH_OR_IDENTIFIER, metavar="[NƠI_KIỂM_THỬ]", required=False)
@click.option("--coverage", is_flag=True, help="Nêu những gì chưa có trường hợp nào tới; mã thoát không đổi.")
@home_option
def test(path: str | None, coverage: bool, home: Path | None) -> int:
    """Show the cases that fail; 1 where one does, a file has errors, or nothing ran where something was asked for."""
    from thidua import case_runs
    from thidua.diagnostics import has_errors
    from thidua.reports.cases_report import cases_report, what_did_not_run

    tested = case_runs.run_cases([] if path is None else [path], home, also_untested=coverage)
    tell(tested.diagnostics, check_command(home, path))
    covered = ""
    if coverage:
        from thidua.reports.coverage_report import coverage_report

        covered = coverage_report(tested)
    give(cases_report(tested.results, what_did_not_run(tested, path), covered))
    in_vain = path is not None and not tested.results
    return int(in_vain or has_errors(tested.diagnostics) or not all(result.passed for result in tested.results))
