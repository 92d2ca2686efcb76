"""Put a dossier made of a workbook, and that workbook, into the period's folder; what was there is set aside."""

import hashlib
from pathlib import Path

from thidua.reading import write_whole
from thidua.schemas import Shaped

OLD = "ban-cu"
"""The folder, beside the dossiers, of what was replaced."""
_HASH = 8


def keep(folder: Path, name: str, dossier: str, original: bytes, suffix: str) -> Path:
    """Write ``<name>.yaml`` and the original beside it; returns the dossier's path. Raises OSError.

    Whatever other content stands under these names is first copied to ``ban-cu``, under a name with its hash.
    """
    folder.mkdir(exist_ok=True)
    workbook, file = folder / f"{name}{suffix}", folder / f"{name}.yaml"
    data = dossier.encode("utf-8")
    for path, content in ((workbook, original), (file, data)):
        _set_aside(path, content)
    if not workbook.is_file() or workbook.read_bytes() != original:
        write_whole(workbook, original)
    # Last, so that a dossier never names an original that is not there.
    write_whole(file, data)
    return file


def _set_aside(path: Path, replaced_by: bytes) -> None:
    if not path.is_file():
        return
    content = path.read_bytes()
    if content == replaced_by:
        return
    folder = path.parent / OLD
    folder.mkdir(exist_ok=True)
    digest = hashlib.sha256(content).hexdigest()[:_HASH]
    # Not *.yaml: a dossier that was replaced must not be taken for one.
    suffix = f"{path.suffix}.cu" if path.suffix == ".yaml" else path.suffix
    write_whole(folder / f"{path.stem}.{digest}{suffix}", content)


def noted_original(shaped: Shaped) -> tuple[str, str]:
    """The name and hash of the workbook that a dossier was made of; empty texts where it was made otherwise."""
    noted = shaped.data.get("original") or {}
    return noted.get("file", ""), noted.get("sha256", "")
