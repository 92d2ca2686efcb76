"""What every reader of a comparison must be told first: of both scales, and of the period."""

from collections.abc import Iterator

from thidua.comparison.impact import Impact
from thidua.numerals.writing import format_number
from thidua.reports.impact_words import SIDE_WORDS
from thidua.reports.notices import notices


def impact_notices(found: Impact) -> tuple[str, ...]:
    """That most of a version can't be scored; the notices under the old version, then what only the new one adds."""
    return tuple(dict.fromkeys((*of_another_scale(found), *notices(found.old), *notices(found.new))))


def of_another_scale(found: Impact) -> Iterator[str]:
    """How much of each version can be scored, where of one it is less than half; nothing else."""
    parts = {side: reading.scorable for side, reading in found.readings.items()}
    if any(each.is_minor for each in parts.values()):
        told = [
            f"{format_number(each.points)} trên {format_number(each.whole)} điểm chuẩn của {SIDE_WORDS[side]}"
            for side, each in parts.items()
        ]
        yield f"HỒ SƠ LẬP THEO THANG ĐIỂM {found.base.id}, chấm được {'; '.join(told)}"
