"""Load a scale by its file or its id."""

from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from thidua.building.documents import document_of
from thidua.building.scale import build_scale
from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.home import CRITERIA, SCALE_FILE, Home, shown
from thidua.model.scale import Scale
from thidua.reading import read_text
from thidua.schemas import Shaped
from thidua.schemas.scalars import Unreadable, read_scalar
from thidua.vocabulary import nearest


class LoadedScale(Struct, frozen=True):
    """A scale and what was found on the way. ``scale`` is None where it has errors.

    ``written``: the file's own texts and places, for what is said about a scale that can be built.
    """

    file: Path
    scale: Scale | None
    diagnostics: tuple[Diagnostic, ...]
    written: Shaped | None = None


def load_scale(file: Path, home: Home | None = None) -> LoadedScale:
    """Read and build a scale. In home its id must be the name of its folder; elsewhere it need not."""
    text = read_text(file, shown(file))
    if isinstance(text, Diagnostic):
        return LoadedScale(file, None, (text,))
    return _of_text(text, file, shown(file), _id_by_place(file, home))


@lru_cache(maxsize=32)
def _of_text(text: str, file: Path, shown_as: str, folder: str | None) -> LoadedScale:
    """The scale of a text. The same text is built once: periods, cases, comments and versions ask for one scale."""
    return _built(file, document_of(text, shown_as, "scale"), folder)


def scale_in(file: Path, shaped: Shaped | tuple[Diagnostic, ...], home: Home | None = None) -> LoadedScale:
    """Build the scale of a document as ``read_document`` gives it; ``file``: where it stands or would stand."""
    return _built(file, shaped, _id_by_place(file, home))


def _built(file: Path, shaped: Shaped | tuple[Diagnostic, ...], folder: str | None) -> LoadedScale:
    if isinstance(shaped, tuple):
        return LoadedScale(file, None, shaped)
    scale = build_scale(shaped)
    if folder is not None and shaped.data.get("id", folder) != folder:
        shaped.report(216, ("id",), id=shaped.data["id"], folder=folder)
        scale = None
    return LoadedScale(file, scale, tuple(sorted(shaped.diagnostics)), shaped)


def find_scale(scale_id: str, home: Home, asked_at: Place) -> LoadedScale:
    """Load a scale by its id; where there is none, the diagnostic stands where it was asked for."""
    unreadable = read_scalar(scale_id, "scale_id", "")
    if isinstance(unreadable, Unreadable):
        problem = diagnose(unreadable.code, asked_at, **dict(unreadable.fields))
        return LoadedScale(home.root, None, (problem,))
    file = home.scale_file(scale_id)
    if file.is_file():
        return load_scale(file, home)
    known = home.scale_ids()
    misnamed = sorted(other.name for other in file.parent.glob("*.y*ml")) if file.parent.is_dir() else []
    if misnamed:
        suggestion = f"Thư mục này có tệp {', '.join(misnamed)}; tệp thang điểm phải có tên {SCALE_FILE}."
        problem = diagnose(501, asked_at, id=scale_id, home=shown(file.parent), suggestion=suggestion)
        return LoadedScale(file, None, (problem,))
    guess = nearest(scale_id, known)
    listed = (
        f"Các thang điểm có trong thư mục gốc: {', '.join(known)}." if known else "Thư mục gốc chưa có thang điểm nào."
    )
    suggestion = f"Có phải là “{guess}”? {listed}" if guess else listed
    problem = diagnose(501, asked_at, id=scale_id, home=f"{shown(home.root)} ({home.origin})", suggestion=suggestion)
    return LoadedScale(file, None, (problem,))


def _id_by_place(file: Path, home: Home | None) -> str | None:
    if home is None or file.name != SCALE_FILE:
        return None
    try:
        folders = file.resolve().parent.relative_to(home.root.resolve() / CRITERIA).parts
    except ValueError:
        return None
    return "/".join(folders)
