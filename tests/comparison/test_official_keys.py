"""Where diff names a key of the files, it is the key: what diff shows can be typed."""

from collections.abc import Iterator

from thidua.comparison import criteria, figures, rules, scales, term_words, terms
from thidua.comparison.fields import Field
from thidua.vocabulary import GROUPS, fold

KEYS = {fold(term.vietnamese) for group in GROUPS.values() for term in group}
TABLES: tuple[tuple[Field, ...], ...] = (
    scales.SCALE, scales.SECTION[1:], criteria.FIELDS, figures.FIGURE, figures.REQUIREMENT, terms.PART, (terms.METHOD,),
    rules.RULE_SET, rules.RULE, rules.RULE_END, rules.AWARD, rules.TIES[1:],
    *term_words.FIELDS.values(), *term_words.AFTER_LISTS.values(),
)  # fmt: skip
LISTS = (
    figures.FIGURES,
    figures.EVIDENCE,
    term_words.RANKS,
    *(one for each in term_words.LISTS.values() for one in each),
)


def labels() -> Iterator[str]:
    yield from (field.label for table in TABLES for field in table)
    yield from (listing.label for listing in LISTS)


def test_every_label_of_a_value_is_its_key() -> None:
    assert [label for label in labels() if fold(label) not in KEYS] == []


def test_what_is_inside_a_label_is_a_key_too() -> None:
    (section_id, *_), (ties, *_) = scales.SECTION, rules.TIES
    assert section_id.label == "Mã nội dung"
    assert ties.label == "Xếp hạng: tình trạng"
