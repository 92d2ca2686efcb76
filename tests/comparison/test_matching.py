"""Which criteria of two versions are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from models import criterion, scale

from thidua.comparison.matching import match_criteria
from thidua.model.scale import Scale
from thidua.model.terms import PassFailTerms


def version(**replaced: tuple[str, ...]) -> Scale:
    """A scale of these criteria: id and what it replaces."""
    return scale(*(criterion("pass_fail", PassFailTerms(), id=name, replaces=old) for name, old in replaced.items()))


def pairs(old: Scale, new: Scale) -> list[tuple[str, str]]:
    found = match_criteria(old, new)
    return [("+".join(each.id for each in match.old), "+".join(each.id for each in match.new)) for match in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"a": (), "b": ()}, {"b": (), "a": ()}, [("b", "b"), ("a", "a")]),
        ({"a": (), "b": ()}, {"b": (), "c": ()}, [("b", "b"), ("", "c"), ("a", "")]),
        ({"a": ()}, {"moi": ("a",)}, [("a", "moi")]),
        ({"a": ("a", "b")}, {"moi": ("a",)}, [("a", "moi")]),
        ({"a": (), "b": (), "c": ()}, {"moi": ("b", "a"), "c": ()}, [("a+b", "moi"), ("c", "c")]),
        ({"a": (), "b": ()}, {"a": ("b",)}, [("a+b", "a")]),
        ({"a": ()}, {"mot": ("a",), "hai": ("a",)}, [("a", "mot+hai")]),
        ({"a": (), "b": ()}, {"mot": ("a",), "hai": ("a", "b"), "b": ()}, [("a+b", "mot+hai+b")]),
        ({"a": ()}, {"b": ("khong-co",)}, [("", "b"), ("a", "")]),
        # What was replaced in a year before both, and is kept.
        ({"b": ("a",)}, {"b": ("a",)}, [("b", "b")]),
        ({"b": ("a",)}, {"c": ("a", "b")}, [("b", "c")]),
        ({"a": (), "hai": ("a",)}, {"a": (), "hai": ("a",)}, [("a", "a"), ("hai", "hai")]),
        ({"a": (), "hai": ("a",)}, {"a": (), "ba": ("a", "hai")}, [("a", "a"), ("hai", "ba")]),
        ({"b": ("a",)}, {"b": ("a",), "a": ()}, [("b", "b"), ("", "a")]),
    ],
)
def test_matches(old: dict[str, tuple[str, ...]], new: dict[str, tuple[str, ...]], expected: list[tuple[str, str]]):
    assert pairs(version(**old), version(**new)) == expected


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ({"a": (), "b": ()}, {"b": (), "c": ()}, ["changed", "added", "removed"]),
        ({"a": (), "b": ()}, {"a": ("b",)}, ["merged"]),
        ({"a": ()}, {"mot": ("a",), "hai": ("a",)}, ["split"]),
        ({"a": (), "b": ()}, {"mot": ("a", "b"), "hai": ("b",)}, ["regrouped"]),
    ],
)
def test_what_became_of_them(old: dict[str, tuple[str, ...]], new: dict[str, tuple[str, ...]], kinds: list[str]):
    assert [each.kind for each in match_criteria(version(**old), version(**new))] == kinds


_IDS = st.sampled_from("abcd")
_VERSIONS = st.dictionaries(_IDS, st.lists(_IDS, unique=True, max_size=2).map(tuple), min_size=1).map(
    lambda made: version(**made)
)


@given(_VERSIONS, _VERSIONS)
def test_each_criterion_is_in_one_match_whichever_way_one_looks(old: Scale, new: Scale):
    forth, back = match_criteria(old, new), match_criteria(new, old)
    assert sorted(each.id for match in forth for each in match.old) == sorted(each.id for each in old.criteria)
    assert sorted(each.id for match in forth for each in match.new) == sorted(each.id for each in new.criteria)
    assert {(match.old, match.new) for match in forth} == {(match.new, match.old) for match in back}
