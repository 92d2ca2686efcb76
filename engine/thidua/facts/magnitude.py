"""By how many digits a figure is out of line: what a wrong unit of measure does."""

from collections.abc import Sequence
from fractions import Fraction


def middle(values: Sequence[Fraction]) -> Fraction:
    """The median, exactly; of an even number the mean of the two in the middle."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def magnitude(value: Fraction, usual: Fraction | None) -> int | None:
    """The whole number nearest to the common logarithm of value ÷ usual, exactly; None where there is none.

    3: about a thousand times as large. −2: about a hundredth.
    """
    if usual is None or usual <= 0 or value <= 0:
        return None
    square = (value / usual) ** 2  # nearest: between 10^(2n − 1) and 10^(2n + 1)
    digits = 0
    while square >= 10:
        square /= 100
        digits += 1
    while square * 10 < 1:
        square *= 100
        digits -= 1
    return digits
