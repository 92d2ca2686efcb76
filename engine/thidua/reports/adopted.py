"""What has changed since the conference adopted a result: the saved result against what comes out now."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from thidua.numerals.reading import NumberProblem, parse_number
from thidua.numerals.writing import format_number
from thidua.pipeline import Scored
from thidua.reports.json_report import as_json
from thidua.reports.wording import SHORT_HASH, ordinal
from thidua.scoring import ClusterResult

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Adopted:
    """What differs from the saved result; ``problem``: why it can't be compared, None where it can."""

    differences: tuple["Difference", ...]
    problem: str | None = None

    def about(self, unit_id: str | None) -> tuple[str, ...]:
        """The sentences about a unit and about all; with None, every sentence."""
        return tuple(each.text for each in self.differences if unit_id is None or each.unit in (None, unit_id))


@dataclass(frozen=True, slots=True)
class Difference:
    """One sentence, about a unit or (None) about the whole."""

    unit: str | None
    text: str


def against_adopted(file: Path, scored: Scored, cluster: ClusterResult) -> Adopted:
    """Compare the result with the one saved in a file by ``thidua score --format json -o``."""
    try:
        saved = json.loads(file.read_text(encoding="utf-8-sig"))
        if saved["period"]["id"] != cluster.period.id:
            return Adopted((), f"tệp này là kết quả của đợt chấm điểm khác ({saved['period']['id']})")
        found = tuple(_differences(saved, as_json(scored, cluster), cluster))
    except FileNotFoundError:
        return Adopted((), "không có tệp này")
    except OSError:
        return Adopted((), "hệ thống không cho đọc tệp")
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return Adopted((), "tệp không phải là kết quả do lệnh “thidua score --format json -o” ghi")
    return Adopted(found)


def _differences(saved: Mapping[str, Any], now: Mapping[str, Any], cluster: ClusterResult) -> Iterator[Difference]:
    names = {unit.member.id: unit.member.name for unit in cluster.units}
    numbers = {criterion.id: criterion.number for criterion in cluster.scale.criteria}
    before = {unit["id"]: unit for unit in saved["units"]}
    after = {unit["id"]: unit for unit in now["units"]}
    for unit in dict.fromkeys((*before, *after)):
        name = names.get(unit, unit)
        if unit not in before or unit not in after:
            gone = "không còn là đơn vị thành viên"
            yield Difference(unit, f"{name}: {'không có trong kết quả đã thông qua' if unit in after else gone}")
            continue
        yield from (Difference(unit, text) for text in _unit(name, before[unit], after[unit], numbers))
    yield from _of_the_rules(saved, now, names)
    parts = (("số liệu, hồ sơ", "period"), ("thang điểm", "scale"), ("quy tắc", "rules"))
    for told, part in parts:
        old, new = (saved[part] or {}).get("hash"), (now[part] or {}).get("hash")
        if old != new:
            yield Difference(None, f"Bản {told} khác: khi thông qua {_short(old)}, bây giờ {_short(new)}")


def _of_the_rules(saved: Mapping[str, Any], now: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[Difference]:
    """What the rules led to; the ranks stand with the units. A result of an older program may lack a list."""
    if saved["rules"] is None or now["rules"] is None:
        return
    if "places" in saved:
        yield from _told("Hội nghị kết luận xếp {}", "không có", *(_concluded(each, names) for each in (saved, now)))
    if "awards" in saved:
        yield from _told("Đề nghị tặng {}", "không đề nghị", *(_proposed(each, names) for each in (saved, now)))
    if "findings" in saved:
        yield from _findings(saved["findings"], now["findings"], names)


def _told(what: str, absent: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Difference]:
    for each in dict.fromkeys((*old, *new)):
        before, after = old.get(each, absent), new.get(each, absent)
        if before != after:
            yield Difference(None, f"{what.format(each)}: {before} → {after}")


def _concluded(result: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, str]:
    decided = {each["place"]: each.get("decided") for each in result["places"]}
    return {ordinal(place): names.get(each["unit"], each["unit"]) for place, each in decided.items() if each}


def _proposed(result: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, str]:
    """By award and place: for whom, and what is still missing."""
    found = {}
    for each in result["awards"]:
        whom = names.get(each["unit"], each["unit"]) if each["unit"] else "chưa xác định được đơn vị"
        missing = "; ".join(each["missing"])
        whom += f" (còn thiếu: {missing})" if missing else ""
        found[f"{each['award']} cho đơn vị xếp {ordinal(each['place'])}"] = whom
    return found


def _findings(
    before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]], names: Mapping[str, str]
) -> Iterator[Difference]:
    """Unit by unit, the codes of what the rules raise only then, only now, or in other words."""
    old, new = ({(each["unit"], each["rule"], each["message"]) for each in found} for found in (before, after))
    for unit in (None, *names):
        gone, come = ({code for about, code, _ in found if about == unit} for found in (old - new, new - old))
        parts = (("thêm", come - gone), ("không còn", gone - come), ("nội dung khác", come & gone))
        told = "; ".join(f"{word} {', '.join(sorted(codes))}" for word, codes in parts if codes)
        if told:
            yield Difference(unit, f"{names[unit] if unit else 'Chung'}: vấn đề do quy tắc nêu: {told}")


def _unit(name: str, before: Mapping[str, Any], after: Mapping[str, Any], numbers: Mapping[str, str]) -> Iterator[str]:
    if before["total"] != after["total"]:
        yield f"{name}: tổng điểm {_points(before['total'])} → {_points(after['total'])}"
    if _place(before) != _place(after):
        yield f"{name}: xếp hạng {_place(before) or 'chưa có'} → {_place(after) or 'chưa có'}"
    old = {each["id"]: each for each in before["criteria"]}
    new = {each["id"]: each for each in after["criteria"]}
    changed = [each for each in dict.fromkeys((*old, *new)) if _criterion(old.get(each)) != _criterion(new.get(each))]
    told = [
        f"{numbers.get(each, each)}: {_criterion(old.get(each))} → {_criterion(new.get(each))}"
        for each in changed[:_MOST_NAMED]
    ]
    more = f"; và {len(changed) - _MOST_NAMED} tiêu chí khác" if len(changed) > _MOST_NAMED else ""
    if told:
        yield f"{name}: {'; '.join(told)}{more}"


def _place(unit: Mapping[str, Any]) -> int | None:
    # Where rules decided who may be considered, a rank by points is no place.
    place = unit["place"] if unit.get("eligibility") else unit["rank"]
    return None if place is None else int(place)


def _criterion(found: Mapping[str, Any] | None) -> str:
    return "không có" if found is None else _points(found["points"])


def _points(written: str | None) -> str:
    if written is None:
        return "chưa có điểm"
    found = parse_number(written.replace(".", ","))
    return written if isinstance(found, NumberProblem) else f"{format_number(found)} điểm"


def _short(hashed: str | None) -> str:
    return hashed[:SHORT_HASH] if hashed else "không có"
