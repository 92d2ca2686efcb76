"""A member unit's dossier: its figures, self-scores and evidence, criterion by criterion."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from thidua.model.dossier_files import FileState
from thidua.model.outline import SentFiles


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """A document that a unit or a source supplied.

    ``type``: the code or name of the requirement it answers. ``file_state``: whether the named file is there and can be
    read; None where no file is named.
    """

    type: str
    name: str | None = None
    number: str | None = None
    dated: date | None = None
    issuer: str | None = None
    file: str | None = None
    file_state: FileState | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What a unit says of one criterion. Yes/no figures are 1 and 0. A figure that it does not report is not here."""

    figures: tuple[tuple[str, Fraction], ...]
    self_points: Fraction | None
    evidence: tuple[EvidenceItem, ...]
    explanation: str | None


@dataclass(frozen=True, slots=True)
class Sending:
    """Papers that were received on one day, and to whom they went."""

    received: date | None
    recipients: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A unit's whole dossier; ``claims`` by criterion id, in the order of the scale.

    ``earlier``: papers that came before the dossier itself, such as those that a deadline in the middle of the year
    asks for. ``sent_files``: the files that it names of its papers, None where it names none.
    """

    unit: str
    received: date | None
    channel: str | None
    recipients: tuple[str, ...]
    documents: tuple[str, ...]
    claims: tuple[tuple[str, Claim], ...]
    earlier: tuple[Sending, ...] = ()
    sent_files: SentFiles | None = field(default=None, metadata={"came_later": True})

    @property
    def sendings(self) -> tuple[Sending, ...]:
        """All that was sent, the dossier itself last."""
        return (*self.earlier, Sending(self.received, self.recipients, self.documents))
