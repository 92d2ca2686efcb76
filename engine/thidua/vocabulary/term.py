"""A word of the vocabulary, and how two spellings of it are found to be the same."""

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

# Grave, tilde, hook above, acute, dot below: the five tones. Where they stand in the syllable is a matter of taste
# (hoà, hòa), so folding moves each to the end of its syllable.
_TONES = "\u0300\u0303\u0309\u0301\u0323"
_SYLLABLE = re.compile(r"[^\W\d_]+")
_SPELLINGS = {"tỉ": "tỷ", "kì": "kỳ", "quí": "quý", "sỹ": "sĩ", "lí": "lý", "mĩ": "mỹ"}


class Term(Struct, frozen=True):
    """A Vietnamese term, the identifier it has inside the program, and its meaning in one line (Vietnamese).

    ``spellings`` are other wordings that officials use for the same thing.
    """

    identifier: str
    vietnamese: str
    meaning: str
    spellings: tuple[str, ...] = ()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """One spelling for all ways to type the same words: case, spaces, underscores, tone placement, tỉ/tỷ.

    The result is for comparing only, never for showing.
    """
    words = unicodedata.normalize("NFC", text).replace("_", " ").casefold().split()
    return _SYLLABLE.sub(lambda match: _tone_last(_SPELLINGS.get(match[0], match[0])), " ".join(words))


def _tone_last(syllable: str) -> str:
    letters = unicodedata.normalize("NFD", syllable)
    tones = "".join(letter for letter in letters if letter in _TONES)
    return "".join(letter for letter in letters if letter not in _TONES) + tones
