"""Whether two versions ask for the same document: what is told of it and what a unit is asked for agree."""

import pytest
from models import criterion, requirement

from thidua.comparison.figures import compare_evidence
from thidua.comparison.requirements import newly_asked
from thidua.model.scale import Requirement
from thidua.model.terms import PassFailTerms


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        (requirement("Báo cáo năm 2019"), requirement("Báo cáo năm 2020"), True),
        (requirement("Báo cáo năm 1998"), requirement("Báo cáo năm 1999"), True),
        (requirement("Báo cáo Hoà giải năm 2019"), requirement("báo cáo hòa giải năm 2020"), True),
        (Requirement("bao-cao", "Báo cáo"), Requirement("bao-cao", "Báo cáo có xác nhận"), True),
        (requirement("Báo cáo năm 2019"), requirement("Quyết định năm 2019"), False),
        (requirement("Báo cáo số 3012"), requirement("Báo cáo số 4012"), False),
    ],
)
def test_both_agree(old: Requirement, new: Requirement, same: bool) -> None:
    kinds = [each.kind for each in compare_evidence((old,), (new,))]
    assert kinds == (["changed"] if same else ["added", "removed"])
    before, after = (criterion("pass_fail", PassFailTerms(), evidence=(each,)) for each in (old, new))
    assert newly_asked(after, [before]) == (() if same else (new,))
