"""The pandas table holds the same points as every other report, exactly."""

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

from thidua.pipeline import score
from thidua.reports.frame import frame

ROOT = Path(__file__).resolve().parents[2]


def test_points_are_decimals_that_add_up_to_the_totals() -> None:
    found = score(str(ROOT / "examples/thu-ngan-sach/mien-dong-nam-bo-2013"), ROOT).result
    assert found is not None
    table = frame(found)
    assert len(table) == len(found.units) * len(found.scale.criteria)
    assert {type(value) for value in table["points"]} == {Decimal}
    for unit, rows in table.groupby("unit"):
        assert sum(rows["points"]) == rows["total"].iloc[0], unit
    leader = table[table["rank"] == 1]
    assert set(leader["name"]) == {"Ninh Thuận"}
    assert leader["total"].iloc[0] == Decimal("101.00")


def test_pandas_is_not_loaded_unless_a_table_is_asked_for() -> None:
    program = (
        "import sys, thidua.pipeline, thidua.reports.frame, thidua_cli.commands.score; print('pandas' in sys.modules)"
    )
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert printed.stdout == "False\n"
