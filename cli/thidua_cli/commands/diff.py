"""``thidua diff``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.failures import NOT_READABLE
from thidua_cli.options import PATH_OR_IDENTIFIER, format_option, home_option, output_option
from thidua_cli.results import check_command, give, tell, terminal_width
from thidua_cli.scored import refuse_inputs
from thidua_cli.vietnamese import command
from thidua_cli.wrong_usage import WrongUsage

if TYPE_CHECKING:
    from thidua.reports.page import Page
    from thidua.versions import Compared

_IS_COMPARED = "Tệp này là một trong hai bản so sánh; ghi kết quả vào tệp khác."


@command(
    "diff",
    help="So sánh hai bản của thang điểm hoặc bộ quy tắc: tiêu chí thêm, bỏ, gộp, tách, chuyển nội dung; điểm chuẩn, "
    "mức điểm, số liệu, tài liệu kiểm chứng, căn cứ đã đổi. Bản là tệp, thư mục hoặc mã; với --git thì so bản đang có "
    "với bản đã lưu trong git. Với hai kết quả đã lưu của một đợt (thidua score … --format json "
    "-o TỆP): điểm, xếp hạng nào đổi, số liệu, tài liệu nào làm đổi. Có thay đổi vẫn là mã thoát 0; mã thoát 3 khi một "
    "bản không đọc được hoặc có lỗi.",
    epilog="Ví dụ: thidua diff mien-dong-nam-bo/2019 mien-dong-nam-bo/2020",
)
@click.argument("old", type=PATH_OR_IDENTIFIER, metavar="BẢN_CŨ")
@click.argument("new", type=PATH_OR_IDENTIFIER, metavar="[BẢN_MỚI]", required=False)
@click.option(
    "--git", "revision", metavar="LẦN_LƯU", help="So với bản git giữ ở lần lưu này, ví dụ HEAD; khi đó chỉ ghi một bản."
)
@format_option(["table", "md", "json"])
@output_option
@home_option
def diff(old: str, new: str | None, revision: str | None, format_: str, output: Path | None, home: Path | None) -> int:
    """Show what differs; 3 where one of the two can't be read."""
    from thidua import versions
    from thidua.comparison.runs_files import is_saved_run

    if any(is_saved_run(each) for each in (old, new) if each is not None):
        return _saved_runs(old, new, revision, format_, output)
    if new is not None and revision is not None:
        raise _usage("Có --git thì chỉ ghi một bản.", "bỏ bớt một bản, hoặc bỏ --git.")
    if new is not None:
        compared = versions.compare(old, new, home)
    elif revision is not None:
        compared = versions.compare_with_revision(old, revision, home)
    else:
        raise _usage("Thiếu bản thứ hai để so sánh.", "ghi thêm một bản, hoặc --git HEAD để so với bản git đã lưu.")
    return _give(compared, old if new is None else None, home, format_, output)


def _saved_runs(old: str, new: str | None, revision: str | None, format_: str, output: Path | None) -> int:
    """Show what differs between two saved results; 3 where they can't be compared."""
    from thidua.comparison.runs_files import compare_files, is_saved_run

    if new is None or revision is not None or not (is_saved_run(old) and is_saved_run(new)):
        hint = "ghi hai tệp do “thidua score ĐỢT_CHẤM --format json -o TỆP” lưu ở hai lần."
        raise _usage("Kết quả chấm điểm đã lưu (tệp JSON) chỉ so được với một kết quả đã lưu khác.", hint)
    compared = compare_files(old, new)
    refuse_inputs(output, compared.inputs, _IS_COMPARED)
    for each in compared.diagnostics:
        click.echo(str(each), err=True)
    if compared.difference is None:
        return NOT_READABLE
    if format_ == "json":
        from thidua.reports.runs_json import runs_json

        give(runs_json(compared.difference), output)
        return 0
    from thidua.reports.runs_report import runs_page

    _give_page(runs_page(compared.difference, compared.old, compared.new), format_, output)
    return 0


def _usage(message: str, hint: str) -> WrongUsage:
    return WrongUsage(message, hint, click.get_current_context())


def _give(compared: "Compared", path: str | None, home: Path | None, format_: str, output: Path | None) -> int:
    """Show a comparison in the format that is asked for; 3 where there is none."""
    refuse_inputs(output, compared.inputs, _IS_COMPARED)
    tell(compared.diagnostics, check_command(home, path))
    if compared.old is None or compared.new is None:
        return NOT_READABLE
    if format_ == "json":
        from thidua.reports.version_json import version_json

        give(version_json(compared.old, compared.new, compared.changes), output)
        return 0
    from thidua.reports.version_page import version_page

    _give_page(version_page(compared.old, compared.new, compared.changes), format_, output)
    return 0


def _give_page(page: "Page", format_: str, output: Path | None) -> None:
    from thidua.reports.page_text import page_markdown, page_table

    give(page_markdown(page) if format_ == "md" else page_table(page, terminal_width(output)), output)
