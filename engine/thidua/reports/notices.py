"""What every reader must be told first: assumed points, assumed figures, cautions, the source of real figures."""

from thidua.scoring import ClusterResult

BETWEEN = " · "

_OF_SCALE_STATE = {
    "assumed": "MỨC ĐIỂM GIẢ ĐỊNH",
    "draft": "THANG ĐIỂM DỰ THẢO",
    "consultation": "THANG ĐIỂM ĐANG LẤY Ý KIẾN",
}


def notices(cluster: ClusterResult) -> tuple[str, ...]:
    """The notices in order, none twice, each on one line."""
    real = not cluster.period.assumed_data
    found = (
        _OF_SCALE_STATE.get(cluster.scale.state),
        "SỐ LIỆU GIẢ ĐỊNH" if cluster.period.assumed_data else None,
        cluster.scale.caution,
        cluster.period.caution,
        f"Nguồn: {cluster.period.source_note}" if real and cluster.period.source_note else None,
    )
    return tuple(dict.fromkeys(" ".join(text.split()) for text in found if text))


def first_line(cluster: ClusterResult) -> str:
    """All notices on one line, for the top of a table or paper; empty where there are none."""
    return BETWEEN.join(notices(cluster))
