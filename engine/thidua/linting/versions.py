"""A scale beside the other years of its set: ids that came to mean something else."""

import difflib
import re
from collections.abc import Iterator

from thidua.diagnostics import Diagnostic
from thidua.linting.subject import Subject
from thidua.model.scale import Criterion, Scale
from thidua.reading.years import without_years
from thidua.vocabulary import fold

# Two names for the same thing that is measured and scored alike need hardly have a word in seven in common. Where it is
# not, most words of the shorter name must be in the longer one: many names begin with the same two.
_HARDLY_ALIKE = 0.15
_WORD = re.compile(r"\w+")
_MOSTLY_IN = 0.6


def lint_ids(subject: Subject) -> Iterator[Diagnostic]:
    """The same id as in an earlier year, for a criterion of quite another name.

    Where it is measured or scored otherwise too, less must differ in the name.
    """
    earlier = [each for each in subject.others or () if _order(each) < _order(subject.scale)]
    for path, criterion in subject.criteria:
        for other in earlier:
            before = next((each for each in other.criteria if each.id == criterion.id), None)
            if before and _means_something_else(before, criterion):
                told = {"id": criterion.id, "name": criterion.name, "before": before.name, "version": other.id}
                yield subject.at((*path, "id"), 257, **told)
                break


def _order(scale: Scale) -> tuple[int, str]:
    return scale.year or 0, scale.id


def _means_something_else(one: Criterion, other: Criterion) -> bool:
    first, second = (_WORD.findall(without_years(fold(each.name))) for each in (one, other))
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    if one.method == other.method and _measures(one) == _measures(other):
        return matcher.ratio() < _HARDLY_ALIKE
    in_both = sum(block.size for block in matcher.get_matching_blocks())
    return in_both < _MOSTLY_IN * min(len(first), len(second))


def _measures(criterion: Criterion) -> frozenset[str]:
    return frozenset(fold(figure.measure) for figure in criterion.figures)
