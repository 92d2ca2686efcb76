"""Catalogue, 5xx: periods."""

from thidua.diagnostics.entry import Entry, Severity

ENTRIES: tuple[Entry, ...] = ()
