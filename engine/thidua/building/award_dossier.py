"""Build the dossier by which awards are proposed."""

from pathlib import Path as FilePath
from typing import Any

from thidua.building.evidence_files import file_state
from thidua.building.paths import PathProblem, resolve
from thidua.building.unique import RENAME
from thidua.model.award_dossier import AwardDossier, AwardPaper
from thidua.model.dossier_files import FileState
from thidua.schemas import Path, Shaped


def build_award_dossier(shaped: Shaped, folder: FilePath) -> AwardDossier | None:
    """The dossier as the period in ``folder`` lists it, its files looked at; None where the period lists none.

    What is wrong is reported in the period's shaped file.
    """
    found = shaped.data.get("award_dossier")
    if not isinstance(found, dict) or "basis" not in found:
        return None
    seen: dict[str, int] = {}
    papers = []
    for index, item in enumerate(found.get("award_papers") or ()):
        path: Path = ("award_dossier", "award_papers", index)
        if not item or "id" not in item or "name" not in item:
            continue
        if item["id"] in seen:
            shaped.report(203, (*path, "id"), id=item["id"], first=seen[item["id"]], remedy=RENAME)
        seen.setdefault(item["id"], shaped.place(path).line)
        papers.append(_paper(shaped, item, path, folder))
    return AwardDossier(found["basis"], tuple(papers))


def _paper(shaped: Shaped, item: dict[str, Any], path: Path, folder: FilePath) -> AwardPaper:
    file = item.get("file")
    state = _state(shaped, file, (*path, "file"), folder) if file else None
    return AwardPaper(item["id"], item["name"], item.get("document_number"), item.get("document_date"), file, state)


def _state(shaped: Shaped, file: str, path: Path, folder: FilePath) -> FileState:
    found = resolve(folder, file, folder)
    if isinstance(found, PathProblem):
        shaped.report(408, path, file=file, reason=found.reason)
        return "missing"
    state, reason = file_state(found)
    if state == "missing":
        shaped.report(407, path, file=file)
    elif state == "unreadable":
        shaped.report(430, path, file=file, reason=reason)
    return state
