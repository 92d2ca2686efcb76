"""Whatever two versions of a scale are: the parts add up to the move, and the other way round all is mirrored."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from random_scales import periods, scales

from thidua.comparison.impact import Impact, UnitImpact, impact
from thidua.model.dossier import Dossier
from thidua.model.period import Period
from thidua.model.scale import Scale
from thidua.scoring import score_cluster

Case = tuple[Scale, Scale, Scale, Period, dict[str, Dossier]]
Alone = tuple[Scale, Period, dict[str, Dossier]]
# Each is a whole cluster scored several times; what they look for shows in few of them.
_EXAMPLES = 40


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Two versions, and a period that names one of them or a third."""
    old, new, other = draw(scales("thu/1")), draw(scales("thu/2")), draw(scales("thu/3"))
    base = (old, new, other)[draw(st.integers(0, 2))]  # to sample from scales, Hypothesis would hash them
    return base, old, new, *draw(periods(base))


@st.composite
def alone(draw: st.DrawFn) -> Alone:
    """One version, and a period that names it."""
    base = draw(scales("thu/1"))
    return base, *draw(periods(base))


def of(case: Case, unscorable: frozenset[str] = frozenset()) -> Impact:
    base, old, new, period, dossiers = case
    return impact(base, old, new, period, dossiers, unscorable)


def parts(unit: UnitImpact) -> list[Fraction]:
    return [*(each.delta for each in unit.because), unit.outside.delta]


@settings(max_examples=_EXAMPLES)
@given(cases())
def test_the_parts_add_up_exactly_to_the_move_and_the_other_way_round_everything_is_turned_round(case: Case):
    base, old, new, period, dossiers = case
    forth, back = of(case), impact(base, new, old, period, dossiers, frozenset())
    for unit in forth.units:
        assert sum(parts(unit), Fraction(0)) == (unit.move or 0)
        assert all(10**6 % each.denominator == 0 for each in parts(unit))
    for one, other in zip(forth.units, back.units, strict=True):
        assert (one.old, one.new) == (other.new, other.old)
        assert sorted(each.delta for each in one.because) == sorted(-each.delta for each in other.because)
        assert one.outside.delta == -other.outside.delta
    assert forth.left_aside == back.left_aside


@settings(max_examples=_EXAMPLES)
@given(alone())
def test_a_version_beside_itself_moves_nobody(case: Alone):
    base, period, dossiers = case
    found = impact(base, base, base, period, dossiers, frozenset())
    assert found.old == found.new == score_cluster(base, period, dossiers)
    assert all(parts(unit) == [0] for unit in found.units)
    assert found.left_aside == ()
    assert not found.readings["new"].gaps


@settings(max_examples=_EXAMPLES)
@given(cases())
def test_a_unit_with_errors_has_no_total_under_either(case: Case):
    base, old, new, period, dossiers = case
    readable = {unit: each for unit, each in dossiers.items() if unit != "u2"}
    found = impact(base, old, new, period, readable, frozenset({"u2"}))
    unit = found.units[2]
    assert (unit.old.total, unit.new.total, unit.move, unit.because, unit.outside.delta) == (None, None, None, (), 0)
    assert unit.old.rank is unit.new.rank is None


@settings(max_examples=_EXAMPLES)
@given(alone())
def test_new_ids_change_nothing(case: Alone):
    """A version that only renames its criteria, and says so, gives the same points."""
    base, period, dossiers = case
    renamed = _renamed(base)
    found = impact(base, base, renamed, period, dossiers, frozenset())
    for unit in found.units:
        assert unit.move == 0
        assert not unit.because
        assert (unit.old.least, unit.old.most, unit.old.rank) == (unit.new.least, unit.new.most, unit.new.rank)


def _renamed(found: Scale) -> Scale:
    sections = tuple(
        replace(
            section,
            criteria=tuple(replace(each, id=f"moi-{each.id}", replaces=(each.id,)) for each in section.criteria),
        )
        for section in found.sections
    )
    return replace(found, id="thu/9", sections=sections)
