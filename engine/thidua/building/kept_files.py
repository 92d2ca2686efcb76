"""The files that a period's dossiers and award dossier name, with size and hash: to see later that one was changed."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from thidua.building.paths import PathProblem, is_file, resolve
from thidua.model.dossier import Dossier
from thidua.model.period import Period

_CHUNK = 1024 * 1024


class KeptFile(Struct, frozen=True):
    """A named file. ``size`` in bytes; None, and ``sha256`` empty, where it is not there or can't be read."""

    owner: str
    document: str
    file: str
    size: int | None
    sha256: str


def kept_files(
    period: Period, dossiers: Mapping[str, Dossier], dossier_folder: Path | None, base: Path
) -> tuple[KeptFile, ...]:
    """Unit by unit in the order of the members, then the award dossier; a file named twice by a unit stands once.

    ``base``: the period's folder, from which the award dossier names its files and which nothing may leave.
    """
    found = []
    for member in period.members:
        dossier = dossiers.get(member.id)
        named = dict(reversed(list(_named(dossier)))) if dossier else {}
        for file in sorted(named):
            found.append(_kept(member.name, named[file], file, dossier_folder or base, base))
    for paper in period.award_dossier.papers if period.award_dossier else ():
        if paper.file:
            found.append(_kept("Hồ sơ đề nghị khen thưởng", paper.name, paper.file, base, base))
    return tuple(found)


def _named(dossier: Dossier) -> Iterator[tuple[str, str]]:
    for sent in dossier.sent_files.files if dossier.sent_files else ():
        yield sent.file, sent.document
    for _, claim in dossier.claims:
        for item in claim.evidence:
            if item.file:
                yield item.file, item.name or item.type


def _kept(owner: str, document: str, file: str, folder: Path, fence: Path) -> KeptFile:
    found = resolve(folder, file, fence)
    if isinstance(found, PathProblem) or not is_file(found):
        return KeptFile(owner, document, file, None, "")
    digest, size = hashlib.sha256(), 0
    try:
        with found.open("rb") as opened:
            while chunk := opened.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
    except OSError:
        return KeptFile(owner, document, file, None, "")
    return KeptFile(owner, document, file, size, digest.hexdigest())
