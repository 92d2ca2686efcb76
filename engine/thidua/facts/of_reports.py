"""Facts about the papers that units sent: their files, their headings, their award summary, what is still tracked."""

from collections.abc import Iterator, Mapping

from thidua.facts.make import make_fact
from thidua.model.dossier import Dossier
from thidua.model.fact import Fact
from thidua.model.outline import AwardRow, Revision, SentFile, WrittenHeading, WrittenReport
from thidua.model.period import Period


def facts_of_reports(period: Period, dossiers: Mapping[str, Dossier]) -> Iterator[Fact]:
    """Unit by unit; and of the outline's paper also that no file of it is there."""
    for member in period.members:
        dossier = dossiers.get(member.id)
        files = dossier.sent_files.files if dossier and dossier.sent_files else ()
        for sent in files:
            yield _sent(member.id, sent)
            if sent.report:
                yield from _report(member.id, sent, sent.report)
    yield from _award_papers(period)


def _sent(unit: str, sent: SentFile) -> Fact:
    report = sent.report
    return make_fact(
        "sent_file",
        unit=unit,
        paper=sent.document,
        file=sent.file,
        file_state=sent.state,
        is_compared=report is not None,
        revision_count=len(report.revisions) if report else None,
        remark_count=report.remarks if report else None,
        has_awards=report.awards is not None if report else None,
    )


def _report(unit: str, sent: SentFile, report: WrittenReport) -> Iterator[Fact]:
    about = {"unit": unit, "paper": sent.document, "file": sent.file}
    yield from (_heading(about, each) for each in report.headings)
    yield from (_award(about, each) for each in report.awards or ())
    yield from (_revision(about, each) for each in report.revisions)


def _heading(about: Mapping[str, str], each: WrittenHeading) -> Fact:
    return make_fact(
        "report_heading",
        **about,
        heading=each.shown,
        heading_level=each.heading.level,
        heading_state=each.state,
        above_missing=each.above_missing,
    )


def _award(about: Mapping[str, str], row: AwardRow) -> Fact:
    return make_fact(
        "award_row",
        **about,
        award=row.id,
        award_name=row.name,
        is_sum=row.id is None,
        award_row_state=row.state,
        total=row.total,
        collectives=row.collectives,
        persons=row.persons,
        counted=row.counted,
        wrong_column=row.wrong_column,
    )


def _revision(about: Mapping[str, str], each: Revision) -> Fact:
    return make_fact(
        "revision",
        **about,
        author=each.author,
        changed_on=each.on,
        old_text=each.old,
        new_text=each.new,
        changes_number=each.changes_number,
    )


def _award_papers(period: Period) -> Iterator[Fact]:
    """What the award dossier must have; due once the conference has concluded."""
    found = period.award_dossier
    for each in found.papers if found else ():
        yield make_fact(
            "award_paper",
            paper_id=each.id,
            paper=each.name,
            is_there=each.is_there,
            is_due=period.has_concluded,
        )
