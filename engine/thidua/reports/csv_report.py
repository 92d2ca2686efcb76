"""``score --format csv``: a row per unit and criterion, for Vietnamese Excel: UTF-8 with BOM, ``;``, decimal commas."""

import csv
import io
import re
from collections.abc import Iterator
from fractions import Fraction

from thidua.numerals.writing import plain_decimal
from thidua.reports.decimals import places_of
from thidua.reports.evidence import evidence_counts
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
BYTE_ORDER_MARK = "\ufeff"
# A spreadsheet runs such a text as a formula, also after spaces or control characters, and in full-width letters.
_FORMULA = re.compile(r"[\s\x00-\x1f]*[=+\-@＝＋－＠]")


def csv_report(cluster: ClusterResult) -> str:
    """The table as text that starts with the byte order mark; lines end with CR LF."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows(_rows(cluster))
    return BYTE_ORDER_MARK + written.getvalue()


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe goes before one that looks like it."""
    return f"'{text}" if _FORMULA.match(text) else text


def _rows(cluster: ClusterResult) -> Iterator[list[str]]:
    for unit in cluster.units:
        for result in unit.criteria:
            yield _row(unit, result, cluster.scale.rounding)


def _row(unit: UnitResult, result: CriterionResult, rounding: int) -> list[str]:
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
        "" if unit.rank is None else str(unit.rank),
    ]
