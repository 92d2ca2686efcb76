"""Two files of saved results as a user names them: what differs, or why they can't be compared."""

from pathlib import Path

from msgspec import Struct

from thidua.comparison.runs import Run
from thidua.comparison.runs_moves import RunsDifference, compare_runs
from thidua.comparison.runs_problems import problems_of_difference, problems_of_runs
from thidua.comparison.runs_reading import read_run
from thidua.diagnostics import Diagnostic, has_errors
from thidua.home import shown


class ComparedRuns(Struct, frozen=True):
    """``difference`` None: ``diagnostics`` say why. ``old`` and ``new``: the files as shown to the user.

    ``inputs``: the files, for no result may be written over them.
    """

    old: str
    new: str
    diagnostics: tuple[Diagnostic, ...]
    difference: RunsDifference | None
    inputs: frozenset[Path]


def compare_files(old: str, new: str) -> ComparedRuns:
    """Compare two saved results. What is wrong with either is told in one go."""
    old_path, new_path = Path(old), Path(new)
    names = shown(old_path), shown(new_path)
    before, after = read_run(old_path, names[0]), read_run(new_path, names[1])
    difference = None
    if isinstance(before, Run) and isinstance(after, Run):
        diagnostics = problems_of_runs(before, after, *names)
        if not has_errors(diagnostics):
            difference = compare_runs(before, after)
            diagnostics = (*diagnostics, *problems_of_difference(difference, *names))
    else:
        diagnostics = tuple(dict.fromkeys(each for each in (before, after) if isinstance(each, Diagnostic)))
    return ComparedRuns(*names, diagnostics, difference, frozenset((old_path, new_path)))
