"""``thidua files``."""

from pathlib import Path

import click

from thidua_cli.failures import NOT_READABLE
from thidua_cli.options import PATH_OR_IDENTIFIER, home_option, output_option
from thidua_cli.results import give
from thidua_cli.scored import refuse_inputs, tell_problems
from thidua_cli.vietnamese import command


@command(
    "files",
    help="Kê các tệp mà hồ sơ của đợt ghi tên: dung lượng và mã băm SHA-256, dạng CSV để lưu. --since so với bản kê đã "
    "lưu: tệp nào đã đổi, mất, thêm. Mã thoát 1 khi khác bản kê đã lưu, 3 khi không đọc được.",
    epilog="Ví dụ: thidua files examples/mien-dong-nam-bo-2019 -o ke-tep.csv",
)
@click.argument("period", type=PATH_OR_IDENTIFIER, metavar="ĐỢT_CHẤM")
@click.option(
    "--since",
    "saved",
    type=click.Path(path_type=Path),
    metavar="TỆP",
    help="Bản kê đã lưu trước đó bằng thidua files -o.",
)
@output_option
@home_option
def files(period: str, saved: Path | None, output: Path | None, home: Path | None) -> int:
    """List the files, or tell what differs; 1 where something does, 3 where something can't be read."""
    from thidua import pipeline
    from thidua.building.kept_files import kept_files
    from thidua.reading import CSV_LIMIT, read_text
    from thidua.reports.file_list import changes_since, file_list

    standing = pipeline.status(period, home)
    refuse_inputs(output, standing.inputs)
    tell_problems(standing, period, home)
    if standing.period is None or standing.folder is None:
        return NOT_READABLE
    found = kept_files(standing.period, standing.dossiers, standing.dossier_folder, standing.folder)
    if saved is None:
        give(f"\ufeff{file_list(found)}" if output else file_list(found), output)
        return 0
    text = read_text(saved, str(saved), CSV_LIMIT)
    told = changes_since(text, found) if isinstance(text, str) else None
    if told is None:
        problem = f"{saved}: lỗi: Không phải bản kê do thidua files -o lập." if isinstance(text, str) else str(text)
        click.echo(problem, err=True)
        return NOT_READABLE
    give("".join(f"{line}\n" for line in told) or "Không tệp nào đổi so với bản kê đã lưu.\n", output)
    return int(bool(told))
