"""Speed and memory of the rules: both engines over the facts of made-up clusters. Run by hand:
``python benchmarks/measure_rules.py``. Figures are printed, never asserted.

Budget for 63 units × 60 criteria: reference 0.3 s, durable-rules 0.5 s with its process, which may take 150 MB.
"""

import argparse
import time
from collections.abc import Callable

from made_up_facts import made_up_facts, realistic_rules

from thidua.inference import Inference, durable, reference
from thidua.inference.durable import Failure


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="the best of so many counts")
    runs: int = parser.parse_args().runs
    print(f"{len(realistic_rules())} rules, best of {runs}     facts  matches   seconds")
    measure(((1, 1), (7, 60), (63, 60), (250, 60)), runs)
    print(f"Most memory of durable-rules' process so far: {peak_of_children()}")


def measure(sizes: tuple[tuple[int, int], ...], runs: int) -> None:
    """One line for each size and engine."""
    rules = realistic_rules()
    for units, criteria in sizes:
        facts = made_up_facts(units, criteria)
        print_row(
            f"{units} × {criteria}, reference", len(facts), runs, lambda facts=facts: reference.infer(rules, facts)
        )
        if durable.is_available():
            print_row(
                f"{units} × {criteria}, durable", len(facts), runs, lambda facts=facts: durable.infer(rules, facts)
            )
        if units == 63:
            print(f"  most memory of durable-rules' process up to here: {peak_of_children()}")


def print_row(name: str, facts: int, runs: int, work: Callable[[], Inference | Failure]) -> None:
    """One line; a run that fails is no measurement."""
    best, found = min((timed(work) for _ in range(runs)), key=lambda each: each[0])
    if isinstance(found, Failure):
        raise SystemExit(found.reason)
    print(f"{name:25} {facts:10} {len(found.matches):8} {best:9.3f}")


def timed(work: Callable[[], Inference | Failure]) -> tuple[float, Inference | Failure]:
    """Seconds, and what was found."""
    started = time.perf_counter()
    found = work()
    return time.perf_counter() - started, found


def peak_of_children() -> str:
    """The most memory that a child process has taken, where the system tells."""
    try:
        import resource
    except ImportError:
        return "unknown"
    return f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB"


if __name__ == "__main__":
    main()
