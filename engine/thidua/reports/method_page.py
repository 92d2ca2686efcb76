"""``criteria/CACH-CHAM.md``: for the authors of scales, a section on each scoring method, in Markdown.

Keys and meanings come from the vocabulary and the schema, points and arithmetic from the program itself, messages from
the catalogue: the page can't say what the program doesn't do.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import groupby, takewhile
from textwrap import dedent, indent
from typing import Any

from thidua.casework import CaseResult
from thidua.formulas.functions import FUNCTIONS
from thidua.model.cases import CaseUnit
from thidua.model.figure import Figure
from thidua.model.figure_words import figure_value
from thidua.model.scale import Criterion
from thidua.numerals.writing import format_number
from thidua.reports.markdown_text import escape
from thidua.reports.method_source import MethodSource, Mistake, example_results, example_scale, method_source, mistaken
from thidua.schemas import load_schema
from thidua.scoring import CriterionResult
from thidua.vocabulary import GROUPS, LISTS, Term, word

_KEYS = {term.identifier: term for terms in GROUPS.values() for term in terms}
_DEEPER = "– "


def all_methods_page() -> str:
    """The whole page: how to choose, then the methods in the order of the vocabulary."""
    methods = LISTS["method"]
    choice = [f"| [{term.vietnamese}](#{_anchor(term)}) | {escape(term.meaning)} |" for term in methods]
    parts = [_TITLE, "\n".join(("| Cách chấm | Điểm |", "|---|---|", *choice)), _COMMON]
    return "\n\n".join([*parts, *(method_page(term.identifier) for term in methods)]) + "\n"


def method_page(method: str) -> str:
    """The section on one method."""
    source = method_source(method)
    criterion = _criterion(source)
    term = next(each for each in LISTS["method"] if each.identifier == method)
    parts = [
        f"## {term.vietnamese}",
        source.purpose,
        "### Các mục của “mức điểm”",
        _keys_table(method),
        *(_functions() if method == "formula" else ()),
        "### Ví dụ",
        f"```yaml\n{source.criterion.rstrip()}\n```",
        *_reported(criterion, source.cases),
        _results_table(example_results(source)),
        "### Lỗi thường gặp",
        "\n".join(_told(source, mistake) for mistake in source.mistakes),
    ]
    return "\n\n".join(parts)


def _criterion(source: MethodSource) -> Criterion:
    scale, problems = example_scale(source.criterion)
    if scale is None:
        raise ValueError(f"{source.method}: {problems}")
    return scale.criteria[-1]


def _keys_table(method: str) -> str:
    definitions = load_schema("scale")["definitions"]
    rows = _key_rows(definitions[f"terms_{method}"], definitions)
    lines = (f"| {name} | {required} | {meaning} |" for name, required, meaning in rows)
    return "\n".join(("| Mục | Bắt buộc | Nghĩa |", "|---|---|---|", *lines))


def _key_rows(
    schema: Mapping[str, Any], definitions: Mapping[str, Any], depth: str = ""
) -> Iterator[tuple[str, str, str]]:
    """The keys of a group: name, whether it must be there, meaning with the words it may have; deeper ones below."""
    for identifier, found in schema["properties"].items():
        term = _KEYS[identifier]
        required = "có" if identifier in schema.get("required", ()) else ""
        yield f"{depth}`{term.vietnamese}`", required, escape(f"{term.meaning}{_words(found)}")
        name = found.get("items", {}).get("$ref", "").rpartition("/")[2]
        if name == "part":
            yield f"{depth}{_DEEPER}…", "", _of_parts(definitions[name])
        elif "properties" in definitions.get(name, {}):
            yield from _key_rows(definitions[name], definitions, depth + _DEEPER)


def _of_parts(schema: Mapping[str, Any]) -> str:
    """The keys of a part, which is written like a criterion; its terms are those of any method."""
    names = {identifier: f"`{_KEYS[identifier].vietnamese}`" for identifier in schema["properties"]}
    required = [name for identifier, name in names.items() if identifier in schema["required"]]
    others = [name for identifier, name in names.items() if identifier not in schema["required"]]
    return f"mỗi thành phần có {', '.join(required)} (bắt buộc); {', '.join(others)}"


def _words(schema: Mapping[str, Any]) -> str:
    """The words of a closed list, each with its meaning."""
    if not str(schema.get("format", "")).startswith("word:"):
        return ""
    terms = LISTS[schema["format"].removeprefix("word:")]
    return ". Một trong: " + "; ".join(f"“{term.vietnamese}” ({term.meaning})" for term in terms)


def _functions() -> tuple[str]:
    return (f"Các hàm: {', '.join(f'`{function.usage}`' for function in FUNCTIONS.values())}.",)


def _results_table(results: tuple[CaseResult, ...]) -> str:
    rows = (_row(result, unit, found) for result in results for unit, found in result.results)
    lines = (f"| {' | '.join(escape(cell) for cell in row)} |" for row in rows)
    return "\n".join(("| Trường hợp | Số liệu | Điểm | Cách tính |", "|---|---|---|---|", *lines))


def _row(result: CaseResult, unit: CaseUnit, found: CriterionResult) -> tuple[str, str, str, str]:
    name = unit.name if len(result.case.units) > 1 else result.case.name
    points = word("status", found.status) if found.points is None else format_number(found.points)
    return name, _figures(found) or "chưa có", points, found.explanation


def _reported(criterion: Criterion, cases: str) -> tuple[str, str]:
    """How the figures of the first case are written: in a dossier, or in the file of who gives the points."""
    lines = [line.strip() for line in _first_figures(cases)]
    if criterion.points_giver:
        rows = [";".join(("tinh-a", criterion.id, *(each.strip() for each in line.split(":")))) for line in lines]
        told = f"{criterion.points_giver} gửi điểm; tệp CSV của nguồn ngoài ghi, ví dụ:"
        return told, "\n".join(("```", "đơn vị;tiêu chí;số liệu;giá trị", *rows, "```"))
    written = indent(dedent("\n".join(_first_figures(cases))), "  ")
    return "Đơn vị báo cáo trong hồ sơ, ví dụ:", f"```yaml\n{criterion.id}:\n{written}\n```"


def _first_figures(cases: str) -> list[str]:
    """The lines below the first ``số liệu``."""
    lines = cases.splitlines()
    start = next(index for index, line in enumerate(lines) if line.strip() == "số liệu:")
    margin = len(lines[start]) - len(lines[start].lstrip())
    return list(takewhile(lambda line: len(line) - len(line.lstrip()) > margin, lines[start + 1 :]))


def _figures(found: CriterionResult) -> str:
    """The figures as reports write them; of a part with the name of its part."""
    reported = [(found.criterion.figure(figure_id), value) for figure_id, value in found.figures]
    known = [(figure, value) for figure, value in reported if figure is not None and value is not None]
    parts = groupby(known, lambda pair: pair[0].part)
    return "; ".join(f"{part}: {_written(group, ', ')}" if part else _written(group, "; ") for part, group in parts)


def _written(figures: Iterable[tuple[Figure, Fraction]], mark: str) -> str:
    return mark.join(f"{figure.name} {figure_value(figure, value)}" for figure, value in figures)


def _told(source: MethodSource, mistake: Mistake) -> str:
    found = mistaken(source, mistake)
    slip = f"Ví dụ viết `{_line(mistake.written)}`" if mistake.written else f"Thiếu dòng `{_line(mistake.meant)}`"
    hint = f" *Gợi ý:* {escape(found.hint)}" if found.hint else ""
    return f"- {mistake.told} {slip}. **{found.entry.name}:** {escape(found.message)}{hint}"


def _line(text: str) -> str:
    return " ↵ ".join(line.strip() for line in text.strip().splitlines())


def _anchor(term: Term) -> str:
    """The place of a heading as Git hosts make it: commas gone, spaces to hyphens."""
    return term.vietnamese.replace(",", "").replace(" ", "-")


_TITLE = """\
# Các cách chấm

Trang này dành cho người soạn thang điểm. Mỗi tiêu chí có một `cách chấm` và các mục của `mức điểm` theo cách đó.
Ví dụ dùng mức điểm và số liệu giả định; điểm, cách tính và thông báo lỗi là do chương trình in ra.

Tệp này do chương trình tạo ra; muốn sửa thì sửa các tệp trong `engine/thidua/methods/pages/`, rồi chạy
`pytest tests/test_method_pages.py --rewrite-golden`."""

_COMMON = """\
Chung cho mọi cách chấm: điểm tính chính xác, làm tròn một lần, nửa lên; không vượt điểm chuẩn cộng “điểm thưởng không
quá”; chưa có số liệu thì chưa có điểm, khác với 0 điểm. Xem nghĩa của một mục: `thidua glossary "cứ thiếu 1% thì trừ"`;
xem một mã lỗi: `thidua rule TD-204`."""
