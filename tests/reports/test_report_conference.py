"""Sessions, ballots and conclusions: the sentences, whole."""

from datetime import date
from typing import Any

from judged import ballot, concluded, judged, made_period, rule_set

from thidua.model.conference import Session
from thidua.model.period import Period
from thidua.reports.conference import conclusions, conference


def session(**changes: Any) -> Session:
    fields: dict[str, Any] = {
        "kind": "preparatory", "held_on": date(2020, 3, 5), "place": None, "summoned": 15, "present": 14,
        "chair": None, "secretary": None, "document": None,
    }  # fmt: skip
    return Session(**{**fields, **changes})


def told(made: Period) -> list[str]:
    cluster, judgement = judged([(40, 40), (30, 30)], rule_set(), made)
    return conference(cluster, judgement)


def test_nothing_recorded() -> None:
    assert told(made_period(2)) == []


def test_sessions() -> None:
    full = session(place="Hội trường", chair="Cụm trưởng", secretary="Cụm phó", document="Biên bản số 1")
    official = session(kind="official", held_on=date(2020, 3, 6), summoned=60, present=60)
    assert told(made_period(2, sessions=(full, official))) == [
        "Phiên trù bị ngày 05/03/2020: có mặt 14 trên 15 người được triệu tập (93,33%); địa điểm: Hội trường; "
        "chủ trì: Cụm trưởng; thư ký: Cụm phó; Biên bản số 1",
        "Phiên chính thức ngày 06/03/2020: có mặt 60 trên 60 người được triệu tập (100,00%)",
    ]


def test_a_session_to_which_nobody_was_summoned_has_no_share() -> None:
    assert told(made_period(2, sessions=(session(summoned=0, present=0),))) == [
        "Phiên trù bị ngày 05/03/2020: có mặt 0 trên 0 người được triệu tập"
    ]


def test_ballots_count_all_members() -> None:
    first = ballot("u0", 13, 15, issued=14, collected=14, valid=13, document="Biên bản kiểm phiếu")
    second = ballot("u1", 10, 15, about="second_unit")
    assert told(made_period(2, ballots=(first, second))) == [
        "Bỏ phiếu suy tôn đơn vị dẫn đầu, Tỉnh A, ngày 10/03/2020: đồng ý 13 trên tổng số 15 thành viên (86,67%); "
        "phát ra 14, thu về 14, hợp lệ 13; Biên bản kiểm phiếu",
        "Bỏ phiếu đề nghị đơn vị xếp thứ Nhì, Tỉnh B, ngày 10/03/2020: đồng ý 10 trên tổng số 15 thành viên (66,67%); "
        "phát ra 15, thu về 15, hợp lệ 15",
    ]


def test_conclusions_stand_beside_what_the_points_say_where_that_is_another() -> None:
    made = made_period(2, conclusions=(concluded(1, "u1"),))
    assert told(made) == [
        "Hội nghị kết luận xếp thứ Nhất: Tỉnh B (theo điểm: Tỉnh A); lý do: Hội nghị thống nhất; "
        "Biên bản số 1, ngày 10/03/2020"
    ]
    same = made_period(2, conclusions=(concluded(1, "u0"),))
    assert told(same) == [
        "Hội nghị kết luận xếp thứ Nhất: Tỉnh A; lý do: Hội nghị thống nhất; Biên bản số 1, ngày 10/03/2020"
    ]


def test_a_conclusion_between_equals_names_all_of_them() -> None:
    made = made_period(2, conclusions=(concluded(1, "u1"),))
    cluster, judgement = judged([(40, 40), (50, 30)], rule_set(), made)
    assert "Tỉnh B (theo điểm: Tỉnh A, Tỉnh B); " in conclusions(cluster, judgement)[0]


def test_without_rules_a_conclusion_stands_alone() -> None:
    cluster, _ = judged([(40, 40), (30, 30)], rule_set(), made_period(2, conclusions=(concluded(1, "u1"),)))
    assert "thứ Nhất: Tỉnh B; lý do" in conclusions(cluster, None)[0]
