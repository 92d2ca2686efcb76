"""Nothing changes silently: every field of scales and rules, one by one, and whichever way round one looks."""

from collections import Counter
from functools import cache
from itertools import islice
from pathlib import Path as FilePath
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import fields, replace
from mutants import Path, mutants

from thidua.comparison import criteria, figures, rules, scales, term_words, terms
from thidua.comparison.change import Change, mirrored
from thidua.comparison.replacements import REPLACES
from thidua.identity import identity
from thidua.loading.rules import load_rules
from thidua.loading.scales import load_scale
from thidua.model.figure import Figure
from thidua.model.rules import AwardRule, Rule, RuleSet, TieBreak
from thidua.model.scale import Criterion, Requirement, Scale, Section
from thidua.model.terms import Band, Part, Terms
from thidua.reports.version_lines import line
from thidua.versions import changes_between

ROOT = FilePath(__file__).parents[2]
SCALES = ("mien-dong-nam-bo/2019", "mien-dong-nam-bo/2020", "bac-trung-bo/2020", "thu-ngan-sach/ty-le")
RULES = ("thi-dua-cum/2019", "thi-dua-cum/2020", "thi-dua-cum/2025", "dai-hoi-duyen-hai/2020")


@cache
def whole_scale(scale_id: str) -> Scale:
    scale = load_scale(ROOT / "criteria" / scale_id / "thang-diem.yaml").scale
    assert scale
    return scale


@cache
def whole_rules(rules_id: str) -> RuleSet:
    found = load_rules(ROOT / "rules" / f"{rules_id}.yaml").rules
    assert found
    return found


@cache
def small_scale(scale_id: str) -> Scale:
    """A shipped scale with one criterion of each method, and those that take the figures of another."""
    seen: Counter[str] = Counter()

    def is_kept(each: Criterion) -> bool:
        seen[each.method] += 1
        return seen[each.method] <= 1 or each.figures_from is not None

    scale = whole_scale(scale_id)
    sections = (replace(each, criteria=tuple(filter(is_kept, each.criteria))) for each in scale.sections)
    return replace(scale, sections=tuple(sections))


@cache
def small_rules(rules_id: str) -> RuleSet:
    found = whole_rules(rules_id)
    return replace(found, rules=found.rules[:2] + found.rules[-2:])


def mirror(changes: tuple[Change, ...]) -> list[Change]:
    return said(tuple(map(mirrored, changes)))


def said(changes: tuple[Change, ...]) -> list[Change]:
    """The changes in an order of their own, because each version has its order of telling."""

    def key(change: Change) -> tuple[Any, ...]:
        sides = [(side.field, side.label, side.within, side.words) if side else () for side in (change.old, change.new)]
        return change.kind, str(change.subject), *sides

    return sorted(changes, key=key)


def fault(base: Any, other: Any) -> str:
    """What is wrong with how a change is told; a text, because pytest would print whole scales."""
    changes = changes_between(base, other)
    if not changes:
        return "silent"
    if not all(line(each) for each in changes):
        return "no words"
    if any(each.field != mirrored(each).field for each in changes):
        return "another field"
    if same := [line(each) for each in changes if each.old and each.new and each.old.words == each.new.words]:
        return f"reads the same: {same}"
    if mirror(changes_between(other, base)) != said(changes):
        return "not mirrored"
    return ""


def says_nothing(model: Any, path: Path) -> bool:
    """Whether no file can say this, for its meaning hangs on something else that is not the case here."""
    if path[-1] not in ("low_included", "high_included", "of", "share"):
        return False
    for each in path[:-1]:
        model = model[each] if isinstance(each, int) else getattr(model, each)
    match model:
        case Band():
            return getattr(model, str(path[-1]).removesuffix("_included")) is None
        case TieBreak():
            return (path[-1] == "share") is not (model.by == "women_share") or model.by == "conference"
    return False


@pytest.mark.parametrize(("load", "base"), [(small_scale, SCALES[0]), (small_rules, RULES[0])])
def test_whatever_changes_is_told_and_mirrored(load: Any, base: str):
    model = load(base)
    found = [(path, fault(model, other)) for path, other in mutants(model) if not says_nothing(model, path)]
    assert len(found) > 200
    assert [each for each in found if each[1]] == []


@pytest.mark.parametrize("model", [*map(whole_scale, SCALES), *map(whole_rules, RULES)], ids=lambda each: each.id)
def test_equal_versions_have_no_changes(model: Any):
    assert changes_between(model, replace(model)) == ()
    assert changes_between(model, model) == ()


@pytest.mark.parametrize("ids", [SCALES, RULES], ids=["scales", "rules"])
def test_shipped_versions_mirror_each_other(ids: tuple[str, ...]):
    load = whole_scale if ids is SCALES else whole_rules
    for old in ids:
        for new in ids:
            changes = changes_between(load(old), load(new))
            assert mirror(changes_between(load(new), load(old))) == said(changes), (old, new)
            assert [each.field for each in changes] == [mirrored(each).field for each in changes]
            assert bool(changes) == (old != new)


_BASES = [small_scale(each) for each in SCALES[:2]]


@cache
def _mutants_of_base(number: int) -> list[Any]:
    return [other for _, other in mutants(_BASES[number])]


def drawn_mutant(model: Any, base: int, data: st.DataObject) -> Any:
    """By its number: to sample from models, Hypothesis would hash each of them. The last where there are fewer."""
    of_base = _mutants_of_base(base)
    number = data.draw(st.integers(0, len(of_base) - 1))
    if model is _BASES[base]:
        return of_base[number]
    *_, (_, found) = islice(mutants(model), number + 1)
    return found


@given(st.data())
def test_several_changes_at_once_are_mirrored(data: st.DataObject):
    sides = []
    for _ in range(2):
        base = data.draw(st.integers(0, len(_BASES) - 1))
        model = _BASES[base]
        for _ in range(data.draw(st.integers(0, 3))):
            model = drawn_mutant(model, base, data)
        sides.append(model)
    old, new = sides
    changes = changes_between(old, new)
    assert mirror(changes_between(new, old)) == said(changes)
    assert [each.field for each in changes] == [mirrored(each).field for each in changes]
    assert bool(changes) == (identity(old) != identity(new))


def covered(*tables: Any) -> set[str]:
    return {name for table in tables for field in table for name in field.covers}


def names(kind: type) -> set[str]:
    return {field.name for field in fields(kind)}


def test_the_tables_have_every_field():
    assert covered(scales.SCALE) | {"sections", "classes"} == names(Scale)
    assert covered(scales.SECTION) | {"id", "criteria"} == names(Section)
    assert covered(criteria.FIELDS) | {"terms", "figures", "evidence"} == names(Criterion)
    assert covered(figures.FIGURE) | {"id"} == names(Figure)
    assert covered(figures.REQUIREMENT) == names(Requirement)
    assert covered(terms.PART, (terms.METHOD,)) | {"id", "terms", "figures"} == names(Part)
    assert covered(rules.RULE_SET, rules.TIES) | {"rules", "awards"} == names(RuleSet)
    assert covered(rules.RULE, rules.RULE_END, (REPLACES,)) | {"id", "conditions", "message"} == names(Rule)
    assert covered(rules.AWARD) == names(AwardRule)


def test_every_method_has_all_its_terms_in_the_tables():
    lists = {"bands", "points_by_rank", "parts", "formula", "figures"}
    for kind in get_args(Terms):
        assert issubclass(kind, Struct)
        told = covered(term_words.FIELDS[kind], term_words.AFTER_LISTS.get(kind, ()))
        told |= {listing.name for listing in term_words.LISTS.get(kind, ())}
        assert told | (lists & names(kind)) == names(kind)
