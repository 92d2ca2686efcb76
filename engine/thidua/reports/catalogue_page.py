"""``thidua rule``: the page of one code of the catalogue, and the list of all."""

import re
from collections.abc import Iterator
from textwrap import dedent, indent

from thidua.diagnostics import CATALOGUE, Entry
from thidua.reports.layout import hanging, wrap

AREAS = {
    1: "Tệp, cách viết YAML, số và ngày",
    2: "Thang điểm",
    3: "Quy tắc kiểm tra, bình xét",
    4: "Hồ sơ và nguồn ngoài",
    5: "Đợt chấm điểm",
    6: "So sánh hai bản, hai kết quả",
    7: "Trường hợp kiểm thử",
}
_CODE = re.compile(r"(?:TD)?[-\s]*([0-9]{1,3})", re.IGNORECASE)
_DOTS = re.compile(r"…+\.?")
_WIDTH, _INDENT = 96, "    "
_FURTHEST = 3


class _Dots(dict[str, str]):
    """Fills a template where there are no values."""

    def __missing__(self, _name: str) -> str:
        return "…"


def find_entry(written: str) -> Entry | None:
    """The entry of a code however it is typed: ``TD-203``, ``td203``, ``203``."""
    number = _number(written)
    return None if number is None else CATALOGUE.get(number)


def is_code(written: str) -> bool:
    """Whether a text has the form of a code."""
    return _number(written) is not None


def nearest_code(written: str) -> str | None:
    """The code that was probably meant by one that does not exist; None where none is near."""
    number = _number(written)
    near = [] if number is None else [code for code in CATALOGUE if _is_near(code, number)]
    return CATALOGUE[min(near, key=lambda code: (abs(code - (number or 0)), code))].name if near else None


def _is_near(code: int, number: int) -> bool:
    """Whether two codes lie side by side, or one wrong digit within their hundred makes the one of the other."""
    wrong_digits = sum(one != other for one, other in zip(f"{code:03}", f"{number:03}", strict=True))
    return abs(code - number) <= _FURTHEST or (code // 100 == number // 100 and wrong_digits == 1)


def page(entry: Entry) -> str:
    """Everything that there is to say about a kind of problem."""
    parts = [
        f"{entry.name}: {entry.title}",
        f"Mức độ: {entry.severity.vietnamese}",
        _part("Thông báo", _without_values(entry.message)),
        _part("Vì sao", entry.why),
        f"Ví dụ:\n{indent(_aligned(entry.example), _INDENT)}",
        _part("Cách sửa", _remedy(entry)),
    ]
    return "\n\n".join(parts) + "\n"


def list_page() -> str:
    """All codes with their titles, by area."""
    areas = sorted({code // 100 for code in CATALOGUE})
    return "\n\n".join(["\n".join(_area(number)) for number in areas] + ["Xem một mã: thidua rule TD-110"]) + "\n"


def _area(number: int) -> Iterator[str]:
    yield f"{number}xx. {AREAS[number]}"
    for code, entry in CATALOGUE.items():
        if code // 100 == number:
            yield from hanging(f"{entry.title} ({entry.severity.vietnamese})", f"  {entry.name}  ", 10)


def _number(written: str) -> int | None:
    match = _CODE.fullmatch(written.strip())
    return int(match[1]) if match else None


def _part(label: str, text: str) -> str:
    return f"{label}:\n{indent(chr(10).join(wrap(text, _WIDTH)), _INDENT)}"


def _remedy(entry: Entry) -> str:
    hint = _without_values(entry.hint)
    if not hint.strip("… "):
        return "Làm theo gợi ý in ngay dưới thông báo; gợi ý tùy từng trường hợp."
    return hint[:1].upper() + hint[1:]


def _without_values(template: str) -> str:
    return _DOTS.sub("…", template.format_map(_Dots()))


def _aligned(example: str) -> str:
    """An example whose further lines stand under its first: deeper where the first opens a block, else beside it.

    Examples that show wrong and right (``Sai:``, ``Đúng:``) carry their own layout.
    """
    first, _, rest = example.partition("\n")
    if not rest.startswith(" ") or "Đúng:" in rest:
        return example
    return f"{first}\n{indent(dedent(rest), '  ' if first.endswith(':') else '')}"
