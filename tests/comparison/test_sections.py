"""Which sections of two versions are the same, and what is told of a section that has another id."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from models import criterion, scale

from thidua.comparison.scales import compare_scales
from thidua.comparison.section_matching import match_sections
from thidua.model.scale import Scale, Section
from thidua.model.terms import PassFailTerms
from thidua.reports.version_lines import line


def section(section_id: str, number: str, name: str, criteria: str) -> Section:
    held = tuple(criterion("pass_fail", PassFailTerms(), id=each, name=f"Tiêu chí {each}") for each in criteria)
    return Section(section_id, number, name, Fraction(40 * len(held)), held)


def version(*sections: tuple[str, str, str, str]) -> Scale:
    return scale(sections=tuple(section(*each) for each in sections))


def pairs(old: Scale, new: Scale) -> list[str]:
    return [f"{pair.ids[0] or ''}={pair.ids[1] or ''}" for pair in match_sections(old, new)]


OLD = version(("i", "I", "Kinh tế", "abcd"), ("ii", "II", "Xã hội", "efg"), ("iii", "III", "Khen thưởng", "h"))


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        # Other ids, whatever the order.
        (
            version(("p2", "I", "Xã hội", "efg"), ("p1", "II", "Kinh tế", "abcd"), ("iii", "III", "Khen thưởng", "h")),
            ["ii=p2", "i=p1", "iii=iii"],
        ),
        # A new section took the first id, and all others the next one.
        (
            version(("i", "I", "Đảng", "xy"), ("ii", "II", "Kinh tế", "abcd"), ("iii", "III", "Xã hội", "efg"),
                    ("iv", "IV", "Khen thưởng", "h")),
            ["=i", "i=ii", "ii=iii", "iii=iv"],
        ),
        # Other id, number and name: what it holds tells.
        (version(("x", "1", "Phát triển", "abcz")), ["i=x", "ii=", "iii="]),
        # Hardly anything of it is left: its number and name tell.
        (version(("x", "II", "Xã hội", "ezyw")), ["ii=x", "i=", "iii="]),
        (version(("x", "I", "Xã hội", "")), ["ii=x", "i=", "iii="]),
        # Two sections exchanged what they hold: they stay what they are.
        (
            version(("i", "I", "Kinh tế", "efg"), ("ii", "II", "Xã hội", "abcd")),
            ["i=i", "ii=ii", "iii="],
        ),
        (version(("x", "I", "Khác hẳn", "z")), ["=x", "i=", "ii=", "iii="]),
    ],
)  # fmt: skip
def test_sections_are_matched(new: Scale, expected: list[str]) -> None:
    assert pairs(OLD, new) == expected
    back = {pair.rpartition("=")[2] + "=" + pair.rpartition("=")[0] for pair in pairs(new, OLD)}
    assert back == set(expected)


def test_another_id_is_one_change_and_what_moved_is_told() -> None:
    new = version(("p1", "I", "Kinh tế", "abc"), ("p2", "II", "Xã hội", "efgd"), ("iii", "III", "Khen thưởng", "h"))
    told = [(change.subject.id, change.kind, line(change)) for change in compare_scales(OLD, new)]
    assert told == [
        ("p1", "changed", "Mã nội dung: i → p1"),
        ("p1", "changed", "Điểm chuẩn: 160 → 120 điểm"),
        ("p2", "changed", "Mã nội dung: ii → p2"),
        ("p2", "changed", "Điểm chuẩn: 120 → 160 điểm"),
        ("d", "moved", "Nội dung: nội dung I → nội dung II"),
    ]


def test_sections_of_one_number_are_told_apart_by_name() -> None:
    new = version(("p1", "I", "Đảng", "axyz"), ("ii", "II", "Xã hội", "efg"), ("iii", "III", "Khen thưởng", "h"))
    (moved,) = [change for change in compare_scales(OLD, new) if change.kind == "moved"]
    assert line(moved) == "Nội dung: nội dung I “Kinh tế” → nội dung I “Đảng”"


_NAMES = st.sampled_from(("Kinh tế", "Xã hội", "Đảng"))


@st.composite
def _versions(draw: st.DrawFn) -> Scale:
    homes = draw(st.lists(st.integers(0, 2), min_size=6, max_size=6))
    ids = draw(st.permutations(("i", "ii", "iii")))
    held = ["".join(each for each, home in zip("abcdef", homes, strict=True) if home == index) for index in range(3)]
    return version(*((ids[index], str(index), draw(_NAMES), held[index]) for index in range(3)))


@given(_versions(), _versions(), st.integers(0, 99))
def test_pairs_are_the_same_whichever_way_round_and_in_whatever_order(old: Scale, new: Scale, seed: int) -> None:
    found = {pair.ids for pair in match_sections(old, new)}
    assert {pair.ids[::-1] for pair in match_sections(new, old)} == found
    shuffled = scale(sections=tuple(random.Random(seed).sample(new.sections, 3)))
    assert {pair.ids for pair in match_sections(old, shuffled)} == found
    assert {pair.ids[0] for pair in match_sections(old, new)} - {None} == {each.id for each in old.sections}
    assert {pair.ids[1] for pair in match_sections(old, new)} - {None} == {each.id for each in new.sections}
    both_ways = compare_scales(old, new), compare_scales(new, old)
    moved = [{change.subject.id for change in changes if change.kind == "moved"} for changes in both_ways]
    assert moved[0] == moved[1]
