"""Two versions of a rule set side by side."""

from collections.abc import Iterator, Sequence

from thidua.comparison.fields import tell_fields
from thidua.comparison.lists import paired
from thidua.comparison.matching import Matched, match
from thidua.comparison.rules import RULE_SET, TIES, say_award, tell_rule
from thidua.model.rules import AwardRule, Rule, RuleSet
from thidua.pages.annex import Clause, Group, Row, RowKind, kind_of_pair, plain
from thidua.pages.marking import Line, Told, mark_words, marked, whole
from thidua.pages.scale_annex import general_group

_RULES, _AWARDS = "Quy tắc", "Đề nghị khen thưởng"


def rules_groups(old: RuleSet, new: RuleSet) -> tuple[Group, ...]:
    """What is said of the whole set with its order of ties, then the rules, then the proposals."""
    rows = tuple(map(_row, match(old.rules, new.rules)))
    groups = (
        general_group(list(_general(old)), list(_general(new))),
        Group(plain(_RULES), plain(_RULES), rows),
        Group(plain(_AWARDS), plain(_AWARDS), tuple(_awards(old.awards, new.awards))),
    )
    return tuple(each for each in groups if each.rows)


def _general(rules: RuleSet) -> Iterator[Told]:
    return ((side.label, (side.words,)) for side in tell_fields((*RULE_SET, *TIES), rules))


def _row(found: Matched[Rule]) -> Row:
    if found.kind != "changed":
        return Row(found.kind, tuple(map(_alone, found.old)), tuple(map(_alone, found.new)))
    (old,), (new,) = found.old, found.new
    ids, names, lines = mark_words(old.id, new.id), mark_words(old.name, new.name), marked(_told(old), _told(new))
    clauses = [Clause(ids[side], names[side], None, lines[side]) for side in (0, 1)]
    kind: RowKind = "same" if kind_of_pair(*clauses) == "same" else "changed"  # another id is more than another number
    return Row(kind, (clauses[0],), (clauses[1],))


def _alone(rule: Rule) -> Clause:
    return Clause(plain(rule.id), plain(rule.name), None, whole(_told(rule)))


def _told(rule: Rule) -> list[Told]:
    return [(label, (text,)) for label, text in tell_rule(rule)]


def _awards(old: Sequence[AwardRule], new: Sequence[AwardRule]) -> Iterator[Row]:
    pairs = paired(old, new, (say_award, lambda each: (each.place, each.award), lambda each: each.place))
    for before, after in pairs:
        if before is None or after is None:
            sides = [() if each is None else (_award(plain(say_award(each))),) for each in (before, after)]
            yield Row("removed" if after is None else "added", sides[0], sides[1])
        else:
            told = mark_words(say_award(before), say_award(after))
            yield Row("changed" if told[0].differs else "same", (_award(told[0]),), (_award(told[1]),))


def _award(line: Line) -> Clause:
    return Clause(plain(""), line, None, ())
