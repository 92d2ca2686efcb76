"""BIÊN BẢN KIỂM PHIẾU: votes out, in, valid, in favour; the share is of all members, also of those absent."""

from collections.abc import Iterator

from thidua.comparison.saying import capital
from thidua.model.conference import Ballot
from thidua.numerals.writing import format_percent
from thidua.papers.about import check_code, in_year, of_cluster, paper_of_period
from thidua.papers.blocks import (
    Block,
    Cell,
    Paper,
    Sheet,
    Table,
    body,
    cell,
    head_cells,
    labelled,
    last_words,
    note,
    to_fill,
)
from thidua.papers.form import day_of, form_of, head, kind_and_subject, signed_by_secretary_and_chair
from thidua.papers.word import UPRIGHT_WIDTH
from thidua.pipeline import Scored
from thidua.reports.conference import share_in_brackets
from thidua.reports.wording import ordinal
from thidua.scoring import ClusterResult
from thidua.vocabulary import word

_SIZE = 10.0
_HEADINGS = (
    "STT",
    "Về việc",
    "Đơn vị",
    "Tổng số thành viên",
    "Phát ra",
    "Thu về",
    "Hợp lệ",
    "Không hợp lệ",
    "Đồng ý / tổng số (tỷ lệ)",
)
_WIDTHS = (10.0, 36.0, 25.0, 17.0, 13.0, 13.0, 13.0, 14.0)
_NUMBERS = 5
_BLANK_ROWS = 3


def ballot_minutes(scored: Scored, cluster: ClusterResult, unit_id: str | None = None) -> Paper:
    """The minutes of all ballots that are recorded; rows to fill in where none is."""
    period = cluster.period
    days = {each.held_on for each in period.ballots}
    held_on = days.pop() if len(days) == 1 else None
    subject = f"Về việc suy tôn, đề nghị khen thưởng{in_year(period)}{of_cluster(period)}"
    blocks: tuple[Block, ...] = (
        head(form_of(period), "BB", dated=held_on),
        *kind_and_subject("BIÊN BẢN KIỂM PHIẾU", subject),
        labelled("1. Thời gian:", f"hồi …… giờ …… phút, {day_of(held_on)}."),
        to_fill("2. Người kiểm phiếu (họ tên, đơn vị):", bold=True),
        to_fill(),
        body("3. Kết quả:", bold=True),
        _table(cluster),
        *_notes(scored, cluster),
        last_words(
            "Biên bản lập xong hồi …… giờ …… phút cùng ngày, đã đọc lại cho những người dự họp nghe và thống nhất./."
        ),
        signed_by_secretary_and_chair(),
    )
    return paper_of_period("Biên bản kiểm phiếu", cluster, Sheet(blocks), check_code=check_code(scored))


def _table(cluster: ClusterResult) -> Table:
    names = {member.id: member.name for member in cluster.period.members}
    found = cluster.period.ballots
    rows = [_row(number, each, names[each.unit], cluster) for number, each in enumerate(found, start=1)]
    rows += [] if found else [_blank(number) for number in range(1, _BLANK_ROWS + 1)]
    widths = (*_WIDTHS, UPRIGHT_WIDTH - sum(_WIDTHS))
    return Table(widths, tuple(rows), (head_cells(_HEADINGS, _SIZE),))


def _row(number: int, ballot: Ballot, name: str, cluster: ClusterResult) -> tuple[Cell, ...]:
    counts = (ballot.total_members, ballot.issued, ballot.collected, ballot.valid, ballot.collected - ballot.valid)
    share = f"{ballot.agreed}/{ballot.total_members}{share_in_brackets(ballot.agreed, ballot.total_members)}"
    several = len({each.held_on for each in cluster.period.ballots}) > 1
    when = f" (ngày {ballot.held_on:%d/%m/%Y})" if several else ""
    return (
        cell(str(number), "center", size=_SIZE),
        cell(f"{capital(word('ballot_about', ballot.about))}{when}", size=_SIZE),
        cell(name, size=_SIZE),
        *(cell(str(each), "center", size=_SIZE) for each in counts),
        cell(share, "center", size=_SIZE),
    )


def _blank(number: int) -> tuple[Cell, ...]:
    blank = cell("…", "center", size=_SIZE)
    return (cell(str(number), "center", size=_SIZE), *[blank] * (2 + _NUMBERS), cell("…/… (…%)", "center", size=_SIZE))


def _notes(scored: Scored, cluster: ClusterResult) -> Iterator[Block]:
    yield note("Tỷ lệ tính trên tổng số thành viên, kể cả người vắng mặt.")
    for award in scored.judgement.awards if scored.judgement else ():
        if award.rule.ballot_share is not None:
            share = format_percent(award.rule.ballot_share)
            place = ordinal(award.rule.place)
            yield body(f"- Đơn vị xếp {place}: cần từ {share} tổng số thành viên đồng ý ({award.rule.basis}).")
    documents = dict.fromkeys(each.document for each in cluster.period.ballots if each.document)
    if documents:
        yield body(f"Nguồn số liệu: {'; '.join(documents)}.")
