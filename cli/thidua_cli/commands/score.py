"""``thidua score``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.failures import NOT_READABLE
from thidua_cli.options import IDENTIFIER, PATH_OR_IDENTIFIER, engine_option, format_option, home_option, output_option
from thidua_cli.results import give, terminal_width
from thidua_cli.scored import score_as_asked, tell_problems
from thidua_cli.vietnamese import command

if TYPE_CHECKING:
    from thidua.inference.engine import Engine
    from thidua.pipeline import Scored
    from thidua.scoring import ClusterResult


@command(
    "score",
    help="Chấm điểm một đợt: điểm, trạng thái của từng tiêu chí, nội dung còn chờ, dự kiến xếp hạng. ĐỢT_CHẤM là thư "
    "mục có tệp dot-cham-diem.yaml. Mã thoát 1 khi có đơn vị chưa chấm được, 3 khi không đọc được thang điểm, "
    "đợt chấm điểm hoặc nguồn ngoài.",
    epilog="Ví dụ: thidua score examples/thu-ngan-sach/mien-dong-nam-bo-2013 --format csv -o ket-qua.csv",
)
@click.argument("period", type=PATH_OR_IDENTIFIER, metavar="ĐỢT_CHẤM")
@format_option(["table", "json", "csv", "md"])
@output_option
@click.option("--scale", type=IDENTIFIER, metavar="MÃ", help="Chấm theo thang điểm này thay cho thang điểm của đợt.")
@engine_option
@home_option
def score(
    period: str,
    format_: str,
    output: Path | None,
    scale: str | None,
    engine: "Engine | None",
    home: Path | None,
) -> int:
    """Show the result; 1 where a unit can't be scored, 3 where nothing can be."""
    scored = score_as_asked(period, home, scale, output, engine)
    tell_problems(scored, period, home)
    if scored.result is None:
        return NOT_READABLE
    give(_report(scored, scored.result, format_, terminal_width(output)), output)
    return int(any(unit.state == "unscorable" for unit in scored.result.units))


def _report(scored: "Scored", cluster: "ClusterResult", format_: str, terminal: int | None) -> str:
    match format_:
        case "json":
            from thidua.reports.json_report import json_report

            return json_report(scored, cluster)
        case "csv":
            from thidua.reports.csv_report import csv_report
            from thidua.reports.notices import first_line

            # Nowhere in the file itself: a spreadsheet would take it for the headings.
            if line := first_line(cluster):
                click.echo(line, err=True)
            return csv_report(cluster, scored.judgement)
        case "md":
            from thidua.reports.markdown import markdown_report

            return markdown_report(scored, cluster)
        case _:
            from thidua.reports.table import table_report

            return table_report(scored, cluster, terminal)
