"""Everything that rules may ask about a scored period, as flat facts."""

from thidua.facts.collect import collect_facts
from thidua.facts.words import FactWords, words_of

__all__ = ["FactWords", "collect_facts", "words_of"]
