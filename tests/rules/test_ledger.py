"""The ledger at the end of rules/README.md: what it names is there, and what was made from a plan is named in it.

Rows are read as officials read them: what stands in backquotes is a rule of a set, a criterion of a scale, a file or a
command. What a person does is told with its reason, what is to come with what it will be. Each damage to the ledger of
``DAMAGED`` must be noticed.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from thidua.checking import check
from thidua.home import find_home
from thidua.loading.rules import load_rules
from thidua.loading.scales import load_scale
from thidua_cli.main import COMMANDS

ROOT = Path(__file__).resolve().parent.parent.parent
HOME = find_home(ROOT, ROOT)
HEADING = "## Sổ kê các việc của bốn văn bản\n"
CONSULTATION = "## Lấy ý kiến về dự thảo thang điểm\n"
NAMED = re.compile(r"`([^`\n]+)`")
RULES = re.compile(r"([a-z0-9-]+/[a-z0-9-]+) ([A-Z]{2,3}-[0-9]{2,3}(?:, [A-Z]{2,3}-[0-9]{2,3})*)")
CRITERIA = re.compile(r"([a-z0-9-]+/[a-z0-9-]+) ([IVX]+(?:\.\w+)+(?:, [IVX]+(?:\.\w+)+)*)")
FILE = re.compile(r"(?:criteria|examples|rules|tests)/\S+")
COMMAND = re.compile(r"thidua ([a-z]+)")
REASON = re.compile(r"(?:ngoài chương trình|chưa làm): \S")


def page() -> str:
    return (ROOT / "rules/README.md").read_text(encoding="utf-8")


def ledger() -> str:
    return page().partition(HEADING)[2]


def rows() -> list[tuple[str, str, str]]:
    """Clause, what it names, where it is carried; without the headings."""
    lines = [line.strip("| ").split(" | ") for line in ledger().splitlines() if line.startswith("| ")]
    assert {len(cells) for cells in lines} == {3}, [cells for cells in lines if len(cells) != 3]
    return [(clause, what, where) for clause, what, where in lines if clause != "Mục"]


def names() -> list[str]:
    return sorted(set(NAMED.findall(ledger())))


def is_there(name: str) -> bool:
    """Whether what the ledger names exists; False too where it is none of the four kinds of names."""
    if found := RULES.fullmatch(name):
        return set(found[2].split(", ")) <= rule_codes(found[1])
    if found := CRITERIA.fullmatch(name):
        return set(found[2].split(", ")) <= criterion_numbers(found[1])
    if FILE.fullmatch(name):
        return (ROOT / name).exists()
    found = COMMAND.fullmatch(name)
    return bool(found) and found[1] in {command.name for command in COMMANDS}


@cache
def rule_codes(set_id: str) -> frozenset[str]:
    found = load_rules(HOME.rules_file(set_id), HOME).rules
    assert found is not None, set_id
    return frozenset(rule.id for rule in found.rules)


@cache
def criterion_numbers(scale_id: str) -> frozenset[str]:
    found = load_scale(HOME.scale_file(scale_id), HOME).scale
    assert found is not None, scale_id
    return frozenset(criterion.number for criterion in found.criteria)


@pytest.mark.parametrize("name", names())
def test_what_the_ledger_names_is_there(name: str) -> None:
    assert is_there(name)


DAMAGED = [
    "thi-dua-cum/2019 HS-99",
    "lien-hiep-hoi-tay-ninh/2020 PT-01, PT-99",
    "dai-hoi-duyen-hai/2020 HS-01",
    "lien-hiep-hoi-tay-ninh/2020 VII.3",
    "examples/dai-hoi-duyen-hai-2020/khong-co.yaml",
    "thidua bao-cao",
    "thidua print",
    "rules",
]


@pytest.mark.parametrize("name", DAMAGED)
def test_what_is_not_there_is_noticed(name: str) -> None:
    assert not is_there(name)


def test_every_row_says_where_or_why_not() -> None:
    assert [row for row in rows() if not (NAMED.search(row[2]) or REASON.search(row[2]))] == []


def test_who_names_a_reason_gives_it() -> None:
    for _, _, where in rows():
        told = len(re.findall("ngoài chương trình|chưa làm", where))
        assert told == len(REASON.findall(where)), where


def test_no_row_stands_twice() -> None:
    found = [(clause, what) for clause, what, _ in rows()]
    assert len(found) == len(set(found))


def test_all_four_documents_have_their_rows() -> None:
    parts = ledger().split("\n### ")[1:]
    assert len(parts) == 4
    assert min(part.count("\n| ") for part in parts) > 20


PLANS = ["thi-dua-cum/2019", "thi-dua-cum/2020", "lien-hiep-hoi-tay-ninh/2020", "dai-hoi-duyen-hai/2020"]


@pytest.mark.parametrize("set_id", PLANS)
def test_every_rule_made_from_a_plan_is_in_the_ledger(set_id: str) -> None:
    found = [match for match in map(RULES.fullmatch, names()) if match and match[1] == set_id]
    assert {code for match in found for code in match[2].split(", ")} == rule_codes(set_id)


@pytest.mark.parametrize("scale_id", ["mien-dong-nam-bo/2019", "lien-hiep-hoi-tay-ninh/2020"])
def test_every_criterion_of_the_outline_and_of_the_associations_is_in_the_ledger(scale_id: str) -> None:
    found = [match for match in map(CRITERIA.fullmatch, names()) if match and match[1] == scale_id]
    assert {number for match in found for number in match[2].split(", ")} == criterion_numbers(scale_id)


def test_the_example_of_a_consultation_is_good(tmp_path: Path) -> None:
    text = page().partition(CONSULTATION)[2].partition("```yaml\n")[2].partition("```")[0]
    folder = tmp_path / "criteria/cum-mau/2019"
    folder.mkdir(parents=True)
    (tmp_path / "thidua.toml").write_text("", encoding="utf-8")
    sample = ROOT / "tests/golden/formats/criteria/cum-mau/2019"
    (folder / "thang-diem.yaml").write_bytes((sample / "thang-diem.yaml").read_bytes())
    (folder / "gop-y.yaml").write_text(text, encoding="utf-8")
    found = check([str(folder / "gop-y.yaml")], tmp_path).diagnostics
    # The sample's scale is assumed, not sent out for comments.
    assert [each.code for each in found] == [587]
    lines = {line.strip() for line in (sample / "gop-y.yaml").read_text(encoding="utf-8").splitlines()}
    assert [line for line in text.splitlines() if line.strip() not in lines] == []
