"""What every reader must be told first: assumed points, assumed figures, cautions, the source of real figures."""

from thidua.model.period import Period
from thidua.model.scale import Scale
from thidua.scoring import ClusterResult

BETWEEN = " · "

_OF_SCALE_STATE = {
    "assumed": "MỨC ĐIỂM GIẢ ĐỊNH",
    "draft": "THANG ĐIỂM DỰ THẢO",
    "consultation": "THANG ĐIỂM ĐANG LẤY Ý KIẾN",
}


def notices(cluster: ClusterResult) -> tuple[str, ...]:
    """The notices in order, none twice, each on one line."""
    return notices_of(cluster.period, cluster.scale)


def notices_of(period: Period, scale: Scale | None) -> tuple[str, ...]:
    """The notices of a period and its scale; of the period alone where there is no scale."""
    real = not period.assumed_data
    return _told(
        _OF_SCALE_STATE.get(scale.state) if scale else None,
        "SỐ LIỆU GIẢ ĐỊNH" if period.assumed_data else None,
        scale.caution if scale else None,
        period.caution,
        f"Nguồn: {period.source_note}" if real and period.source_note else None,
    )


def marks_of(period: Period | None, scale: Scale | None) -> tuple[str, ...]:
    """Only the words in capitals, which stand on every page of a paper."""
    return _told(
        _OF_SCALE_STATE.get(scale.state) if scale else None,
        "SỐ LIỆU GIẢ ĐỊNH" if period and period.assumed_data else None,
    )


def notices_of_scale(scale: Scale) -> tuple[str, ...]:
    """The notices of a scale by itself."""
    return _told(_OF_SCALE_STATE.get(scale.state), scale.caution)


def _told(*found: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(text.split()) for text in found if text))


def first_line(cluster: ClusterResult) -> str:
    """All notices on one line, for the top of a table or paper; empty where there are none."""
    return BETWEEN.join(notices(cluster))
