"""From paths and ids to models: which files belong together, read and built, with all diagnostics."""

from thidua.loading.cases import LoadedCases, load_cases
from thidua.loading.periods import LoadedPeriod, load_period
from thidua.loading.scales import LoadedScale, find_scale, load_scale

__all__ = [
    "LoadedCases",
    "LoadedPeriod",
    "LoadedScale",
    "find_scale",
    "load_cases",
    "load_period",
    "load_scale",
]
