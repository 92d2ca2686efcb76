"""Formulas of authors, parsed into the expression tree and never run as code; a fault is told with its column."""

from thidua.formulas.parser import parse_formula
from thidua.formulas.problems import FormulaProblem

__all__ = ["FormulaProblem", "parse_formula"]
