"""Points that go against what is achieved: fewer for more, for a better class, or as many for failing."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise

from thidua.diagnostics import Diagnostic
from thidua.expressions import RoundHalfUp
from thidua.linting.probes import Probes, Row
from thidua.linting.subject import Piece, Subject
from thidua.model.terms import GradedTerms, PassFailTerms
from thidua.numerals.writing import format_number, format_percent
from thidua.vocabulary import fold

_ACHIEVED = ("actual", "count", "achieved")
# Of what these name, less is better.
_BETTER_LOW = tuple(
    map(
        fold,
        (
            "giảm", "hạ", "chết", "tử vong", "tai nạn", "thương", "vi phạm", "nghèo", "thất nghiệp", "nợ", "tồn đọng",
            "quá hạn", "trễ hạn", "chậm", "tội phạm", "phạm pháp", "trọng án", "ma túy", "khiếu nại", "khiếu kiện",
            "tố cáo", "suy dinh dưỡng", "bỏ học", "mù chữ", "ô nhiễm", "cháy", "thiệt hại", "dịch bệnh", "chi phí",
            "con thứ ba", "tảo hôn", "mất cân bằng", "hư hỏng", "thất thoát",
        ),
    )
)  # fmt: skip
# How good the usual classes are, by a word in their names.
_MERIT = {
    fold(word): merit
    for merit, words in enumerate(
        (("không", "kém"), ("yếu",), ("trung bình",), ("khá",), ("tốt", "giỏi"), ("xuất sắc",))
    )
    for word in words
}

Scored = tuple[Row, Fraction]


def lint_direction(subject: Subject) -> Iterator[Diagnostic]:
    """More achieved and fewer points: at one place, or all the way."""
    for piece in subject.pieces:
        if piece.method not in ("bands", "formula"):
            continue
        probes = Probes(piece)
        tree = RoundHalfUp(probes.tree, Fraction(1, 10**subject.scale.rounding))
        for name in probes.figures:
            if name.rpartition(".")[2] not in _ACHIEVED:
                continue
            rows = probes.rows(name)
            points = probes.points(rows, tree)
            scored = [(row, each) for row, each in zip(rows, points, strict=True) if each is not None]
            yield from _against(subject, piece, probes, name, scored)


def _against(subject: Subject, piece: Piece, probes: Probes, name: str, scored: list[Scored]) -> Iterator[Diagnostic]:
    steps = [(after[1] - before[1], before, after) for before, after in pairwise(scored)]
    risen = sum((change for change, _, _ in steps if change > 0), Fraction(0))
    fallen = -sum((change for change, _, _ in steps if change < 0), Fraction(0))
    if not fallen:
        return
    others = [each for each in probes.figures if each != name]
    if not risen:
        if not _is_better_low(piece, name):
            yield subject.at((*piece.path, "terms"), 263, **_two_ends(probes, name, scored[0], scored[-1], others))
        return
    # What goes against the larger movement is the slip; the first of the largest steps that do is shown.
    more_is_better = risen >= fallen
    _, before, after = (min if more_is_better else max)(steps, key=lambda step: step[0])
    verdict = "làm được nhiều hơn mà ít điểm hơn" if more_is_better else (
        "ở các mức khác số liệu càng thấp càng được nhiều điểm, riêng chỗ này ngược lại"
    )  # fmt: skip
    yield subject.at((*piece.path, "terms"), 249, **_two_ends(probes, name, before, after, others), verdict=verdict)


def _two_ends(probes: Probes, name: str, one: Scored, other: Scored, others: list[str]) -> dict[str, str]:
    return {
        "one": probes.told(one[0], [name]), "points": format_number(one[1]),
        "other": probes.told(other[0], [name]), "less": format_number(other[1]),
        "beside": f" (với {probes.told(one[0], others)})" if others else "",
    }  # fmt: skip


def _is_better_low(piece: Piece, figure: str) -> bool:
    part, figures = piece.frame.part, [each.name for each in piece.figures if each.id == figure]
    names = (piece.frame.criterion.name, part.name if part else "", *figures)
    words = f" {' '.join(map(fold, names))} ".replace(",", " ")
    return any(f" {each} " in words for each in _BETTER_LOW)


def lint_classes(subject: Subject) -> Iterator[Diagnostic]:
    """A better class that gives less than a worse one, and failing that gives as much as passing."""
    for piece in subject.pieces:
        terms = piece.terms
        if isinstance(terms, GradedTerms):
            known = [(merit, index, each) for index, each in enumerate(terms.grades)
                     if (merit := _merit(each.grade)) is not None]  # fmt: skip
            for one, other in combinations(sorted(known, key=lambda each: -each[0]), 2):
                (better, index, high), (worse, _, low) = one, other
                if better > worse and high.share < low.share:
                    told = {"better": high.grade, "less": format_percent(high.share)}
                    told |= {"worse": low.grade, "more": format_percent(low.share)}
                    yield subject.at((*piece.path, "terms", "grades", index), 264, **told)
                    break
        elif isinstance(terms, PassFailTerms) and terms.points_when_failed >= piece.standard_points > 0:
            told = {"points": format_number(terms.points_when_failed)}
            yield subject.at((*piece.path, "terms", "points_when_failed"), 265, **told)


def _merit(grade: str) -> int | None:
    """How good a class is among the usual ones; None for others. What is not good is no better than the worst."""
    words = f" {fold(grade)} "
    found = [merit for word, merit in _MERIT.items() if f" {word} " in words]
    return max(found, default=None) if 0 not in found else 0
