"""``thidua init``."""

from datetime import date
from pathlib import Path

import click

from thidua_cli.options import IDENTIFIER
from thidua_cli.results import give
from thidua_cli.vietnamese import command

_REFUSED = 2


@command(
    "init",
    help="Lập thư mục gốc cho một Cụm mới từ tệp mẫu có lời chú: thang điểm, trường hợp kiểm thử, quy tắc, đợt chấm "
    "điểm và hồ sơ, kèm lược đồ cho trình soạn thảo. Kiểm tra, kiểm thử, chấm điểm được ngay; sau đó thay dần bằng nội "
    "dung của Cụm. Không ghi đè: thư mục phải chưa có hoặc còn trống.",
    epilog="Ví dụ: thidua init cum-a --cluster cum-a --year 2026",
)
@click.argument("folder", type=click.Path(path_type=Path), metavar="THƯ_MỤC")
@click.option(
    "--cluster",
    type=IDENTIFIER,
    metavar="MÃ",
    default="cum-thi-dua",
    show_default=True,
    help="Mã của Cụm: chữ thường không dấu, nối bằng gạch ngang.",
)
@click.option(
    "--year", type=click.IntRange(1990, 2098), metavar="NĂM", help="Năm thi đua; không ghi thì lấy năm hiện tại."
)
def init(folder: Path, cluster: str, year: int | None) -> int:
    """Write the files and say what each is for; 2 where they can't be written there."""
    from thidua.authoring import NewHome, make_home
    from thidua.reports.new_home import new_home_report

    made = make_home(folder, cluster, year or date.today().year)
    if not isinstance(made, NewHome):
        click.echo(str(made), err=True)
        return _REFUSED
    give(new_home_report(made))
    return 0
