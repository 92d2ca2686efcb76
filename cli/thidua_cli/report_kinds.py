"""The kinds of ``thidua report``: one literal table, each kind made by the function that its row names."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from thidua_cli.wrong_usage import WrongUsage

if TYPE_CHECKING:
    from thidua.pipeline import Scored

WORD = ".docx"


class ReportKind(NamedTuple):
    """One row: the kind's name, one Vietnamese line about it, and what makes it (``module:function``).

    ``of``: what it is made of and how the function is called. period: ``(scored, cluster, unit_id or None)``; scale:
    ``(scale, period or None)``; comments: ``(consulted, scale, consultation, period or None)``. It returns a Paper for
    Word, or the bytes of the file. ``needs``: what the period must have; ``by_unit``: takes ``--unit``.
    """

    name: str
    help: str
    target: str
    of: Literal["period", "scale", "comments"] = "period"
    needs: Literal["points", "awards", "nothing"] = "points"
    by_unit: bool = False
    suffix: str = WORD

    def make(self, *arguments: object) -> bytes:
        """The file."""
        module, _, name = self.target.partition(":")
        made: Any = getattr(import_module(module), name)(*arguments)
        if isinstance(made, bytes):
            return made
        from thidua.papers.word import word_bytes

        return word_bytes(made)


KINDS = (
    ReportKind(
        "tong-hop",
        "bảng tổng hợp điểm thi đua và xếp hạng (A4 ngang, hai bản)",
        "thidua.papers.summary_sheet:summary_paper",
    ),
    ReportKind(
        "phieu-tham-dinh",
        "phiếu thẩm định điểm của từng đơn vị, hoặc của một đơn vị với --unit",
        "thidua.papers.verification_sheet:verification_sheets",
        by_unit=True,
    ),
    ReportKind(
        "bao-cao-tham-dinh",
        "báo cáo kết quả thẩm định của Cụm trưởng, Cụm phó",
        "thidua.papers.verification_report:verification_report",
    ),
    ReportKind("bien-ban", "biên bản họp thống nhất kết quả", "thidua.papers.minutes:minutes"),
    ReportKind(
        "bien-ban-kiem-phieu",
        "biên bản kiểm phiếu",
        "thidua.papers.ballot_minutes:ballot_minutes",
        needs="nothing",
    ),
    ReportKind("to-trinh", "tờ trình đề nghị khen thưởng", "thidua.papers.submission:submission", needs="awards"),
    ReportKind("thong-bao", "thông báo kết quả", "thidua.papers.announcement:announcement"),
    ReportKind("phu-luc", "thang điểm làm phụ lục của Quyết định", "thidua.papers.scale_annex:scale_annex", of="scale"),
    ReportKind(
        "gop-y",
        "bảng tổng hợp, tiếp thu, giải trình ý kiến góp ý về dự thảo thang điểm",
        "thidua.papers.consultation_paper:consultation_paper",
        of="comments",
    ),
    ReportKind(
        "bang",
        "bảng tính, mỗi cách xem một trang tính",
        "thidua.reports.workbooks.results:results_workbook",
        needs="nothing",
        suffix=".xlsx",
    ),
    ReportKind(
        "html",
        "một trang xem bằng trình duyệt hoặc in: dự kiến xếp hạng, còn chờ, cách tính từng điểm, hình vẽ",
        "thidua.pages.period:period_html",
        needs="nothing",
        suffix=".html",
    ),
)

if len({each.name for each in KINDS}) != len(KINDS):
    raise ValueError("a kind of paper stands twice in the table")


def find_kind(wanted: str) -> ReportKind:
    """The row of a kind; wrong usage, with the nearest, where there is none such."""
    from thidua.vocabulary import fold, nearest

    found = next((each for each in KINDS if fold(each.name) == fold(wanted)), None)
    if found is not None:
        return found
    guess = nearest(wanted, [each.name for each in KINDS])
    near = f'có phải là "{guess}"? ' if guess else ""
    listed = "\n".join(f"  {each.name}: {each.help}" for each in KINDS)
    raise WrongUsage(f'Không có loại văn bản "{wanted}".', f"{near}Các loại:\n{listed}")


def refuse_unsuitable(kind: ReportKind, scored: "Scored") -> None:
    """Wrong usage where a period can't have such a paper, with the kinds that it can."""
    if kind.needs in _has(scored):
        return
    if "points" not in _has(scored):
        why = "Đợt này không có thang điểm nên không có điểm, xếp hạng"
    elif scored.judgement is None:
        why = "Đợt này chưa dùng bộ quy tắc nào nên chưa có đề nghị khen thưởng"
    else:
        why = "Quy tắc của đợt không nêu đề nghị khen thưởng nào có hiệu lực vào ngày xét"
    fitting = [each.name for each in KINDS if each.of == "period" and each.needs in _has(scored)]
    hint = f"với đợt này lập được: {', '.join(fitting)}." if fitting else "chọn đợt khác."
    raise WrongUsage(f'{why}; không lập được "{kind.name}".', hint)


def _has(scored: "Scored") -> set[str]:
    found = {"nothing"}
    if scored.result is not None and scored.result.is_scored:
        found.add("points")
        if scored.judgement and scored.judgement.awards:
            found.add("awards")
    return found
