"""Which engine draws the conclusions: durable-rules where it is installed, else the reference evaluator."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from thidua.inference import durable, reference
from thidua.inference.matching import Inference
from thidua.model.fact import Fact
from thidua.model.rules import Rule

Engine = Literal["durable", "reference"]

REFERENCE_NAME = "bộ suy luận tham chiếu"


class Ran(Struct, frozen=True):
    """What follows, and from which engine. ``notice``: why it was not the one that was meant to run, for the user."""

    inference: Inference
    engine_name: str
    notice: str | None = None


def run(rules: Sequence[Rule], facts: Sequence[Fact], engine: Engine | None = None) -> Ran:
    """Everything that follows from the facts by the rules.

    ``engine``: None takes durable-rules where it is available. Where it fails, the reference evaluator goes on, and
    the notice says so; both give the same.
    """
    if engine == "reference" or (engine is None and not durable.is_available()):
        return Ran(reference.infer(rules, facts), REFERENCE_NAME)
    found = durable.infer(rules, facts)
    if isinstance(found, durable.Failure):
        notice = f"Đã dùng {REFERENCE_NAME} vì {found.reason}; kết quả không khác."
        return Ran(reference.infer(rules, facts), REFERENCE_NAME, notice)
    return Ran(found, f"durable-rules {durable.version()}")
