"""From figures to points: gather what is known, evaluate the trees, settle each criterion's status, add up."""

from thidua.scoring.result import ClusterResult, CriterionResult, SectionResult, UnitResult
from thidua.scoring.score import ScoredAlone, score_cluster, score_known, score_only_criterion, unit_states
from thidua.scoring.unscored import unscored_cluster

__all__ = [
    "ClusterResult",
    "CriterionResult",
    "ScoredAlone",
    "SectionResult",
    "UnitResult",
    "score_cluster",
    "score_known",
    "score_only_criterion",
    "unit_states",
    "unscored_cluster",
]
