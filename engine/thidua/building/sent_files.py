"""The files of the papers that a dossier says were sent: there, readable, and a report held against the outline."""

from pathlib import Path as FilePath
from typing import Any

from thidua.building.award_summary import award_summary
from thidua.building.evidence_files import file_state
from thidua.building.outline_matching import match_outline
from thidua.building.paths import PathProblem, resolve
from thidua.building.report_lines import report_lines
from thidua.diagnostics import diagnose
from thidua.model.outline import Outline, Revision, SentFile, SentFiles, WrittenReport
from thidua.model.period import Period
from thidua.reading.word import WordDocument, read_word
from thidua.reading.word.remarks import remarks_on
from thidua.schemas import Path, Shaped
from thidua.vocabulary import fold


def build_sent_files(shaped: Shaped, period: Period, folder: FilePath, fence: FilePath) -> SentFiles | None:
    """The files that a dossier names; what is wrong with them is reported in it. None where it names none."""
    data = shaped.data
    lists: list[tuple[Path, Any]] = [(("documents",), data.get("documents"))]
    lists += [
        (("earlier_sendings", index, "documents"), each.get("documents"))
        for index, each in enumerate(data.get("earlier_sendings") or ())
        if each
    ]
    found = [
        _file(shaped, period, item, (*place, index, "file"), resolve(folder, item["file"], fence))
        for place, items in lists
        for index, item in enumerate(items or ())
        if item and "name" in item and "file" in item and not shaped.is_broken((*place, index))
    ]
    return SentFiles(tuple(found)) if found else None


def _file(shaped: Shaped, period: Period, item: dict[str, Any], path: Path, found: FilePath | PathProblem) -> SentFile:
    document, written = item["name"], item["file"]
    if isinstance(found, PathProblem):
        shaped.report(408, path, file=written, reason=found.reason)
        return SentFile(document, written, "missing", None)
    state, reason = file_state(found)
    if state != "found":
        fields = {"file": written} if state == "missing" else {"file": written, "reason": reason}
        shaped.report(407 if state == "missing" else 430, path, **fields)
        return SentFile(document, written, state, None)
    outline = period.outline
    if outline is None or fold(document) != fold(outline.document):
        return SentFile(document, written, "found", None)
    report = _report(shaped, outline, written, path, found)
    return SentFile(document, written, "found" if report else "unreadable", report)


def _report(shaped: Shaped, outline: Outline, written: str, path: Path, file: FilePath) -> WrittenReport | None:
    reading = read_word(file, written)
    if reading.document is None:
        problem = reading.diagnostics[0]
        shaped.report(595, path, file=written, fault=problem.message, remedy=problem.hint)
        return None
    for each in remarks_on(reading.document, written):
        shaped.diagnostics.append(diagnose(each.code, shaped.place(path), **dict(each.fields)))
    return written_report(reading.document, outline)


def written_report(document: WordDocument, outline: Outline) -> WrittenReport:
    """A report held against the outline."""
    return WrittenReport(
        match_outline(outline.headings, report_lines(document)),
        award_summary(document),
        tuple(Revision(each.author, each.on, each.old, each.new, each.changes_number) for each in document.changes),
        len(document.comments),
    )
