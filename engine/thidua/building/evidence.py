"""Evidence items of dossiers and sources."""

from collections.abc import Mapping
from typing import Any

from thidua.model.dossier import EvidenceItem
from thidua.model.dossier_files import FileState


def build_evidence(items: Any, found: Mapping[str, FileState] | None = None) -> tuple[EvidenceItem, ...]:
    """Evidence items from shaped data; broken ones are left out (their diagnostics have been given).

    ``found``: by named file, whether it is there and can be read; None: nobody has looked.
    """
    return tuple(_item(item, found) for item in items or () if item and "evidence_type" in item)


def _item(data: dict[str, Any], found: Mapping[str, FileState] | None) -> EvidenceItem:
    written = data["evidence_type"]
    return EvidenceItem(
        type=written,
        name=data.get("name", written),
        number=data.get("document_number"),
        dated=data.get("document_date"),
        issuer=data.get("issuer"),
        file=data.get("file"),
        file_state=found.get(data["file"]) if "file" in data and found is not None else None,
    )
