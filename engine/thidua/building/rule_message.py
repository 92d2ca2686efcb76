"""Build what a rule says: a text with the fields of its facts in braces."""

import re
from collections.abc import Mapping

from thidua.building.rule_fields import find_field, suggest_field
from thidua.model.rules import Reference
from thidua.schemas import Path, Shaped
from thidua.vocabulary import FactKind, nearest

_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


def build_message(
    shaped: Shaped, text: str, path: Path, named: Mapping[str, FactKind | None]
) -> tuple[str | Reference, ...]:
    """The parts of a message in the order in which they are said; what is wrong with one is reported (TD-308)."""
    parts: list[str | Reference] = []
    end = 0
    for found in _BRACES.finditer(text):
        parts.append(text[end : found.start()])
        end = found.end()
        written = found[1]
        if written is None:
            _report(
                shaped,
                path,
                found[0],
                "ngoặc nhọn không đóng mở thành cặp",
                "Viết tên dữ kiện và mục trong cặp ngoặc nhọn.",
            )
            continue
        part = _reference(shaped, path, written, named)
        parts.extend((part,) if part else ())
    parts.append(text[end:])
    return tuple(part for part in parts if part)


def _reference(shaped: Shaped, path: Path, written: str, named: Mapping[str, FactKind | None]) -> Reference | None:
    name, dot, field_name = (part.strip() for part in written.partition("."))
    if not dot:
        _report(shaped, path, f"{{{written}}}", "thiếu dấu chấm và tên mục", "Viết tên dữ kiện, dấu chấm, tên mục.")
        return None
    if name in named and named[name] is None:
        return None  # its kind could not be read, which has been said
    kind = named.get(name)
    if kind is None:
        guess = nearest(name, named)
        known = f"Đã đặt tên: {', '.join(named)}." if named else "Chưa đặt tên dữ kiện nào."
        _report(
            shaped,
            path,
            f"{{{written}}}",
            f"không có dữ kiện tên “{name}”",
            f"Có phải là “{guess}”?" if guess else known,
        )
        return None
    field = find_field(field_name, kind)
    if field is None:
        reason = f"dữ kiện “{kind.term.vietnamese}” không có mục “{field_name}”"
        _report(shaped, path, f"{{{written}}}", reason, suggest_field(field_name, kind))
        return None
    if field.type == "key":
        reason = f"mục “{field_name}” chỉ để nối hai dữ kiện, không in được"
        _report(shaped, path, f"{{{written}}}", reason, "Dùng mục khác, ví dụ: tài liệu.")
        return None
    return Reference(name, field.identifier)


def _report(shaped: Shaped, path: Path, written: str, reason: str, suggestion: str) -> None:
    shaped.report(308, path, written=written, reason=reason, suggestion=suggestion)
