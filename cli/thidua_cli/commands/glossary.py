"""``thidua glossary``."""

import click

from thidua_cli.options import WORD
from thidua_cli.results import give
from thidua_cli.vietnamese import command
from thidua_cli.wrong_usage import WrongUsage


@command(
    "glossary",
    help="Tra từ dùng trong tệp và báo cáo: mục trong tệp, tên tiếng Anh, nghĩa. Không ghi từ thì liệt kê tất cả; "
    "ghi trọn tên một cách chấm thì thêm ví dụ và các lỗi thường gặp của cách đó.",
    epilog='Ví dụ: thidua glossary "tài liệu kiểm chứng"; thidua glossary "theo mức đạt"',
)
@click.argument("term", type=WORD, metavar="[TỪ]", required=False)
def glossary(term: str | None) -> None:
    """Show the words in which a text is found, or all."""
    from thidua.reports.glossary import glossary as words
    from thidua.reports.glossary import nearest_term
    from thidua.vocabulary import fold, spellings_of_words

    found = words(term)
    if not found:
        guess = nearest_term(term or "")
        near = f'có phải là "{guess}"? ' if guess else ""
        raise WrongUsage(f'Không tìm thấy từ "{term}".', f'{near}Chạy "thidua glossary" để xem tất cả.')
    method = spellings_of_words("method").get(fold(term or ""))
    if method:
        from thidua.reports.method_page import method_page

        found += f"\n{method_page(method)}\n"
    give(found)
