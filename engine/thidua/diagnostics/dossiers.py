"""Catalogue, 4xx: dossiers and outside sources."""

from thidua.diagnostics.entry import Entry, Severity

ENTRIES: tuple[Entry, ...] = ()
