"""What of the dossier by which awards are proposed is complete, in ``thidua status``."""

from thidua.model.award_dossier import AwardPaper
from thidua.model.period import Period
from thidua.reports.page import Block, Entry


def award_dossier_block(period: Period) -> Block:
    """The papers one by one once the conference has concluded; before that only how many there will have to be."""
    heading, found = "HỒ SƠ ĐỀ NGHỊ KHEN THƯỞNG", period.award_dossier
    if found is None:
        return Block(heading)
    if not period.has_concluded:
        count = f"{len(found.papers)} giấy tờ, đã có {len(found.papers) - len(found.missing)}"
        return Block(heading, remark=f"Hoàn chỉnh sau khi Hội nghị kết luận: {count}. Căn cứ: {found.basis}.")
    done = f"Còn thiếu {len(found.missing)}/{len(found.papers)} giấy tờ." if found.missing else "Đã đủ giấy tờ."
    return Block(heading, tuple(map(_entry, found.papers)), remark=f"{done} Căn cứ: {found.basis}.")


def _entry(paper: AwardPaper) -> Entry:
    if paper.is_there:
        day = f"ngày {paper.dated:%d/%m/%Y}" if paper.dated else ""
        return Entry(f"{paper.name}: đã có", tuple(filter(None, (paper.number, day, paper.file))))
    reason = {"missing": "không thấy tệp", "unreadable": "tệp không mở được"}.get(paper.file_state or "", "chưa ghi")
    return Entry(f"{paper.name}: còn thiếu ({reason}{f' {paper.file}' if paper.file else ''})")
