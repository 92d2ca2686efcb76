"""New files for authors: a year's scale or rules out of those of another year, and a home for a new cluster."""

from thidua.authoring.new_version import Created, Refused, make_new_version

__all__ = ["Created", "Refused", "make_new_version"]
