"""Catalogue, 2xx: scales."""

from thidua.diagnostics.entry import Entry, Severity

ENTRIES: tuple[Entry, ...] = ()
