"""``thidua test``: the experts' cases that fail, with the arithmetic that shows why, and the count."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from thidua.case_runs import Tested
from thidua.casework import CaseResult
from thidua.model.cases import CaseUnit
from thidua.numerals.writing import format_number
from thidua.reports.layout import WIDTH, hanging, wrap
from thidua.scoring import CriterionResult
from thidua.vocabulary import key, word

if TYPE_CHECKING:
    from thidua.inference.cases import RuleCaseResult

_LABEL = 14


def cases_report(results: "Sequence[CaseResult | RuleCaseResult]", not_run: str = "", coverage: str = "") -> str:
    """The failing cases, what they cover, what did not run; on the last line ``N trường hợp: N đạt, N không đạt``."""
    blocks = ["\n".join(_failed_lines(result)) for result in results if not result.passed]
    return "\n\n".join([*blocks, *filter(None, (coverage, not_run)), _counted(results)]) + "\n"


def what_did_not_run(tested: Tested, asked: str | None) -> str:
    """Why cases did not run, or none did, in the place that was asked for (None: everywhere); empty: all did."""
    if not tested.files:
        where = "" if asked is None else f" trong “{asked}”"
        line = f"{key('file_type')}: {word('file_type', 'cases')}"
        told = [f"Không tìm thấy tệp trường hợp kiểm thử nào{where} (tệp .yaml có dòng “{line}”)."]
    else:
        told = list(_not_run(tested))
    return "\n".join(wrap(" ".join(told), WIDTH)) if told else ""


def _not_run(tested: Tested) -> Iterator[str]:
    if tested.unread:
        yield f"Không đọc được các trường hợp trong {', '.join(tested.unread)}: chưa chạy trường hợp nào ở đó."
    if tested.not_run:
        yield f"Không chạy được các trường hợp trong {', '.join(tested.not_run)} vì thang điểm hoặc bộ quy tắc có lỗi."
        if tested.cases_not_run:
            yield f"Cả thảy {tested.cases_not_run} trường hợp chưa chạy được."
    elif tested.cases_not_run:
        yield f"{tested.cases_not_run} trường hợp chưa chạy được vì tệp trường hợp kiểm thử có lỗi."
    elif not tested.results and not tested.unread:
        yield "Không chạy được trường hợp nào vì tệp trường hợp kiểm thử có lỗi."


def _counted(results: "Sequence[CaseResult | RuleCaseResult]") -> str:
    passed = sum(result.passed for result in results)
    return f"{len(results)} trường hợp: {passed} đạt, {len(results) - passed} không đạt"


def _failed_lines(result: "CaseResult | RuleCaseResult") -> Iterator[str]:
    return _failed(result) if isinstance(result, CaseResult) else _failed_rule(result)


def _failed_rule(result: "RuleCaseResult") -> Iterator[str]:
    case = result.case
    yield f"{case.file}:{case.line}: không đạt: {case.name}"
    yield from _fact("Quy tắc", case.rule)
    expected = word("rule_result", "fires" if case.fires else "silent")
    yield from _fact("Phải có", f"{expected}: {case.message}" if case.message else expected)
    for message in result.messages or (word("rule_result", "silent"),):
        yield from _fact("Quy tắc nêu", message)
    yield from _fact("Căn cứ", case.basis)


def _failed(result: CaseResult) -> Iterator[str]:
    case = result.case
    yield f"{case.file}:{case.line}: không đạt: {case.name}"
    yield from _fact("Tiêu chí", case.criterion)
    for unit, found in result.failures:
        if len(case.units) > 1:
            yield from _fact("Đơn vị", unit.name)
        yield from _fact("Phải có", _expected(unit))
        yield from _fact("Tính ra", _points(found.points, found.status))
        yield from _arithmetic(found)
    yield from _fact("Căn cứ", case.basis)


def _expected(unit: CaseUnit) -> str:
    return _points(unit.points, unit.status)


def _points(points: Fraction | None, status: str) -> str:
    written = "không có điểm" if points is None else f"{format_number(points)} điểm"
    return f"{written}, {word('status', status)}"


def _arithmetic(found: CriterionResult) -> Iterator[str]:
    yield from _fact("Cách tính", found.explanation)
    for step in found.steps:
        yield from hanging(step, " " * (_LABEL + 4) + "- ", _LABEL + 6)


def _fact(label: str, text: str) -> list[str]:
    return hanging(text, f"    {label + ':':<{_LABEL}}", _LABEL + 4)
