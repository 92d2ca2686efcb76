"""Catalogue, 1xx: files, encodings, YAML, CSV, numbers, dates, keys and words."""

from thidua.diagnostics.entry import Entry, Severity

ENTRIES: tuple[Entry, ...] = ()
