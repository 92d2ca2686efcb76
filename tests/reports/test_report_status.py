"""``thidua status``: days, documents, recipients, criteria and sources, and what follows from them."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from models import criterion, exemption, requirement, scale, source
from msgspec.structs import replace
from standings import MORE, SUMMING_UP, receipt, standing

from thidua.model.conference import RegisteredTarget, Registration
from thidua.model.deliveries import Answer
from thidua.model.dossier import Claim, EvidenceItem, Sending
from thidua.model.period import Period
from thidua.model.terms import CompletionRateTerms, GivenPointsTerms, LeaderAnchoredTerms, PerPieceTerms
from thidua.pipeline import Standing
from thidua.reports.layout import width_of
from thidua.reports.page_text import page_markdown, page_table
from thidua.reports.status_grid import units_grid
from thidua.reports.status_report import status_page
from thidua.reports.status_sources import sources
from thidua.reports.status_targets import targets_grid
from thidua.reports.status_tasks import tasks
from thidua.reports.status_units import UnitStanding, days_left, deadlines_in_order, units

F = Fraction
ON = date(2020, 2, 20)
BONUS = PerPieceTerms(F(5))


def period_of(found: Standing) -> Period:
    assert found.period is not None
    return found.period


def unit(found: Standing, unit_id: str = "tinh-c") -> UnitStanding:
    return next(each for each in units(found, period_of(found)) if each.member.id == unit_id)


def answer(**changes: Any) -> Answer:
    return unit(standing(receipt(**changes))).answers[0]


def to_do(found: Standing, on: date = ON) -> list[str]:
    period = period_of(found)
    listed = tasks(units(found, period), sources(found, period), deadlines_in_order(period), on)
    return [f"{f'{task.by.last_day:%d/%m}' if task.by else '–'} {task}" for task in listed]


def cells(found: Standing, unit_id: str = "tinh-c", on: date = ON) -> tuple[str, ...]:
    period = period_of(found)
    grid = units_grid(units(found, period), deadlines_in_order(period), found.scale is not None, on)
    names = [member.id for member in period.members]
    return grid.rows[names.index(unit_id)][1:]


def text(found: Standing, on: date = ON, terminal: int | None = None) -> str:
    return page_table(status_page(found, period_of(found), on), terminal)


# Days


@pytest.mark.parametrize(
    ("on", "told"),
    [((14, 2), "ngày cuối"), ((13, 2), "còn 1 ngày"), ((15, 2), "quá hạn 1 ngày"), ((14, 1), "còn 31 ngày")],
)
def test_the_last_day_is_still_in_time(on: tuple[int, int], told: str) -> None:
    assert days_left(SUMMING_UP.last_day, date(2020, on[1], on[0])) == told


@pytest.mark.parametrize(
    ("received", "told"),
    [(date(2020, 2, 14), "đúng hạn"), (date(2020, 2, 15), "chậm 1 ngày"), (date(2020, 3, 1), "chậm 16 ngày")],
)
def test_a_dossier_is_late_from_the_day_after(received: date, told: str) -> None:
    assert cells(standing(receipt(received=received)))[1].splitlines()[0] == f"1. {told}"


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-400, 400))
def test_days_left_counts_days(last_day: date, days: int) -> None:
    told = days_left(last_day, last_day - timedelta(days=days))
    assert (str(abs(days)) in told.split()) or (days == 0 and told == "ngày cuối")
    assert told.startswith("còn") == (days > 0)


def test_a_dossier_from_after_the_day_looked_at_is_marked() -> None:
    assert cells(standing(receipt()), on=date(2020, 2, 11))[0] == "12/02/2020\n(sau ngày xem)"
    assert cells(standing(receipt()), on=date(2020, 2, 12))[0] == "12/02/2020"


def test_deadlines_stand_by_their_last_day() -> None:
    found = standing(receipt(), changes={"deadlines": (MORE, SUMMING_UP)})
    assert deadlines_in_order(period_of(found)) == (SUMMING_UP, MORE)


# Documents and recipients


def test_papers_that_came_earlier_are_compared_by_their_own_day() -> None:
    before = Sending(date(2020, 2, 15), SUMMING_UP.recipients, SUMMING_UP.asks_for)
    found = standing(receipt(received=date(2020, 2, 28), documents=MORE.asks_for, earlier=(before,)))
    assert cells(found)[1:4] == ("1. chậm 1 ngày\n2. đúng hạn", "1. 2/2\n2. 1/1", "1. 3/3\n2. –")


def test_papers_that_came_on_several_days_are_complete_with_the_last() -> None:
    first, second = SUMMING_UP.asks_for
    before = Sending(date(2020, 2, 10), ("Cụm trưởng",), (first,))
    found = answer(received=date(2020, 2, 16), documents=(second,), recipients=("Cụm phó",), earlier=(before,))
    assert (found.late_days, found.documents, found.recipients) == (2, (), ("Các tỉnh trong Cụm",))


def test_what_came_earlier_says_nothing_of_papers_that_are_not_recorded() -> None:
    first, _ = SUMMING_UP.asks_for
    before = Sending(date(2020, 2, 10), ("Cụm trưởng",), (first,))
    assert answer(documents=(), earlier=(before,)).documents is None


def test_papers_that_are_not_noted_need_not_be_sent_again() -> None:
    told = "thì không phải gửi lại, chỉ ghi vào “tài liệu đã gửi” hoặc “các lần gửi trước” của hồ sơ."
    assert told in " ".join(text(standing(receipt())).split())
    complete = [receipt(f"tinh-{name}", documents=(*SUMMING_UP.asks_for, *MORE.asks_for)) for name in "abc"]
    assert told not in " ".join(text(standing(*complete)).split())


def test_documents_are_the_same_however_they_are_spelt() -> None:
    sent = ("BÁO CÁO  tổng kết", "bảng tự chấm điểm", "Phụ lục khác")
    assert answer(documents=sent).documents == ()
    assert answer(documents=sent[1:]).documents == ("Báo cáo tổng kết",)


def test_what_is_not_recorded_is_not_missing() -> None:
    found = answer(documents=(), recipients=(), received=None)
    assert (found.documents, found.recipients, found.late_days, found.is_unanswered) == (None, None, None, False)
    own = standing(receipt(documents=(), recipients=(), received=None), changes={"deadlines": (SUMMING_UP,)})
    assert cells(own)[:4] == ("chưa ghi", "chưa ghi", "chưa ghi", "chưa ghi")
    assert "28/02 Tỉnh C: ghi vào hồ sơ: “ngày nhận”, “tài liệu đã gửi”, “gửi đến”" in to_do(
        standing(receipt(documents=(), recipients=(), received=None))
    )


def test_a_deadline_of_which_nothing_was_sent_has_no_lateness() -> None:
    late = standing(receipt(received=date(2020, 3, 5)))
    assert cells(late)[1] == "1. chậm 20 ngày\n2. chưa thấy"


@pytest.mark.parametrize(
    ("unit_id", "asked"),
    [
        ("tinh-a", ("Cụm phó", "Các tỉnh trong Cụm")),
        ("tinh-b", ("Cụm trưởng", "Các tỉnh trong Cụm")),
        ("tinh-c", SUMMING_UP.recipients),
    ],
)
def test_nobody_sends_to_themselves(unit_id: str, asked: tuple[str, ...]) -> None:
    found = unit(standing(receipt(unit_id, recipients=("Các tỉnh trong Cụm",))), unit_id).answers[0]
    assert found.asked_recipients == asked
    assert found.recipients == tuple(each for each in asked if each != "Các tỉnh trong Cụm")


def test_an_office_is_reached_by_the_name_of_who_holds_it() -> None:
    assert answer(recipients=("UBND tỉnh A", "tỉnh b")).recipients == ("Các tỉnh trong Cụm",)
    assert answer(recipients=("Tỉnh C", "Tỉnh D")).recipients == SUMMING_UP.recipients


# Criteria and documents of evidence


def content_of(*criteria: Any, claims: dict[str, Claim], **changes: Any) -> Any:
    found = standing(receipt(claims=tuple(claims.items())), by=scale(*criteria), changes=changes)
    return unit(found).content


def claim(count: int | None = 1, *evidence: str, explanation: str | None = None) -> Claim:
    figures = (("count", F(count)),) if count is not None else ()
    return Claim(figures, None, tuple(EvidenceItem(each) for each in evidence), explanation)


def test_criteria_and_documents_are_counted() -> None:
    pair = (requirement("Báo cáo"), requirement("Quyết định"))
    made = [criterion("per_piece", BONUS, id=name, number=name, evidence=pair) for name in ("a", "b", "c")]
    found = content_of(*made, claims={"a": claim(1, "Báo cáo", explanation="Đã nộp"), "b": claim(None)})
    assert (found.asked, [each.id for each in found.unreported]) == (3, ["b", "c"])
    assert (found.documents_asked, found.documents_missing) == (6, 5)
    assert [each.id for each in found.lacking] == ["a", "b", "c"]
    assert found.explained == 1


def test_what_others_supply_is_not_asked_of_the_unit_but_its_documents_for_given_points_are() -> None:
    given_ = criterion(
        "given_points", GivenPointsTerms(), id="b", points_giver="Ban Thi đua", evidence=(requirement(),)
    )
    supplied = criterion("per_piece", BONUS, id="c", evidence=(requirement(),))
    found = content_of(given_, supplied, claims={}, sources=(source(received=False, criteria=("b", "c")),))
    assert (found.asked, found.documents_asked, found.documents_missing) == (0, 1, 1)
    assert [each.id for each in found.lacking] == ["b"]


def test_shared_figures_and_documents_count_once() -> None:
    base = criterion("per_piece", BONUS, id="a", evidence=(requirement(),))
    again = replace(base, id="b", figures_from="a")
    more = replace(again, id="c", evidence=(requirement(), requirement("Quyết định")))
    found = content_of(base, again, more, claims={})
    assert (found.asked, found.documents_asked, found.documents_missing) == (1, 2, 2)
    assert [each.id for each in found.lacking] == ["a", "c"]


def test_what_does_not_apply_is_not_asked_for() -> None:
    made = criterion("per_piece", BONUS, evidence=(requirement(),))
    found = content_of(made, claims={}, not_applicable=(exemption("tinh-c"),))
    assert (found.asked, found.unreported, found.documents_asked, found.lacking) == (0, (), 0, ())


def test_a_target_that_was_not_given_needs_no_document() -> None:
    terms = LeaderAnchoredTerms(F(1, 2), "own_group")
    document = replace(requirement(), for_figure="target")
    made = criterion("leader_anchored", terms, evidence=(document, requirement("Quyết định")))
    own = {"tieu-chi": Claim((("actual", F(3)),), None, (), None)}
    found = content_of(made, claims=own, no_target=(exemption("tinh-c"),))
    assert (found.asked, found.unreported, found.documents_asked, found.documents_missing) == (1, (), 1, 1)


# Dossiers with errors, no scale


def test_a_dossier_with_errors_still_has_its_day() -> None:
    found = standing(unread=frozenset({"tinh-c"}), receipts={"tinh-c": receipt(claims=())})
    assert cells(found) == ("12/02/2020\nhồ sơ có lỗi", "1. đúng hạn\n2. chưa thấy", "1. 2/2\n2. 0/1",
                            "1. 3/3\n2. –", "–", "–", "–")  # fmt: skip
    assert "28/02 Tỉnh C: sửa lỗi trong hồ sơ tự chấm điểm (chạy “thidua check” để xem)" in to_do(found)


def test_a_dossier_of_which_nothing_can_be_read_only_needs_mending() -> None:
    found = standing(unread=frozenset({"tinh-c"}))
    assert cells(found)[:2] == ("chưa ghi\nhồ sơ có lỗi", "–")
    assert [each for each in to_do(found) if "Tỉnh C" in each] == [
        "28/02 Tỉnh C: sửa lỗi trong hồ sơ tự chấm điểm (chạy “thidua check” để xem)"
    ]


def test_without_a_scale_nothing_is_counted_by_it() -> None:
    found = standing(receipt(), scale=None, known=None)
    page = text(found)
    assert "Thang điểm:    thu/1 (chưa đọc được; chưa đếm được tiêu chí, tài liệu kiểm chứng)\n" in page
    assert "TLKC" not in page
    assert "MỨC ĐIỂM" not in page
    assert page.startswith("SỐ LIỆU GIẢ ĐỊNH\n")
    assert len(cells(found)) == 4
    unnamed = standing(receipt(), changes={"scale": None}, scale=None, known=None)
    assert "đợt chấm điểm chưa ghi thang điểm" in " ".join(text(unnamed).split())


# Sources


def test_a_source_says_whom_it_lacks_and_which_criteria_it_serves() -> None:
    supplied = (("tinh-a", "tieu-chi", "count", 1), ("tinh-c", "tieu-chi", "count", 2))
    found = standing(receipt(), changes={"sources": (source(*supplied),)})
    [told] = sources(found, period_of(found))
    assert (told.received, told.criteria, told.gaps) == (True, ("I.1 Tiêu chí",), ("Tỉnh B",))
    assert to_do(found)[-1] == "– Cục Thống kê: bổ sung Nguồn của Tỉnh B"
    assert "- còn thiếu số liệu, điểm của: Tỉnh B\n" in text(found)


def test_a_pending_source_is_asked_once() -> None:
    found = standing(receipt(), changes={"sources": (source(received=False),)})
    assert to_do(found)[-1] == "– Cục Thống kê: cung cấp Nguồn"
    assert "  1. Nguồn (Cục Thống kê): đang chờ\n     - tiêu chí: I.1 Tiêu chí\n" in text(found)
    without_scale = standing(receipt(), changes={"sources": (source(received=False),)}, scale=None, known=None)
    assert "     - tiêu chí: tieu-chi\n" in text(without_scale)


def test_many_criteria_of_a_source_are_told_by_number() -> None:
    ids = [f"t{each}" for each in range(4)]
    by = scale(*(criterion("per_piece", BONUS, id=each, number=f"I.{each}", name="Tên") for each in ids))
    named, numbered = (source(received=False, criteria=ids[:count]) for count in (3, 4))
    assert "     - tiêu chí: I.t0 Tên; I.t1 Tên; I.t2 Tên\n" in text(standing(by=by, changes={"sources": (named,)}))
    assert "     - tiêu chí: I.t0; I.t1; I.t2; I.t3\n" in text(standing(by=by, changes={"sources": (numbered,)}))


def test_a_giver_without_a_source_is_told() -> None:
    by = scale(criterion("given_points", GivenPointsTerms(), points_giver="Ban Thi đua"))
    found = standing(receipt(claims=()), by=by)
    assert to_do(found)[-1] == "– Ban Thi đua: cung cấp điểm đã chấm"
    assert "chưa khai báo ở “nguồn ngoài” của đợt chấm điểm" in text(found)


# What is to be done


def test_everything_to_ask_for_stands_by_its_last_day() -> None:
    lacking = receipt(documents=("Bảng tự chấm điểm",), recipients=("Cụm trưởng",), claims=())
    assert to_do(standing(lacking, receipt("tinh-a", documents=(*SUMMING_UP.asks_for, *MORE.asks_for)))) == [
        "14/02 Tỉnh B: gửi “Báo cáo tổng kết”; “Bảng tự chấm điểm”",
        "14/02 Tỉnh C: gửi “Báo cáo tổng kết”",
        "14/02 Tỉnh C: gửi cả đến Cụm phó, Các tỉnh trong Cụm",
        "28/02 Tỉnh B: gửi “Văn bản giải trình”",
        "28/02 Tỉnh C: gửi “Văn bản giải trình”",
        "28/02 Tỉnh C: báo cáo số liệu của 1 tiêu chí: I.1",
        "28/02 Tỉnh C: bổ sung 1 tài liệu kiểm chứng: I.1",
    ]


def test_all_of_many_documents_are_told_by_their_deadline() -> None:
    many = replace(MORE, asks_for=("Một", "Hai", "Ba"))
    found = standing(receipt(documents=("Một",)), receipt("tinh-a"), changes={"deadlines": (many,)})
    assert [each for each in to_do(found) if "gửi “" in each or "gửi cả" in each] == [
        "28/02 Tỉnh A: gửi cả 3 tài liệu nêu ở thời hạn 1",
        "28/02 Tỉnh B: gửi cả 3 tài liệu nêu ở thời hạn 1",
        "28/02 Tỉnh C: gửi “Hai”; “Ba”",
    ]


@pytest.mark.parametrize(("on", "due"), [((14, 2), "14/02"), ((15, 2), "28/02"), ((28, 2), "28/02"), ((1, 4), "28/02")])
def test_what_a_dossier_lacks_is_due_by_the_next_deadline(on: tuple[int, int], due: str) -> None:
    found = to_do(standing(receipt(claims=())), date(2020, on[1], on[0]))
    assert f"{due} Tỉnh C: báo cáo số liệu của 1 tiêu chí: I.1" in found


def test_without_deadlines_a_dossier_is_asked_for_all_the_same() -> None:
    found = standing(receipt(), changes={"deadlines": ()})
    assert to_do(found) == [f"– Tỉnh {name}: gửi hồ sơ tự chấm điểm" for name in "AB"]
    assert "THỜI HẠN" not in text(found)
    assert "Hồ sơ:         đã nhận 1/3\n" in text(found)


def test_where_others_supply_everything_no_dossier_is_asked_for() -> None:
    supplied = [(f"tinh-{name}", "tieu-chi", "count", 1) for name in "abc"]
    found = standing(changes={"deadlines": (), "sources": (source(*supplied),)})
    page = text(found)
    assert "\nĐƠN VỊ\nKhông phải gửi hồ sơ: mọi số liệu, điểm do nguồn ngoài cung cấp.\n" in page
    assert "\nVIỆC CẦN LÀM\nKhông còn việc nào phải đề nghị.\n" in page
    assert "Hồ sơ:" not in page


def test_many_criteria_are_listed_up_to_a_point() -> None:
    made = [criterion("per_piece", BONUS, id=f"t{each}", number=f"I.{each}") for each in range(1, 12)]
    found = standing(receipt(claims=()), by=scale(*made))
    told = "28/02 Tỉnh C: báo cáo số liệu của 11 tiêu chí: I.1, I.2, I.3, I.4, I.5, I.6, I.7, I.8 và 3 tiêu chí khác"
    assert told in to_do(found)


@given(
    st.lists(st.sampled_from(["tinh-a", "tinh-b", "tinh-c"]), unique=True),
    st.dates(date(2020, 1, 1), date(2020, 4, 1)),
    st.sampled_from([(), SUMMING_UP.asks_for, MORE.asks_for, SUMMING_UP.asks_for[:1]]),
)
def test_tasks_never_go_back_in_time_and_every_unit_that_sent_nothing_is_asked(
    sent: list[str], on: date, documents: tuple[str, ...]
) -> None:
    found = standing(*(receipt(each, documents=documents) for each in sent))
    period = period_of(found)
    listed = tasks(units(found, period), sources(found, period), deadlines_in_order(period), on)
    days = [task.by.last_day for task in listed if task.by]
    assert days == sorted(days)
    silent = {member.name for member in period.members if member.id not in sent}
    assert {task.of_whom for task in listed} >= silent


# The page


@pytest.mark.parametrize("columns", [80, 100, 140])
def test_the_page_fits_its_window(columns: int) -> None:
    long = standing(receipt(), receipt("tinh-b", received=None), unread=frozenset({"tinh-a"}))
    members = tuple(replace(each, name=f"Thành phố {each.name} và vùng lân cận") for each in period_of(long).members)
    found = replace(long, period=replace(period_of(long), members=members))
    assert max(map(width_of, text(found, terminal=columns).splitlines())) <= columns


def test_markdown_says_the_same() -> None:
    found = standing(receipt())
    page = page_markdown(status_page(found, period_of(found), ON))
    assert page.startswith(
        "**MỨC ĐIỂM GIẢ ĐỊNH · SỐ LIỆU GIẢ ĐỊNH**\n\n# TÌNH HÌNH GỬI HỒ SƠ, SỐ LIỆU TÍNH ĐẾN NGÀY 20/02/2020"
    )
    rows = [line for line in page.splitlines() if line.startswith("| Tỉnh C")]
    assert [" ".join(row.split()) for row in rows] == [
        "| Tỉnh C | 12/02/2020 | 1. đúng hạn; 2. chưa thấy | 1. 2/2; 2. 0/1 | 1. 3/3; 2. – | 1/1 | 0/1 | 0 |"
    ]
    numbers = [line.split(".")[0] for line in page.split("VIỆC CẦN LÀM")[1].splitlines() if line[:1].isdigit()]
    assert numbers == [str(number) for number in range(1, 6)]


# Registered targets


def registering(half_year: Fraction | None, more: Fraction | None) -> Standing:
    by = scale(criterion("completion_rate", CompletionRateTerms(F(1))))
    targets = {"tinh-a": F(14300), "tinh-c": F(1000)}
    registrations = tuple(
        Registration(each, None, None, targets=(RegisteredTarget("tieu-chi", "target", value, half),))
        for (each, value), half in zip(targets.items(), (half_year, more), strict=True)
    )
    return standing(receipt(claims=()), by=by, changes={"registrations": registrations})


def test_how_far_registered_targets_were_by_mid_year() -> None:
    found = registering(F(7520), F(0))
    grid = targets_grid(period_of(found), found.scale)
    assert grid is not None
    assert [row[0::2] for row in grid.rows] == [
        ("Tỉnh A", "14.300 triệu đồng", "52,59%"),
        ("Tỉnh C", "1.000 triệu đồng", "0%"),
    ]
    assert "TIẾN ĐỘ CHỈ TIÊU ĐĂNG KÝ (6 THÁNG)" in text(found)


def test_a_target_without_a_figure_is_listed_among_those_that_have_one() -> None:
    found = registering(F(7520), None)
    grid = targets_grid(period_of(found), found.scale)
    assert grid is not None
    assert grid.rows[1][3:] == ("chưa có", "–")


def test_without_any_figure_of_six_months_nothing_is_said() -> None:
    found = registering(None, None)
    assert targets_grid(period_of(found), found.scale) is None
    assert "6 THÁNG" not in text(found)
