"""Build the comments on a draft scale."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from thidua.model.consultation import Comment, Consultation
from thidua.model.scale import Scale
from thidua.schemas import Path, Shaped
from thidua.vocabulary import fold, key, nearest, word

_AFTER_CONSULTATION = ("consultation", "issued", "expired")


def build_consultation(shaped: Shaped, scale: Scale | None, today: date) -> Consultation | None:
    """The consultation of a shaped file, None where it lacks what every one has; faults are reported in it.

    ``scale`` None: it can't be read, so criteria are not looked up. ``today``: from it is told what is overdue.
    """
    needed = ("scale", "opened_on", "closed_on", "asked_units")
    if any(shaped.data.get(name) is None for name in needed):
        return None
    return _Builder(shaped, scale, today).consultation()


class _Builder:
    def __init__(self, shaped: Shaped, scale: Scale | None, today: date) -> None:
        self.shaped = shaped
        self.scale = scale
        self.today = today
        self.opened_on: date = shaped.data["opened_on"]
        self.closed_on: date = shaped.data["closed_on"]
        self.asked = self.names("asked_units")

    def consultation(self) -> Consultation:
        self.check_time()
        self.check_state()
        agreeing = self.names("agreeing_units")
        for name, index in agreeing.items():
            self.asked_name(name, ("agreeing_units", index))
        comments = tuple(self.comments(agreeing))
        return Consultation(
            scale=self.shaped.data["scale"],
            opened_on=self.opened_on,
            closed_on=self.closed_on,
            units=tuple(self.asked),
            agreeing=tuple(self.official(name) for name in agreeing),
            comments=comments,
            basis=self.shaped.data.get("basis"),
        )

    def names(self, list_name: str) -> dict[str, int]:
        """The names in a list, each with its index; one that stands twice is reported."""
        found: dict[str, int] = {}
        folded: dict[str, int] = {}
        for index, name in enumerate(self.shaped.data.get(list_name) or ()):
            if name is None:
                continue
            if fold(name) in folded:
                first = self.shaped.place((list_name, folded[fold(name)])).line
                self.shaped.report(588, (list_name, index), unit=name, first=first)
                continue
            folded[fold(name)] = index
            found[name] = index
        return found

    def official(self, written: str) -> str:
        """A unit's name as it stands among those asked."""
        return next((name for name in self.asked if fold(name) == fold(written)), written)

    def asked_name(self, written: str, path: Path) -> str:
        """A unit's name; one that was not asked is reported."""
        name = self.official(written)
        if name not in self.asked:
            guess = nearest(written, self.asked)
            known = f"Các đơn vị được hỏi: {', '.join(self.asked)}."
            suggestion = f"Có phải là “{guess}”?" if guess else known
            self.shaped.report(581, path, unit=written, suggestion=suggestion)
        return name

    def check_time(self) -> None:
        if self.closed_on < self.opened_on:
            days = {"opened": f"{self.opened_on:%d/%m/%Y}", "closed": f"{self.closed_on:%d/%m/%Y}"}
            self.shaped.report(583, ("closed_on",), **days)

    def check_state(self) -> None:
        """Once issued, the file is kept as a record; before that, comments are asked for while the scale says so."""
        if self.scale and self.scale.state not in _AFTER_CONSULTATION:
            self.shaped.report(587, ("scale",), id=self.scale.id, state=word("state", self.scale.state))

    def comments(self, agreeing: Mapping[str, int]) -> Iterator[Comment]:
        agree = {fold(name) for name in agreeing}
        for index, item in enumerate(self.shaped.data.get("comments") or ()):
            path: Path = ("comments", index)
            if not item or self.shaped.is_broken(path):
                continue
            unit = self.asked_name(item["unit"], (*path, "unit"))
            if fold(unit) in agree:
                self.shaped.report(589, (*path, "unit"), unit=unit)
            self.check_criterion(item, path)
            self.check_days(item, path)
            self.check_answer(item, path)
            yield _comment(unit, item)

    def check_criterion(self, item: dict[str, Any], path: Path) -> None:
        written = item.get("criterion")
        if written is None or self.scale is None:
            return
        known = {criterion.id: criterion.name for criterion in self.scale.criteria}
        if written not in known:
            guess = nearest(written, known)
            rest = "Bỏ mục “tiêu chí” nếu ý kiến về cả thang điểm; nếu không thì ghi mã tiêu chí trong thang điểm."
            suggestion = f"Có phải là “{guess}”?" if guess else rest
            self.shaped.report(580, (*path, "criterion"), id=written, scale=self.scale.id, suggestion=suggestion)

    def check_days(self, item: dict[str, Any], path: Path) -> None:
        commented, answered = item["commented_on"], item.get("answered_on")
        # Where the days of the whole consultation are wrong, those of its comments can't be judged.
        if self.opened_on <= self.closed_on and not self.opened_on <= commented <= self.closed_on:
            span = {"opened": f"{self.opened_on:%d/%m/%Y}", "closed": f"{self.closed_on:%d/%m/%Y}"}
            self.shaped.report(584, (*path, "commented_on"), day=f"{commented:%d/%m/%Y}", **span)
        if answered and answered < commented:
            days = {"answered": f"{answered:%d/%m/%Y}", "commented": f"{commented:%d/%m/%Y}"}
            self.shaped.report(585, (*path, "answered_on"), **days)

    def check_answer(self, item: dict[str, Any], path: Path) -> None:
        """An answer says what it is and what it says; none at all is overdue once the time is up."""
        written = [name for name in ("answer", "answer_text", "answered_on") if name in item]
        missing = [name for name in ("answer", "answer_text") if name not in item]
        if written and missing:
            given = ", ".join(f"“{key(name)}”" for name in written)
            lacks = ", ".join(f"“{key(name)}”" for name in missing)
            self.shaped.report(582, (*path, written[0]), given=given, missing=lacks)
        elif missing and self.today > self.closed_on:
            self.shaped.report(586, path, unit=item["unit"], closed=f"{self.closed_on:%d/%m/%Y}")


def _comment(unit: str, item: dict[str, Any]) -> Comment:
    return Comment(
        unit=unit,
        commented_on=item["commented_on"],
        criterion=item.get("criterion"),
        text=item["comment"],
        answer=item.get("answer"),
        answer_text=item.get("answer_text"),
        answered_on=item.get("answered_on"),
    )
