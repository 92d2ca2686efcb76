"""``thidua init``: a home for a new cluster, out of commented templates that check, test and score as they are."""

from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from msgspec import Struct

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.home import CRITERIA, RULES, shown
from thidua.reading import write_new
from thidua.reading.years import with_years
from thidua.schemas.editor import EDITOR_FILES, editor_text
from thidua.schemas.scalars import Unreadable, read_scalar

PERIODS: Final = "dot"

_CLUSTER: Final = "cum-mau"
_YEAR: Final = 2026
_SCHEMAS: Final[Mapping[str, tuple[str, ...]]] = {
    CRITERIA: ("scale", "cases", "comments"),
    RULES: ("rules", "rule_cases"),
    PERIODS: ("period", "dossier", "adjustments", "registrations", "violations", "ballots", "congress"),
}
"""Which editors' schemas lie in which folder: the first lines of the templates name them."""


class NewHome(Struct, frozen=True):
    """What was written: the folder, the cluster's id, the year, the files in their order (without schemas)."""

    folder: Path
    cluster: str
    year: int
    files: tuple[Path, ...]

    @property
    def period(self) -> str:
        """The period, as one types it in the folder."""
        return f"{PERIODS}/{self.cluster}-{self.year}"


def make_home(folder: Path, cluster: str, year: int) -> NewHome | Diagnostic:
    """Write a home into a folder that is new or empty; hidden files in it are let alone."""
    unreadable = read_scalar(cluster, "slug", "")
    if isinstance(unreadable, Unreadable):
        return diagnose(unreadable.code, Place(cluster), **dict(unreadable.fields))
    there = sorted(each.name for each in folder.iterdir() if not each.name.startswith(".")) if folder.is_dir() else []
    if there or (folder.exists() and not folder.is_dir()):
        return diagnose(644, Place(shown(folder)), name=there[0] if there else folder.name)
    texts = {Path(_put(path, cluster, year)): _put(text, cluster, year) for path, text in templates()}
    schemas = {
        Path(place, EDITOR_FILES[kind]): editor_text(kind) for place, kinds in _SCHEMAS.items() for kind in kinds
    }
    write_new({folder / path: text.encode() for path, text in {**texts, **schemas}.items()})
    return NewHome(folder, cluster, year, tuple(texts))


def templates() -> Iterator[tuple[str, str]]:
    """The templates: path with ``/`` and text, for the cluster and the year that they are written for."""
    yield from _below(resources.files("thidua.authoring").joinpath("template"), "")


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            yield from _below(entry, f"{path}{entry.name}/")
        elif entry.name.endswith((".yaml", ".toml")):
            yield f"{path}{entry.name}", entry.read_text(encoding="utf-8")


def _put(text: str, cluster: str, year: int) -> str:
    """A template's text for another cluster and year; the years beside it move with it."""
    moved = with_years(text, lambda written: written - _YEAR + year)
    return moved.replace(_CLUSTER, cluster)
