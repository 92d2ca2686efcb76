"""Build the form of a period's papers."""

import re
from typing import Any

from thidua.model.paper_form import PaperForm, Signatory
from thidua.schemas import Shaped
from thidua.vocabulary import fold, key

# Two or more letters with a hyphen or a slash before the issuer's part: ``BC-CĐNB``, ``/KH-CĐNB``.
_KIND_BEFORE = re.compile(r".*[/\-]\s*(?=\S)")
_FILED = "lưu"


def build_paper_form(shaped: Shaped) -> PaperForm | None:
    """The form of the papers; None where the period doesn't say anything of it."""
    found = shaped.data.get("paper_form")
    if not isinstance(found, dict):
        return None
    _check_symbol(shaped, found)
    _check_recipients(shaped, found)
    _check_deputy(shaped, found)
    return PaperForm(
        issuer=found.get("issuer"),
        symbol=found.get("symbol"),
        place=found.get("place_of_issue"),
        reports_to=_lines(found, "reports_to"),
        submits_to=_lines(found, "submits_to"),
        recipients=_lines(found, "paper_recipients"),
        signatory=_signatory(found.get("signatory")),
        deputy_signatory=_signatory(found.get("deputy_signatory")),
    )


def _lines(found: dict[str, Any], name: str) -> tuple[str, ...]:
    return tuple(each for each in found.get(name) or () if each)


def _signatory(found: dict[str, Any] | None) -> Signatory | None:
    return Signatory(_lines(found, "titles"), found.get("full_name")) if found else None


def _check_symbol(shaped: Shaped, found: dict[str, Any]) -> None:
    """The kind of paper (BC, TTr …) goes before the symbol by itself."""
    written = found.get("symbol")
    own = _KIND_BEFORE.sub("", written) if written else ""
    if written and own != written:
        shaped.report(680, ("paper_form", "symbol"), value=written, own=own)


def _check_recipients(shaped: Shaped, found: dict[str, Any]) -> None:
    lines = _lines(found, "paper_recipients")
    if lines and not fold(lines[-1]).lstrip("-").strip().startswith(fold(_FILED)):
        last = len(found["paper_recipients"]) - 1
        shaped.report(681, ("paper_form", "paper_recipients", last), value=lines[-1])


def _check_deputy(shaped: Shaped, found: dict[str, Any]) -> None:
    if found.get("deputy_signatory") and "deputy" not in shaped.data:
        shaped.report(682, ("paper_form", "deputy_signatory"), deputy=key("deputy"))
