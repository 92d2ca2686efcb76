"""From paths and ids to models: which files belong together, read and built, with all diagnostics."""

from thidua.loading.cases import LoadedCases, load_cases
from thidua.loading.consultations import LoadedConsultation, load_consultation
from thidua.loading.periods import LoadedPeriod, load_period
from thidua.loading.records import RECORD_FILES
from thidua.loading.rule_cases import LoadedRuleCases, load_rule_cases
from thidua.loading.rules import LoadedRules, find_rules, load_rules
from thidua.loading.scales import LoadedScale, find_scale, load_scale

__all__ = [
    "RECORD_FILES",
    "LoadedCases",
    "LoadedConsultation",
    "LoadedPeriod",
    "LoadedRuleCases",
    "LoadedRules",
    "LoadedScale",
    "find_rules",
    "find_scale",
    "load_cases",
    "load_consultation",
    "load_period",
    "load_rule_cases",
    "load_rules",
    "load_scale",
]
