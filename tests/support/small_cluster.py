"""The small complete home in tests/homes/cum-nho, scored, and golden files without the hashes of models."""

import re
from fractions import Fraction
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from thidua import pipeline
from thidua.pipeline import Scored
from thidua.scoring import ClusterResult, UnitResult

HOME = Path(__file__).resolve().parent.parent / "homes" / "cum-nho"
PERIOD = "dot/2019"
TIGHT = (
    "Bà Rịa - Vũng Tàu",
    "Thừa Thiên Huế",
    "Thành phố Hồ Chí Minh",
    "Bình Phước",
    "Tây Ninh",
    "Ninh Thuận",
    "Đồng Nai",
)
_HASH = re.compile(r"(?<=bản )[0-9a-f]{8}\b|\b[0-9a-f]{64}\b")


@cache
def scored() -> Scored:
    """The period scored; call it in HOME, so that paths in messages are short."""
    return pipeline.score(str(HOME / "dot" / "2019"), HOME)


def cluster() -> ClusterResult:
    found = scored().result
    assert found is not None
    return found


def unit(unit_id: str, of: ClusterResult | None = None) -> UnitResult:
    return next(each for each in (of or cluster()).units if each.member.id == unit_id)


def same_as_golden(text: str, golden: Path, rewrite: bool) -> bool:
    """Whether a text is what a person has reviewed. Hashes of models are left out: they change with the models."""
    masked = _HASH.sub("<hash>", text)
    if rewrite:
        golden.write_bytes(masked.encode())
    return masked == golden.read_text("utf-8")


def tight_cluster() -> ClusterResult:
    """Seven units with long names and numbers as wide as they come in a scale of 1,000 points."""
    base = cluster()
    model = unit("tinh-b")
    wide = Fraction("612.5"), Fraction("212.5"), Fraction(205)
    members = [replace(model.member, id=f"don-vi-{index}", name=name) for index, name in enumerate(TIGHT)]
    units = tuple(
        replace(
            model,
            member=member,
            total=1030 - Fraction(index),
            raw_total=1030 - Fraction(index),
            least=Fraction("905.25"),
            most=Fraction(1045),
            self_total=Fraction("1041.5"),
            rank=index + 1,
            sections=tuple(
                replace(section, points=points - (index if section is model.sections[0] else 0))
                for section, points in zip(model.sections, wide, strict=True)
            ),
        )
        for index, member in enumerate(members)
    )
    return replace(base, units=units, period=replace(base.period, members=tuple(members)))
