"""Which headings of the outline a report has: found, missing, in another place, or with nothing below them.

Every heading gets the paragraphs that may be it, each with a weight; of all ways to take them in order, the heaviest is
what the report follows. A heading that is left but stands elsewhere, and looks like a heading there, is out of order.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from thidua.building.outline_words import comparable, words_of
from thidua.building.report_lines import Line
from thidua.model.outline import Heading, HeadingState, WrittenHeading, shown_headings

_EXACT, _WITH_TEXT, _SHORTENED, _ALIKE = 100, 80, 70, 60
_SAME_NUMBER, _MARKED = 8, 4
_ALIKE_FROM = 0.85
_FEWEST_WORDS = 3
_MOST_CANDIDATES = 20


class _Candidate(Struct, frozen=True):
    """That a heading may be a line. ``has_text``: text follows in the same paragraph; ``last``: its last line."""

    heading: int
    line: int
    last: int
    weight: int
    is_marked: bool
    has_text: bool


def match_outline(headings: Sequence[Heading], lines: Sequence[Line]) -> tuple[WrittenHeading, ...]:
    """What became of each heading of the outline."""
    candidates = [each for index, heading in enumerate(headings) for each in _candidates(index, heading, lines)]
    chosen = _in_order(candidates)
    taken = {each.line for each in chosen.values()}
    above = _above(headings)
    moved: dict[int, _Candidate] = {}
    for index in range(len(headings)):
        if index not in chosen:
            elsewhere = [each for each in candidates if each.heading == index and each.line not in taken]
            found = max((each for each in elsewhere if each.is_marked), key=lambda each: each.weight, default=None)
            if found:
                moved[index] = found
                taken.add(found.line)
    placed = {**chosen, **moved}
    names = shown_headings(headings)
    return tuple(
        WrittenHeading(
            heading,
            names[index],
            _state(index, chosen, moved, placed, above, lines),
            above_missing=above[index] not in {None, *placed},
        )
        for index, heading in enumerate(headings)
    )


def _state(
    index: int,
    chosen: Mapping[int, _Candidate],
    moved: Mapping[int, _Candidate],
    placed: Mapping[int, _Candidate],
    above: Sequence[int | None],
    lines: Sequence[Line],
) -> HeadingState:
    found = placed.get(index)
    if found is None:
        return "missing"
    parent = above[index]
    # Whatever moved along with the heading above it stands where it should.
    went_along = parent is not None and parent in moved and moved[parent].line < found.line
    if index in moved and not went_along:
        return "out_of_order"
    return "found" if _has_content(index, found, placed, above, lines) else "empty"


def _has_content(
    index: int, found: _Candidate, placed: Mapping[int, _Candidate], above: Sequence[int | None], lines: Sequence[Line]
) -> bool:
    if found.has_text or any(above[each] == index for each in placed):
        return True
    begins = sorted(each.line for each in placed.values())
    following = next((line for line in begins if line > found.last), len(lines))
    return following > found.last + 1


def _above(headings: Sequence[Heading]) -> list[int | None]:
    """For each heading the one that it stands under."""
    open_ones: list[int] = []
    found: list[int | None] = []
    for index, heading in enumerate(headings):
        while open_ones and headings[open_ones[-1]].level >= heading.level:
            open_ones.pop()
        found.append(open_ones[-1] if open_ones else None)
        open_ones.append(index)
    return found


def _candidates(index: int, heading: Heading, lines: Sequence[Line]) -> list[_Candidate]:
    wanted, number = words_of(heading.name), comparable(heading.number)
    found = [each for at in range(len(lines)) for each in _candidate(index, wanted, number, lines, at)]
    best = sorted(found, key=lambda each: (-each.weight, each.line))[:_MOST_CANDIDATES]
    return sorted(best, key=lambda each: each.line)


def _candidate(
    index: int, wanted: tuple[str, ...], number: str, lines: Sequence[Line], at: int
) -> Iterator[_Candidate]:
    line, last = lines[at], at
    words = line.words
    if not words or (words[0] != wanted[0] and number != line.number):
        return
    same_number = bool(number) and _same_number(number, line.number)
    # A long heading may be broken into two paragraphs.
    if len(words) < len(wanted) and words == wanted[: len(words)] and at + 1 < len(lines):
        joined = words + lines[at + 1].words
        if not lines[at + 1].number and joined[: len(wanted)] == wanted:
            words, last = joined, at + 1
    weight = _weight(wanted, words, same_number, line.is_heading)
    if weight:
        weight += _SAME_NUMBER * same_number + _MARKED * line.is_heading
        has_text = len(words) > len(wanted) and words[: len(wanted)] == wanted
        yield _Candidate(index, at, last, weight, line.is_heading, has_text)


def _same_number(wanted: str, written: str) -> bool:
    """``1`` is the same as ``II.1``: the number of the heading above may stand before it."""
    return written == wanted or written.endswith(f" {wanted}")


def _weight(wanted: tuple[str, ...], words: tuple[str, ...], same_number: bool, is_heading: bool) -> int:
    if words == wanted:
        return _EXACT
    if words[: len(wanted)] == wanted and (len(wanted) >= _FEWEST_WORDS or is_heading):
        return _WITH_TEXT
    if not is_heading:
        return 0
    if same_number and len(words) >= _FEWEST_WORDS and words == wanted[: len(words)]:
        return _SHORTENED
    return _ALIKE if _alike(wanted, words) else 0


def _alike(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether most words are the same in the same order, of the whole heading."""
    if min(len(wanted), len(words)) < _FEWEST_WORDS or not len(wanted) * 0.7 <= len(words) <= len(wanted) * 1.5:
        return False
    return SequenceMatcher(None, wanted, words, autojunk=False).ratio() >= _ALIKE_FROM


def _in_order(candidates: Sequence[_Candidate]) -> dict[int, _Candidate]:
    """The heaviest choice in which headings and lines both go forward."""
    best: list[tuple[int, int | None]] = []
    for at, each in enumerate(candidates):
        earlier = [
            (best[before][0], -before)
            for before in range(at)
            if candidates[before].heading < each.heading and candidates[before].last < each.line
        ]
        weight, before = max(earlier, default=(0, 1))
        best.append((weight + each.weight, -before if earlier else None))
    chosen: dict[int, _Candidate] = {}
    at_best: int | None = max(range(len(best)), key=lambda at: (best[at][0], -at), default=None)
    while at_best is not None:
        chosen[candidates[at_best].heading] = candidates[at_best]
        at_best = best[at_best][1]
    return chosen
