"""``thidua status``: who has sent what, what is missing, how many days are left, and what to ask of whom by when."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from thidua.model.period import Deadline, Period
from thidua.pipeline import Standing
from thidua.reports.notices import notices_of
from thidua.reports.page import Block, Entry, Page
from thidua.reports.status_award_dossier import award_dossier_block
from thidua.reports.status_congress import CongressStanding
from thidua.reports.status_grid import units_grid
from thidua.reports.status_registrations import registrations_grid
from thidua.reports.status_sources import SourceStanding, sources
from thidua.reports.status_targets import targets_grid
from thidua.reports.status_tasks import Task, tasks
from thidua.reports.status_units import UnitStanding, days_left, deadlines_in_order, units
from thidua.reports.wording import how_home_was_found, stage_told
from thidua.vocabulary import key, word

_REGISTRATION_LIMITS = ((20, 26, 26, 26, 26, 26, 26, 26), (14, 20, 20, 20, 14, 14, 14, 14))


def status_page(standing: Standing, period: Period, on: date) -> Page:
    """What there is to tell of a period as seen on a day."""
    deadlines = deadlines_in_order(period)
    found, outside = units(standing, period), sources(standing, period)
    blocks = (
        Block("THỜI HẠN", tuple(_deadline(each, found, on) for each in deadlines)),
        _units(found, deadlines, standing.scale is not None, on),
        *_congress(period),
        Block("ĐĂNG KÝ, GIAO ƯỚC THI ĐUA", grid=registrations_grid(period), limits=_REGISTRATION_LIMITS),
        _half_year(period, standing),
        Block("NGUỒN NGOÀI", tuple(map(_source, outside))),
        award_dossier_block(period),
        *_to_do(tasks(found, outside, deadlines, on), on, _papers_note(found, deadlines)),
    )
    return Page(
        notices_of(period, standing.scale),
        f"TÌNH HÌNH GỬI HỒ SƠ, SỐ LIỆU TÍNH ĐẾN NGÀY {on:%d/%m/%Y}",
        tuple(_facts(standing, period, found, outside)),
        tuple(block for block in blocks if block.entries or block.grid or block.remark),
    )


def _facts(
    standing: Standing, period: Period, found: Sequence[UnitStanding], outside: Sequence[SourceStanding]
) -> list[tuple[str, str]]:
    facts = [
        ("Đợt chấm điểm", f"{period.name} ({period.id})"),
        ("Thang điểm", _scale(standing, period)),
        *stage_told(period, period.scale is not None or period.rules is None),
        ("Thư mục gốc", how_home_was_found(standing.home)),
    ]
    if owing := [unit for unit in found if unit.owes_dossier]:
        broken = sum(unit.has_errors for unit in owing)
        errors = f", trong đó {broken} hồ sơ có lỗi" if broken else ""
        facts.append(("Hồ sơ", f"đã nhận {sum(unit.is_sent for unit in owing)}/{len(owing)}{errors}"))
    if outside:
        facts.append(("Nguồn ngoài", f"đã có {sum(source.received for source in outside)}/{len(outside)}"))
    return facts


def _scale(standing: Standing, period: Period) -> str:
    if standing.scale is not None:
        return f"{standing.scale.id} (tình trạng: {word('state', standing.scale.state)})"
    if period.scale is None and period.rules is not None:
        return "không có; đợt này không chấm điểm"
    if period.scale is None:
        return "đợt chấm điểm chưa ghi thang điểm; chưa đếm được tiêu chí, tài liệu kiểm chứng"
    return f"{period.scale} (chưa đọc được; chưa đếm được tiêu chí, tài liệu kiểm chứng)"


def _deadline(deadline: Deadline, found: Sequence[UnitStanding], on: date) -> Entry:
    answers = [answer for unit in found for answer in unit.answers if answer.deadline is deadline]
    complete = sum(answer.documents == () for answer in answers)
    details = [f"gồm: {'; '.join(f'“{each}”' for each in deadline.asks_for)}"]
    if deadline.recipients:
        details.append(f"gửi đến: {', '.join(deadline.recipients)}")
    details.append(f"gửi đủ tài liệu (theo hồ sơ): {complete}/{len(found)} đơn vị")
    if deadline.basis:
        details.append(f"căn cứ: {deadline.basis}")
    return Entry(f"{deadline.name}: {_last_day(deadline, on)}", tuple(details))


def _last_day(deadline: Deadline, on: date) -> str:
    return f"chậm nhất hết ngày {deadline.last_day:%d/%m/%Y} ({days_left(deadline.last_day, on)})"


def _units(found: Sequence[UnitStanding], deadlines: Sequence[Deadline], has_scale: bool, on: date) -> Block:
    if not any(unit.owes_dossier or unit.is_sent for unit in found):
        return Block("ĐƠN VỊ", remark="Không phải gửi hồ sơ: mọi số liệu, điểm do nguồn ngoài cung cấp.")
    return Block("ĐƠN VỊ", grid=units_grid(found, deadlines, has_scale, on), remark=_legend(deadlines))


def _legend(deadlines: Sequence[Deadline]) -> str:
    if len(deadlines) < 2:
        return ""
    return "Số thứ tự trong bảng là của thời hạn ở trên. Tài liệu, ngày nhận được đối chiếu theo hồ sơ."


def _congress(period: Period) -> Sequence[Block]:
    standing = CongressStanding(period)
    event = period.congress.event if period.congress else None
    share = "Tỷ lệ tính trên đại biểu của các đơn vị đã báo nhóm đó; một đại biểu có thể ở nhiều nhóm."
    structure = standing.structure()
    return (
        Block("HỘI NGHỊ CỦA ĐƠN VỊ, ĐẠI BIỂU", grid=standing.conferences(), limits=((24, 9, 12),)),
        Block("CƠ CẤU ĐẠI BIỂU", grid=structure, remark=share if structure else "", limits=((30,),)),
        Block("ĐẠI HỘI", tuple(map(Entry, standing.event(event)))),
    )


def _half_year(period: Period, standing: Standing) -> Block:
    grid = targets_grid(period, standing.scale)
    remark = "Tiến độ là thực hiện 6 tháng trên chỉ tiêu đăng ký, không phải kết quả chấm điểm." if grid else ""
    return Block("TIẾN ĐỘ CHỈ TIÊU ĐĂNG KÝ (6 THÁNG)", grid=grid, remark=remark)


def _source(source: SourceStanding) -> Entry:
    state = word("source_state", "received" if source.received else "pending")
    details = [f"tiêu chí: {'; '.join(source.criteria)}"]
    if source.gaps:
        details.append(f"còn thiếu số liệu, điểm của: {', '.join(source.gaps)}")
    if not source.declared:
        details.append("chưa khai báo ở “nguồn ngoài” của đợt chấm điểm")
    return Entry(f"{source.name} ({source.supplier}): {state}", tuple(details))


def _papers_note(found: Sequence[UnitStanding], deadlines: Sequence[Deadline]) -> str:
    """What to do about papers that came and were not noted: a dossier is all that is known of them."""
    silent = any(unit.owes_dossier and not unit.is_sent for unit in found)
    if not deadlines or not (silent or any(answer.documents for unit in found for answer in unit.answers)):
        return ""
    places = f"“{key('documents')}” hoặc “{key('earlier_sendings')}”"
    return f" Tài liệu nào đã nhận mà hồ sơ chưa ghi thì không phải gửi lại, chỉ ghi vào {places} của hồ sơ."


def _to_do(found: Sequence[Task], on: date, papers_note: str = "") -> list[Block]:
    """One block for each last day; the entries are numbered through."""
    heading = "VIỆC CẦN LÀM"
    if not found:
        return [Block(heading, remark="Không còn việc nào phải đề nghị.")]
    blocks = [Block(heading, remark=f"Xếp theo thời hạn (đơn vị, cơ quan: việc đề nghị).{papers_note}")]
    done = 0
    for last_day, group in groupby(found, key=lambda task: task.by.last_day if task.by else None):
        entries = tuple(Entry(str(task)) for task in group)
        when = f"Chậm nhất hết ngày {last_day:%d/%m/%Y} ({days_left(last_day, on)})" if last_day else "Chưa có thời hạn"
        blocks.append(Block(when, entries, start=done + 1, level=2))
        done += len(entries)
    return blocks
