"""Speed and memory, side by side with named baselines of the same run. Run by hand: ``python benchmarks/measure.py``.

Whole processes are started anew each time and the best of several runs counts; ratios say more than seconds, because
machines differ. Figures are printed, never asserted.
"""

import argparse
import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from made_up_cluster import write_home

THIDUA = [sys.executable, "-c", "import sys; from thidua_cli.main import run; sys.exit(run())"]
CRITERIA = 60
ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="runs of each whole process; the best counts")
    runs: int = parser.parse_args().runs
    gc.disable()  # as the program does
    with tempfile.TemporaryDirectory(prefix="thi đua ") as folder:
        whole_processes(Path(folder), runs)
        versions_and_cases(runs)
        scoring_alone(Path(folder))
        growth(Path(folder))


def whole_processes(folder: Path, runs: int) -> None:
    """Cold start to result."""
    bare = best([sys.executable, "-c", "pass"], runs)
    click = best([sys.executable, "-c", "import click"], runs)
    print("Whole processes (best of runs)             seconds   × bare python   peak MB")
    print_row("python -c pass (baseline)", bare, bare)
    print_row("python -c 'import click' (baseline)", click, bare)
    print_row("thidua --help", best([*THIDUA, "--help"], runs), bare)
    for units, as_csv in ((7, False), (63, False), (63, True)):
        period = home(folder, units, as_csv)
        name = f"score {units} × {CRITERIA}, {'one CSV' if as_csv else 'YAML dossiers'}"
        print_row(f"{name}, json", best([*THIDUA, "score", str(period), "--format", "json"], runs), bare)
        print_row(f"{name}, table", best([*THIDUA, "score", str(period)], runs), bare)
        print_row(
            f"check {units} × {CRITERIA}, {'one CSV' if as_csv else 'YAML dossiers'}",
            best([*THIDUA, "check", str(period)], runs),
            bare,
        )
        if not as_csv:
            compose = (
                "import pathlib, yaml; "
                "[yaml.compose(file.read_text('utf-8'), yaml.CSafeLoader) "
                f"for file in pathlib.Path({str(period)!r}).glob('ho-so/*')]"
            )
            print_row(
                f"yaml.compose of the same {units} dossiers (baseline)",
                best([sys.executable, "-c", compose], runs),
                bare,
            )
    print(f"help ÷ import click = {best([*THIDUA, '--help'], runs)[0] / click[0]:.2f}")


def versions_and_cases(runs: int) -> None:
    """What experts do with the largest scale of this repository: each is to take a second at most."""
    scale, next_year = "mien-dong-nam-bo/2019", "mien-dong-nam-bo/2020"
    period = str(ROOT / "examples" / "mien-dong-nam-bo-2019")
    print(f"\nThe largest shipped scale, {scale} (best of runs)    seconds   CPU")
    for name, words in (
        ("check", ["check", scale]),
        ("diff with impact", ["diff", scale, next_year, "--period", period]),
        ("diff with impact and ranges", ["diff", scale, next_year, "--period", period, "--range"]),
        ("test", ["test", scale]),
    ):
        command = [*THIDUA, *words, "--home", str(ROOT)]
        seconds, processor = best(command, runs)[0], min(processor_time(command) for _ in range(runs))
        print(f"{name:58} {seconds:7.3f} {processor:7.3f}")


def scoring_alone(folder: Path, units: int = 63) -> None:
    """Evaluate and everything that the JSON needs, files already read."""
    from thidua.expressions import Evaluation
    from thidua.home import find_home
    from thidua.loading.periods import load_period
    from thidua.methods import expression
    from thidua.scoring import score_cluster
    from thidua.scoring.inputs import columns, gather

    period_folder = home(folder, units, False)
    loaded = load_period(period_folder, find_home(None, period_folder))
    scale, period = loaded.scale, loaded.period
    if scale is None or period is None:
        raise SystemExit("\n".join(map(str, loaded.diagnostics)))
    filled = columns(scale, period, gather(scale, period, loaded.dossiers))

    def trees() -> None:
        evaluation = Evaluation(filled, len(period.members))
        for criterion in scale.criteria:
            evaluation.of(expression(criterion, scale.rounding))

    print(f"\nScoring alone, {units} × {CRITERIA}, files already read (best of 5)")
    print(f"evaluate the trees                 {timed(trees) * 1000:7.1f} ms")

    def told() -> list[str]:
        cluster = score_cluster(scale, period, loaded.dossiers)
        return [result.explanation for unit in cluster.units for result in unit.criteria]

    points = timed(lambda: score_cluster(scale, period, loaded.dossiers))
    print(f"statuses and totals too            {points * 1000:7.1f} ms")
    print(f"every explanation too, as in JSON  {timed(told) * 1000:7.1f} ms")


def growth(folder: Path, sizes: tuple[int, ...] = (63, 250, 500, 1000, 2000)) -> None:
    """Time against the number of units."""
    from thidua.pipeline import score

    print(f"\nGrowth, {CRITERIA} criteria, read from one CSV and scored")
    first = 0.0
    for units in sizes:
        period = home(folder, units, True)
        seconds = timed(lambda period=period: scored(score, period), runs=1)
        first = first or seconds / units
        print(f"{units:5} units {seconds:7.2f} s   per unit × that of 63: {seconds / units / first:.2f}")


def scored(score: Callable[[str], Any], period: Path) -> None:
    """Score a period; a run that gives no result is no measurement."""
    found = score(str(period))
    if found.result is None:
        raise SystemExit("\n".join(map(str, found.diagnostics[:5])))


def home(folder: Path, units: int, as_csv: bool) -> Path:
    """A made-up home for so many units, written once."""
    root = folder / f"{units} {'csv' if as_csv else 'yaml'}"
    if not root.exists():
        root.mkdir()
        write_home(root, units, CRITERIA, as_csv=as_csv)
    return root / "dot"


def best(command: list[str], runs: int) -> tuple[float, int]:
    """Seconds and peak memory (kB, 0 where the system doesn't tell) of the fastest run of a process."""
    return min(once(command) for _ in range(runs))


def once(command: list[str]) -> tuple[float, int]:
    """Seconds and peak memory of one run; a run that fails is no measurement."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read() if process.stderr else b""
    if hasattr(os, "wait4"):
        _, status, usage = os.wait4(process.pid, 0)
        code, peak = os.waitstatus_to_exitcode(status), usage.ru_maxrss
    else:
        code, peak = process.wait(), 0
    seconds = time.perf_counter() - started
    if code:
        raise SystemExit(f"{command}: exit {code}\n{errors.decode(errors='replace')}")
    return seconds, peak


def processor_time(command: list[str]) -> float:
    """Seconds of processor time, which a busy machine hardly changes."""
    before = os.times()
    once(command)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def timed(work: Callable[[], object], runs: int = 5) -> float:
    """Seconds of the fastest run."""
    found = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        found.append(time.perf_counter() - started)
    return min(found)


def print_row(name: str, measured: tuple[float, int], bare: tuple[float, int]) -> None:
    """One line of the table."""
    print(f"{name:58} {measured[0]:7.3f} {measured[0] / bare[0]:10.1f} {measured[1] / 1024:12.0f}")


if __name__ == "__main__":
    main()
