"""What has changed since the conference adopted a result: the saved result against what comes out now."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

from msgspec import Struct

from thidua.comparison.runs import Run, RunAward, RunCriterion, Version
from thidua.comparison.runs_moves import RunsDifference, UnitMove, compare_runs
from thidua.comparison.runs_reading import read_run, run_of
from thidua.diagnostics import Diagnostic
from thidua.numerals.writing import format_number
from thidua.pipeline import Scored
from thidua.reports.json_report import as_json
from thidua.reports.runs_words import dossier_words, unit_name
from thidua.reports.wording import SHORT_HASH, ordinal
from thidua.scoring import ClusterResult

_MOST_NAMED = 5
_PROBLEMS = {100: "không có tệp này", 101: "hệ thống không cho đọc tệp"}
_NO_RESULT = "tệp không phải là kết quả do lệnh “thidua score --format json -o” ghi"


class Adopted(Struct, frozen=True):
    """What differs from the saved result; ``problem``: why it can't be compared, None where it can."""

    differences: tuple["Difference", ...]
    problem: str | None = None

    def about(self, unit_id: str | None) -> tuple[str, ...]:
        """The sentences about a unit and about all; with None, every sentence."""
        return tuple(each.text for each in self.differences if unit_id is None or each.unit in (None, unit_id))


class Difference(Struct, frozen=True):
    """One sentence, about a unit or (None) about the whole."""

    unit: str | None
    text: str


def against_adopted(file: Path, scored: Scored, cluster: ClusterResult) -> Adopted:
    """Compare the result with the one saved in a file by ``thidua score --format json -o``."""
    saved = read_run(file, file.name)
    if isinstance(saved, Diagnostic):
        return Adopted((), _PROBLEMS.get(saved.code, _NO_RESULT))
    if saved.period.id != cluster.period.id:
        return Adopted((), f"tệp này là kết quả của đợt chấm điểm khác ({saved.period.id})")
    now = run_of(as_json(scored, cluster), file.name)
    if isinstance(now, Diagnostic):
        raise ValueError(now.message)
    edited = Difference(None, f"Tệp {file.name} đã bị sửa sau khi chương trình ghi")
    told = (edited,) if saved.as_written is False else ()
    return Adopted((*told, *_differences(compare_runs(saved, now))))


def _differences(found: RunsDifference) -> Iterator[Difference]:
    for each in found.units:
        yield from (Difference(each.shown.id, text) for text in _unit(each))
    if found.old.rules and found.new.rules:
        yield from _of_the_rules(found)
    parts = (
        ("số liệu, hồ sơ", found.old.period, found.new.period),
        ("thang điểm", found.old.scale, found.new.scale),
        ("quy tắc", found.old.rules, found.new.rules),
    )
    for told, old, new in parts:
        if _short(old) != _short(new):
            yield Difference(None, f"Bản {told} khác: khi thông qua {_short(old)}, bây giờ {_short(new)}")


def _of_the_rules(found: RunsDifference) -> Iterator[Difference]:
    """What the rules led to; the ranks stand with the units. Of a list that an older program did not save, nothing."""
    if found.old.places is not None:
        yield from _told("Hội nghị kết luận xếp {}", "không có", *(_concluded(each, found) for each in _sides(found)))
    if found.old.awards is not None:
        yield from _told("Đề nghị tặng {}", "không đề nghị", *(_proposed(each, found) for each in _sides(found)))
    yield from _findings(found)


def _sides(found: RunsDifference) -> tuple[Run, Run]:
    return found.old, found.new


def _told(what: str, absent: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Difference]:
    for each in dict.fromkeys((*old, *new)):
        before, after = old.get(each, absent), new.get(each, absent)
        if before != after:
            yield Difference(None, f"{what.format(each)}: {before} → {after}")


def _concluded(run: Run, found: RunsDifference) -> dict[str, str]:
    return {ordinal(each.place): unit_name(each.decided, found) for each in run.places or () if each.decided}


def _proposed(run: Run, found: RunsDifference) -> dict[str, str]:
    """By award and place: for whom, and what is still missing."""
    return {f"{each.award} cho đơn vị xếp {ordinal(each.place)}": _whom(each, found) for each in run.awards or ()}


def _whom(award: RunAward, found: RunsDifference) -> str:
    whom = unit_name(award.unit, found) if award.unit else "chưa xác định được đơn vị"
    return whom + (f" (còn thiếu: {'; '.join(award.missing)})" if award.missing else "")


def _findings(found: RunsDifference) -> Iterator[Difference]:
    """Unit by unit, the codes of what the rules raise only then, only now, or in other words."""
    for unit in (None, *(each.id for each in found.new.units)):
        about = [pair for pair in found.findings if any(each and each.unit == unit for each in pair)]
        gone, come = {old.rule for old, _ in about if old}, {new.rule for _, new in about if new}
        parts = (("thêm", come - gone), ("không còn", gone - come), ("nội dung khác", come & gone))
        told = "; ".join(f"{word} {', '.join(sorted(codes))}" for word, codes in parts if codes)
        if told:
            yield Difference(unit, f"{unit_name(unit, found) if unit else 'Chung'}: vấn đề do quy tắc nêu: {told}")


def _unit(each: UnitMove) -> Iterator[str]:
    name, before, after = each.shown.name, each.old, each.new
    if before is None or after is None:
        yield f"{name}: {'không có trong kết quả đã thông qua' if after else 'không còn là đơn vị thành viên'}"
        return
    if before.total != after.total:
        yield f"{name}: tổng điểm {_points(before.total)} → {_points(after.total)}"
    if before.place != after.place:
        yield f"{name}: xếp hạng {before.place or 'chưa có'} → {after.place or 'chưa có'}"
    by_dossier = [one for one in each.criteria if one.by_dossier]
    if by_dossier:
        yield f"{name}: {dossier_words(by_dossier[0].causes[0])}"
    others = [one for one in each.criteria if not one.by_dossier]
    moves = [(one.shown.number, _criterion(one.old), _criterion(one.new)) for one in others]
    changed = [f"{number}: {old} → {new}" for number, old, new in moves if old != new]
    more = f"; và {len(changed) - _MOST_NAMED} tiêu chí khác" if len(changed) > _MOST_NAMED else ""
    if changed:
        yield f"{name}: {'; '.join(changed[:_MOST_NAMED])}{more}"


def _criterion(found: RunCriterion | None) -> str:
    return "không có" if found is None else _points(found.points)


def _points(found: Fraction | None) -> str:
    return "chưa có điểm" if found is None else f"{format_number(found)} điểm"


def _short(version: Version | None) -> str:
    return version.hash[:SHORT_HASH] if version else "không có"
