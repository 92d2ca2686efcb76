"""The catalogue: every number that a diagnostic may carry, by area."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from thidua.diagnostics import (
    authoring,
    cases,
    comparisons,
    congress,
    consultations,
    dossiers,
    files,
    formulas,
    keys,
    lints,
    outlines,
    papers,
    periods,
    records,
    rules,
    runs,
    scale_books,
    scale_lints,
    scales,
    what_ifs,
    word_files,
    workbooks,
)
from thidua.diagnostics.entry import Entry, Severity

__all__ = ["CATALOGUE", "Entry", "Severity"]


def _by_code(entries: Iterable[Entry]) -> Mapping[int, Entry]:
    found: dict[int, Entry] = {}
    for entry in entries:
        if entry.code in found:
            raise ValueError(f"{entry.name} stands twice in the catalogue")
        found[entry.code] = entry
    return MappingProxyType(dict(sorted(found.items())))


CATALOGUE: Mapping[int, Entry] = _by_code(
    (
        *files.ENTRIES,
        *keys.ENTRIES,
        *scales.ENTRIES,
        *scale_lints.ENTRIES,
        *lints.ENTRIES,
        *formulas.ENTRIES,
        *rules.ENTRIES,
        *dossiers.ENTRIES,
        *periods.ENTRIES,
        *records.ENTRIES,
        *consultations.ENTRIES,
        *congress.ENTRIES,
        *comparisons.ENTRIES,
        *outlines.ENTRIES,
        *papers.ENTRIES,
        *runs.ENTRIES,
        *what_ifs.ENTRIES,
        *cases.ENTRIES,
        *workbooks.ENTRIES,
        *scale_books.ENTRIES,
        *word_files.ENTRIES,
        *authoring.ENTRIES,
    )
)
