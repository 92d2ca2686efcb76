"""A criterion or a rule whose id alone changed is proposed as one thing, in either version's words."""

import json
from pathlib import Path

from models import criterion, scale
from msgspec.structs import replace

from thidua.comparison.change import mirrored
from thidua.model.scale import Criterion, Scale
from thidua.model.terms import PassFailTerms
from thidua.reports.version_json import version_json
from thidua.reports.version_lines import hint
from thidua.reports.version_page import version_page
from thidua.versions import Version, changes_between
from thidua_cli import main

ROOT = Path(__file__).parents[2]


def one(name: str, called: str = "Văn hóa năm 2019", points: int = 40) -> Criterion:
    return criterion("pass_fail", PassFailTerms(), points, id=name, name=called)


def hints(old: Scale, new: Scale) -> list[str]:
    changes = changes_between(old, new)
    assert {str(mirrored(each)) for each in changes_between(new, old)} == set(map(str, changes))
    return [text for each in changes if (text := hint(each))]


def test_another_id_alone_is_told_on_both_sides() -> None:
    assert hints(scale(one("van-hoa")), scale(one("gia-dinh", "Văn hóa năm 2020"))) == [
        "Gợi ý: cùng tên, cùng mức điểm với tiêu chí bị bỏ có mã van-hoa; nếu là một tiêu chí, thêm "
        "“thay thế: [van-hoa]” vào tiêu chí này.",
        "Gợi ý: cùng tên, cùng mức điểm với tiêu chí thêm mới có mã gia-dinh; nếu là một tiêu chí, thêm "
        "“thay thế: [van-hoa]” vào tiêu chí mới (mã gia-dinh).",
    ]


def test_other_points_are_not_called_the_same() -> None:
    (added, _) = hints(scale(one("van-hoa")), scale(one("gia-dinh", points=30)))
    assert added.startswith("Gợi ý: cùng tên với tiêu chí bị bỏ có mã van-hoa; ")


def test_nothing_is_proposed_where_it_may_be_another() -> None:
    assert hints(scale(one("a"), one("b")), scale(one("c"))) == []
    assert hints(scale(one("a", "Văn hóa")), scale(one("c", "Du lịch"))) == []
    assert hints(scale(one("a")), scale(replace(one("c"), replaces=("a",)))) == []


def test_the_page_and_json_have_it() -> None:
    old, new = scale(one("van-hoa")), scale(one("gia-dinh"))
    changes = changes_between(old, new)
    versions = Version(old, "cũ"), Version(new, "mới")
    shown = [
        detail
        for block in version_page(*versions, changes).blocks
        for entry in block.entries
        for detail in entry.details
    ]
    assert [each for each in shown if each.startswith("Gợi ý")] == hints(old, new)
    found = json.loads(version_json(*versions, changes))["changes"]
    assert [(each["kind"], each["likely_same"]["id"], each["hint"]) for each in found] == [
        ("added", "van-hoa", hints(old, new)[0]),
        ("removed", "gia-dinh", hints(old, new)[1]),
    ]


def test_what_is_proposed_can_be_written(tmp_path: Path, capsys) -> None:  # type: ignore[no-untyped-def]
    text = (ROOT / "rules/thi-dua-cum/2019.yaml").read_text("utf-8")
    old, new = tmp_path / "cu.yaml", tmp_path / "moi.yaml"
    old.write_text(text, "utf-8")
    new.write_text(text.replace("mã: TL-01\n", "mã: TL-91\n"), "utf-8")
    assert main.run(["diff", str(old), str(new)]) == 0
    words = " ".join(capsys.readouterr().out.split())
    assert (
        "cùng tên, cùng điều kiện với quy tắc bị bỏ có mã TL-01; nếu là một quy tắc, thêm “thay thế: [TL-01]”" in words
    )
    new.write_text(text.replace("mã: TL-01\n", "mã: TL-91\n    thay thế: [TL-01]\n"), "utf-8")
    assert main.run(["diff", str(old), str(new)]) == 0
    out = capsys.readouterr().out
    assert "Gợi ý" not in out
    assert "Mã: TL-01 → TL-91" in out
