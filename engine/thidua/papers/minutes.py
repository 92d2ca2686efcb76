"""BIÊN BẢN họp thống nhất kết quả chấm điểm, xếp hạng: what the records hold, and room for what only people know."""

from collections.abc import Iterator

from thidua.model.conference import Session
from thidua.papers.about import check_code, in_year, of_cluster, paper_of_period
from thidua.papers.blocks import Block, Paper, Sheet, body, heading, items, labelled, last_words, to_fill
from thidua.papers.form import day_of, form_of, head, kind_and_subject, signed_by_secretary_and_chair
from thidua.papers.result_table import told_result
from thidua.pipeline import Scored
from thidua.reports.compared_scores import answers_on
from thidua.reports.conference import ballots, conclusions
from thidua.reports.summary import closing
from thidua.reports.wording import criterion_name
from thidua.scoring import ClusterResult

_DOTS = "……"
_MOST_UNITS, _FREE_LINES = 12, 4


def minutes(scored: Scored, cluster: ClusterResult, unit_id: str | None = None) -> Paper:
    """The minutes of the session that agrees the points: the preparatory one where it is recorded."""
    period = cluster.period
    session = session_of(cluster)
    subject = f"Họp thống nhất kết quả chấm điểm, xếp hạng thi đua{in_year(period)}{of_cluster(period)}"
    blocks: tuple[Block, ...] = (
        head(form_of(period), "BB", dated=session.held_on if session else None),
        *kind_and_subject("BIÊN BẢN", subject),
        heading("I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN"),
        *_who_and_when(session),
        heading("II. NỘI DUNG"),
        body("1. Nghe báo cáo kết quả thẩm định điểm thi đua và các vấn đề phải xử lý:"),
        *_blocking(scored),
        body("2. Ý kiến tại cuộc họp:"),
        *_opinions(cluster),
        body("3. Ý kiến bảo lưu:"),
        *_reservations(cluster),
        heading("III. KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG"),
        *told_result(scored, cluster),
        heading("IV. BỎ PHIẾU"),
        *_ballots(cluster),
        heading("V. KẾT LUẬN"),
        *_conclusions(scored, cluster),
        last_words(
            f"Biên bản kết thúc hồi {_DOTS} giờ {_DOTS} phút cùng ngày, gồm {_DOTS} trang, lập thành {_DOTS} bản, "
            "đã đọc lại cho những người dự họp nghe và thống nhất./."
        ),
        signed_by_secretary_and_chair(),
    )
    title = f"Biên bản: {subject}"
    return paper_of_period(title, cluster, Sheet(blocks), check_code=check_code(scored))


def session_of(cluster: ClusterResult) -> Session | None:
    """The session that agreed the points, the last of its kind; None where none is recorded."""
    sessions = cluster.period.sessions
    preparatory = [each for each in sessions if each.kind == "preparatory"]
    return next(reversed(preparatory or sessions), None)


def _who_and_when(session: Session | None) -> Iterator[Block]:
    day = day_of(session.held_on if session else None)
    yield labelled("1. Thời gian:", f"bắt đầu hồi {_DOTS} giờ {_DOTS} phút, {day}.")
    yield _told("2. Địa điểm:", session.place if session else None)
    yield body("3. Thành phần:", bold=True)
    if session:
        absent = session.summoned - session.present
        yield body(f"Triệu tập {session.summoned} người; có mặt {session.present}; vắng mặt {absent}.")
    else:
        yield body(f"Triệu tập {_DOTS} người; có mặt {_DOTS}; vắng mặt {_DOTS}.")
    yield to_fill("Có mặt (họ tên, chức vụ):")
    yield to_fill()
    yield to_fill("Vắng mặt (họ tên, lý do):")
    yield _told("4. Chủ trì:", session.chair if session else None)
    yield _told("5. Thư ký:", session.secretary if session else None)


def _told(label: str, text: str | None) -> Block:
    return labelled(label, f"{text}.") if text else to_fill(label, bold=True)


def _blocking(scored: Scored) -> Iterator[Block]:
    if scored.judgement is None:
        yield to_fill("Các vấn đề phải xử lý (nếu có):")
        return
    found = scored.judgement.blocking
    yield from items(each.message for each in found)
    if not found:
        yield body("Không còn vấn đề phải xử lý trước khi thống nhất điểm.")


def _opinions(cluster: ClusterResult) -> Iterator[Block]:
    units = cluster.units if len(cluster.units) <= _MOST_UNITS else ()
    yield from (to_fill(f"- {unit.member.name}:") for unit in units)
    yield from (to_fill() for _ in range(1 if units else _FREE_LINES))


def _reservations(cluster: ClusterResult) -> Iterator[Block]:
    """Where a unit disagrees with a verified point and nothing is agreed yet, in its own words; then room for more."""
    for unit in cluster.units:
        for result in unit.criteria:
            replies = [text for about, text in answers_on(result) if about]
            if replies and result.decisions.agreed is None:
                yield body(
                    f"- {unit.member.name}, {criterion_name(result.criterion)}: {'; '.join(replies).rstrip('.')}."
                )
    yield to_fill("- Ý kiến khác:")


def _ballots(cluster: ClusterResult) -> Iterator[Block]:
    found = ballots(cluster)
    yield from items(f"{each}." for each in found)
    yield body("Chi tiết tại Biên bản kiểm phiếu kèm theo.") if found else to_fill("Kết quả bỏ phiếu (nếu có):")


def _conclusions(scored: Scored, cluster: ClusterResult) -> Iterator[Block]:
    yield from items(f"{each}." for each in conclusions(cluster, scored.judgement))
    yield to_fill("Kết luận của chủ trì:")
    yield to_fill()
    yield to_fill()
    yield body(closing(cluster))
