"""``thidua new``: what was moved to the new year, and what the expert still must look at."""

from collections.abc import Iterator, Sequence

from thidua.authoring import Created
from thidua.authoring.still_named import Named
from thidua.home import SCALE_FILE, shown
from thidua.reports.layout import hanging

_INDENT = 4


def new_version_report(made: Created) -> str:
    """The files, every changed line, the lines that still name another year, and the commands to go on with."""
    return "\n".join(_lines(made)) + "\n"


def _lines(made: Created) -> Iterator[str]:
    yield f"Đã lập {shown(made.file)} từ {shown(made.source)}."
    if made.cases:
        yield from hanging(
            f"Đã chép {len(made.cases)} tệp trường hợp kiểm thử vào {shown(made.cases[0].parent)}; chỉ đổi mã.", "", 0
        )
    yield ""
    yield "Đã sửa:"
    yield from _changed(made)
    if made.moved.to_look_at:
        yield ""
        yield "Xem lại bằng tay, vì còn nhắc năm khác:"
        yield from _named(made.moved.to_look_at)
    if made.moved.old_set_named:
        yield ""
        yield f"Xem lại bằng tay, vì còn mang tên của “{made.by.old_set}”:"
        yield from _named(made.moved.old_set_named)
    yield ""
    is_scale = made.file.name == SCALE_FILE
    # A scale may have the id of the rules; then only the file tells which is meant.
    old, new = (made.by.old_id, made.by.new_id) if is_scale else (shown(made.source), shown(made.file))
    yield f"Việc tiếp theo: sửa {'điểm và mức' if is_scale else 'quy tắc'} của năm mới, rồi chạy"
    yield f"  thidua check {new}"
    yield f"  thidua test {new}"
    yield f"  thidua diff {old} {new}"


def _named(named: Named) -> Iterator[str]:
    for name, lines in named:
        yield from hanging(f"{name}: dòng {_listed(lines)}", "  ", _INDENT)


def _changed(made: Created) -> Iterator[str]:
    """Each change in full, but for the many that only name the new year and what was made a comment."""
    changes = made.moved.changes
    for change in changes:
        if change.kind == "value" and change.new:
            yield from hanging(f"dòng {change.line}: {change.old} → {change.new}", "  ", _INDENT)
    named = [change.line for change in changes if change.kind == "name"]
    if named:
        told = f"năm {made.by.old_year} → năm {made.by.new_year} ở các tên: dòng {_listed(named)}"
        yield from hanging(told, "  ", _INDENT)
    comments = [change.line for change in changes if change.kind == "comment"]
    if comments:
        yield from hanging(f"chuyển thành lời chú vì chỉ của năm cũ: dòng {_listed(comments)}", "  ", _INDENT)
    emptied = [change.line for change in changes if not change.new]
    if emptied:
        yield from hanging(f"bỏ vì chỉ của năm cũ: dòng {_listed(emptied)}", "  ", _INDENT)


def _listed(lines: Sequence[int]) -> str:
    """Line numbers, with three or more in a row drawn together: ``2–4, 9``."""
    groups: list[list[int]] = []
    for line in lines:
        if groups and line == groups[-1][-1] + 1:
            groups[-1].append(line)
        else:
            groups.append([line])
    return ", ".join(f"{each[0]}–{each[-1]}" if len(each) > 2 else ", ".join(map(str, each)) for each in groups)
