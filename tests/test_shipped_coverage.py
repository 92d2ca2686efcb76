"""The cases that are shipped reach everything that the scales can do, and defend every condition of the rules."""

from pathlib import Path

import pytest

from thidua.case_runs import run_cases
from thidua.inference.coverage import cover_rules
from thidua.reports.outcome_words import OutcomeWords
from thidua.scale_coverage import cover_scale
from thidua.scoring.score import field_names

ROOT = Path(__file__).resolve().parent.parent
SCALES = sorted("/".join(file.parent.parts[-2:]) for file in ROOT.glob("criteria/*/*/thang-diem.yaml"))
RULES = sorted(f"{file.parent.name}/{file.stem}" for file in ROOT.glob("rules/*/*.yaml"))


@pytest.mark.parametrize("scale_id", SCALES)
def test_every_band_edge_limit_and_status_of_a_scale_is_reached(scale_id: str) -> None:
    ((scale, results),) = run_cases([scale_id], ROOT).scales
    covered = cover_scale(scale, results)
    words = OutcomeWords(field_names(scale))
    left = [(row.criterion.id, words.of(each)) for _, row in covered.criteria for each in row.outcomes_left]
    assert left == []
    assert [(row.criterion.id, row.statuses_left) for _, row in covered.criteria if row.statuses_left] == []
    assert sum(len(row.outcomes) for _, row in covered.criteria) > 1


@pytest.mark.parametrize("rules_id", RULES)
def test_every_condition_of_a_rule_is_defended(rules_id: str) -> None:
    ((rules, results),) = run_cases([f"{ROOT}/rules/{rules_id}.yaml"], ROOT).rule_sets
    covered = cover_rules(rules, results)
    assert [row.rule.id for row in covered if not (row.fires and row.is_silent)] == []
    assert [(row.rule.id, row.undefended) for row in covered if row.undefended] == []
    assert sum(row.asked for row in covered) > 1
