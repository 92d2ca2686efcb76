"""Evidence items of dossiers and sources."""

from typing import Any

from thidua.model.dossier import EvidenceItem


def build_evidence(items: Any) -> tuple[EvidenceItem, ...]:
    """Evidence items from shaped data; broken ones are left out (their diagnostics have been given)."""
    return tuple(_item(item) for item in items or () if item and "evidence_type" in item)


def _item(data: dict[str, Any]) -> EvidenceItem:
    written = data["evidence_type"]
    return EvidenceItem(
        type=written,
        name=data.get("name", written),
        number=data.get("document_number"),
        dated=data.get("document_date"),
        issuer=data.get("issuer"),
        file=data.get("file"),
    )
