"""``thidua form``."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.failures import NOT_READABLE
from thidua_cli.options import NAME_OR_IDENTIFIER, PATH_OR_IDENTIFIER, home_option
from thidua_cli.results import check_command, tell
from thidua_cli.scored import tell_problems
from thidua_cli.vietnamese import command
from thidua_cli.wrong_usage import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua.model.period import Member, Period
    from thidua.model.scale import Scale

_SUFFIX = ".xlsx"


@command(
    "form",
    help="Lập biểu tự chấm điểm dạng bảng tính (.xlsx) cho đơn vị ghi: hướng dẫn, các tiêu chí như phụ lục thang điểm, "
    "bảng tổng hợp khen thưởng. Ghi THANG_ĐIỂM và mã đơn vị, hoặc --period và một đơn vị (--unit) hay mọi đơn vị "
    "(--all). Đơn vị ghi xong thì đưa vào bằng thidua import. Mã thoát 3 khi không đọc được thang điểm hoặc đợt chấm.",
    epilog="Ví dụ: thidua form --period examples/mien-dong-nam-bo-2019 --all -o bieu-tu-cham",
)
@click.argument("scale", type=PATH_OR_IDENTIFIER, metavar="[THANG_ĐIỂM]", required=False)
@click.option(
    "--period", type=PATH_OR_IDENTIFIER, metavar="ĐỢT_CHẤM", help="Đợt chấm điểm; cho biết thang điểm, đơn vị."
)
@click.option("--unit", type=NAME_OR_IDENTIFIER, metavar="ĐƠN_VỊ", help="Mã hoặc tên đơn vị.")
@click.option("--all", "all_units", is_flag=True, help="Lập cho mọi đơn vị của đợt; -o là một thư mục.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="TỆP",
    required=True,
    help="Tệp .xlsx sẽ lập, hoặc thư mục khi dùng --all. Không ghi đè tệp đã có.",
)
@home_option
def form(
    scale: str | None, period: str | None, unit: str | None, all_units: bool, output: Path, home: Path | None
) -> int:
    """Write the self-score forms; 3 where the scale or the period can't be read."""
    _check_usage(scale, period, unit, all_units)
    found = _of_period(period, home) if period else _of_scale(str(scale), unit or "", home)
    if found is None:
        return NOT_READABLE
    members = list(found[1])
    if unit and period:
        from thidua_cli.named import find_member

        members = [find_member(members, unit)]
    files = [output / f"{each.id}{_SUFFIX}" for each in members] if all_units else [output]
    _check_output(output, files, all_units)
    _write(found[0], members, found[2], files)
    return 0


def _check_usage(scale: str | None, period: str | None, unit: str | None, all_units: bool) -> None:
    context = click.get_current_context()
    if bool(scale) == bool(period):
        both = (
            "Chỉ ghi một trong hai: thang điểm hoặc --period." if scale else "Chưa ghi thang điểm hoặc đợt chấm điểm."
        )
        raise WrongUsage(both, "thidua form --period ĐỢT_CHẤM --all -o THƯ_MỤC", context)
    if bool(unit) == all_units:
        message = "Chỉ ghi một trong hai: --unit hoặc --all." if unit else "Chưa ghi lập cho đơn vị nào."
        raise WrongUsage(message, "ghi --unit và mã đơn vị, hoặc --all với --period.", context)
    if all_units and not period:
        raise WrongUsage("--all cần --period: thang điểm không cho biết có những đơn vị nào.", ctx=context)


def _of_period(written: str, home: Path | None) -> "tuple[Scale, Sequence[Member], Period] | None":
    from thidua import pipeline

    found = pipeline.status(written, home, with_dossiers=False)
    tell_problems(found, written, home)
    if found.period is None:
        return None
    if found.scale is None:
        if found.period.scale is None:
            click.echo(f"{written}: lỗi: Đợt này không có thang điểm nên không có biểu tự chấm điểm.", err=True)
        return None
    return found.scale, found.period.members, found.period


def _of_scale(written: str, unit: str, home: Path | None) -> "tuple[Scale, Sequence[Member], None] | None":
    from thidua import pipeline
    from thidua.model.period import Member

    found = pipeline.scale_of(written, home)
    tell(found.diagnostics, check_command(home, written))
    if found.scale is None:
        return None
    return found.scale, (Member(unit, unit),), None


def _check_output(output: Path, files: list[Path], all_units: bool) -> None:
    context = click.get_current_context()
    if not all_units and output.suffix.lower() != _SUFFIX:
        raise WrongUsage(f'Tệp "{output}" phải có phần mở rộng {_SUFFIX}.', f"ghi -o {output.stem}{_SUFFIX}", context)
    folder = output if all_units else output.parent
    above = folder.parent if all_units else folder
    if not above.is_dir() or (os.path.lexists(folder) and not folder.is_dir()):
        raise WrongUsage(f'Không ghi được vào "{folder}".', "ghi một thư mục có trên máy.", context)
    there = [each for each in files if os.path.lexists(each)]
    if there:
        # A form that is there may have been filled in already.
        hint = "ghi tên khác, hoặc chuyển tệp cũ đi trước; tệp đã có có thể đã được đơn vị ghi số liệu."
        raise WrongUsage(f'Đã có tệp "{there[0]}".', hint, context)


def _write(scale: "Scale", members: "Sequence[Member]", period: "Period | None", files: list[Path]) -> None:
    from thidua.forms.form import make_form
    from thidua.reading import write_whole
    from thidua.reports.notices import notices_of, notices_of_scale
    from thidua.reports.workbooks.form import form_workbook

    notices = notices_of(period, scale) if period else notices_of_scale(scale)
    files[0].parent.mkdir(exist_ok=True)
    for member, file in zip(members, files, strict=True):
        write_whole(file, form_workbook(make_form(scale, member, period, notices)))
        click.echo(f"Đã lập biểu tự chấm điểm của {member.name}: {file}", err=True)
