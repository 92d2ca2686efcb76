"""``thidua schema``."""

from pathlib import Path

import click

from thidua_cli.options import NAME_OR_IDENTIFIER, output_option
from thidua_cli.results import give
from thidua_cli.vietnamese import command
from thidua_cli.wrong_usage import WrongUsage

_EXAMPLES = 'Ví dụ: thidua schema "thang điểm" -o criteria/thang-diem.schema.json'


@command(
    "schema",
    help="Ghi lược đồ JSON Schema của một loại tệp, để trình soạn thảo gợi ý mục, giải nghĩa và báo lỗi ngay khi gõ. "
    "LOẠI_TỆP là từ ghi ở “loại tệp” hoặc tên tệp như thang-diem; không ghi thì liệt kê các loại tệp.",
    epilog=_EXAMPLES,
)
@click.argument("kind", type=NAME_OR_IDENTIFIER, metavar="[LOẠI_TỆP]", required=False)
@output_option
@click.option(
    "--all",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="THƯ_MỤC",
    help="Ghi lược đồ của mọi loại tệp vào thư mục này.",
)
def schema(kind: str | None, output: Path | None, folder: Path | None) -> None:
    """Write one schema, all of them, or the list of kinds."""
    from thidua.schemas.editor import EDITOR_FILES, editor_text

    if folder is not None:
        _refuse_beside_all(kind, output)
        for each, file in EDITOR_FILES.items():
            give(editor_text(each), folder / file)
    elif kind is not None:
        give(editor_text(_found(kind)), output)
    elif output is not None:
        raise WrongUsage("Chưa ghi loại tệp cần lược đồ.", f"{_kinds()}. {_EXAMPLES}")
    else:
        give(_list_page())


def _refuse_beside_all(kind: str | None, output: Path | None) -> None:
    if kind is not None or output is not None:
        beside = "loại tệp" if output is None else 'tùy chọn "--output"'
        raise WrongUsage(f'Tùy chọn "--all" ghi mọi loại tệp nên không đi cùng {beside}.', "bỏ một trong hai.")


def _found(written: str) -> str:
    from thidua.schemas.editor import kind_of_word

    kind = kind_of_word(written)
    if kind is None:
        raise WrongUsage(f'Không có loại tệp "{written}".', f"{_kinds()}.")
    return kind


def _kinds() -> str:
    from thidua.schemas.editor import EDITOR_FILES
    from thidua.vocabulary import word

    return f"ghi một trong: {'; '.join(word('file_type', kind) for kind in EDITOR_FILES)}"


def _list_page() -> str:
    from thidua.reports.layout import table
    from thidua.schemas.editor import EDITOR_FILES, MODELINE
    from thidua.vocabulary import word

    rows = [(word("file_type", kind), file) for kind, file in EDITOR_FILES.items()]
    use = f"Dòng đầu của tệp cần soạn, đường dẫn tính từ tệp đó:\n  {MODELINE.format('../../thang-diem.schema.json')}"
    return f"{table(('Loại tệp', 'Tên tệp lược đồ'), rows)}\n\n{use}\n{_EXAMPLES}\n"
