"""Choices between what is possible: in a branch, its condition holds, and that tells something of what it compares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import is_not
from typing import TYPE_CHECKING

from thidua.expressions.interval import affine
from thidua.expressions.limits import MIRRORED, NEGATED, meet, narrow, surely_known
from thidua.expressions.linear import Form
from thidua.expressions.nodes import And, Choose, Compare, Divide, IsReported, Named, Node, Not, Or, Sign
from thidua.expressions.possible import is_condition
from thidua.expressions.ranges import MISSING, TRUTHS, Prospect, Range, Truth, join

if TYPE_CHECKING:
    from thidua.expressions.view import View


def chosen(view: View, choose: Choose, missing: Prospect, nowhere: Prospect) -> list[Prospect]:
    """Join what the cases give that can be reached, each in a view where it holds and those before it don't."""
    found = [nowhere] * len(view.units)
    places = list(range(len(view.units)))  # where the view's rows stand in ``found``

    def put(column: Iterable[Prospect], rows: Iterable[int]) -> None:
        for some, row in zip(column, rows, strict=True):
            found[places[row]] = join(found[places[row]], some)

    for case in choose.cases:
        held = view.truths(case.when)
        undecided = [row for row, truths in enumerate(held) if None in truths]
        put([missing] * len(undecided), undecided)
        branch, rows = narrowed(view, case.when, True, held)
        if rows:
            put(branch.of(case.then), rows)
        view, rows = narrowed(view, case.when, False, held)
        places = [places[row] for row in rows]
        if not places:
            return found
    put([missing] * len(places) if choose.otherwise is None else view.of(choose.otherwise), range(len(places)))
    return found


def narrowed(view: View, condition: Node, truth: bool, held: Sequence[Truth]) -> tuple[View, list[int]]:
    """Give the view of the units for which the condition may have this truth, and their rows in ``view``.

    Units that turn out not to be able to are left out. ``held``: what the condition may be, in ``view``.
    """
    rows = [row for row, truths in enumerate(held) if truth in truths]
    if not rows:
        return view, rows
    branch = view.only(rows)
    news = [place for place, row in enumerate(rows) if len(held[row]) > 1]
    if not news:
        return branch, rows
    learner = _Learner(branch)
    learner.assume(condition, truth, news)
    if not learner.refuted:
        return branch, rows
    left = [place for place in range(len(rows)) if place not in learner.refuted]
    return branch.only(left), [rows[place] for place in left]


class _Learner:
    """Teaches a view what follows for its units; ``refuted`` are the rows for which it cannot be."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._forms = view.whole.forms
        self.refuted: set[int] = set()

    def assume(self, condition: Node, truth: bool, rows: Sequence[int]) -> None:
        """Learn that the condition has this truth in these rows."""
        match condition:
            case Named(term):
                self.assume(term, truth, rows)
            case Not(term):
                self.assume(term, not truth, rows)
            case And(terms) | Or(terms) if truth is isinstance(condition, And):
                for term in terms:
                    self.assume(term, truth, rows)
            case And(terms) | Or(terms):
                self._assume_only_candidate(terms, truth, rows)
            case Compare(sign, left, right):
                self._assume_order(sign if truth else NEGATED[sign], left, right, rows)
            case IsReported(term) if not is_condition(term):
                form = self._forms.of(term)
                if form.key is not None:
                    self._assume_reported(form.key, truth, rows)
            case _:
                pass  # A choice between conditions tells nothing simple of its parts.
        self._remember(condition, truth, rows)

    def _remember(self, condition: Node, truth: bool, rows: Sequence[int]) -> None:
        """The same condition may be asked again inside the branch."""
        column = [TRUTHS[-1]] * len(self._view.units)
        for row in rows:
            column[row] = frozenset({truth})
        self._view.learn_truth(condition, column)

    def _assume_only_candidate(self, terms: Sequence[Node], truth: bool, rows: Sequence[int]) -> None:
        """Some term has this truth; where only one can have it, that one has."""
        columns = [self._view.truths(term) for term in terms]
        for term, column in zip(terms, columns, strict=True):
            alone = [row for row in rows if truth in column[row] and sum(truth in each[row] for each in columns) == 1]
            if alone:
                self.assume(term, truth, alone)

    def _assume_order(self, sign: Sign, left: Node, right: Node, rows: Sequence[int]) -> None:
        one, other = self._forms.of(left), self._forms.of(right)
        gap = self._forms.difference(left, right)
        if gap.key is None:
            return
        self._narrow_by_zero(gap, sign, rows)
        if one.key is not None and other.key is not None and one.key != other.key:
            self._narrow(one, sign, self._view.ranges(right), rows)
            self._narrow(other, MIRRORED[sign], self._view.ranges(left), rows)
        self._assume_reported(gap.key, True, rows)

    def _narrow(self, form: Form, sign: Sign, against: Sequence[Range], rows: Sequence[int]) -> None:
        """Learn that ``form sign against`` holds, said of the form's key."""
        if form.key is None or not form.scale:
            return
        sign = sign if form.scale > 0 else MIRRORED[sign]
        scale, constant = 1 / form.scale, -form.constant / form.scale
        self._change(form.key, rows, lambda row, some: narrow(some, sign, affine(against[row], scale, constant)))

    def _narrow_by_zero(self, form: Form, sign: Sign, rows: Sequence[int]) -> None:
        """Learn that ``form sign 0`` holds, said of the form's key."""
        if form.key is None or not form.scale:
            return
        sign = sign if form.scale > 0 else MIRRORED[sign]
        limit = Range.exactly(-form.constant / form.scale)
        self._change(form.key, rows, lambda _, some: narrow(some, sign, limit))

    def _assume_reported(self, key: Node, truth: bool, rows: Sequence[int]) -> None:
        """Where an expression has a value, all that it needs has one, and what divides it is not zero."""
        if not truth:
            self._change(key, rows, lambda _, some: meet(some, MISSING))
            return
        for part in self._forms.needs(key):
            unsure = [row for row in rows if self._view.key(part)[row].may_be_missing]
            if unsure and isinstance(part, Divide):
                self._narrow_by_zero(self._forms.of(part.right), "!=", unsure)
            if unsure:
                self._change(part, unsure, lambda _, some: surely_known(some))

    def _change(self, key: Node, rows: Sequence[int], work: Callable[[int, Range], Range]) -> None:
        before = self._view.key(key)
        after = list(before)
        for row in rows:
            after[row] = work(row, before[row])
            if after[row].is_empty and not after[row].may_be_missing:
                self.refuted.add(row)
        if any(map(is_not, after, before)):
            self._view.learn(key, after)
