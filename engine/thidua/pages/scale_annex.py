"""Two versions of a scale as annexes side by side."""

from collections.abc import Iterator, Sequence

from thidua.comparison.criteria import criterion_lines
from thidua.comparison.fields import tell_fields
from thidua.comparison.matching import Match, match_criteria
from thidua.comparison.saying import points
from thidua.comparison.scales import CLASSES, SCALE, SECTION, section_sides
from thidua.comparison.section_matching import SectionOf, SectionPair, match_sections
from thidua.model.scale import Criterion, Scale, Section
from thidua.pages.annex import Clause, Group, Row, kind_of_pair, plain
from thidua.pages.marking import Line, Told, mark_words, marked, whole

GENERAL = "Thông tin chung"


def scale_groups(old: Scale, new: Scale) -> tuple[Group, ...]:
    """What is said of the whole scale, then each section with its criteria, in the new version's order."""
    return (_general(old, new), *_sections(old, new))


def general_group(old: Sequence[Told], new: Sequence[Told]) -> Group:
    """What two versions say of themselves."""
    sides = marked(old, new)
    before, after = (Clause(plain(""), plain(""), None, lines) for lines in sides)
    row = Row(kind_of_pair(before, after), (before,), (after,))
    return Group(plain(GENERAL), plain(GENERAL), (row,))


def _general(old: Scale, new: Scale) -> Group:
    return general_group(*([*_told(each)] for each in (old, new)))


def _told(scale: Scale) -> Iterator[Told]:
    yield from ((side.label, (side.words,)) for side in tell_fields(SCALE, scale))
    yield CLASSES.label, tuple(map(CLASSES.say, scale.classes))


def _sections(old: Scale, new: Scale) -> Iterator[Group]:
    matches, pairs = match_criteria(old, new), match_sections(old, new)
    homes = SectionOf(pairs)
    for pair in pairs:
        mine = [each for each in matches if _home(each, homes) is pair]
        yield Group(*_headings(pair), tuple(_row(each, old, new, homes) for each in mine))


def _home(match: Match, homes: SectionOf) -> SectionPair:
    return homes.new[match.new[0].id] if match.new else homes.old[match.old[0].id]


def _headings(pair: SectionPair) -> tuple[Line | None, Line | None]:
    before, after = (None if each is None else _section(each) for each in (pair.old, pair.new))
    if before is None or after is None:
        return None if before is None else plain(before), None if after is None else plain(after)
    return mark_words(before, after)


def _section(section: Section) -> str:
    told = [f"{side.label.lower()} {side.words}" for side in tell_fields(SECTION[4:], section)]
    more = [each for each in told if section.weight != 1 or not each.startswith("hệ số")]
    return f"{section.number}. {section.name} ({'; '.join([points(section.standard_points), *more])})"


def _row(match: Match, old: Scale, new: Scale, homes: SectionOf) -> Row:
    before = [_lines(each, old) for each in match.old]
    after = [_lines(each, new) for each in match.new]
    if match.kind == "changed":
        clauses = _pair(match.old[0], match.new[0], before[0], after[0])
        return Row(kind_of_pair(*clauses), (clauses[0],), (clauses[1],), _moved(match.old[0], match.new[0], homes))
    sides = (
        tuple(_alone(each, lines) for each, lines in zip(match.old, before, strict=True)),
        tuple(_alone(each, lines) for each, lines in zip(match.new, after, strict=True)),
    )
    return Row(match.kind, *sides)


def _lines(criterion: Criterion, scale: Scale) -> list[Told]:
    return list(criterion_lines(criterion, scale))


def _pair(old: Criterion, new: Criterion, before: list[Told], after: list[Told]) -> tuple[Clause, Clause]:
    numbers = mark_words(old.number, new.number)
    names = mark_words(old.name, new.name)
    worth = mark_words(_points(old), _points(new))
    lines = marked(before, after)
    first, second = (Clause(numbers[side], names[side], worth[side], lines[side]) for side in (0, 1))
    return first, second


def _alone(criterion: Criterion, lines: list[Told]) -> Clause:
    return Clause(plain(criterion.number), plain(criterion.name), plain(_points(criterion)), whole(lines))


def _points(criterion: Criterion) -> str:
    bonus = f"; thưởng không quá {points(criterion.bonus_cap)}" if criterion.bonus_cap else ""
    return f"{points(criterion.standard_points)}{bonus}"


def _moved(old: Criterion, new: Criterion, homes: SectionOf) -> str:
    if homes.old[old.id] is homes.new[new.id]:
        return ""
    before, after = (side.words for side in section_sides(homes.old[old.id].old, homes.new[new.id].new))
    return f"chuyển từ {before} sang {after}"
