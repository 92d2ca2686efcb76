"""A period without a scale: what the rules found, unit by unit, instead of points."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from thidua.inference.findings import Finding
from thidua.pipeline import Scored
from thidua.ranking.judgement import Judgement
from thidua.reports.conference import conference
from thidua.reports.congress_lists import going_to_the_province, proposed_upward
from thidua.reports.layout import WIDTH, hanging, wrap
from thidua.reports.markdown_text import escape
from thidua.reports.notices import first_line
from thidua.reports.wording import identification, is_final
from thidua.scoring import ClusterResult
from thidua.vocabulary import word

TITLE = "KẾT QUẢ KIỂM TRA THEO QUY TẮC"
_LABEL = 15


class _Block(Struct, frozen=True):
    """A heading and what stands under it."""

    heading: str
    sentences: tuple[str, ...]


def unscored_table(
    scored: Scored,
    cluster: ClusterResult,
    unit_id: str | None = None,
    width: int = WIDTH,
    beside: Sequence[str] = (),
) -> str:
    """The page for people; ``unit_id``: of one unit only; ``beside``: lines to stand under its head."""
    top = first_line(cluster)
    head = [TITLE]
    for label, text in identification(scored, cluster):
        head += hanging(text, f"{label + ':':<{_LABEL}}", _LABEL, width)
    blocks = [[top] if top else [], head, list(beside)]
    for block in _blocks(scored, cluster, unit_id):
        lines = (line for sentence in block.sentences for line in hanging(sentence, "  - ", 4, width))
        blocks.append([block.heading, *lines])
    blocks.append(wrap(closing_words(cluster), width))
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def unscored_markdown(scored: Scored, cluster: ClusterResult) -> str:
    """The same for a document or a web page."""
    top = first_line(cluster)
    blocks = [
        f"**{escape(top)}**" if top else "",
        f"# {TITLE}",
        "\n".join(f"- {label}: {escape(text)}" for label, text in identification(scored, cluster)),
    ]
    for block in _blocks(scored, cluster, None):
        blocks += [f"## {block.heading}", "\n".join(f"- {escape(each)}" for each in block.sentences)]
    return "\n\n".join(block for block in [*blocks, closing_words(cluster)] if block) + "\n"


def closing_words(cluster: ClusterResult) -> str:
    """The last sentence: nothing was scored, and others decide."""
    decided = "đã được thông qua" if is_final(cluster.period) else "để cấp có thẩm quyền xem xét, quyết định"
    return f"Đợt này không có thang điểm nên không chấm điểm, không xếp hạng; kết quả {decided}."


def _blocks(scored: Scored, cluster: ClusterResult, unit_id: str | None) -> Iterator[_Block]:
    judgement = scored.judgement
    if judgement is None:
        return
    if unit_id is None:
        yield from _block("HỘI NGHỊ, BỎ PHIẾU", conference(cluster, judgement))
        yield from _block("CHUNG", [_told(each) for each in judgement.findings if each.unit is None])
    for unit in cluster.units:
        if unit_id in (None, unit.member.id):
            own = [_told(each) for each in judgement.findings if each.unit == unit.member.id]
            name = f"{unit.member.name.upper()}{_state(judgement, unit.member.id)}"
            yield _Block(name, tuple(own or ("Không có vấn đề nào.",)))
    if unit_id is None:
        found = judgement.findings
        yield from _block("DANH SÁCH DỰ KIẾN DỰ ĐẠI HỘI TỈNH", going_to_the_province(cluster.period, found))
        yield from _block("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG TRÌNH LÊN", proposed_upward(cluster.period, found))


def _block(heading: str, sentences: list[str]) -> Iterator[_Block]:
    if sentences:
        yield _Block(heading, tuple(sentences))


def _state(judgement: Judgement, unit: str) -> str:
    state = judgement.eligibility[unit]
    return "" if state == "eligible" else f" ({word('eligibility', state)})"


def _told(finding: Finding) -> str:
    return f"{finding.rule.id} ({word('level', finding.rule.level)}): {finding.message} ({finding.rule.basis})"
