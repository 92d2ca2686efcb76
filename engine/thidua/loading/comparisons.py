"""Load the tables of documents from which figures must be taken."""

from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from thidua.building.comparisons import read_comparison
from thidua.building.paths import PathProblem, is_file, resolve, table_fence
from thidua.diagnostics import Diagnostic, diagnose
from thidua.home import Home, shown
from thidua.model.conference import Comparison
from thidua.model.period import Period
from thidua.model.scale import Scale
from thidua.schemas import Shaped


class LoadedComparisons(Struct):
    """The comparisons with their figures, the files that were read, and what is wrong with them."""

    comparisons: tuple[Comparison, ...]
    faults: list[Diagnostic] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)


def load_comparisons(file: Path, shaped: Shaped, home: Home, period: Period, scale: Scale | None) -> LoadedComparisons:
    """Read the tables that the period in ``file`` (``shaped``) names; without a scale nothing is known of figures."""
    loaded = LoadedComparisons(period.comparisons)
    if scale:
        reader = _Reader(file, shaped, home, loaded)
        filled = (reader.read(index, period, scale) for index in range(len(period.comparisons)))
        loaded.comparisons = tuple(filled)
    return loaded


class _Reader:
    def __init__(self, file: Path, shaped: Shaped, home: Home, loaded: LoadedComparisons) -> None:
        self.folder = file.parent
        self.fence = table_fence(file.parent, home.root)
        self.shaped = shaped
        self.loaded = loaded

    def read(self, index: int, period: Period, scale: Scale) -> Comparison:
        comparison, item = period.comparisons[index], self.shaped.data["comparisons"][index]
        file = self.file(index, item["file"], comparison)
        if file is None:
            return comparison
        self.loaded.files.append(file)
        figures, problems = read_comparison(file, shown(file), comparison, item, period, scale)
        self.loaded.faults.extend(problems)
        return replace(comparison, figures=figures)

    def file(self, index: int, written: str, comparison: Comparison) -> Path | None:
        """The file, None where the path is refused or nothing is there."""
        place = self.shaped.place(("comparisons", index, "file"))
        found = resolve(self.folder, written, self.fence)
        if isinstance(found, PathProblem):
            self.loaded.faults.append(diagnose(408, place, file=written, reason=found.reason))
            return None
        if not is_file(found):
            self.loaded.faults.append(diagnose(547, place, file=written, name=comparison.name))
            return None
        return found
