"""Lists of diagnostics for ``check``: for people (text), for programs (json), for GitHub's annotations (github)."""

import json
from collections.abc import Iterable, Sequence

from thidua.diagnostics import Diagnostic, Place, Severity

_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "notice"}


def text_report(diagnostics: Sequence[Diagnostic], files: int, where: str = "") -> str:
    """Each diagnostic with its hint, then how many there are in how many files, and ``where`` these are."""
    last = ". ".join(part for part in (counted(diagnostics, files), where) if part)
    return "\n".join([*map(str, diagnostics), last]) + "\n"


def counted(diagnostics: Iterable[Diagnostic], files: int) -> str:
    """``2 lỗi, 1 cảnh báo trong 5 tệp``, or that nothing is wrong."""
    numbers = count(diagnostics)
    if not any(numbers.values()):
        return f"Đã kiểm tra {files} tệp: không có lỗi"
    told = [f"{numbers[Severity.ERROR]} lỗi", f"{numbers[Severity.WARNING]} cảnh báo"]
    if numbers[Severity.INFORMATION]:
        told.append(f"{numbers[Severity.INFORMATION]} thông tin")
    return f"{', '.join(told)} trong {files} tệp"


def count(diagnostics: Iterable[Diagnostic]) -> dict[Severity, int]:
    """How many of each severity."""
    severities = [found.severity for found in diagnostics]
    return {severity: severities.count(severity) for severity in Severity}


def json_list(diagnostics: Iterable[Diagnostic]) -> str:
    """A JSON list; ends with a line break."""
    rows = [
        {
            "path": found.place.path,
            **_position(found.place),
            "severity": found.severity.value,
            "code": found.entry.name,
            "message": found.message,
            "hint": found.hint,
        }
        for found in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _position(place: Place) -> dict[str, object]:
    """Line and column of a text; of a workbook, which has no lines, 1 and 1 and the cell."""
    if place.cell:
        return {"line": 1, "column": 1, "cell": place.cell}
    return {"line": place.line, "column": place.column}


def github_report(diagnostics: Iterable[Diagnostic]) -> str:
    """One workflow command for each diagnostic."""
    return "".join(f"{_github_line(found)}\n" for found in diagnostics)


def _github_line(found: Diagnostic) -> str:
    level = _GITHUB_LEVELS[found.severity]
    where = _position(found.place)
    place = f"file={_property(found.place.path)},line={where['line']},col={where['column']}"
    message = f"{found.place.cell}: {found.message}" if found.place.cell else found.message
    text = f"{message}\nGợi ý: {found.hint}" if found.hint else message
    return f"::{level} {place},title={_property(found.entry.name)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
