"""Catalogue, 7xx: experts' cases."""

from thidua.diagnostics.entry import Entry, Severity

ENTRIES: tuple[Entry, ...] = ()
