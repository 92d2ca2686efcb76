"""What is checked alike in all files of what people did beside the points: units, dates, what is written twice."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from thidua.model.period import Period
from thidua.numerals.writing import format_number
from thidua.schemas import Path, Shaped
from thidua.vocabulary import key, nearest


class RecordChecks:
    """Checks on the items of one shaped file; whatever is wrong is reported in it."""

    def __init__(self, shaped: Shaped, period: Period) -> None:
        self.shaped = shaped
        self.period = period
        self.units = [member.id for member in period.members]

    def items(self, name: str) -> Iterator[tuple[dict[str, Any], Path]]:
        """The items of a list that could be read, each with its path."""
        return self.below(self.shaped.data, (), name)

    def items_with(self, name: str, needed: str) -> Iterator[tuple[dict[str, Any], Path]]:
        """The items of a list that say at least ``needed``, each with its path; what else they hold may be broken."""
        for index, item in enumerate(self.shaped.data.get(name) or ()):
            if item and needed in item:
                yield item, (name, index)

    def below(self, data: dict[str, Any], above: Path, name: str) -> Iterator[tuple[dict[str, Any], Path]]:
        """The items of a list in a group at ``above`` that could be read, each with its path."""
        for index, item in enumerate(data.get(name) or ()):
            path: Path = (*above, name, index)
            if item and not self.shaped.is_broken(path):
                yield item, path

    def unit(self, item: dict[str, Any], path: Path) -> None:
        """The unit must be a member."""
        written = item["unit"]
        if written not in self.units:
            guess = nearest(written, self.units)
            known = f"Các mã đã khai báo: {', '.join(self.units)}."
            suggestion = f"Có phải là “{guess}”?" if guess else known
            self.shaped.report(508, (*path, "unit"), id=written, suggestion=suggestion)

    def days(self, item: dict[str, Any], path: Path, *names: str) -> None:
        """None of these days may come after the day of the review: perhaps a slip, so a warning."""
        reviewed = self.period.reviewed_on
        for name in names:
            day: date | None = item.get(name)
            if day and reviewed and day > reviewed:
                fields = {"key": key(name), "day": f"{day:%d/%m/%Y}", "reviewed": f"{reviewed:%d/%m/%Y}"}
                self.shaped.report(545, (*path, name), **fields)

    def descending(self, item: dict[str, Any], path: Path, *names: str) -> None:
        """None of these counts may be more than the one before it."""
        for more, less in pairwise(names):
            if item[less] > item[more]:
                fields = {"less": key(less), "count": format_number(item[less])}
                most = {"more": key(more), "most": format_number(item[more])}
                self.shaped.report(540, (*path, less), **fields, **most)

    def once(self, code: int, seen: dict[Any, int], identity: object, path: Path, **fields: object) -> None:
        """What ``identity`` stands for may be written only once; ``seen``: where it was written first."""
        if identity in seen:
            self.shaped.report(code, path, first=seen[identity], **fields)
        seen.setdefault(identity, self.shaped.place(path).line)
