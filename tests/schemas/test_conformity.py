"""The quick answer says the same as jsonschema does, of good files, bad ones and values that no schema expects."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.building.documents import kind_of_file
from thidua.reading import read_text, read_yaml
from thidua.schemas import shape
from thidua.schemas.conformity import conformity
from thidua.schemas.load import SCHEMAS, load_schema
from thidua.schemas.validate import _validator

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = sorted({*ROOT.glob("tests/checking/bad/**/*.yaml"), *ROOT.glob("tests/golden/formats/**/*.yaml")})


def shaped(file: Path) -> tuple[str, Any] | None:
    text, kind = read_text(file, ""), kind_of_file(file)
    root = read_yaml(text, "").root if isinstance(text, str) else None
    return None if root is None or kind is None else (kind, shape(root, kind, "").data)


def test_files_conform_where_jsonschema_finds_nothing() -> None:
    found = [(file.name, *known) for file in FILES if (known := shaped(file))]
    answers = {(name, conformity(kind)(data), _validator(kind).is_valid(data)) for name, kind, data in found}
    assert [each for each in answers if each[1] != each[2]] == []
    assert {each[1] for each in answers} == {True, False}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_file_with_nothing_in_it_does_not_conform(name: str) -> None:
    assert not conformity(name)({})
    assert not conformity(name)(None)


KEYS = st.sampled_from(sorted(load_schema("scale")["definitions"]["criterion"]["properties"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 2) | st.fractions(-1, 2) | st.sampled_from(["", "bands", "assumed"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["sections", "state", "total_points", "classes"]), VALUES))
def test_odd_values_are_judged_alike(odd: dict[str, Any]) -> None:
    good = {"file_type": "scale", "total_points": Fraction(10), "state": "assumed"}
    data = good | odd
    assert conformity("scale")(data) == _validator("scale").is_valid(data)
