"""``thidua diff``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from thidua_cli.failures import NOT_READABLE
from thidua_cli.options import PATH_OR_IDENTIFIER, format_option, home_option, output_option
from thidua_cli.results import check_command, give, tell, terminal_width
from thidua_cli.scored import refuse_inputs, tell_problems
from thidua_cli.vietnamese import command
from thidua_cli.wrong_usage import WrongUsage

if TYPE_CHECKING:
    from thidua.comparison.period_impact import PeriodImpact
    from thidua.comparison.sensitivity import PlaceRange
    from thidua.reports.page import Page
    from thidua.versions import Compared, Version

_WRONG_USAGE = 2


class _Period(Struct, frozen=True):
    """The period that is to be scored by both, and whether the ranges of its places are asked for."""

    name: str | None
    with_ranges: bool


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
@click.option(
    "--period",
    type=PATH_OR_IDENTIFIER,
    metavar="ĐỢT_CHẤM",
    help="Chấm hồ sơ của đợt này theo cả hai thang điểm: tổng điểm, xếp hạng của ai thay đổi và vì sao.",
)
@click.option(
    "--what-if",
    "what_ifs",
    multiple=True,
    metavar="MÃ.MỤC=GIÁ_TRỊ",
    help='Thử đổi một giá trị của thang điểm mà không sửa tệp, ví dụ "thu-ngan-sach.điểm chuẩn=50"; khi đó chỉ ghi một '
    "bản, và ghi tùy chọn này nhiều lần để thử nhiều giá trị.",
)
@click.option(
    "--range",
    "with_ranges",
    is_flag=True,
    help="Cùng --period: thêm khoảng xếp hạng theo bản mới khi điểm chuẩn của các tiêu chí tăng, giảm 10%.",
)
@format_option(["table", "md", "json", "html"])
@output_option
@home_option
def diff(
    old: str,
    new: str | None,
    revision: str | None,
    period: str | None,
    what_ifs: tuple[str, ...],
    with_ranges: bool,
    format_: str,
    output: Path | None,
    home: Path | None,
) -> int:
    """Show what differs; 3 where one of the two, or the period, can't be read; 2 where a change can't be tried out."""
    from thidua.comparison.runs_names import is_saved_run

    if any(is_saved_run(each) for each in (old, new) if each is not None):
        if period is not None or what_ifs or with_ranges:
            raise _usage("Kết quả đã lưu không chấm lại được.", "bỏ --period, --what-if, --range.")
        return _saved_runs(old, new, revision, format_, output)
    if new is not None and revision is not None:
        raise _usage("Có --git thì chỉ ghi một bản.", "bỏ bớt một bản, hoặc bỏ --git.")
    if what_ifs and (new is not None or revision is not None):
        hint = "bỏ --what-if, hoặc bỏ bản thứ hai, --git."
        if not all("=" in each for each in what_ifs):  # a space in the change has cut it in two
            hint = 'đặt cả thay đổi trong ngoặc kép thẳng, ví dụ --what-if "thu-ngan-sach.điểm chuẩn=50".'
        raise _usage("Có --what-if thì chỉ ghi một bản, không dùng cùng --git.", hint)
    if with_ranges and period is None:
        raise _usage("Khoảng xếp hạng cần hồ sơ của một đợt.", "ghi thêm --period ĐỢT_CHẤM, hoặc bỏ --range.")
    wanted = _Period(period, with_ranges)
    if what_ifs:
        return _try_out(old, what_ifs, wanted, home, format_, output)
    compared = _compared(old, new, revision, home)
    return _give(compared, old if new is None else None, wanted, home, format_, output)


def _compared(old: str, new: str | None, revision: str | None, home: Path | None) -> "Compared":
    from thidua import versions

    if new is not None:
        return versions.compare(old, new, home)
    if revision is not None:
        return versions.compare_with_revision(old, revision, home)
    hint = "ghi thêm một bản, --git HEAD để so với bản git đã lưu, hoặc --what-if để thử một thay đổi."
    raise _usage("Thiếu bản thứ hai để so sánh.", hint)


def _try_out(
    written: str, what_ifs: tuple[str, ...], wanted: _Period, home: Path | None, format_: str, output: Path | None
) -> int:
    """Show what changes that are only tried out do; what is to be said of them in full, for no check ever says it."""
    from thidua import impacts

    tried = impacts.compare_with_draft(written, what_ifs, home)
    for each in tried.notes:
        click.echo(str(each), err=True)
    if tried.of_rules:
        raise _usage("Chỉ thử thay đổi được thang điểm, không thử được quy tắc.", "bỏ --what-if.")
    if tried.compared.old is not None and tried.compared.new is None:
        click.echo(
            "Bản thử có lỗi nên chưa so sánh được; thử thêm các thay đổi phải đi cùng, hoặc giá trị khác.", err=True
        )
        return _WRONG_USAGE
    return _give(tried.compared, written, wanted, home, format_, output, what_ifs)


def _saved_runs(old: str, new: str | None, revision: str | None, format_: str, output: Path | None) -> int:
    """Show what differs between two saved results; 3 where they can't be compared."""
    from thidua.comparison.runs_files import compare_files
    from thidua.comparison.runs_names import is_saved_run

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


def _give(
    compared: "Compared",
    path: str | None,
    wanted: _Period,
    home: Path | None,
    format_: str,
    output: Path | None,
    what_ifs: tuple[str, ...] = (),
) -> int:
    """Show a comparison in the format that is asked for; 3 where there is none."""
    refuse_inputs(output, compared.inputs, _IS_COMPARED)
    tell(compared.diagnostics, check_command(home, path))
    if compared.old is None or compared.new is None:
        return NOT_READABLE
    found = _impact(compared.old, compared.new, wanted.name, home, output) if wanted.name is not None else None
    if found is not None and found.impact is None:
        return NOT_READABLE
    first = (f"BẢN THỬ, CHƯA SỬA TỆP: {'; '.join(what_ifs)}",) if what_ifs else ()
    if format_ == "json":
        from thidua.reports.impact_json import impact_json
        from thidua.reports.version_json import version_json

        rows = impact_json(found.impact, found.period_hash, _ranges(found, wanted)) if found and found.impact else None
        give(version_json(compared.old, compared.new, compared.changes, rows, first), output)
        return 0
    from thidua.reports.impact_page import with_impact, with_notices
    from thidua.reports.version_page import version_page

    page = with_notices(version_page(compared.old, compared.new, compared.changes), first)
    impact = found.impact if found else None
    whole = with_impact(page, found, impact, _ranges(found, wanted) or ()) if found and impact else page
    if format_ == "html":
        from thidua.pages.versions import versions_html

        give(versions_html(compared.old, compared.new, page, whole, impact), output)
        return 0
    _give_page(whole, format_, output)
    return 0


def _ranges(found: "PeriodImpact", wanted: _Period) -> "tuple[PlaceRange, ...] | None":
    """The places under the new version when standard points move, where they are asked for."""
    if found.impact is None or not wanted.with_ranges:
        return None
    from thidua.comparison.sensitivity import place_ranges

    return place_ranges(found.impact.new, found.impact.readings["new"].known)


def _give_page(page: "Page", format_: str, output: Path | None) -> None:
    if format_ == "html":
        from thidua.pages.plain import page_html

        give(page_html(page), output)
        return
    from thidua.reports.page_text import page_markdown, page_table

    give(page_markdown(page) if format_ == "md" else page_table(page, terminal_width(output)), output)


def _impact(old: "Version", new: "Version", period: str, home: Path | None, output: Path | None) -> "PeriodImpact":
    """What the two versions do to a period; what is wrong with it is told."""
    from thidua import impacts
    from thidua.model.scale import Scale

    if not (isinstance(old.model, Scale) and isinstance(new.model, Scale)):
        hint = "bỏ --period, hoặc so sánh hai thang điểm."
        raise _usage("Quy tắc không đổi điểm nên không có tác động đến điểm.", hint)
    found = impacts.impact_on(period, old.model, new.model, home)
    refuse_inputs(output, found.inputs)
    tell_problems(found, period, home)
    return found
