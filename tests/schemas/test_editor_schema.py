"""The schemas for editors: as shipped, take every good file however its keys are spelt, and refuse typical mistakes.

``pytest --rewrite-golden`` writes the shipped schemas anew.
"""

import json
import os
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, validators

from thidua import checking
from thidua.building.documents import kind_of_file, read_document
from thidua.diagnostics import has_errors
from thidua.home import PERIOD_FILE
from thidua.schemas import SCHEMAS, load_schema
from thidua.schemas.editor import EDITOR_FILES, MODELINE, editor_schema, editor_text, kind_of_word
from thidua.schemas.editor_spellings import any_spelling, other_spellings
from thidua.schemas.load import ListShape, ObjectShape, ScalarShape, Shape, root_shape
from thidua.vocabulary import GROUPS, LISTS, Term, fold

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests/golden/formats"
SHIPPED = {
    "scale": "criteria/thang-diem.schema.json",
    "comments": "criteria/gop-y.schema.json",
    "cases": "criteria/truong-hop.schema.json",
    "period": "examples/dot-cham-diem.schema.json",
    "dossier": "examples/ho-so.schema.json",
    "adjustments": "examples/dieu-chinh.schema.json",
    "registrations": "examples/dang-ky.schema.json",
    "violations": "examples/vi-pham.schema.json",
    "ballots": "examples/bo-phieu.schema.json",
    "congress": "examples/dai-hoi.schema.json",
    "outline": "examples/de-cuong.schema.json",
    "rules": "rules/bo-quy-tac.schema.json",
    "rule_cases": "rules/truong-hop-quy-tac.schema.json",
}
FILES = sorted(path for folder in ("criteria", "examples", "rules") for path in (ROOT / folder).rglob("*.yaml"))
GOOD = {
    "scale": GOLDEN / "criteria/cum-mau/2019/thang-diem.yaml",
    "comments": GOLDEN / "criteria/cum-mau/2019/gop-y.yaml",
    "cases": GOLDEN / "criteria/cum-mau/2019/tests/truong-hop.yaml",
    "period": GOLDEN / "dot-mau/dot-cham-diem.yaml",
    "dossier": GOLDEN / "dot-mau/ho-so/tinh-a.yaml",
    "adjustments": GOLDEN / "dot-mau/dieu-chinh.yaml",
    "registrations": GOLDEN / "dot-mau/dang-ky.yaml",
    "violations": GOLDEN / "dot-mau/vi-pham.yaml",
    "ballots": GOLDEN / "dot-mau/bo-phieu.yaml",
    "congress": GOLDEN / "dot-mau/dai-hoi.yaml",
    "outline": GOLDEN / "dot-mau/de-cuong.yaml",
    "rules": GOLDEN / "rules/cum-mau/2019.yaml",
    "rule_cases": GOLDEN / "rules/cum-mau/tests/2019.yaml",
}
TERMS = [term for table in (GROUPS, LISTS) for terms in table.values() for term in terms]

Path_ = tuple[str | int, ...]


class Core(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML 1.2's core types, as the language server sees them: ``12,5``, ``có``, dates are texts, ``010`` is ten."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


for tag, pattern, first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)
Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def plain(text: str) -> Any:
    return yaml.load(text, Core)


@cache
def validator(kind: str) -> Any:
    """All references lead to its own definitions, as a test holds: looked up there, which takes half the time."""
    schema = editor_schema(kind)
    own = {f"#/definitions/{name}": each for name, each in schema["definitions"].items()}

    def reference(found: Any, to: str, instance: Any, _: Any) -> Any:
        return found.descend(instance, own[to])

    return validators.extend(Draft7Validator, {"$ref": reference})(schema)


def faults(kind: str, data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(kind).iter_errors(data)]


def accepted(file: Path) -> bool:
    """Whether the program itself finds nothing wrong with the keys and values of a file."""
    if kind_of_file(file) == "dossier":
        # The program's schema sees no dossiers: they get direct checks, where their period has no errors.
        period = next((folder for folder in file.parents if (folder / PERIOD_FILE).is_file()), None)
        return period is not None and not has_errors(checking.check([str(period)]).diagnostics)
    if kind_of_file(file) in ("rules", "rule_cases"):
        # What a condition or a fact may hold is known to the builder only.
        return not has_errors(checking.check([str(file)]).diagnostics)
    found = read_document(file, file.name, kind_of_file(file))
    return not isinstance(found, tuple) and not has_errors(found.diagnostics)


@pytest.mark.parametrize("kind", EDITOR_FILES)
def test_shipped_schemas_are_what_the_program_writes(kind: str, rewrite_golden: bool) -> None:
    file = ROOT / SHIPPED[kind]
    if rewrite_golden:
        file.write_text(editor_text(kind), encoding="utf-8")
    assert file.name == EDITOR_FILES[kind]
    assert file.read_text(encoding="utf-8") == editor_text(kind)


@pytest.mark.parametrize("kind", EDITOR_FILES)
def test_schemas_are_valid_draft_07(kind: str) -> None:
    Draft7Validator.check_schema(editor_schema(kind))
    assert json.loads(editor_text(kind))["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_every_kind_of_file_has_a_schema() -> None:
    assert set(EDITOR_FILES) == set(SCHEMAS) == set(SHIPPED) == {term.identifier for term in LISTS["file_type"]}


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    for value in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts(value)


@pytest.mark.parametrize("kind", EDITOR_FILES)
def test_references_stand_alone_and_lead_somewhere(kind: str) -> None:
    schema = editor_schema(kind)
    for part in parts(schema):
        if "$ref" in part:
            assert set(part) == {"$ref"}
            assert part["$ref"].removeprefix("#/definitions/") in schema["definitions"]


@pytest.mark.parametrize("kind", EDITOR_FILES)
def test_every_key_is_told_and_its_examples_are_good(kind: str) -> None:
    schema = editor_schema(kind)
    keys = {name: each for name, each in schema["definitions"].items() if "." in name and not name.startswith("has.")}
    own = load_schema(kind)["definitions"]
    assert len(keys) == sum(len(group.get("properties", {})) for group in own.values())
    for name, each in keys.items():
        assert each["title"] in {term.vietnamese for term in TERMS}, name
        assert len(each["description"]) > 5, name
        checked = Draft7Validator({**each, "definitions": schema["definitions"]})
        assert [example for example in each.get("examples", []) if not checked.is_valid(example)] == [], name


@pytest.mark.parametrize("kind", EDITOR_FILES)
def test_single_values_have_examples_or_words(kind: str) -> None:
    definitions = editor_schema(kind)["definitions"]
    of_groups = {"if", "then", "$ref", "allOf"}
    for name, each in definitions.items():
        if "." in name and not name.startswith("has.") and each.get("type") not in ("array", "object"):
            listed = {"array", "object"} & set(each["type"]) if isinstance(each.get("type"), list) else set()
            assert listed or "examples" in each or "anyOf" in each or of_groups & set(each), name


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_shipped_files_name_their_schema_and_fit_it(file: Path) -> None:
    kind = kind_of_file(file)
    assert kind in SHIPPED
    text = file.read_text(encoding="utf-8")
    relative = os.path.relpath(ROOT / SHIPPED[kind], file.parent).replace(os.sep, "/")
    assert text.splitlines()[0] == MODELINE.format(relative)
    assert faults(kind, plain(text)) == []


def test_shipped_files_are_found() -> None:
    assert len(FILES) > 30


@pytest.mark.parametrize("kind", GOOD)
def test_the_complete_samples_fit(kind: str) -> None:
    assert faults(kind, plain(GOOD[kind].read_text(encoding="utf-8"))) == []


OTHERS = sorted((ROOT / "tests/checking").rglob("*.yaml"))


def test_what_the_program_takes_is_not_refused() -> None:
    taken = [file for file in OTHERS if kind_of_file(file) in EDITOR_FILES and accepted(file)]
    assert len(taken) > 20
    for file in taken:
        kind = kind_of_file(file)
        assert kind
        assert faults(kind, plain(file.read_text(encoding="utf-8"))) == [], file


# The same file in other spellings.


def respelt(data: Any, shape: Shape, pick: Callable[[Term], str]) -> Any:
    """Data with its keys and words in other spellings, along the program's own shape of the file."""
    if isinstance(shape, ListShape):
        return [respelt(item, shape.items, pick) for item in data]
    if isinstance(shape, ScalarShape):
        name = shape.format.removeprefix("word:")
        word = next((term for term in LISTS.get(name, ()) if term.vietnamese == data), None)
        return pick(word) if word else data
    if not isinstance(data, dict):
        return data
    named = {shape.spellings.get(fold(name)): value for name, value in data.items()}
    found = {}
    for name, value in data.items():
        identifier = shape.spellings.get(fold(name))
        if identifier is None:
            assert shape.others
            found[name] = respelt(value, shape.others, pick)
            continue
        wanted = shape.keys[identifier]
        if identifier in shape.chosen:
            selector, shapes = shape.chosen[identifier]
            wanted = shapes[identifier_of(named[selector])]
        found[pick(term_of(identifier))] = respelt(value, wanted, pick)
    return found


def term_of(identifier: str) -> Term:
    return next(term for terms in GROUPS.values() for term in terms if term.identifier == identifier)


def identifier_of(method: str) -> str:
    return next(term.identifier for term in LISTS["method"] if term.vietnamese == method)


def in_english(term: Term) -> str:
    return term.identifier


@pytest.mark.parametrize("kind", GOOD)
def test_english_keys_and_words_fit(kind: str, tmp_path: Path) -> None:
    data = respelt(plain(GOOD[kind].read_text(encoding="utf-8")), root_shape(kind), in_english)
    assert "file_type" in data
    assert faults(kind, data) == []


def _spellings(term: Term) -> list[str]:
    texts = [term.vietnamese, term.identifier, *term.spellings]
    capital = [text[0].upper() + text[1:] for text in texts]
    titled = [" ".join(word[0].upper() + word[1:] for word in text.split()) for text in texts]
    joined = [text.replace(" ", "_") for text in texts]
    return [*texts, *capital, *titled, *joined, *(text.upper() for text in texts), term.identifier.replace("_", "  ")]


@settings(max_examples=15)
@given(st.data())
def test_any_spelling_that_the_program_takes_fits(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(GOOD)))
    good = plain(GOOD[kind].read_text(encoding="utf-8"))
    other = respelt(good, root_shape(kind), lambda term: data.draw(st.sampled_from(_spellings(term))))
    assert faults(kind, other) == []


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.identifier)
def test_patterns_take_what_folding_takes(term: Term) -> None:
    for spelling in _spellings(term):
        assert fold(spelling) in {fold(each) for each in (term.vietnamese, term.identifier, *term.spellings)}
        assert re.search(any_spelling(term), spelling), spelling
        assert bool(re.search(other_spellings(term), spelling)) == (spelling != term.vietnamese), spelling
    assert not re.search(any_spelling(term), f"{term.vietnamese} x")
    assert not re.search(any_spelling(term), term.vietnamese[:-1] or "x")


@pytest.mark.parametrize(
    ("identifier", "spelling"),
    [
        ("reason", "lí do"),
        ("full_from", "đạt điểm chuẩn khi hoàn thành từ"),
        ("evidence", "TLKC"),
        ("evidence", "minh_chứng"),
        ("standard_points", "điểm tối đa"),
    ],
)
def test_spellings_of_officials(identifier: str, spelling: str) -> None:
    assert re.search(any_spelling(term_of(identifier)), spelling)


def test_spellings_of_words() -> None:
    ratio = next(term for term in LISTS["method"] if term.identifier == "completion_rate")
    assert re.search(any_spelling(ratio), "theo tỉ lệ hoàn thành")
    hoa = Term("x", "hòa bình, thủy lợi", "")
    assert re.search(any_spelling(hoa), "hoà bình, thuỷ lợi")
    assert not re.search(any_spelling(hoa), "hóa bình, thủy lợi")


# What authors get wrong.

MISTAKES = [
    ("scale", "điểm chuẩn: 30\n", "điểm chẩn: 30\n", "misspelt key"),
    ("scale", "tình trạng: giả định", "tình trạng: giả thiết", "wrong word"),
    ("scale", "cách chấm: theo mức đạt", "cách chấm: theo mức đặt", "unknown method"),
    ("scale", "mã: cum-mau/2019\n", "", "missing key"),
    ("scale", "        căn cứ: Đề cương báo cáo, Phần thứ nhất, mục II.2.c\n", "", "missing key of a criterion"),
    ("scale", "tổng điểm: 200", "tổng điểm:\n  - 200", "list instead of a value"),
    ("scale", "tổng điểm: 200", "tổng điểm: 0", "points not above zero"),
    ("scale", "tổng điểm: 200", 'tổng điểm: "0,0"', "points not above zero, as text"),
    ("scale", "tổng điểm: 200", "tổng điểm: 200 điểm", "words in a number"),
    ("scale", "tổng điểm: 200", 'tổng điểm: "1.000"', "one or a thousand"),
    ("scale", "cứ thiếu 1% thì trừ: 0,5", "cứ thiếu 1% thì trừ: -0,5", "negative deduction"),
    ("scale", "hoàn thành từ: 100%", "hoàn thành từ: 100", "percent sign missing"),
    ("scale", "đạt chỉ tiêu được: 50%", "đạt chỉ tiêu được: 150%", "share above 100%"),
    ("scale", "số liệu từ ngày: 01/01/2019", "số liệu từ ngày: 31/13/2019", "no such month"),
    ("scale", "số liệu từ ngày: 01/01/2019", "số liệu từ ngày: 1/1/19", "short year"),
    ("scale", "làm tròn điểm: 2 chữ số thập phân", "làm tròn điểm: 2", "rounding without its words"),
    ("scale", "số chữ số thập phân: 2", "số chữ số thập phân: 9", "too many decimals"),
    ("scale", "mã: tang-truong", "mã: Tăng trưởng", "id with diacritics"),
    ("scale", "          xét theo: chênh lệch so với kế hoạch\n", "", "missing key of the terms"),
    ("scale", "mỗi kết quả được: 2\n          không quá: 10", "mỗi kết quả: 2", "misspelt key of the terms"),
    ("scale", "cách chấm: theo số lượng", "cách chấm: theo thứ hạng", "terms of another method"),
    ("scale", "khi thiếu tài liệu kiểm chứng: tạm tính điểm\n", "ghi chú: a\n", "what if evidence is missing"),
    ("scale", "cách tính khi nhiều người chấm: trung bình", "ghi chú: trung bình", "givers without how they combine"),
    (
        "scale",
        "tình trạng: giả định",
        "tình trạng: giả định\nvăn bản:\n  số: 1\n  ngày: 1/1/2019\n  cơ quan ban hành: A",
        "document",
    ),
    ("scale", "tình trạng: giả định", "tình trạng: đã ban hành", "issued without its document"),
    ("scale", "loại tệp: thang điểm", "loại tệp: đợt chấm điểm", "another kind of file"),
    ("scale", "tên: Bảng tiêu chí và thang điểm thi đua năm 2019 - Cụm mẫu", "tên:", "blank"),
    ("scale", "- loại tài liệu: nghi-quyet-hdnd\n            cho", "- cho", "evidence without its name"),
    ("period", "đơn vị thành viên:", "đơn vị thành viên: Tỉnh A\nthành viên:", "text instead of a list"),
    ("period", "    trước ngày: 15/02/2020\n", "", "neither of two"),
    (
        "period",
        "    trước ngày: 15/02/2020\n",
        "    trước ngày: 15/02/2020\n    chậm nhất ngày: 15/02/2020\n",
        "both of two",
    ),
    ("period", "    tệp: nguon-ngoai/atgt.csv\n", "", "received without a file"),
    ("period", "tình trạng số liệu: giả định", "tình trạng số liệu: đúng", "wrong word"),
    ("dossier", "ngày nhận: 12/02/2020", "ngày nhận: 12 tháng 2", "no date"),
    ("dossier", "    đạt: có", "    đạt: rồi", "neither yes nor no"),
    ("dossier", "    kế hoạch: 8,5", "    kế hoạch: tám", "no number"),
    ("dossier", "đơn vị: tinh-a\n", "", "missing key"),
    ("dossier", "hình thức gửi: Văn bản giấy và thư điện tử", "hình thức gửi:\n  giấy: có", "group instead of a text"),
    ("cases", "    kết quả:\n      điểm: 12\n      trạng thái: tạm tính điểm\n", "", "nothing expected"),
    ("cases", "trạng thái: tạm tính điểm", "trạng thái: tạm tính", "wrong word"),
    ("adjustments", "    lý do: Số liệu", "    lí lẽ: Số liệu", "misspelt key"),
    ("adjustments", "bước: thẩm định", "bước: tự chấm", "a step that takes no adjustments"),
    ("registrations", "ngày ký giao ước: 22/03/2019", "ngày ký giao ước: chưa ký", "words instead of a day"),
    ("comments", "trả lời: tiếp thu\n", "trả lời: đồng ý\n", "a word that is not in the list"),
    ("comments", "đến hết ngày: 15/02/2019\n", "", "no last day"),
    ("violations", "    đến ngày: 30/08/2019\n", "", "concluded without a day"),
    ("violations", "từ ngày: 05/12/2019", "từ ngày: 05/12/2019\n    đến ngày: 06/12/2019", "under review yet ended"),
    ("violations", "tình trạng: đang xem xét", "tình trạng: đang xét", "wrong word"),
    ("ballots", "phiếu đồng ý: 13", "phiếu đồng ý: 13,5", "half a ballot"),
    ("ballots", "tổng số thành viên: 15", "tổng số thành viên: 0", "nobody may vote"),
    ("ballots", "xếp thứ: 1", "xếp thứ: thứ Nhất", "a place in words"),
    ("ballots", "    lý do: Bằng điểm với Tỉnh C; Hội nghị thống nhất xét nội dung III trước\n", "", "no reason"),
    ("outline", "cấp: 2", "cấp: 0", "no such level"),
    ("outline", "đề cương của:", "đề cương cho:", "unknown key"),
    ("congress", "    số lượng: 12\n", "    số lượng: -12\n", "fewer than none"),
    ("congress", "tỷ lệ từ: 30%", "tỷ lệ từ: 130%", "more than all"),
    ("congress", "phạm vi thành tích: tỉnh", "phạm vi thành tích: huyện", "wrong word"),
    ("congress", "    người phê duyệt: Chủ tịch Ủy ban nhân dân\n", "", "approved by nobody"),
    ("period", "tỷ lệ nữ: 48,5%", "tỷ lệ nữ: 148,5%", "more women than people"),
    ("period", "    tệp: doi-chieu/giao-uoc.csv\n", "", "a comparison without a file"),
]


@pytest.mark.parametrize(("kind", "old", "new"), [each[:3] for each in MISTAKES], ids=[each[3] for each in MISTAKES])
def test_mistakes_are_refused(kind: str, old: str, new: str) -> None:
    text = GOOD[kind].read_text(encoding="utf-8")
    if old not in text:
        pytest.fail(f"{old!r} is not in the sample")
    assert not validator(kind).is_valid(plain(text.replace(old, new, 1)))


def closed_keys(data: Any, shape: Shape, path: Path_ = ()) -> Iterator[Path_]:
    """Where the keys stand that the file may not name otherwise."""
    if isinstance(shape, ListShape):
        for index, item in enumerate(data):
            yield from closed_keys(item, shape.items, (*path, index))
    if isinstance(shape, ObjectShape) and isinstance(data, dict):
        for name, value in data.items():
            identifier = shape.spellings.get(fold(name))
            if shape.others is None:
                yield (*path, name)
            wanted = shape.others if identifier is None else shape.keys[identifier]
            if identifier not in shape.chosen and wanted is not None:
                yield from closed_keys(value, wanted, (*path, name))


@settings(max_examples=40)
@given(st.data())
def test_any_misspelt_key_is_refused(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(GOOD)))
    good = plain(GOOD[kind].read_text(encoding="utf-8"))
    *way, name = data.draw(st.sampled_from(list(closed_keys(good, root_shape(kind)))))
    group = good
    for step in way:
        group = group[step]
    group[f"{name}x"] = group.pop(name)
    assert not validator(kind).is_valid(good)


@pytest.mark.parametrize("kind", EDITOR_FILES)
def test_every_required_key_is_required(kind: str) -> None:
    definitions = load_schema(kind)["definitions"]
    made = editor_schema(kind)["definitions"]
    for name, group in definitions.items():
        needed = [{"$ref": f"#/definitions/has.{identifier}"} for identifier in group.get("required", ())]
        assert [each for each in needed if each not in made[name].get("allOf", [])] == [], name


@pytest.mark.parametrize("written", ["thang điểm", "Thang_điểm", "scale", "thang-diem", "thang-diem.schema.json"])
def test_a_kind_is_found_by_word_identifier_and_file(written: str) -> None:
    assert kind_of_word(written) == "scale"


def test_an_unknown_kind_is_not_found() -> None:
    assert kind_of_word("bảng điểm") is None
