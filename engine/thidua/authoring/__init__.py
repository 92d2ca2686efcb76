"""New files for authors: a year's scale or rules out of those of another year, and a home for a new cluster."""

from thidua.authoring.new_home import NewHome, make_home
from thidua.authoring.new_version import Created, Refused, make_new_version

__all__ = ["Created", "NewHome", "Refused", "make_home", "make_new_version"]
