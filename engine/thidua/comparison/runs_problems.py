"""What is to be said of two saved results beside what differs: files of two periods, old ones, edited ones."""

from thidua.comparison.runs import Run
from thidua.comparison.runs_moves import RunsDifference, UnitMove
from thidua.diagnostics import Diagnostic, Place, diagnose

OTHER_PERIOD = 664
WITHOUT_CAUSES = 665
EDITED = 666
DIFFERENT_OF_THE_SAME = 667


def problems_of_runs(old: Run, new: Run, old_file: str, new_file: str) -> tuple[Diagnostic, ...]:
    """Why two results can't be compared, or not wholly: they are of different periods, or don't tell their causes."""
    if old.period.id != new.period.id:
        found = {"old": old.period.id, "new": new.period.id, "old_file": old_file}
        return (diagnose(OTHER_PERIOD, Place(new_file), **found),)
    sides = ((old, old_file), (new, new_file))
    edited = [diagnose(EDITED, Place(file)) for run, file in sides if run.as_written is False]
    mute = [diagnose(WITHOUT_CAUSES, Place(file), program=run.program) for run, file in sides if not run.tells_causes]
    return tuple(dict.fromkeys((*edited, *mute)))


def problems_of_difference(found: RunsDifference, old_file: str, new_file: str) -> tuple[Diagnostic, ...]:
    """That two results differ though they were made of the same."""
    old, new = found.old, found.new
    made_of = [(run.period, run.scale, run.rules) for run in (old, new)]
    if made_of[0] != made_of[1] or not any(map(_scored_otherwise, found.units)):
        return ()
    if old.program != new.program:
        reason = f"hai bản chương trình khác nhau đã ghi ({old.program} và {new.program})"
    elif False in (old.as_written, new.as_written):
        return ()
    else:
        reason = "một trong hai tệp đã bị sửa"
    return (diagnose(DIFFERENT_OF_THE_SAME, Place(new_file), old_file=old_file, reason=reason),)


def _scored_otherwise(unit: UnitMove) -> bool:
    """Whether what the hashes stand for would give the unit other points; findings have more to go by."""
    if unit.old is None or unit.new is None:
        return True
    return bool(unit.criteria) or unit.old.total != unit.new.total
