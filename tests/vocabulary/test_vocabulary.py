"""The one table of words: spellings that mean the same, and no word that means two things in one place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.schemas.load import SCHEMAS, ListShape, ObjectShape, root_shape
from thidua.vocabulary import GROUPS, LISTS, fold, key, nearest, spellings_of_keys, spellings_of_words, word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("THỦY", "thuỷ"),
        ("khóa", "khoá"),
        ("tỉ lệ", "tỷ lệ"),
        ("kì", "kỳ"),
        ("quí I", "quý I"),
        ("điểm_chuẩn", "Điểm   chuẩn"),
        ("số\u00a0mục", "số mục"),
        ("đạt - không đạt", unicodedata.normalize("NFD", "Đạt - Không đạt")),
    ],
)
def test_spellings_of_the_same_words_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("hoa", "hòa"), ("ma", "má"), ("đạt", "dat"), ("tí", "tì"), ("cho", "chờ")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


def all_shapes() -> list[ObjectShape]:
    found: list[ObjectShape] = []
    pending: list[object] = [root_shape(name) for name in SCHEMAS]
    while pending:
        shape = pending.pop()
        if isinstance(shape, ListShape):
            pending.append(shape.items)
        elif isinstance(shape, ObjectShape) and all(shape is not known for known in found):
            found.append(shape)
            pending += [*shape.keys.values(), shape.others]
            pending += [each for _, shapes in shape.chosen.values() for each in shapes.values()]
    return found


def test_no_place_has_a_term_with_two_meanings() -> None:
    # spellings_of_keys raises where a term means two keys of one place.
    for shape in all_shapes():
        spellings = spellings_of_keys(tuple(shape.keys))
        assert {spellings[fold(key(identifier))] for identifier in shape.keys} == set(shape.keys)


def test_every_key_is_used_somewhere_and_every_place_has_words() -> None:
    used = {identifier for shape in all_shapes() for identifier in shape.keys}
    assert used == {term.identifier for terms in GROUPS.values() for term in terms}


@pytest.mark.parametrize("name", LISTS)
def test_both_spellings_of_a_word_are_known(name: str) -> None:
    spellings = spellings_of_words(name)
    for term in LISTS[name]:
        assert spellings[fold(term.vietnamese)] == spellings[fold(term.identifier)] == term.identifier
        assert word(name, term.identifier) == term.vietnamese


def test_terms_are_nfc_and_have_a_meaning() -> None:
    for term in [term for terms in (*GROUPS.values(), *LISTS.values()) for term in terms]:
        assert unicodedata.is_normalized("NFC", term.vietnamese + term.meaning)
        assert term.meaning.strip()
        assert term.identifier.isascii()


def test_a_figure_has_the_same_words_as_a_key_and_as_a_value() -> None:
    assert {term.vietnamese for term in LISTS["figure"]} == {key(term.identifier) for term in LISTS["figure"]}


def test_nearest_proposes_what_was_meant() -> None:
    assert nearest("điểm chuân", ["điểm chuẩn", "mã"]) == "điểm chuẩn"
    assert nearest("xyz", ["điểm chuẩn", "mã"]) is None


def test_nearest_proposes_nothing_where_several_are_equally_near() -> None:
    assert nearest("tinh-zz", ["tinh-a", "tinh-b"]) is None
    assert nearest("tinh-aa", ["tinh-a", "tinh-b"]) == "tinh-a"
