"""What ``score``, ``explain`` and ``status`` share: scoring as asked, and saying why that could not be done."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.results import check_command, tell
from thidua_cli.wrong_usage import WrongUsage

if TYPE_CHECKING:
    from thidua.comparison.period_impact import PeriodImpact
    from thidua.home import Home
    from thidua.inference.engine import Engine
    from thidua.pipeline import FoundScale, Scored, Standing

# A warning that comes with --scale, so that ``thidua check`` never shows it.
_RULES_NOT_RUN = 533


def score_as_asked(
    period: str, home: Path | None, scale: str | None, output: Path | None, engine: "Engine | None" = None
) -> "Scored":
    """Score a period; wrong usage where ``--scale`` names no scale or the result would overwrite what it is made of."""
    from thidua import pipeline

    if scale is not None:
        _check_scale(scale, pipeline.home_for(period, home))
    scored = pipeline.score(period, home, scale, engine)
    refuse_inputs(output, scored.inputs)
    return scored


def refuse_inputs(
    output: Path | None,
    inputs: frozenset[Path],
    message: str = "Tệp này là tệp đầu vào của đợt chấm điểm; ghi kết quả vào tệp khác.",
) -> None:
    """Wrong usage where a result would overwrite what it is made of."""
    if output is not None and _is_one_of(output, inputs):
        raise WrongUsage(message, ctx=click.get_current_context())


def tell_problems(scored: "Scored | Standing | FoundScale | PeriodImpact", period: str, home: Path | None) -> None:
    """Say on stderr what is wrong with a period, or that its folder holds none and where there are some; and why the
    rules were not run by the engine that was wanted."""
    if scored.instead is None:
        only_here = [each for each in scored.diagnostics if each.code == _RULES_NOT_RUN]
        tell([each for each in scored.diagnostics if each not in only_here], check_command(home, period))
        for each in only_here:
            click.echo(str(each), err=True)
        judgement = getattr(scored, "judgement", None)
        if judgement and judgement.notice:
            click.echo(f"Lưu ý: {judgement.notice}", err=True)
        return
    click.echo(f"{period}: lỗi: Thư mục này không có dot-cham-diem.yaml.", err=True)
    if scored.instead:
        click.echo(f"    Gợi ý: Chọn một đợt chấm điểm, ví dụ: {'; '.join(scored.instead)}.", err=True)


def _check_scale(scale: str, home: "Home") -> None:
    from thidua.vocabulary import nearest

    known = home.scale_ids()
    if scale in known or _holds_yaml(home.scale_file(scale).parent):
        return
    guess = nearest(scale, known)
    near = f'có phải là "{guess}"? ' if guess else ""
    there = f"có các thang điểm: {'; '.join(known)}" if known else "chưa có thang điểm nào"
    message = f'Giá trị "{scale}" của tùy chọn "--scale" không hợp lệ: không có thang điểm này.'
    raise WrongUsage(message, f"{near}Thư mục gốc {there}.", click.get_current_context())


def _holds_yaml(folder: Path) -> bool:
    """Whether somebody has begun a scale there: what is wrong with its file is then told as a diagnostic."""
    return os.path.isdir(folder) and any(folder.glob("*.y*ml"))


def _is_one_of(output: Path, inputs: frozenset[Path]) -> bool:
    """Whether the file is one of these by any of its names (links, letter case where the disk does not mind it)."""
    return output.exists() and any(each.exists() and output.samefile(each) for each in inputs)
