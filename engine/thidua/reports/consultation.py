"""``thidua status`` of a scale: what the units said of its draft, how it was answered, who has not said anything."""

from collections.abc import Iterator, Mapping
from datetime import date

from thidua.model.consultation import Comment, Consultation
from thidua.model.scale import Criterion, Scale
from thidua.pipeline import Consulted
from thidua.reports.grid import Grid
from thidua.reports.notices import notices_of_scale
from thidua.reports.page import Block, Entry, Page
from thidua.reports.status_units import days_left
from thidua.reports.wording import criterion_name, how_home_was_found
from thidua.vocabulary import word

TITLE = "BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN GÓP Ý"
_WHOLE_SCALE = "cả thang điểm"
_NOT_ANSWERED = "chưa trả lời"
_HEADINGS = ("STT", "Đơn vị", "Tiêu chí", "Ý kiến góp ý", "Tiếp thu, giải trình")
# How wide the columns may be where the page is read as plain text.
_LIMITS = ((3, 16, 20, 26, 26), (3, 12, 14, 19, 19))


def consultation_page(consulted: Consulted, scale: Scale, found: Consultation, on: date) -> Page:
    """What there is to tell of the comments on a draft as seen on a day."""
    criteria = {criterion.id: criterion for criterion in scale.criteria}
    blocks = (
        Block("Ý KIẾN VÀ TRẢ LỜI", grid=comments_grid(found, scale), limits=_LIMITS) if found.comments else None,
        Block("ĐƠN VỊ NHẤT TRÍ, KHÔNG CÓ Ý KIẾN KHÁC", tuple(map(Entry, found.agreeing))),
        Block("ĐƠN VỊ CHƯA CÓ Ý KIẾN", tuple(map(Entry, found.silent)), remark=_of_silence(found)),
        Block("Ý KIẾN CHƯA TRẢ LỜI", tuple(_unanswered(found, criteria)), remark=_of_answers(found)),
    )
    return Page(
        notices_of_scale(scale),
        TITLE,
        tuple(_facts(consulted, scale, found, on)),
        tuple(block for block in blocks if block and (block.entries or block.grid or block.remark)),
    )


def _facts(consulted: Consulted, scale: Scale, found: Consultation, on: date) -> Iterator[tuple[str, str]]:
    yield "Thang điểm", f"{scale.name} ({scale.id}; tình trạng: {word('state', scale.state)})"
    if found.basis:
        yield "Căn cứ", found.basis
    span = f"từ ngày {found.opened_on:%d/%m/%Y} đến hết ngày {found.closed_on:%d/%m/%Y}"
    left = days_left(found.closed_on, on) if on <= found.closed_on else "đã kết thúc"
    yield "Thời gian", f"{span} ({left}, tính đến ngày {on:%d/%m/%Y})"
    yield from counted(found)
    yield "Thư mục gốc", how_home_was_found(consulted.home)


def counted(found: Consultation) -> Iterator[tuple[str, str]]:
    """How many units have answered, and how many comments have been."""
    heard, answered = len(found.units) - len(found.silent), len(found.comments) - len(found.unanswered)
    agreeing = f", trong đó {len(found.agreeing)} đơn vị nhất trí" if found.agreeing else ""
    yield "Đơn vị", f"đã có ý kiến {heard}/{len(found.units)}{agreeing}"
    yield "Ý kiến", f"đã trả lời {answered}/{len(found.comments)}{_by_answer(found)}" if found.comments else "chưa có"


def _by_answer(found: Consultation) -> str:
    answers = [comment.answer for comment in found.comments if comment.answer]
    counted = [
        f"{word('answer', each)} {answers.count(each)}"
        for each in ("accepted", "accepted_in_part", "explained")
        if each in answers
    ]
    return f": {', '.join(counted)}" if counted else ""


def comments_grid(found: Consultation, scale: Scale) -> Grid:
    """The comments with their answers, numbered in their order."""
    criteria = {criterion.id: criterion for criterion in scale.criteria}
    rows = tuple(
        (
            str(number),
            f"{comment.unit} ({comment.commented_on:%d/%m/%Y})",
            _about(comment, criteria),
            comment.text,
            _answer(comment),
        )
        for number, comment in enumerate(found.comments, start=1)
    )
    return Grid(_HEADINGS, rows, (0,))


def _about(comment: Comment, criteria: Mapping[str, Criterion]) -> str:
    return criterion_name(criteria[comment.criterion]) if comment.criterion else _WHOLE_SCALE


def _answer(comment: Comment) -> str:
    if comment.answer is None:
        return _NOT_ANSWERED
    when = f" ({comment.answered_on:%d/%m/%Y})" if comment.answered_on else ""
    return f"{word('answer', comment.answer).capitalize()}: {comment.answer_text}{when}"


def _unanswered(found: Consultation, criteria: Mapping[str, Criterion]) -> Iterator[Entry]:
    for comment in found.unanswered:
        about = _about(comment, criteria)
        yield Entry(f"{comment.unit}, {about}: {comment.text}")


def _of_silence(found: Consultation) -> str:
    return "" if found.silent else "Mọi đơn vị được hỏi đã có ý kiến."


def _of_answers(found: Consultation) -> str:
    return "" if found.unanswered or not found.comments else "Mọi ý kiến đã được trả lời."
