"""``score --format csv``: a row per unit and criterion, for Vietnamese Excel: UTF-8 with BOM, ``;``, decimal commas."""

import csv
import io
import re
from collections.abc import Iterator
from fractions import Fraction

from thidua.numerals.writing import plain_decimal
from thidua.ranking.judgement import Judgement
from thidua.reports.decimals import places_of
from thidua.reports.evidence import evidence_counts
from thidua.reports.ranks import ranks
from thidua.reports.wording import status_word
from thidua.scoring import ClusterResult, CriterionResult, UnitResult
from thidua.vocabulary import word

HEADINGS = (
    "Đơn vị",
    "Mã đơn vị",
    "Số mục",
    "Mã tiêu chí",
    "Tiêu chí",
    "Trạng thái",
    "Điểm",
    "Thấp nhất",
    "Cao nhất",
    "Điểm chuẩn",
    "Điểm cao nhất",
    "Tự chấm",
    "Cách tính",
    "Căn cứ",
    "Đơn vị cung cấp số liệu",
    "TLKC phải có",
    "TLKC đã có",
    "Tổng điểm",
    "Tổng thấp nhất",
    "Tổng cao nhất",
    "Tổng là tạm tính",
    "Xếp hạng",
)
FINDING_HEADINGS = ("Đơn vị", "Mã đơn vị", "Quy tắc", "Mức độ", "Vấn đề", "Căn cứ")
BYTE_ORDER_MARK = "\ufeff"
# A spreadsheet runs such a text as a formula, also after spaces or control characters, and in full-width letters.
_FORMULA = re.compile(r"[\s\x00-\x1f]*[=+\-@＝＋－＠]")


def csv_report(cluster: ClusterResult, judgement: Judgement | None = None) -> str:
    """The table as text that starts with the byte order mark; lines end with CR LF.

    The place is the one of the table: by the rules where there are some. Without a scale the rows are findings.
    """
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS if cluster.is_scored else FINDING_HEADINGS)
    writer.writerows(_rows(cluster, judgement) if cluster.is_scored else _findings(cluster, judgement))
    return BYTE_ORDER_MARK + written.getvalue()


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe goes before one that looks like it."""
    return f"'{text}" if _FORMULA.match(text) else text


def _findings(cluster: ClusterResult, judgement: Judgement | None) -> Iterator[list[str]]:
    names = {unit.member.id: unit.member.name for unit in cluster.units}
    for each in judgement.findings if judgement else ():
        unit, rule = each.unit or "", each.rule
        texts = (names.get(unit, ""), unit, rule.id, word("level", rule.level), each.message, rule.basis)
        yield [harmless(text) for text in texts]


def _rows(cluster: ClusterResult, judgement: Judgement | None) -> Iterator[list[str]]:
    places = {rank.unit.member.id: rank.place for rank in ranks(cluster, judgement)}
    for unit in cluster.units:
        for result in unit.criteria:
            yield _row(unit, result, cluster.scale.rounding, places[unit.member.id])


def _row(unit: UnitResult, result: CriterionResult, rounding: int, place: int | None) -> list[str]:
    def number(value: Fraction | None) -> str:
        return "" if value is None else plain_decimal(value, places_of(value, rounding)).replace(".", ",")

    criterion = result.criterion
    required, supplied = evidence_counts(result)
    return [
        harmless(unit.member.name),
        harmless(unit.member.id),
        harmless(criterion.number),
        harmless(criterion.id),
        harmless(criterion.name),
        status_word(unit, result),
        number(result.points),
        number(result.least),
        number(result.most),
        number(criterion.standard_points),
        number(criterion.ceiling),
        number(result.self_points),
        harmless(result.explanation),
        harmless(criterion.basis),
        harmless(result.supplier),
        str(required),
        str(supplied),
        number(unit.total),
        number(unit.least),
        number(unit.most),
        word("yes_no", "yes" if unit.provisional else "no"),
        "" if place is None else str(place),
    ]
