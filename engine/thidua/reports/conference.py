"""Sessions, ballots and conclusions of the conference, counted: sentences for any report."""

from collections.abc import Iterator
from fractions import Fraction

from thidua.model.conference import Ballot, Conclusion, Session
from thidua.numerals.writing import format_percent
from thidua.ranking.judgement import Judgement
from thidua.reports.wording import ordinal
from thidua.scoring import ClusterResult
from thidua.vocabulary import word

_PLACES = 2


def conference(cluster: ClusterResult, judgement: Judgement | None) -> list[str]:
    """One sentence each, in the order of the file; nothing where nothing is recorded."""
    return [
        *map(_session, cluster.period.sessions),
        *ballots(cluster),
        *conclusions(cluster, judgement),
    ]


def ballots(cluster: ClusterResult) -> list[str]:
    """The ballots: votes out, in, valid, and those in favour of all members."""
    names = {member.id: member.name for member in cluster.period.members}
    return [_ballot(each, names[each.unit]) for each in cluster.period.ballots]


def conclusions(cluster: ClusterResult, judgement: Judgement | None) -> list[str]:
    """What the conference decided of places, beside what the points say."""
    return [_conclusion(each, cluster, judgement) for each in cluster.period.conclusions]


def share_in_brackets(part: int, whole: int) -> str:
    """`` (93,33%)``; empty where there is no whole."""
    return f" ({format_percent(Fraction(part, whole), _PLACES)})" if whole else ""


def _session(session: Session) -> str:
    return "; ".join(
        (
            f"Phiên {word('session_kind', session.kind)} ngày {session.held_on:%d/%m/%Y}: có mặt {session.present} "
            f"trên {session.summoned} người được triệu tập{share_in_brackets(session.present, session.summoned)}",
            *_told(("địa điểm", session.place), ("chủ trì", session.chair), ("thư ký", session.secretary)),
            *((session.document,) if session.document else ()),
        )
    )


def _ballot(ballot: Ballot, name: str) -> str:
    about = word("ballot_about", ballot.about)
    return "; ".join(
        (
            f"Bỏ phiếu {about}, {name}, ngày {ballot.held_on:%d/%m/%Y}: đồng ý {ballot.agreed} trên tổng số "
            f"{ballot.total_members} thành viên{share_in_brackets(ballot.agreed, ballot.total_members)}",
            f"phát ra {ballot.issued}, thu về {ballot.collected}, hợp lệ {ballot.valid}",
            *((ballot.document,) if ballot.document else ()),
        )
    )


def _told(*labelled: tuple[str, str | None]) -> Iterator[str]:
    return (f"{label}: {text}" for label, text in labelled if text)


def _conclusion(conclusion: Conclusion, cluster: ClusterResult, judgement: Judgement | None) -> str:
    name = next(member.name for member in cluster.period.members if member.id == conclusion.unit)
    placed = judgement.placed if judgement else ()
    by_points = [each.unit.member.name for each in placed if each.place == conclusion.place]
    beside = f" (theo điểm: {', '.join(by_points)})" if by_points and by_points != [name] else ""
    return (
        f"Hội nghị kết luận xếp {ordinal(conclusion.place)}: {name}{beside}; lý do: {conclusion.reason}; "
        f"{conclusion.document}, ngày {conclusion.decided_on:%d/%m/%Y}"
    )
