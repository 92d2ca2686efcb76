"""The changes between two versions counted in one line."""

from collections.abc import Callable, Sequence

from thidua.comparison.change import Change, ChangeKind, SubjectKind
from thidua.comparison.next_year import Years, is_only_next_year

Holds = Callable[[Change], bool]


def _whole(subject: SubjectKind, kind: ChangeKind) -> Holds:
    """Whether a change is one of a whole thing of this kind."""
    return lambda each: each.subject.kind == subject and each.kind == kind and not each.field


def _of_criterion(field: str) -> Holds:
    return lambda each: each.subject.kind == "criterion" and each.field == field


_COUNTED: tuple[tuple[str, Holds], ...] = (
    ("thêm {} nội dung", lambda each: each.subject.kind == "section" and each.kind == "added"),
    ("bỏ {} nội dung", lambda each: each.subject.kind == "section" and each.kind == "removed"),
    ("thêm {} tiêu chí", _whole("criterion", "added")),
    ("bỏ {} tiêu chí", _whole("criterion", "removed")),
    ("gộp thành {} tiêu chí", _whole("criterion", "merged")),
    ("tách {} tiêu chí", _whole("criterion", "split")),
    ("chuyển {} tiêu chí sang nội dung khác", lambda each: each.kind == "moved"),
    ("đổi điểm chuẩn {} tiêu chí", _of_criterion("standard_points")),
    ("đổi cách chấm {} tiêu chí", _of_criterion("method")),
    ("thêm {} quy tắc", _whole("rule", "added")),
    ("bỏ {} quy tắc", _whole("rule", "removed")),
    ("gộp thành {} quy tắc", _whole("rule", "merged")),
    ("tách {} quy tắc", _whole("rule", "split")),
)
_SUBJECTS = (
    ("đổi mức điểm {} tiêu chí", "criterion", "terms"),
    ("đổi tài liệu kiểm chứng {} tiêu chí", "criterion", "evidence"),
    ("đổi điều kiện {} quy tắc", "rule", "conditions"),
    ("đổi mức độ {} quy tắc", "rule", "level"),
)


def summary(changes: Sequence[Change], years: Years) -> str:
    """``thêm 5 tiêu chí, bỏ 3 tiêu chí, đổi điểm chuẩn 20 tiêu chí; tất cả 180 thay đổi``.

    What is nothing but the next year is counted by itself.
    """
    counted = [each for each in changes if not is_only_next_year(each, years)]
    moved = len(changes) - len(counted)
    if years is None or not moved:
        return _counts(counted)
    told = f"chỉ đổi {next_year(years)}"
    if not counted:
        return f"{told}, ở {moved} chỗ; không có thay đổi nào khác"
    return f"{_counts(counted)}; ngoài ra {moved} chỗ {told}"


def next_year(years: tuple[int, int]) -> str:
    """``năm 2019 thành 2020``."""
    return f"năm {years[0]} thành {years[1]}"


def _counts(changes: Sequence[Change]) -> str:
    counts = [(text, sum(map(holds, changes))) for text, holds in _COUNTED]
    for text, kind, field in _SUBJECTS:
        own = (each for each in changes if each.subject.kind == kind)
        touched = {each.subject.id for each in own if each.field.partition(".")[0] == field}
        counts.append((text, len(touched)))
    told = [text.format(count) for text, count in counts if count]
    return "; ".join([", ".join(told), f"tất cả {len(changes)} thay đổi"] if told else [f"{len(changes)} thay đổi"])
