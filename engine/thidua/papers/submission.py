"""TỜ TRÌNH về việc đề nghị khen thưởng: the proposals, by which clause of the rules, and what they still lack."""

from collections.abc import Iterator

from thidua.numerals.writing import format_number
from thidua.papers.about import in_year, paper_of_period
from thidua.papers.blocks import Block, Cell, Paper, Sheet, Table, body, cell, head_cells, heading, items, last_words
from thidua.papers.form import DOTS, addressed_to, form_of, head, is_draft, kind_and_subject, signed_by_head
from thidua.papers.word import UPRIGHT_WIDTH
from thidua.pipeline import Scored
from thidua.ranking.awards import Award, last_ballot
from thidua.reports.conference import share_in_brackets
from thidua.reports.standing import places_told
from thidua.reports.summary import closing, without_points
from thidua.reports.wording import NOTHING, expected, ordinal
from thidua.scoring import ClusterResult

_HEADINGS = ("STT", "Đơn vị", "Xếp hạng", "Tổng điểm", "Phiếu đồng ý / tổng số", "Đề nghị tặng")
_WIDTHS = (11.0, 33.0, 23.0, 23.0, 28.0)


def submission(scored: Scored, cluster: ClusterResult, unit_id: str | None = None) -> Paper:
    """The whole submission; a draft until the result is adopted and nothing is lacking."""
    judgement = scored.judgement
    if judgement is None:
        raise ValueError("only rules propose awards")
    period, awards = cluster.period, judgement.awards
    form = form_of(period)
    lacking = any(not each.is_met for each in awards)
    subject = f"Về việc đề nghị tặng {_what(awards)}{in_year(period)}"
    blocks: tuple[Block, ...] = (
        head(form, "TTr", draft=is_draft(period) or lacking),
        *kind_and_subject("TỜ TRÌNH", subject),
        *addressed_to(form.submits_to),
        *_grounds(awards, cluster),
        body(
            f"{form.issuer or DOTS} {'dự kiến ' if is_draft(period) else ''}đề nghị "
            f"{', '.join(form.submits_to) or DOTS} xem xét, quyết định khen thưởng các đơn vị có thành tích xuất sắc "
            f"trong thực hiện giao ước thi đua{in_year(period)} như sau:"
        ),
        _table(awards, cluster),
        *items(places_told(judgement, cluster)),
        *_lacking(awards),
        heading("Hồ sơ gửi kèm:"),
        *items(_enclosed(awards)),
        last_words(f"{closing(cluster)} Kính trình xem xét, quyết định./."),
        signed_by_head(period),
    )
    return paper_of_period(f"Tờ trình: {subject}", cluster, Sheet(blocks))


def _what(awards: tuple[Award, ...]) -> str:
    return ", ".join(dict.fromkeys(each.rule.award for each in awards))


def _grounds(awards: tuple[Award, ...], cluster: ClusterResult) -> Iterator[Block]:
    """Only what the rules, the scale and the records name."""
    document = cluster.scale.document
    if document:
        about = f" {document.subject}" if document.subject else ""
        yield _ground(f"văn bản số {document.number} ngày {document.dated:%d/%m/%Y} của {document.issuer}{about}")
    yield from map(_ground, dict.fromkeys(each.rule.basis for each in awards))
    period = cluster.period
    recorded = [
        *(each.document for each in period.sessions),
        *(each.document for each in period.ballots),
        *(each.document for each in period.conclusions),
    ]
    yield from (_ground(each) for each in dict.fromkeys(recorded) if each)


def _ground(text: str) -> Block:
    return body(f"Căn cứ {text};", italic=True)


def _table(awards: tuple[Award, ...], cluster: ClusterResult) -> Table:
    rows = tuple(_row(number, each, cluster) for number, each in enumerate(awards, start=1))
    return Table((*_WIDTHS, UPRIGHT_WIDTH - sum(_WIDTHS)), rows, (head_cells(_HEADINGS),))


def _row(number: int, award: Award, cluster: ClusterResult) -> tuple[Cell, ...]:
    unit, rule = award.unit, award.rule
    place = expected(cluster.period, ordinal(rule.place))
    points = NOTHING if unit is None or unit.total is None or without_points(unit) else format_number(unit.total, 2)
    return (
        cell(str(number), "center"),
        cell(unit.member.name if unit else "chưa xác định được"),
        cell(place, "center"),
        cell(points, "right"),
        cell(_votes(award, cluster), "center"),
        cell(f"{rule.award}{' (giả định)' if rule.assumed else ''}"),
    )


def _votes(award: Award, cluster: ClusterResult) -> str:
    last = last_ballot(award.rule, award.unit, cluster.period.ballots) if award.unit else None
    if last is None:
        return "chưa bỏ phiếu"
    return f"{last.agreed}/{last.total_members}{share_in_brackets(last.agreed, last.total_members)}"


def _lacking(awards: tuple[Award, ...]) -> Iterator[Block]:
    """What must be there before the paper may go out."""
    lacking = [each for each in awards if each.missing]
    if lacking:
        yield heading("Nội dung phải hoàn thành trước khi trình:")
        names = ((each.unit.member.name if each.unit else f"Đơn vị xếp {ordinal(each.rule.place)}") for each in lacking)
        yield from items(f"{name}: {'; '.join(each.missing)}." for name, each in zip(names, lacking, strict=True))


def _enclosed(awards: tuple[Award, ...]) -> Iterator[str]:
    yield "Danh sách đơn vị đề nghị khen thưởng;"
    for each in awards:
        name = each.unit.member.name if each.unit else f"đơn vị xếp {ordinal(each.rule.place)}"
        yield f"Báo cáo thành tích của {name};"
    yield "Biên bản họp thống nhất kết quả chấm điểm, xếp hạng thi đua;"
    yield "Biên bản kiểm phiếu."
