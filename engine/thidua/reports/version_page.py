"""``thidua diff``: what differs between two scales or rule sets, as a page of text or Markdown."""

from collections.abc import Iterator, Sequence

from thidua.comparison.change import Change
from thidua.comparison.next_year import years_of
from thidua.model.rules import RuleSet
from thidua.model.scale import Scale
from thidua.reports.notices import notices_of_scale
from thidua.reports.page import Block, Entry, Page
from thidua.reports.version_groups import grouped, of_how_many
from thidua.reports.version_lines import line
from thidua.reports.version_sections import scale_blocks
from thidua.reports.version_summary import next_year, summary
from thidua.reports.wording import SHORT_HASH
from thidua.versions import Version
from thidua.vocabulary import key, word

NO_CHANGE = "Không có thay đổi."


def notices(versions: Sequence[Version]) -> tuple[str, ...]:
    """What the reader must be told first, of either version."""
    found = [
        each for version in versions if isinstance(version.model, Scale) for each in notices_of_scale(version.model)
    ]
    cautions = [version.model.caution for version in versions if isinstance(version.model, RuleSet)]
    return tuple(dict.fromkeys([*found, *(" ".join(each.split()) for each in cautions if each)]))


def version_page(old: Version, new: Version, changes: Sequence[Change]) -> Page:
    """Everything that differs; that nothing does where there is no change."""
    kind = word("file_type", "scale" if isinstance(new.model, Scale) else "rules")
    facts = [("Bản cũ", _identified(old)), ("Bản mới", _identified(new))]
    if changes:
        facts.append(("Tóm tắt", summary(changes, years_of(old.model, new.model))))
    blocks = tuple(_blocks(old, new, changes)) if changes else (Block(NO_CHANGE),)
    return Page(notices((old, new)), f"SO SÁNH HAI BẢN {kind.upper()}", tuple(facts), blocks)


def _identified(version: Version) -> str:
    state = f"; {key('state')}: {word('state', version.state)}" if version.state else ""
    return f"{version.model.id} (bản {version.hash[:SHORT_HASH]}{state}; tệp {version.shown})"


def _blocks(old: Version, new: Version, changes: Sequence[Change]) -> Iterator[Block]:
    years = years_of(old.model, new.model)
    found = grouped(changes, years)
    general = [each for each in found.others if each.subject.kind in ("scale", "rules")]
    if general:
        yield Block("THÔNG TIN CHUNG", tuple(Entry(line(each)) for each in general))
    if isinstance(old.model, Scale) and isinstance(new.model, Scale):
        yield from scale_blocks(found.others, old.model, new.model)
    elif isinstance(new.model, RuleSet):
        from thidua.reports.version_rules import rules_blocks  # facts and inference, which scales need not

        yield from rules_blocks(found.others, new.model)
    for what, names in (("TÀI LIỆU KIỂM CHỨNG", found.next_year), ("TÊN GỌI", found.next_year_names)):
        if names and years:
            yield Block(f"{what} CHỈ ĐỔI {next_year(years).upper()}", tuple(map(Entry, names)))
    what = "tiêu chí" if isinstance(new.model, Scale) else "quy tắc"
    if found.shared:
        entries = tuple(Entry(of_how_many(each, what)) for each in found.shared)
        yield Block(f"THAY ĐỔI GIỐNG NHAU Ở NHIỀU {what.upper()}", entries)
