"""Patterns for the spellings of a word that the program takes besides the official one.

Editors propose only the official spelling, which stands in the schema as it is. What else ``fold`` takes for the same
word (the English identifier, listed aliases, underscores, capitals, tỉ for tỷ, hoà for hòa) must not be called wrong,
so it is described by a regular expression that both Python and editors (ECMAScript) read alike.
"""

import re
import unicodedata
from functools import cache

from thidua.vocabulary import Term, fold

_SPECIAL = re.compile(r"([\\^$.*+?()\[\]{}|])")
_WORD = re.compile(r"[^\W\d_]+")
_TONES = "\u0300\u0303\u0309\u0301\u0323"
# Only in these open syllables do people differ about where the tone stands (hòa, hoà).
_DISPUTED = ("oa", "oe", "uy")
_BETWEEN_WORDS = "[ _]+"


@cache
def any_spelling(term: Term) -> str:
    """A pattern for all spellings of a term, the official one too."""
    return f"^(?:{_alternatives(term)})$"


@cache
def other_spellings(term: Term) -> str:
    """A pattern for all spellings of a term but the official one."""
    return f"^(?!{_escaped(term.vietnamese)}$)(?:{_alternatives(term)})$"


def _alternatives(term: Term) -> str:
    texts = dict.fromkeys(unicodedata.normalize("NFC", text) for text in _texts(term))
    return "|".join(each for text in texts for each in (_any_capitals(text), _all_capitals(text)))


def _texts(term: Term) -> tuple[str, ...]:
    return (term.vietnamese, *term.spellings, term.identifier)


def _any_capitals(text: str) -> str:
    """The words of a text, each with a small or a capital first letter and in each of its spellings."""
    return _BETWEEN_WORDS.join(_WORD.sub(_word, _escaped(part)) for part in _parts(text))


def _all_capitals(text: str) -> str:
    return _BETWEEN_WORDS.join(_escaped(part.upper()) for part in _parts(text))


def _parts(text: str) -> list[str]:
    return text.replace("_", " ").split()


def _word(found: re.Match[str]) -> str:
    spellings = [_first_letter(each) for each in _variants(found[0])]
    return spellings[0] if len(spellings) == 1 else f"(?:{'|'.join(spellings)})"


def _first_letter(word: str) -> str:
    return f"[{word[0].lower()}{word[0].upper()}]{word[1:]}"


def _variants(word: str) -> list[str]:
    """A word and the other ways to write it that mean the same to ``fold``."""
    candidates = (word, *(_swapped(word, index) for index in range(len(word))), _tone_moved(word))
    return [each for each in dict.fromkeys(candidates) if fold(each) == fold(word)]


def _swapped(word: str, index: int) -> str:
    """The word with i for y, or y for i, in one place; its tone stays."""
    letter = unicodedata.normalize("NFD", word[index])
    other = {"i": "y", "y": "i"}.get(letter[0], letter[0]) + letter[1:]
    return unicodedata.normalize("NFC", word[:index] + other + word[index + 1 :])


def _tone_moved(word: str) -> str:
    """The word with the tone on the other of its last two vowels."""
    letters = unicodedata.normalize("NFD", word)
    tone = "".join(letter for letter in letters if letter in _TONES)
    bare = "".join(letter for letter in letters if letter not in _TONES)
    if not tone or not bare.endswith(_DISPUTED):
        return word
    both = (f"{bare[:-1]}{tone}{bare[-1]}", bare + tone)
    composed = (unicodedata.normalize("NFC", each) for each in both)
    return next((each for each in composed if each != word), word)


def _escaped(text: str) -> str:
    # re.escape also escapes "-" and spaces, which ECMAScript refuses in its Unicode mode.
    return _SPECIAL.sub(r"\\\1", text)
