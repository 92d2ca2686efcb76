"""How grave diagnostics are where the user's settings say so."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from thidua.diagnostics import Diagnostic, Severity, lints, scale_lints
from thidua.settings import Settings

_LINTS: Final = frozenset(entry.code for entry in (*scale_lints.ENTRIES, *lints.ENTRIES))


def is_only_advice(found: Diagnostic) -> bool:
    """Whether a lint found something that nothing need be done about."""
    return found.severity is Severity.INFORMATION and found.code in _LINTS


def regraded(diagnostics: Iterable[Diagnostic], settings: Settings) -> Iterator[Diagnostic]:
    """The diagnostics that are to be told, each as grave as the settings say; errors of the catalogue stay errors."""
    levels = dict(settings.levels)
    for found in diagnostics:
        if found.code not in levels:
            yield found
            continue
        level = levels[found.code]
        if level is not None:
            yield replace(found, regraded=level)
