"""What scales and rules may say and hardly can mean: an expert's safety net, asked by ``check`` and never by scoring.

A lint looks at a version that can be built and yields diagnostics; it changes nothing. ``scale`` and ``rules`` list
them all. How grave each is the user may settle in ``thidua.toml``: ``levels``.
"""

from thidua.linting.levels import is_only_advice, regraded
from thidua.linting.replaced import lint_replaced_rules
from thidua.linting.rules import lint_rules
from thidua.linting.scale import lint_scale
from thidua.linting.subject import Subject

__all__ = ["Subject", "is_only_advice", "lint_replaced_rules", "lint_rules", "lint_scale", "regraded"]
