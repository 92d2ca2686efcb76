"""How far a congress has come: each unit's own conference and delegates, the groups of delegates, the congress."""

from collections.abc import Sequence

from thidua.facts.of_congress import facts_of_congress
from thidua.facts.words import words_of
from thidua.model.congress import CongressEvent
from thidua.model.fact import Fact
from thidua.model.period import Period
from thidua.reports.grid import Grid
from thidua.reports.wording import NOTHING

_CONFERENCES = (
    "Đơn vị",
    "Kế hoạch\nriêng",
    "Hội nghị",
    "Số\nbuổi",
    "Nội dung\ncòn thiếu",
    "Đại biểu\nphân bổ",
    "Đã cử",
)
_STRUCTURE = ("Nhóm", "Số\nđại biểu", "Trong\ntổng số", "Tỷ lệ", "Tỷ lệ\nyêu cầu", "Đơn vị\nchưa báo")
_NOT_SEEN = "chưa thấy"
_NOT_REPORTED = "chưa báo"


class CongressStanding:
    """The tables and the sentence; nothing of them where the period has no file of a congress."""

    def __init__(self, period: Period) -> None:
        self.facts = tuple(facts_of_congress(period))
        self.words = words_of(period, None)

    def conferences(self) -> Grid | None:
        """A row for each unit: its conference, its seats and delegates; then their sums."""
        held = self._of("unit_conference")
        if not held:
            return None
        seats = {each.values["unit"]: each for each in self._of("allocation")}
        rows = [self._conference(each, seats.get(each.values["unit"])) for each in held]
        (event,) = self._of("congress")
        sums = (self._told(event, "allocated_total"), self._told(event, "delegate_total"))
        return Grid(_CONFERENCES, (*rows, ("Cộng", "", "", "", "", *sums)), (3, 4, 5, 6))

    def structure(self) -> Grid | None:
        """A row for each declared group."""
        fields = ("group", "count", "whole", "share", "required", "missing_units")
        rows = tuple(tuple(self._told(each, field) for field in fields) for each in self._of("structure"))
        return Grid(_STRUCTURE, rows, (1, 2, 3, 4, 5)) if rows else None

    def event(self, noted: CongressEvent | None) -> tuple[str, ...]:
        """What is known of the congress itself."""
        found = self._of("congress")
        if not found:
            return ()
        (fact,) = found
        day = f"ngày {self._told(fact, 'held_on')}" if "held_on" in fact.values else "chưa có ngày tổ chức"
        sessions = f", {self._told(fact, 'session_count')} buổi" if "session_count" in fact.values else ""
        total = self._told(fact, "agreed_total") if "agreed_total" in fact.values else "chưa có"
        agreed = noted.agreed_in if noted and noted.agreed_in else "chưa thấy văn bản thống nhất"
        return (
            f"Đại hội: {day}{sessions}{self._programme(fact)}",
            f"Tổng số đại biểu đã thống nhất: {total} ({agreed})",
            f"Dự toán kinh phí: {self._estimate(fact)}",
        )

    def _conference(self, held: Fact, seats: Fact | None) -> tuple[str, ...]:
        unit = held.values["unit"]
        return (
            self._told(held, "unit"),
            "có" if held.values["has_plan"] == "yes" else _NOT_SEEN,
            self._told(held, "held_on") if "held_on" in held.values else "chưa tổ chức",
            self._told(held, "session_count"),
            self._missing(held, unit),
            self._told(seats, "seats"),
            self._told(seats, "delegates"),
        )

    def _missing(self, event: Fact, unit: int | str | None) -> str:
        """How many required parts the programme lacks; where nothing was held there is none to ask for."""
        if "has_programme" not in event.values:
            return NOTHING
        if event.values["has_programme"] == "no":
            return _NOT_REPORTED
        return str(sum(each.values.get("unit") == unit for each in self._of("missing_part")))

    def _programme(self, event: Fact) -> str:
        match self._missing(event, None):
            case "0":
                return "; chương trình đủ nội dung"
            case missing if missing.isdigit():
                return f"; chương trình còn thiếu {missing} nội dung"
            case missing:
                return "" if missing == NOTHING else f"; {_NOT_REPORTED} chương trình"

    def _estimate(self, fact: Fact) -> str:
        if fact.values["estimate_approved"] == "no":
            return "chưa thấy văn bản phê duyệt"
        return f"đã phê duyệt ngày {self._told(fact, 'estimate_on')}, {self._told(fact, 'estimate')}"

    def _told(self, fact: Fact | None, field: str) -> str:
        return self.words.field(fact, field) if fact and field in fact.values else NOTHING

    def _of(self, kind: str) -> Sequence[Fact]:
        return [each for each in self.facts if each.kind == kind]
