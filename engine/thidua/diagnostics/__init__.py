"""What is wrong with a user's file, as values: where, which number of the catalogue, and what to do.

A user's mistake is a ``Diagnostic``, collected and shown with all the others; an exception means that the programmer
erred.
"""

from thidua.diagnostics.catalogue import CATALOGUE, Entry, Severity
from thidua.diagnostics.diagnostic import Diagnostic, Place, column_letters, diagnose, has_errors
from thidua.diagnostics.edit import Edit

__all__ = ["CATALOGUE", "Diagnostic", "Edit", "Entry", "Place", "Severity", "column_letters", "diagnose", "has_errors"]
