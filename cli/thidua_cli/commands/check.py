"""``thidua check``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.options import PATH_OR_IDENTIFIER, format_option, home_option
from thidua_cli.results import give
from thidua_cli.vietnamese import command

if TYPE_CHECKING:
    from thidua.home import Home


@command(
    "check",
    help="Tìm mọi lỗi trong thang điểm, đợt chấm điểm, hồ sơ và trường hợp kiểm thử. Nơi kiểm tra là tệp, thư mục "
    "hoặc mã thang điểm; không ghi thì kiểm tra cả thư mục gốc. Mã thoát 1 khi có lỗi.",
    epilog="Ví dụ: thidua check examples/thu-ngan-sach/mien-dong-nam-bo-2013",
)
@click.argument("paths", type=PATH_OR_IDENTIFIER, metavar="[NƠI_KIỂM_TRA]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Nêu cả thông tin để biết, không chỉ lỗi và cảnh báo.")
@click.option(
    "--fix",
    "mend",
    is_flag=True,
    help="Sửa luôn trong tệp .yaml những lỗi gõ máy móc (ký tự ẩn, dấu cách cứng, dấu đầu dòng và ngoặc cong của Word, "
    "thiếu dấu cách sau dấu hai chấm, thiếu ngoặc kép, cách viết tên mục, ngày, dấu thập phân…) rồi kiểm tra; không "
    "đổi điểm, không đổi ghi chú. Chỗ có thể hiểu hai cách thì không sửa; tệp CSV, Excel, Word không sửa.",
)
@format_option(["text", "json", "github"])
@home_option
def check(paths: tuple[str, ...], everything: bool, mend: bool, format_: str, home: Path | None) -> int:
    """Show everything that is wrong; 1 where something is an error."""
    mended = _mend(paths, home) if mend else 0
    from thidua import checking
    from thidua.diagnostics import has_errors
    from thidua.reports.diagnostics_report import github_report, json_list, text_report

    checked = checking.check(paths, home, everything)
    match format_:
        case "json":
            give(json_list(checked.diagnostics))
        case "github":
            give(github_report(checked.diagnostics))
        case _:
            give(text_report(checked.diagnostics, checked.files, "" if paths else _home_elsewhere(checked.home)))
            if checked.held_back:
                click.echo(f"Còn {checked.held_back} thông tin để biết, không phải sửa; thêm --all để xem.", err=True)
    if mend and not mended:
        click.echo(_LEFT if checked.diagnostics else "Không có gì phải sửa.", err=True)
    return int(has_errors(checked.diagnostics))


def _mend(paths: tuple[str, ...], home: Path | None) -> int:
    """Put right what is mechanical, say what it was, line by line, and how many places it were."""
    from thidua.fixing import fix

    fixed = fix(paths, home)
    for file in fixed:
        for change in file.changes:
            click.echo(f"{file.path}:{change.line}: đã sửa: {change.what}", err=True)
    changes = sum(len(file.changes) for file in fixed)
    if changes:
        click.echo(f"Đã sửa {changes} chỗ trong {len(fixed)} tệp.", err=True)
    return changes


def _home_elsewhere(home: "Home") -> str:
    """Which home was checked, where the user may not expect it: the working folder is not in it."""
    return "" if Path.cwd().is_relative_to(home.root) else f"Thư mục gốc: {home.origin} ({home.root})"


_LEFT = "Không có chỗ nào tự sửa được; sửa tay theo gợi ý trên."
