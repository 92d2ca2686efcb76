"""The text of a formula as an expression tree. It is parsed, never run: it can only say what the tree can say.

From loose to tight: ``hoặc``; ``và``; ``không phải``; one comparison; ``+ −``; ``× ÷``; a minus before a number.
``;`` separates what a function takes. Spaces, underscores, capitals and the place of tone marks in names don't matter.
"""

from collections.abc import Mapping, Set
from typing import Final

from thidua.expressions import Node, lift
from thidua.formulas.cursor import Stopped
from thidua.formulas.grammar import Parser
from thidua.formulas.problems import FormulaProblem, too_long
from thidua.formulas.tokens import tokens, unknown_characters

MOST_CHARACTERS: Final = 500
MOST_PIECES: Final = 200


def parse_formula(
    text: str, names: Mapping[str, Node], in_percent: Set[Node] = frozenset()
) -> Node | tuple[FormulaProblem, ...]:
    """Give the tree, or what is wrong: at least one problem, in the order of their columns.

    Args:
        text: the formula, as written.
        names: what each name means, numbers or conditions; a figure is spoken of by the first of its names.
        in_percent: the figures measured in percent (97.5 and not 0.975), which are not compared with ``95%``.
    """
    if len(text) > MOST_CHARACTERS:
        return (too_long(MOST_CHARACTERS + 1, f"dài {len(text)} ký tự, nhiều nhất là {MOST_CHARACTERS}"),)
    pieces = tokens(text)
    if strange := unknown_characters(pieces):
        return strange
    if len(pieces) > MOST_PIECES:
        what = f"có {len(pieces) - 1} số, tên và dấu, nhiều nhất là {MOST_PIECES - 1}"
        return (too_long(pieces[MOST_PIECES - 1].column, what),)
    parser = Parser(text, pieces, names, in_percent)
    try:
        tree = parser.whole()
    except Stopped:
        tree = lift(0)
    return tuple(sorted(parser.problems, key=lambda each: each.column)) or tree
