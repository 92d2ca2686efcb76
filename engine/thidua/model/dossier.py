"""A member unit's dossier: its figures, self-scores and evidence, criterion by criterion."""

from datetime import date
from fractions import Fraction
from typing import ClassVar

from msgspec import Struct

from thidua.model.dossier_files import FileState
from thidua.model.outline import SentFiles


class EvidenceItem(Struct, frozen=True):
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


class Claim(Struct, frozen=True):
    """What a unit says of one criterion. Yes/no figures are 1 and 0. A figure that it does not report is not here."""

    figures: tuple[tuple[str, Fraction], ...]
    self_points: Fraction | None
    evidence: tuple[EvidenceItem, ...]
    explanation: str | None


class Sending(Struct, frozen=True):
    """Papers that were received on one day, and to whom they went."""

    received: date | None
    recipients: tuple[str, ...]
    documents: tuple[str, ...]


class Dossier(Struct, frozen=True):
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
    sent_files: SentFiles | None = None

    CAME_LATER: ClassVar = frozenset(("sent_files",))

    @property
    def sendings(self) -> tuple[Sending, ...]:
        """All that was sent, the dossier itself last."""
        return (*self.earlier, Sending(self.received, self.recipients, self.documents))
