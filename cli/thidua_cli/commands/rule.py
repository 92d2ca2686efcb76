"""``thidua rule``."""

import click

from thidua_cli.options import IDENTIFIER
from thidua_cli.results import give
from thidua_cli.vietnamese import command
from thidua_cli.wrong_usage import WrongUsage


@command(
    "rule",
    help="Giải thích một mã lỗi: sai ở đâu, vì sao, ví dụ và cách sửa. Không ghi mã thì liệt kê mọi mã.",
    epilog="Ví dụ: thidua rule TD-203",
)
@click.argument("code", type=IDENTIFIER, metavar="[MÃ_LỖI]", required=False)
def rule(code: str | None) -> None:
    """Show the page of a code, or the list of all."""
    from thidua.reports.catalogue_page import find_entry, is_code, list_page, nearest_code, page

    if code is None:
        give(list_page())
        return
    entry = find_entry(code)
    if entry is None:
        guess = nearest_code(code)
        near = f'có phải là "{guess}"? ' if guess else "" if is_code(code) else "mã lỗi có dạng TD-203. "
        raise WrongUsage(f'Không có mã lỗi "{code}".', f'{near}Chạy "thidua rule" để xem mọi mã.')
    give(page(entry))
