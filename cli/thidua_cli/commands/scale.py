"""``thidua scale``: the group of commands on a scale in a spreadsheet."""

import click

from thidua_cli.lazy import Lazy, LazyGroup
from thidua_cli.options import home_option

_WRONG_USAGE = 2

COMMANDS = (
    Lazy("export", "thidua_cli.commands.scale_export:export", "Lập bảng tính của một thang điểm để sửa."),
    Lazy(
        "import",
        "thidua_cli.commands.scale_import:import_",
        "Đưa bảng tính đã sửa vào thang điểm: xem thay đổi, kiểm tra, ghi.",
    ),
)


@click.group(
    "scale",
    cls=LazyGroup,
    table=COMMANDS,
    help="Sửa thang điểm trên bảng tính: lập bảng (export), sửa bằng Excel hoặc LibreOffice, đưa vào lại (import).",
    epilog="Ví dụ: thidua scale export mien-dong-nam-bo/2020 -o thang-diem.xlsx",
)
@home_option
@click.pass_context
def scale(ctx: click.Context, home: object) -> int | None:
    """Show the help page where no command was given."""
    if ctx.invoked_subcommand is not None:
        return None
    click.echo(ctx.get_help(), err=True)
    return _WRONG_USAGE
