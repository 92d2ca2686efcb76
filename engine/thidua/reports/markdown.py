"""``score --format md``: the same content as the table, for pasting into a document or a web page."""

from collections.abc import Sequence

from thidua.pipeline import Scored
from thidua.reports.awaited import MOST_SHOWN, awaited, shown_and_rest, without_documents
from thidua.reports.changes import MOST_CHANGES, changes
from thidua.reports.markdown_text import escape, markdown_grid
from thidua.reports.notices import first_line
from thidua.reports.standing import equal_totals, standing, standing_title
from thidua.reports.summary import SUMS_HEADING, closing, grid, legend, sums_explained, title
from thidua.reports.unscored import unscored_markdown
from thidua.reports.wording import identification
from thidua.scoring import ClusterResult


def markdown_report(scored: Scored, cluster: ClusterResult) -> str:
    """The whole page; the notices stand on its first line."""
    if not cluster.is_scored:
        return unscored_markdown(scored, cluster)
    top = first_line(cluster)
    blocks = [
        f"**{escape(top)}**" if top else "",
        f"# {title(cluster)}",
        "\n".join(f"- {label}: {escape(text)}" for label, text in identification(scored, cluster)),
        *_listed(standing_title(cluster), standing(scored, cluster)),
        markdown_grid(grid(cluster, scored.judgement)),
        "\n".join(f"- {escape(note)}" for note in legend(cluster, scored.judgement)),
        *_listed(SUMS_HEADING, sums_explained(cluster)),
        *_listed("Thay đổi lớn nhất so với tự chấm", changes(cluster), MOST_CHANGES),
        *_listed("Còn chờ (nơi cung cấp: nội dung)", awaited(cluster)),
        *_listed("Không tính điểm do thiếu tài liệu", without_documents(cluster)),
        "\n".join(f"- {escape(sentence)}" for sentence in equal_totals(scored, cluster)),
        closing(cluster),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _listed(heading: str, entries: Sequence[object], most: int = MOST_SHOWN) -> list[str]:
    """The blocks of a numbered list under its heading; none where there are no entries."""
    sentences, rest = shown_and_rest(entries, most)
    numbered = "\n".join(f"{number}. {escape(text)}" for number, text in enumerate(sentences, start=1))
    return [f"## {heading}", numbered, escape(rest)] if sentences else []
