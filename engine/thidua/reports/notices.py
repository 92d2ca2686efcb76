"""What every reader must be told first: assumed points, assumed figures, and the cautions of the files' authors."""

from thidua.scoring import ClusterResult

BETWEEN = " · "

_OF_SCALE_STATE = {
    "assumed": "MỨC ĐIỂM GIẢ ĐỊNH",
    "draft": "THANG ĐIỂM DỰ THẢO",
    "consultation": "THANG ĐIỂM ĐANG LẤY Ý KIẾN",
}


def notices(cluster: ClusterResult) -> tuple[str, ...]:
    """The notices in order, none twice, each on one line."""
    found = (
        _OF_SCALE_STATE.get(cluster.scale.state),
        "SỐ LIỆU GIẢ ĐỊNH" if cluster.period.assumed_data else None,
        cluster.scale.caution,
        cluster.period.caution,
    )
    return tuple(dict.fromkeys(" ".join(text.split()) for text in found if text))


def first_line(cluster: ClusterResult) -> str:
    """All notices on one line, for the top of a table or paper; empty where there are none."""
    return BETWEEN.join(notices(cluster))
