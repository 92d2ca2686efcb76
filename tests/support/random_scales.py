"""Random small scales, their next year's versions and periods scored by them, for properties."""

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st
from models import criterion, dossier, exemption, period, scale
from msgspec.structs import replace

from thidua.model.dossier import Dossier
from thidua.model.figure import Figure
from thidua.model.period import Adjustment, Period
from thidua.model.scale import Criterion, Scale, Section
from thidua.model.terms import (
    Band,
    BandsTerms,
    BonusPenaltyTerms,
    CompletionRateTerms,
    GivenPointsTerms,
    Item,
    LeaderAnchoredTerms,
    PassFailTerms,
    PerPieceTerms,
)

F = Fraction
IDS = ("a", "b", "c", "d", "e")
UNITS = ("u0", "u1", "u2")
_DAY = date(2020, 2, 26)

_points = st.integers(1, 40)
_terms: st.SearchStrategy[tuple[str, Any, int]] = st.one_of(
    st.tuples(st.just("per_piece"), _points.map(lambda each: PerPieceTerms(F(each, 3))), st.just(0)),
    st.tuples(
        st.just("completion_rate"),
        st.builds(CompletionRateTerms, _points.map(lambda each: F(each, 7)), bonus_per_percent=st.just(F(1, 2))),
        st.integers(1, 5),
    ),
    st.tuples(
        st.just("bands"),
        st.integers(-5, 5).map(lambda less: BandsTerms("actual", (Band(F(10), F(50)),), F(less))),
        st.just(0),
    ),
    st.tuples(
        st.just("bonus_penalty"),
        st.integers(-9, 0).map(
            lambda floor: BonusPenaltyTerms(F(8), (Item("tot", "Tốt", F(2)),), (Item("xau", "Xấu", F(3)),), F(floor))
        ),
        st.integers(0, 5),
    ),
    st.tuples(st.just("pass_fail"), st.just(PassFailTerms("actual_reaches_target")), st.just(0)),
    st.tuples(st.just("leader_anchored"), st.just(LeaderAnchoredTerms(F(1, 2), "not_scored")), st.just(0)),
    st.tuples(st.just("given_points"), st.just(GivenPointsTerms()), st.just(0)),
)  # fmt: skip


@st.composite
def criteria(draw: st.DrawFn, name: str, replaces: tuple[str, ...] = ()) -> Criterion:
    method, terms, bonus = draw(_terms)
    made = criterion(method, terms, draw(st.integers(10, 40)), bonus, id=name, replaces=replaces)
    if method == "given_points":
        given: dict[str, Any] = {"kind": "points", "measure": "điểm", "decimals": 2}
        figure = replace(made.figures[0], **given, least=F(0), most=made.standard_points)
        made = replace(made, figures=(figure,))
    return made


@st.composite
def scales(draw: st.DrawFn, name: str = "thu/1") -> Scale:
    """Up to five criteria in up to two sections; weights, caps, conversion, rounding of either kind."""
    kept = draw(st.lists(st.sampled_from(IDS), min_size=1, unique=True))
    old = st.lists(st.sampled_from(IDS), unique=True, max_size=2).map(tuple)
    made = [draw(criteria(each, draw(old) if draw(st.integers(0, 3)) == 0 else ())) for each in kept]
    cut = draw(st.integers(0, len(made)))
    cap = st.none() | st.integers(0, 6).map(F)
    sections = tuple(
        Section(
            id=f"noi-dung-{index}",
            number=str(index),
            name="Nội dung",
            standard_points=sum((each.standard_points for each in part), F(0)),
            criteria=tuple(part),
            weight=draw(st.sampled_from((F(1), F(3, 2), F(2)))),
            bonus_cap=draw(cap),
            penalty_cap=draw(cap),
        )
        for index, part in enumerate((made[:cut], made[cut:]))
        if part
    )
    total = sum((each.standard_points * each.weight for each in sections), F(0))
    return scale(
        *made,
        id=name,
        sections=sections,
        total_points=total,
        total_bonus_cap=draw(cap),
        total_penalty_cap=draw(cap),
        bonus_inside_section=draw(st.booleans()),
        not_applicable_mode=draw(st.sampled_from(("convert", "full_points"))),
        rounding=draw(st.integers(0, 2)),
        rounding_at=draw(st.sampled_from(("criterion", "total"))),
    )


@st.composite
def periods(draw: st.DrawFn, by: Scale) -> tuple[Period, dict[str, Dossier]]:
    """Three units that report some of the figures, for one of which a criterion may not apply or be decided."""
    ids = [each.id for each in by.criteria]
    made = period(len(UNITS), scale=by.id, stage=draw(st.sampled_from(("verified", "agreed"))))
    if draw(st.booleans()):
        made = replace(made, not_applicable=(exemption("u0", draw(st.sampled_from(ids))),))
    if draw(st.booleans()):
        about = draw(st.sampled_from(ids))
        decided = Adjustment("u1", about, "verified", None, F(7), "Tổ", _DAY, "Lý do", "Biên bản", None)
        made = replace(made, adjustments=(decided,))

    def value(figure: Figure) -> int | None:
        # More points than may be given are refused where they are read.
        return draw(st.none() | st.integers(0, int(figure.most or 120) if figure.kind == "points" else 120))

    dossiers = {}
    for unit in UNITS:
        if draw(st.integers(0, 4)):
            rows = {each.id: {figure.id: value(figure) for figure in each.figures} for each in by.criteria}
            dossiers[unit] = dossier(unit, rows)
    return made, dossiers
