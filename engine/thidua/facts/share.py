"""Shares as facts hold them."""

from fractions import Fraction

from thidua.vocabulary.facts import SHARE_SCALE


def share(part: Fraction | int, whole: Fraction | int) -> int | None:
    """A share in whole millionths, never rounded up: 899 of 1000 must not reach 90%. None of nobody."""
    return int(part * SHARE_SCALE // whole) if whole > 0 else None
