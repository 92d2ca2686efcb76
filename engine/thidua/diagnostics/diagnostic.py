"""One problem at one place."""

from collections.abc import Iterable
from dataclasses import dataclass

from thidua.diagnostics.catalogue import CATALOGUE
from thidua.diagnostics.entry import Entry, Severity


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a path as shown to the user; line and column count from 1, in characters."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """A catalogue number at a place, with the values that fill its message."""

    place: Place
    code: int
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def entry(self) -> Entry:
        """The catalogue's entry."""
        return CATALOGUE[self.code]

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.entry.severity

    @property
    def message(self) -> str:
        """What is wrong, in Vietnamese."""
        return self.entry.message.format(**dict(self.fields))

    @property
    def hint(self) -> str:
        """What to do, in Vietnamese."""
        hint = self.entry.hint.format(**dict(self.fields))
        return hint[:1].upper() + hint[1:]

    def __str__(self) -> str:
        first = f"{self.place}: {self.severity.vietnamese} {self.entry.name}: {self.message}"
        return f"{first}\n    Gợi ý: {self.hint}" if self.hint else first


def diagnose(code: int, place: Place, **fields: object) -> Diagnostic:
    """Make a diagnostic; raises KeyError where the catalogue lacks the code or the template a field."""
    made = Diagnostic(place, code, tuple((name, str(value)) for name, value in fields.items()))
    _ = made.message, made.hint
    return made


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether anything here stops the work."""
    return any(found.severity is Severity.ERROR for found in diagnostics)
