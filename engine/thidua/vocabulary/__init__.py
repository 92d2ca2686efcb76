"""The one table of words: Vietnamese term ↔ English identifier ↔ meaning.

Files, schemas, headings, messages, reports and the glossary take their words from here; inside the program only the
English identifiers exist.
"""

import difflib
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from thidua.vocabulary.fact_terms import FactField, FactKind
from thidua.vocabulary.facts import FACT_KINDS, KINDS
from thidua.vocabulary.form_words import FORM_LISTS
from thidua.vocabulary.keys import GROUPS
from thidua.vocabulary.term import Term, fold
from thidua.vocabulary.words import LISTS

__all__ = [
    "FACT_KINDS",
    "FORM_LISTS",
    "GROUPS",
    "KINDS",
    "LISTS",
    "FactField",
    "FactKind",
    "Term",
    "fold",
    "is_key",
    "key",
    "nearest",
    "spellings_of_fields",
    "spellings_of_keys",
    "spellings_of_kinds",
    "spellings_of_words",
    "word",
]


def _unique(terms: Iterable[Term], where: str) -> Mapping[str, Term]:
    found: dict[str, Term] = {}
    for term in terms:
        if term.identifier in found:
            raise ValueError(f"{term.identifier} stands twice in {where}")
        found[term.identifier] = term
    return MappingProxyType(found)


_KEYS = _unique((term for terms in GROUPS.values() for term in terms), "the keys")
_WORDS = {name: _unique(terms, name) for name, terms in (*LISTS.items(), *FORM_LISTS.items())}


def key(identifier: str) -> str:
    """The Vietnamese term of a key; KeyError where it has none."""
    return _KEYS[identifier].vietnamese


def is_key(text: str) -> bool:
    """Whether a text is the name of some key or of a field of facts, in any of its spellings."""
    return fold(text) in _names()


@cache
def _names() -> frozenset[str]:
    fields = (field.term for kind in FACT_KINDS.values() for field in kind.fields)
    terms = (*_KEYS.values(), *fields)
    return frozenset(fold(each) for term in terms for each in (term.vietnamese, term.identifier, *term.spellings))


def word(name: str, identifier: str) -> str:
    """The Vietnamese word of a closed list; KeyError where the list or the word is unknown."""
    return _WORDS[name][identifier].vietnamese


@cache
def spellings_of_keys(identifiers: tuple[str, ...]) -> Mapping[str, str]:
    """Every folded spelling → identifier, for the keys that one place may hold."""
    return _spellings(_KEYS[identifier] for identifier in identifiers)


@cache
def spellings_of_words(name: str) -> Mapping[str, str]:
    """Every folded spelling → identifier, for one closed list."""
    return _spellings(_WORDS[name].values())


@cache
def spellings_of_kinds() -> Mapping[str, str]:
    """Every folded spelling → identifier, for the kinds of facts."""
    return _spellings(kind.term for kind in KINDS)


@cache
def spellings_of_fields(kind: str) -> Mapping[str, str]:
    """Every folded spelling → identifier, for the fields of a kind of fact."""
    return _spellings(field.term for field in FACT_KINDS[kind].fields)


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like a text that is none of them, or None.

    None too where several look like it equally: proposing one of them would be arbitrary.
    """
    written, folded = fold(text), {fold(each): each for each in known}
    found = difflib.get_close_matches(written, folded, n=2, cutoff=0.6)
    if len(found) > 1 and _likeness(written, found[0]) == _likeness(written, found[1]):
        return None
    return folded[found[0]] if found else None


def _likeness(written: str, known: str) -> float:
    # The order of the two matters to difflib; this is the one of get_close_matches.
    return difflib.SequenceMatcher(None, known, written).ratio()


def _spellings(terms: Iterable[Term]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for term in terms:
        for spelling in (term.vietnamese, term.identifier, *term.spellings):
            if found.setdefault(fold(spelling), term.identifier) != term.identifier:
                raise ValueError(f"{spelling} means both {found[fold(spelling)]} and {term.identifier}")
    return MappingProxyType(found)
