"""The summary (BẢNG TỔNG HỢP) as rows and sentences, whatever the format: who stands where, and who shares a place."""

from fractions import Fraction

from thidua.model.scale import Section
from thidua.numerals.writing import format_number
from thidua.ranking import by_place, tied_with
from thidua.ranking.judgement import Judgement
from thidua.reports.awaited import depends_on_others
from thidua.reports.grid import Grid
from thidua.reports.plausibility import implausible
from thidua.reports.ranks import Rank, ranks
from thidua.reports.sums import change_words, differs_from_columns, told_apart
from thidua.reports.wording import (
    NOTHING,
    PROVISIONAL_MARK,
    PROVISIONAL_NOTE,
    criterion_name,
    is_final,
    names,
    ordinal,
    points_or_nothing,
    points_places,
)
from thidua.scoring import ClusterResult, CriterionResult, UnitResult
from thidua.vocabulary import word

# Up to so many criteria each has a column of its own; more are summed up by section.
FEW_CRITERIA = 3
SUMS_HEADING = "Cách tính tổng điểm có mức trần, quy đổi, làm tròn"
MOST_NAMED = 3
MOST_NUMBERED = 6
NO_FIGURES = "Chưa có số liệu để dự kiến xếp hạng"


def title(cluster: ClusterResult) -> str:
    """The name of the table with its year."""
    year = "" if cluster.period.year is None else f" NĂM {cluster.period.year}"
    kept = is_final(cluster.period)
    return f"BẢNG TỔNG HỢP ĐIỂM THI ĐUA VÀ XẾP HẠNG{year}{'' if kept else ' (DỰ KIẾN)'}"


def grid(cluster: ClusterResult, judgement: Judgement | None = None) -> Grid:
    """Units by place: place, points by section (or by criterion where there are few), total, range, remarks."""
    with_self = any(unit.self_total is not None for unit in cluster.units)
    with_range = any(unit.provisional for unit in cluster.units)
    parts = _part_headings(cluster)
    middle = (
        *parts,
        *(("Tự chấm",) if with_self else ()),
        "Tổng điểm",
        *(("Thấp nhất – cao nhất",) if with_range else ()),
    )
    rows = tuple(_row(rank, cluster, with_self, with_range) for rank in ranks(cluster, judgement))
    return Grid(("Xếp hạng", "Đơn vị", *middle, "Ghi chú"), rows, (0, *range(2, 2 + len(middle))))


def nothing_scored(cluster: ClusterResult) -> bool:
    """Whether no unit has any points yet: then there is no order to speak of."""
    return all(without_points(unit) for unit in cluster.units)


def legend(cluster: ClusterResult, judgement: Judgement | None = None, by_section: bool = True) -> list[str]:
    """What the mark beside a total, the range and the weights in the headings mean; nothing where there are none.

    ``by_section``: whether the table has columns for the sections.
    """
    told = []
    if any(unit.provisional and unit.total is not None for unit in cluster.units):
        told.append(PROVISIONAL_NOTE)
    if any(rank.contested for rank in ranks(cluster, judgement)):
        told.append("Thấp nhất – cao nhất chưa kể điểm của tiêu chí “chưa thống nhất điểm” do quy tắc nêu.")
    if by_section and any(section.weight != 1 for section in cluster.scale.sections):
        told.append("(× …): hệ số; điểm trong cột chưa nhân hệ số, khi cộng vào tổng điểm thì nhân hệ số.")
    return told


def ties(cluster: ClusterResult) -> list[str]:
    """A sentence for each group of units that share a place, or that there is nothing to rank yet."""
    if nothing_scored(cluster):
        return [f"{NO_FIGURES}."]
    found = []
    for unit in by_place(cluster):
        others = tied_with(unit, cluster)
        first_of_group = all(cluster.units.index(unit) < cluster.units.index(other) for other in others)
        if others and first_of_group and unit.rank is not None and unit.total is not None:
            place = f"{'' if is_final(cluster.period) else 'dự kiến '}cùng xếp {ordinal(unit.rank)}"
            undecided = "; chưa phân định đơn vị xếp thứ Nhất" if unit.rank == 1 else ""
            together = (unit, *others)
            unknown = all(map(without_points, together))
            total = "đều chưa có điểm" if unknown else f"cùng {format_number(unit.total)} điểm"
            found.append(f"{names(together)} {total}, {place}{undecided}.")
    return found


def without_points(unit: UnitResult) -> bool:
    """Whether a unit has no points at all yet, which is not zero."""
    return all(result.points is None for result in unit.criteria)


def closing(cluster: ClusterResult) -> str:
    """The last sentence: the program proposes, others decide."""
    if is_final(cluster.period):
        return "Kết quả đã được Hội nghị thông qua; cấp có thẩm quyền quyết định."
    return "Kết quả dự kiến theo số liệu hiện có; Hội nghị thống nhất và suy tôn, cấp có thẩm quyền quyết định."


def sums_explained(cluster: ClusterResult) -> list[str]:
    """A sentence for each unit whose total is not what its row adds up to, so that a reader can work it out again."""
    few = _few(cluster)
    return [
        f"{unit.member.name}: {told_apart(unit, cluster.scale, few)}"
        for unit in by_place(cluster)
        if differs_from_columns(unit, few) and not without_points(unit)
    ]


def _part_headings(cluster: ClusterResult) -> tuple[str, ...]:
    if _few(cluster):
        each = (
            (criterion_name(criterion), section) for section in cluster.scale.sections for criterion in section.criteria
        )
    else:
        each = ((f"Nội dung {section.number}", section) for section in cluster.scale.sections)
    return tuple(f"{name}{weight_mark(section)}" for name, section in each)


def weight_mark(section: Section) -> str:
    """`` (× 2)`` beside what counts twice in the total; nothing where the weight is 1."""
    return "" if section.weight == 1 else f" (×\N{NO-BREAK SPACE}{format_number(section.weight)})"


def _few(cluster: ClusterResult) -> bool:
    return len(cluster.scale.criteria) <= FEW_CRITERIA


def _row(rank: Rank, cluster: ClusterResult, with_self: bool, with_range: bool) -> tuple[str, ...]:
    unit, places = rank.unit, points_places(cluster)
    parts = _parts(unit, _few(cluster))
    span = f"{format_number(unit.least, places)} – {format_number(unit.most, places)}"
    return (
        NOTHING if rank.place is None or nothing_scored(cluster) else str(rank.place),
        unit.member.name,
        *(points_or_nothing(points, places) for points in parts),
        *((points_or_nothing(unit.self_total, places),) if with_self else ()),
        marked_total(unit, places),
        *((span if unit.provisional else NOTHING,) if with_range else ()),
        "; ".join(remarks(rank, cluster)),
    )


def _parts(unit: UnitResult, by_criterion: bool) -> list[Fraction | None]:
    if by_criterion:
        return [result.points for result in unit.criteria]
    return [section_points(unit, index) for index in range(len(unit.sections))]


def section_points(unit: UnitResult, index: int) -> Fraction | None:
    """A section's points; None too where nothing in it has points yet: that is not zero."""
    found = unit.sections[index]
    inside = {criterion.id for criterion in found.section.criteria}
    has_points = any(each.points is not None for each in unit.criteria if each.criterion.id in inside)
    return found.points if has_points else None


def marked_total(unit: UnitResult, places: int) -> str:
    """A total with the mark of what may still change; a dash where there is none."""
    if unit.total is None:
        return NOTHING
    return f"{PROVISIONAL_MARK if unit.provisional else ''}{format_number(unit.total, places)}"


def remarks(rank: Rank, cluster: ClusterResult) -> list[str]:
    """What to know of a unit beside its points, a few words each."""
    unit = rank.unit
    considered = [] if rank.eligibility == "eligible" else [word("eligibility", rank.eligibility)]
    if unit.state == "unscorable":
        return [*considered, f"{word('unit_state', unit.state)}: hồ sơ có lỗi"]
    found = considered + ([] if unit.state == "scored" else [word("unit_state", unit.state)])
    if unit.open_criteria:
        found.append(f"còn chờ {len(unit.open_criteria)} tiêu chí")
    if dependent := depends_on_others(unit):
        found.append(f"phụ thuộc đơn vị khác: {_numbers(dependent)}")
    if unproven := [result for result in unit.criteria if result.status == "no_evidence"]:
        found.append(f"{_numbers(unproven)}: 0 điểm do thiếu tài liệu")
    if left_out := [result for result in unit.criteria if result.status == "not_applicable"]:
        found.append(f"không áp dụng {_numbers(left_out)}")
    if rank.concluded is not None:
        found.append(f"hội nghị kết luận xếp {ordinal(rank.concluded)}")
    if rank.contested:
        found.append(f"chưa thống nhất điểm: {', '.join(rank.contested)}")
    if odd := implausible(unit):
        found.append(f"số liệu ngoài giới hạn: {_numbers(odd)}")
    found += change_words(unit, cluster.scale)
    others = () if nothing_scored(cluster) else rank.tied
    if others:
        found.append(f"đồng hạng với {names(others) if len(others) <= MOST_NAMED else f'{len(others)} đơn vị khác'}")
    return found


def _numbers(results: list[CriterionResult]) -> str:
    """The numbers of criteria, or how many there are where these are too many for a cell."""
    numbers = [result.criterion.number for result in results]
    return ", ".join(numbers) if len(numbers) <= MOST_NUMBERED else f"{len(numbers)} tiêu chí"
