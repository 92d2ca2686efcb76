"""A change of order names the fewest things that moved, and the same ones whichever way round one looks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from models import criterion, scale

from thidua.comparison.reordering import moved
from thidua.comparison.scales import compare_scales
from thidua.model.scale import Scale
from thidua.model.terms import PassFailTerms
from thidua.reports.version_lines import line


def version(ids: str) -> Scale:
    return scale(*(criterion("pass_fail", PassFailTerms(), id=each, name=f"Tiêu chí {each}") for each in ids))


def orders(old: str, new: str) -> list[str]:
    changes = compare_scales(version(old), version(new))
    return [line(each) for each in changes if each.field == "criteria.order"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abcdefg", "gabcdef", ["Thứ tự tiêu chí: “Tiêu chí g” từ thứ 7 lên thứ 1"]),
        ("abcdefg", "bcdefga", ["Thứ tự tiêu chí: “Tiêu chí a” từ thứ 1 xuống thứ 7"]),
        ("abcde", "bacde", ["Thứ tự tiêu chí: “Tiêu chí a” từ thứ 1 xuống thứ 2"]),
        (
            "abc",
            "cba",
            ["Thứ tự tiêu chí: “Tiêu chí c” từ thứ 3 lên thứ 1", "Thứ tự tiêu chí: “Tiêu chí a” từ thứ 1 xuống thứ 3"],
        ),
        # What stands third still, though all that stood before and after it is on the other side now.
        (
            "abcde",
            "decab",
            [
                "Thứ tự tiêu chí: “Tiêu chí c” vẫn ở thứ 3",
                "Thứ tự tiêu chí: “Tiêu chí a” từ thứ 1 xuống thứ 4",
                "Thứ tự tiêu chí: “Tiêu chí b” từ thứ 2 xuống thứ 5",
            ],
        ),
        ("abcd", "xdab", ["Thứ tự tiêu chí (không kể mục thêm, bỏ): “Tiêu chí d” từ thứ 3 lên thứ 1"]),
        ("abc", "axbyc", []),
    ],
)
def test_the_fewest_that_moved_are_told(old: str, new: str, expected: list[str]) -> None:
    assert orders(old, new) == expected


@given(st.permutations("abcdefgh"))
def test_the_rest_still_follows_and_either_way_tells_the_same(new: list[str]) -> None:
    old = sorted(new)
    forth = {new[each] for each in moved([old.index(each) for each in new], new)}
    back = {old[each] for each in moved([new.index(each) for each in old], old)}
    assert forth == back
    rest = [each for each in new if each not in forth]
    assert rest == sorted(rest)
    assert all(sorted(longer := [*rest, one], key=new.index) != sorted(longer) for one in forth)
