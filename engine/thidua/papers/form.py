"""Head and end of a paper: Quốc hiệu, number, place and date, kind and subject, signatures, Nơi nhận.

What the period doesn't give is dots for the office to fill in; nothing is made up.
"""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from thidua.model.paper_form import PaperForm, Signatory
from thidua.model.period import Period
from thidua.papers.blocks import Block, Cell, Line, Run, Table, kept, line
from thidua.papers.word import LANDSCAPE_WIDTH, UPRIGHT_WIDTH
from thidua.reports.wording import is_final
from thidua.vocabulary import key

DOTS = "……………………"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DRAFT = "DỰ THẢO"

_LEFT_SHARE = 0.41
_HEAD_SIZE, _MOTTO_SIZE, _KIND_SIZE = 12.0, 13.0, 14.0
_RECIPIENTS_LABEL, _RECIPIENTS_SIZE = 12.0, 11.0
_MOTTO_RULE, _ISSUER_RULE, _SUBJECT_RULE = 56.0, 24.0, 40.0
_ROOM_TO_SIGN = 3


def form_of(period: Period | None) -> PaperForm:
    """The form that a period gives its papers; an empty one where it gives none."""
    return (period.paper_form if period else None) or PaperForm()


def head(
    form: PaperForm, symbol: str = "", landscape: bool = False, dated: date | None = None, draft: bool = False
) -> Table:
    """Issuer and number beside Quốc hiệu, place and date.

    ``symbol``: the kind of paper in its symbol (``BC``); empty for sheets and tables, which have neither number nor
    date. ``dated`` None: left for the office to fill in. ``draft``: says so under the number.
    """
    whole = LANDSCAPE_WIDTH if landscape else UPRIGHT_WIDTH
    left, right = whole * _LEFT_SHARE, whole * (1 - _LEFT_SHARE)
    issuer = [_head_line((form.issuer or DOTS).upper(), _HEAD_SIZE, bold=True), rule(left, _ISSUER_RULE)]
    nation = [
        _head_line(NATION, _HEAD_SIZE, bold=True),
        _head_line(MOTTO, _MOTTO_SIZE, bold=True),
        rule(right, _MOTTO_RULE),
    ]
    if symbol:
        issuer.append(_below(_head_line(f"Số:          /{symbol}-{form.symbol or '……'}", _MOTTO_SIZE)))
        nation.append(_below(line(f"{form.place or '…………'}, {day_of(dated)}", "center", _MOTTO_SIZE, italic=True)))
    if draft:
        issuer.append(_below(_head_line(DRAFT, _HEAD_SIZE, bold=True)))
    return Table((left, right), ((Cell(tuple(issuer)), Cell(tuple(nation))),), ruled=False)


def day_of(dated: date | None) -> str:
    """``ngày 05 tháng 02 năm 2020``: days below 10, January and February with a nought; dots where it isn't known."""
    if dated is None:
        return "ngày …… tháng …… năm ………"
    month = f"{dated.month:02}" if dated.month < 3 else str(dated.month)
    return f"ngày {dated.day:02} tháng {month} năm {dated.year}"


def rule(width: float, long: float) -> Line:
    """A thin line in the middle, so long, of a column or page so wide."""
    side = (width - long) / 2
    return Line(left=side, right=side, before=1, after=2, rule=True)


def kind_and_subject(kind: str, *subject: str, note: str = "", landscape: bool = False) -> tuple[Line, ...]:
    """The kind of paper in capitals, what it is about under it, and a short line.

    ``note``: in italics under the subject, such as what a table is attached to.
    """
    first = replace(line(kind, "center", _KIND_SIZE, bold=True), before=6)
    rest = tuple(line(each, "center", _KIND_SIZE, bold=True) for each in subject)
    told = (line(note, "center", _MOTTO_SIZE, italic=True),) if note else ()
    short = replace(rule(LANDSCAPE_WIDTH if landscape else UPRIGHT_WIDTH, _SUBJECT_RULE), after=6)
    return (first, *rest, *told, short)


def addressed_to(bodies: Sequence[str]) -> tuple[Line, ...]:
    """``Kính gửi``: one body beside the label, several below each other."""
    if len(bodies) < 2:
        return (replace(line(f"Kính gửi: {bodies[0] if bodies else DOTS}", "center"), before=4, after=6),)
    label = replace(line("Kính gửi:", "left"), left=30, before=4)
    listed = [replace(line(f"- {each};", "left"), left=52) for each in bodies[:-1]]
    return (label, *listed, replace(line(f"- {bodies[-1]}.", "left"), left=52, after=6))


def signed_by_head(period: Period) -> Table:
    """Nơi nhận on the left, the signature of the cluster's head on the right."""
    form = form_of(period)
    return _closing(recipients(form), signature(form.signatory, head_title(period)))


def sheet_signed_by_head(period: Period) -> Table:
    """The end of a sheet or table, which goes where the paper goes that it belongs to: a signature only."""
    return sheet_signed(form_of(period), head_title(period))


def sheet_signed(form: PaperForm, title: str = DOTS) -> Table:
    """The same by the form alone; ``title`` where it doesn't say who signs."""
    return _closing(Cell((Line(),)), signature(form.signatory, title), landscape=True)


def signed_by_both(period: Period) -> tuple[Block, ...]:
    """The signatures of deputy and head side by side, Nơi nhận below; the head's alone where there is no deputy."""
    form = form_of(period)
    if period.deputy is None:
        return (signed_by_head(period),)
    deputy = signature(form.deputy_signatory, key("deputy").upper())
    label, *listed = recipients(form).lines
    below = Cell((replace(label, before=10), *listed), columns=2)
    return (_closing(deputy, signature(form.signatory, head_title(period)), below=below),)


def signed_by_secretary_and_chair() -> Table:
    """The end of minutes."""
    return _closing(signature(None, "THƯ KÝ", 1), signature(None, "CHỦ TRÌ", 1))


def head_title(period: Period) -> str:
    """What the one who signs is called where the period doesn't say: its head, if it has one."""
    return key("head").upper() if period.head else DOTS


def signature(signatory: Signatory | None, title: str, titles: int = 2) -> Cell:
    """Titles, room to sign, the name; ``title`` and dots where no signatory is given, ``titles`` lines in all."""
    lines = [each.upper() for each in signatory.titles] if signatory else [title, *[DOTS] * (titles - 1)]
    name = signatory.name if signatory and signatory.name else DOTS
    made = [line(each, "center", _MOTTO_SIZE, bold=True) for each in lines]
    room = [line("", "center", _MOTTO_SIZE)] * _ROOM_TO_SIGN
    return Cell((*made, *room, line(name, "center", _KIND_SIZE, bold=True)))


def recipients(form: PaperForm) -> Cell:
    """Nơi nhận: its label and list, ending with the copy that is filed."""
    listed = form.recipients or (DOTS, DOTS, f"Lưu: VT, {DOTS}")
    label = Line((Run("Nơi nhận:", bold=True, italic=True),), size=_RECIPIENTS_LABEL)
    ends = [f"- {each.rstrip('.;')};" for each in listed[:-1]] + [f"- {listed[-1].rstrip('.;')}."]
    return Cell((label, *(line(each, size=_RECIPIENTS_SIZE) for each in ends)))


def is_draft(period: Period) -> bool:
    """Whether a paper about a period is a draft yet: until the conference has adopted the result."""
    return not is_final(period)


def _closing(left: Cell, right: Cell, landscape: bool = False, below: Cell | None = None) -> Table:
    """The end of a paper, which stays on one page with the last words of its text."""
    half = (LANDSCAPE_WIDTH if landscape else UPRIGHT_WIDTH) / 2
    space = Cell((replace(line("", size=6), keep=True),), columns=2)
    if below is None:
        return Table((half, half), ((space,), (left, right)), ruled=False)
    return Table((half, half), ((space,), (kept(left), kept(right)), (below,)), ruled=False)


def _head_line(text: str, size: float, bold: bool = False) -> Line:
    return line(text, "center", size, bold)


def _below(found: Line) -> Line:
    return replace(found, before=4)
