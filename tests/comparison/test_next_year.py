"""What every new year's version has, though nothing was changed in it, is told apart from changes."""

from datetime import date
from typing import Any

import pytest
from models import criterion, scale
from msgspec.structs import replace

from thidua.comparison.next_year import is_only_next_year, years_of
from thidua.comparison.scales import compare_scales
from thidua.model.rules import RuleSet
from thidua.model.scale import Requirement, Scale
from thidua.model.terms import Part, PartsTerms, PassFailTerms
from thidua.reports.version_summary import summary
from thidua.versions import changes_between


def version(year: int, **changes: Any) -> Scale:
    part = Part("chuyen-de", f"Chuyên đề năm {year}", 40, 0, (), "pass_fail", PassFailTerms())
    paper = f"Báo cáo năm {year}, so với năm {year - 1}"
    one = criterion("parts", PartsTerms((part,)), name=f"Phong trào {year}", evidence=(Requirement(paper, paper),))
    dates = date(year, 1, 1), date(year, 2, 29 if year % 4 == 0 else 28)
    return scale(
        replace(one, **changes),
        id=f"cum/{year}",
        name=f"Thang điểm {year}",
        year=year,
        data_from=dates[0],
        data_to=dates[1],
    )


def test_nothing_but_the_year_is_no_change_to_count() -> None:
    old, new = version(2020), version(2021)
    changes = compare_scales(old, new)
    assert len(changes) == 8
    assert all(is_only_next_year(each, years_of(old, new)) for each in changes)
    assert summary(changes, years_of(old, new)) == "chỉ đổi năm 2020 thành 2021, ở 8 chỗ; không có thay đổi nào khác"


def test_what_was_changed_beside_the_year_is_counted() -> None:
    old, new = version(2020), version(2021, basis="Kế hoạch năm 2021", standard_points=2021)
    assert summary(compare_scales(old, new), years_of(old, new)) == (
        "đổi điểm chuẩn 1 tiêu chí; tất cả 4 thay đổi; ngoài ra 8 chỗ chỉ đổi năm 2020 thành 2021"
    )


@pytest.mark.parametrize("name", ["Phong trào 2022", "Phong trào năm 2021", "Phong trào 2021 2021", "Phong trào"])
def test_a_name_with_another_year_or_another_word_is_a_change(name: str) -> None:
    old, new = version(2020), version(2021, name=name)
    (found,) = [each for each in compare_scales(old, new) if each.field == "name" and each.subject.kind == "criterion"]
    assert not is_only_next_year(found, years_of(old, new))


def test_versions_of_one_year_or_of_none_have_no_next_year() -> None:
    assert years_of(version(2020), version(2020)) is None
    assert years_of(version(2020), replace(version(2021), year=None, id="cum/mau")) is None


def test_the_year_of_rules_is_that_of_their_id() -> None:
    old, new = RuleSet("cum/2020", "Quy tắc năm 2020", None, ()), RuleSet("cum/2021", "Quy tắc năm 2021", None, ())
    told = summary(changes_between(old, new), years_of(old, new))
    assert told == "chỉ đổi năm 2020 thành 2021, ở 2 chỗ; không có thay đổi nào khác"
