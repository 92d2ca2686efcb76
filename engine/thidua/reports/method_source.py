"""What the authors' page of a scoring method is made from: prose, an example criterion with its cases, common mistakes.

The sources are ``methods/pages/<method>.yaml``. The example is built and scored by the very code that scales go
through; nothing of what the page shows of it is written by hand.
"""

from functools import cache
from importlib import resources

from msgspec import Struct

from thidua.building.cases import build_cases
from thidua.building.scale import build_scale
from thidua.casework import CaseResult, run_case
from thidua.diagnostics import Diagnostic
from thidua.model.scale import Scale
from thidua.reading import read_yaml
from thidua.reading.nodes import Mapping, Node, Scalar, Sequence
from thidua.schemas import Shaped, shape, validate

_SHOWN = "trang-huong-dan"
_SCALE = """\
loại tệp: thang điểm
mã: trang/huong-dan
tên: Thang điểm của trang hướng dẫn
tình trạng: giả định
tổng điểm: {total}
điểm thưởng tính trong điểm chuẩn của nội dung: không
làm tròn điểm: 2 chữ số thập phân
nội dung:
  - mã: noi-dung
    số mục: I
    tên: Nội dung
    điểm chuẩn: {total}
    tiêu chí:
      - mã: tieu-chi-khac
        số mục: I.0
        tên: Tiêu chí khác
        điểm chuẩn: 10
        cách chấm: đạt - không đạt
        căn cứ: Trang hướng dẫn
{criterion}
"""
_CASES = "loại tệp: trường hợp kiểm thử\nthang điểm: trang/huong-dan\ntrường hợp:\n{cases}\n"
_OTHER_POINTS = 10


class Mistake(Struct, frozen=True):
    """A common mistake: what is meant, what stands there instead, and the code of the diagnostic that it gets.

    ``written`` empty: the line is forgotten.
    """

    told: str
    meant: str
    written: str
    code: str


class MethodSource(Struct, frozen=True):
    """The source of a method's page; ``criterion`` and ``cases`` are YAML as in a scale and in a file of cases."""

    method: str
    purpose: str
    criterion: str
    cases: str
    mistakes: tuple[Mistake, ...]


@cache
def method_source(method: str) -> MethodSource:
    """The source of a method's page; FileNotFoundError or KeyError where it has none or an incomplete one."""
    file = resources.files("thidua.methods").joinpath("pages", f"{method}.yaml")
    found = _keys(_root(file.read_text(encoding="utf-8")))
    items = found["lỗi thường gặp"]
    if not isinstance(items, Sequence):
        raise TypeError(f"{method}: the mistakes are no list")
    return MethodSource(
        method=method,
        purpose=_text(found["dùng khi"]).strip(),
        criterion=_text(found["tiêu chí"]),
        cases=_text(found["trường hợp"]),
        mistakes=tuple(_mistake(_keys(item)) for item in items.items),
    )


def example_scale(criterion: str) -> tuple[Scale | None, tuple[Diagnostic, ...]]:
    """A small scale around a criterion, and what is wrong with it; the other criterion gives the section its points."""
    indented = criterion.rstrip("\n").replace("\n", "\n      ")
    shaped = _shaped(_SCALE.format(total=_OTHER_POINTS + _points(criterion), criterion=f"      {indented}"), "scale")
    scale = build_scale(shaped)
    return scale, tuple(sorted(shaped.diagnostics))


def example_results(source: MethodSource) -> tuple[CaseResult, ...]:
    """The cases of a page, run; ValueError where the example itself has mistakes."""
    scale, problems = example_scale(source.criterion)
    shaped = _shaped(_CASES.format(cases=source.cases.rstrip("\n")), "cases")
    cases = build_cases(shaped, scale) if scale else ()
    problems += tuple(shaped.diagnostics)
    if scale is None or problems:
        raise ValueError(f"{source.method}: {'; '.join(str(each) for each in problems)}")
    return tuple(run_case(case, scale) for case in cases)


def mistaken(source: MethodSource, mistake: Mistake) -> Diagnostic:
    """What the program says to a mistake in the example; ValueError where it says something else."""
    _, found = example_scale(_with_mistake(source, mistake))
    if not found or found[0].entry.name != mistake.code:
        said = "; ".join(str(each) for each in found) or "nothing"
        raise ValueError(f"{source.method}, {mistake.told}: {mistake.code} was expected, the program says {said}")
    return found[0]


def _with_mistake(source: MethodSource, mistake: Mistake) -> str:
    lines = source.criterion.splitlines()
    forgotten = next((line for line in lines if line.strip() == mistake.meant.strip()), None)
    if not mistake.written and forgotten is not None:
        lines.remove(forgotten)
        return "\n".join(lines)
    if not mistake.written or mistake.meant not in source.criterion:
        raise ValueError(f"{source.method}: {mistake.meant!r} is not in the example")
    return source.criterion.replace(mistake.meant, mistake.written, 1)


def _mistake(found: dict[str, Node]) -> Mistake:
    meant, written = found.get("đang là"), found.get("viết nhầm")
    told, code = _text(found["nội dung"]), _text(found["mã lỗi"])
    if meant is None or written is None:
        return Mistake(told, _text(found["bỏ"]), "", code)
    return Mistake(told, _text(meant), _text(written), code)


def _shaped(text: str, kind: str) -> Shaped:
    shaped = shape(_root(text), kind, _SHOWN)
    validate(shaped, kind)
    return shaped


def _points(criterion: str) -> int:
    """The standard points of the example, so that the sums come out right whatever its mistake."""
    lines = (line.strip() for line in criterion.splitlines())
    return next(int(line.removeprefix("điểm chuẩn:")) for line in lines if line.startswith("điểm chuẩn:"))


def _root(text: str) -> Node:
    reading = read_yaml(text, _SHOWN)
    if reading.root is None or reading.diagnostics:
        raise ValueError("; ".join(str(each) for each in reading.diagnostics))
    return reading.root


def _keys(node: Node) -> dict[str, Node]:
    if not isinstance(node, Mapping):
        raise TypeError("a group of keys was expected")
    return {term.text: value for term, value in node.entries}


def _text(node: Node) -> str:
    if not isinstance(node, Scalar):
        raise TypeError("a text was expected")
    return node.text
