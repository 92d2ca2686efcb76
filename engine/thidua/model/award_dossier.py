"""The dossier by which the cluster's head proposes awards once the conference has concluded."""

from datetime import date

from msgspec import Struct

from thidua.model.dossier_files import FileState


class AwardPaper(Struct, frozen=True):
    """A paper of the dossier. ``file_state`` None: no file is named; then its number or day says that it is there."""

    id: str
    name: str
    number: str | None
    dated: date | None
    file: str | None
    file_state: FileState | None

    @property
    def is_there(self) -> bool:
        """Whether it is complete: the named file can be read, or a number or day stands for a paper not kept here."""
        if self.file is not None:
            return self.file_state == "found"
        return self.number is not None or self.dated is not None


class AwardDossier(Struct, frozen=True):
    """All papers that the dossier must have, and where that is said."""

    basis: str
    papers: tuple[AwardPaper, ...]

    @property
    def missing(self) -> tuple[AwardPaper, ...]:
        """The papers that are not complete."""
        return tuple(each for each in self.papers if not each.is_there)
