"""``thidua glossary``."""

import click

from thidua_cli.options import WORD
from thidua_cli.results import give
from thidua_cli.vietnamese import command
from thidua_cli.wrong_usage import WrongUsage


@command(
    "glossary",
    help="Tra từ dùng trong tệp và báo cáo: mục trong tệp, tên tiếng Anh, nghĩa. Không ghi từ thì liệt kê tất cả.",
    epilog='Ví dụ: thidua glossary "tài liệu kiểm chứng"',
)
@click.argument("term", type=WORD, metavar="[TỪ]", required=False)
def glossary(term: str | None) -> None:
    """Show the words in which a text is found, or all."""
    from thidua.reports.glossary import glossary as words
    from thidua.reports.glossary import nearest_term

    found = words(term)
    if not found:
        guess = nearest_term(term or "")
        near = f'có phải là "{guess}"? ' if guess else ""
        raise WrongUsage(f'Không tìm thấy từ "{term}".', f'{near}Chạy "thidua glossary" để xem tất cả.')
    give(found)
