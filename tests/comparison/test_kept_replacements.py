"""What a criterion replaced in an earlier year is kept in its file, and any two years are compared rightly."""

import shutil
from pathlib import Path

from thidua.checking import check
from thidua.comparison.matching import Match, match_criteria
from thidua.loading.scales import load_scale
from thidua.model.scale import Scale

ROOT = Path(__file__).parents[2]
SET = ROOT / "criteria/mien-dong-nam-bo"


def scale(file: Path) -> Scale:
    found = load_scale(file).scale
    assert found
    return found


def home_of_three_years(home: Path) -> Path:
    """2019, 2020, and 2021 as 2020 is, with all that 2020 says it replaces."""
    (home / "thidua.toml").write_text("")
    for year in ("2019", "2020"):
        shutil.copytree(SET / year, home / "criteria/mien-dong-nam-bo" / year)
    text = (SET / "2020/thang-diem.yaml").read_text("utf-8")
    assert text.count("thay thế:") > 1
    file = home / "criteria/mien-dong-nam-bo/2021/thang-diem.yaml"
    file.parent.mkdir()
    file.write_text(text.replace("2020", "2021"), "utf-8")
    return file


def ids(matches: tuple[Match, ...]) -> list[tuple[list[str], list[str]]]:
    return [([each.id for each in match.old], [each.id for each in match.new]) for match in matches]


def test_any_two_years_are_matched_rightly(tmp_path: Path) -> None:
    third = scale(home_of_three_years(tmp_path))
    first, second = (scale(SET / year / "thang-diem.yaml") for year in ("2019", "2020"))
    assert ids(match_criteria(first, third)) == ids(match_criteria(first, second))
    same = [([each.id], [each.id]) for each in second.criteria]
    assert ids(match_criteria(second, third)) == same
    assert ids(match_criteria(third, second)) == same


def test_what_any_other_year_has_is_no_wrong_id(tmp_path: Path) -> None:
    file = home_of_three_years(tmp_path)
    assert [each for each in check([str(file)], tmp_path).diagnostics if each.code == 258] == []
    file.write_text(file.read_text("utf-8").replace("thay thế:", "thay thế:\n          - khong-nam-nao-co", 1), "utf-8")
    (found,) = [each for each in check([str(file)], tmp_path).diagnostics if each.code == 258]
    assert "khong-nam-nao-co" in found.message
    assert "mien-dong-nam-bo/2019, mien-dong-nam-bo/2020" in found.hint
