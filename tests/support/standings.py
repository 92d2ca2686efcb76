"""A small period as ``thidua status`` sees it, built without files."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from models import criterion, period, requirement, scale

from thidua.home import Home
from thidua.model.dossier import Claim, Dossier, EvidenceItem
from thidua.model.period import Deadline, Member
from thidua.model.scale import Scale
from thidua.model.terms import PerPieceTerms
from thidua.pipeline import Standing
from thidua.scoring.inputs import gather

SUMMING_UP = Deadline(
    "tong-ket",
    "Gửi báo cáo tổng kết",
    date(2020, 2, 14),
    ("Báo cáo tổng kết", "Bảng tự chấm điểm"),
    ("Cụm trưởng", "Cụm phó", "Các tỉnh trong Cụm"),
    None,
)
MORE = Deadline("bo-sung", "Bổ sung, giải trình", date(2020, 2, 28), ("Văn bản giải trình",), (), None)
MEMBERS = (Member("tinh-a", "Tỉnh A", ("UBND tỉnh A",)), Member("tinh-b", "Tỉnh B"), Member("tinh-c", "Tỉnh C"))


def receipt(unit: str = "tinh-c", **changes: Any) -> Dossier:
    """A dossier in time with all documents of the first deadline, sent to everybody; one criterion, one document."""
    claim = Claim((("count", Fraction(1)),), None, (EvidenceItem("Báo cáo"),), None)
    fields: dict[str, Any] = {
        "unit": unit, "received": date(2020, 2, 12), "channel": None, "recipients": SUMMING_UP.recipients,
        "documents": SUMMING_UP.asks_for, "claims": (("tieu-chi", claim),),
    }  # fmt: skip
    return Dossier(**{**fields, **changes})


def one_criterion() -> Scale:
    return scale(criterion("per_piece", PerPieceTerms(Fraction(5)), evidence=(requirement(),)))


def standing(
    *dossiers: Dossier, by: Scale | None = None, changes: dict[str, Any] | None = None, **more: Any
) -> Standing:
    """A period of three units with two deadlines; ``changes`` are the period's, ``more`` the standing's."""
    fields: dict[str, Any] = {"members": MEMBERS, "head": "tinh-a", "deputy": "tinh-b", "deadlines": (SUMMING_UP, MORE)}
    made, own = period(3, **{**fields, **(changes or {})}), by or one_criterion()
    there = {each.unit: each for each in dossiers}
    base: dict[str, Any] = {"period": made, "scale": own, "known": gather(own, made, there), "dossiers": there}
    return Standing(Home(Path("nha"), "theo --home"), (), **{**base, **more})
