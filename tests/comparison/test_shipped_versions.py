"""What diff says of the shipped scales and rules, reviewed line by line. ``pytest --rewrite-golden`` rewrites it."""

import json
from pathlib import Path

import pytest
from small_cluster import same_as_golden

from thidua_cli import main

ROOT = Path(__file__).parents[2]
EXPECTED = Path(__file__).parent / "expected"
SHIPPED = (
    ("mien-dong-nam-bo/2019", "mien-dong-nam-bo/2020", "table"),
    ("thu-ngan-sach/ty-le", "thu-ngan-sach/cao-nhat", "table"),
    ("thu-ngan-sach/ty-le", "thu-ngan-sach/cao-nhat", "md"),
    ("thu-ngan-sach/ty-le", "thu-ngan-sach/cao-nhat", "json"),
    ("thi-dua-cum/2019", "thi-dua-cum/2020", "table"),
    ("thi-dua-cum/2019", "thi-dua-cum/2025", "table"),
    ("thi-dua-cum/2025", "thi-dua-cum/2025", "table"),
)


@pytest.fixture(autouse=True)
def at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("THIDUA_HOME", raising=False)


@pytest.mark.parametrize(("old", "new", "form"), SHIPPED)
def test_shipped(old: str, new: str, form: str, capsys: pytest.CaptureFixture[str], rewrite_golden: bool) -> None:
    assert main.run(["diff", old, new, "--format", form]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    name = f"{old.replace('/', '-')}_{new.replace('/', '-')}.{'txt' if form == 'table' else form}"
    assert same_as_golden(out, EXPECTED / name, rewrite_golden)
    assert max(len(line) for line in out.splitlines()[2:] if form == "table" or len(line) < 9) <= 100


def test_json_keeps_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["diff", "mien-dong-nam-bo/2019", "mien-dong-nam-bo/2020", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["notices"][0] == "MỨC ĐIỂM GIẢ ĐỊNH"
    assert [found[side]["id"] for side in ("old", "new")] == ["mien-dong-nam-bo/2019", "mien-dong-nam-bo/2020"]
    assert all(len(found[side]["hash"]) == 64 and found[side]["state"] == "assumed" for side in ("old", "new"))
    assert found["impact"] == []
    kinds = {"added", "removed", "changed", "renumbered", "moved", "merged", "split"}
    assert {each["kind"] for each in found["changes"]} == kinds
    assert all({"kind", "id", "field", "old", "new", "text"} <= set(each) for each in found["changes"])
    points = [each for each in found["changes"] if (each["id"], each["field"]) == ("thu-ngan-sach", "standard_points")]
    assert [(each["old"], each["new"], each["text"]) for each in points] == [("40", "45", "Điểm chuẩn: 40 → 45 điểm")]
