"""``thidua import``."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.failures import NOT_READABLE
from thidua_cli.options import DAY, IDENTIFIER, PATH_OR_IDENTIFIER, home_option
from thidua_cli.results import check_command, tell
from thidua_cli.vietnamese import command
from thidua_cli.wrong_usage import WrongUsage

if TYPE_CHECKING:
    from thidua.importing import Imported

_LISTED = 12


@command(
    "import",
    help="Đọc biểu tự chấm điểm (.xlsx, .ods) đơn vị đã ghi, hoặc bảng tự chấm trong tệp Word (.docx, kèm --unit), "
    "thành hồ sơ trong thư mục hồ sơ của đợt; biểu gốc để cạnh "
    "hồ sơ, kèm mã băm. Mọi vấn đề được nêu kèm địa chỉ ô. Biểu có lỗi thì hồ sơ của đơn vị đó không đổi. Mã thoát 1 "
    "khi có biểu chưa nhập được, 3 khi không đọc được đợt chấm điểm.",
    epilog="Ví dụ: thidua import tinh-a.xlsx tinh-b.ods --period examples/mien-dong-nam-bo-2019 --received 10/02/2020",
)
@click.argument("files", type=click.Path(path_type=Path), metavar="TỆP…", nargs=-1, required=True)
@click.option("--period", type=PATH_OR_IDENTIFIER, metavar="ĐỢT_CHẤM", required=True, help="Đợt chấm điểm nhận hồ sơ.")
@click.option("--unit", type=IDENTIFIER, metavar="MÃ", help="Mã đơn vị, cho một biểu không còn ghi mã đơn vị.")
@click.option("--received", type=DAY, metavar="NGÀY", help="Ngày nhận các biểu này (ngày/tháng/năm), ghi vào hồ sơ.")
@click.option("--replace", "replacing", is_flag=True, help="Thay hồ sơ đã có; hồ sơ cũ giữ trong thư mục ban-cu.")
@home_option
def import_(
    files: tuple[Path, ...],
    period: str,
    unit: str | None,
    received: date | None,
    replacing: bool,
    home: Path | None,
) -> int:
    """Bring workbooks in; 1 where one could not be, 3 where the period can't be read."""
    from thidua.importing import import_forms

    if unit and len(files) > 1:
        raise WrongUsage("--unit chỉ dùng khi nhập một tệp.", "nhập từng tệp một.", click.get_current_context())
    done = import_forms(files, period, home, unit=unit, replacing=replacing, received=received, tell=_tell)
    if done.imported is None:
        tell(done.diagnostics, check_command(home, period))
        return NOT_READABLE
    failed = sum(1 for each in done.imported if each.dossier is None and not each.unchanged)
    if len(files) > 1:
        click.echo(f"{len(files)} biểu: {len(files) - failed} đã nhập, {failed} chưa nhập được", err=True)
    return int(failed > 0)


def _tell(imported: "Imported") -> None:
    from thidua.home import shown

    for found in imported.diagnostics:
        click.echo(str(found), err=True)
    who = imported.unit.name if imported.unit else imported.file.name
    if imported.dossier:
        click.echo(f"Đã nhập hồ sơ của {who}: {shown(imported.dossier)}", err=True)
    elif not imported.unchanged:
        click.echo(f"Chưa nhập biểu của {who}: sửa {_errors(imported)} rồi nhập lại.", err=True)


def _errors(imported: "Imported") -> str:
    """How many errors there are and where, for they may stand among many warnings."""
    from thidua.diagnostics import Severity

    errors = [found for found in imported.diagnostics if found.severity is Severity.ERROR]
    cells = [found.place.cell for found in errors if found.place.cell]
    listed = ", ".join(cells[:_LISTED]) + (", …" if len(cells) > _LISTED else "")
    return f"{len(errors)} lỗi nêu trên{f' (ô {listed})' if listed else ''}"
