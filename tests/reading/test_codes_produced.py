"""Every number that this part of the catalogue holds is said about something, and its page has something to say."""

import string
from pathlib import Path

import pytest

from thidua.diagnostics import CATALOGUE, Diagnostic, Place
from thidua.numerals.reading import parse_number, parse_ratio
from thidua.reading import parse_date, parse_year, read_csv, read_text, read_yaml

CODES = [code for code in CATALOGUE if 100 <= code <= 139]

YAML = {
    106: "a: \x00\n",
    107: "a: \u200b\n",
    108: "a:\n\tb: 1\n",
    109: "a: Điều 4 #2\n",
    122: "a: %\n",
    123: "a: >=100\n",
    124: "a: b: c\n",
    125: 'a: "b" c\n',
    126: 'a: "b\n',
    127: "a: “b: c”\n",
    128: "a:\n  b: 1\n c: 2\n",
    129: "a 1\nb: 2\n",
    130: "a: - b\n",
    131: 'a: "\\d"\n',
    132: "a: {b: 0,5}\n",
    133: "a: &b 1\n",
    134: "a: *b\n",
    135: "a: !b 1\n",
    136: "a: 1\n---\nb: 2\n",
    137: "[a]: 1\n",
    138: "[" * 31 + "]" * 31,
    139: "%YAML 9.9\n---\na: 1\n",
}
NUMBERS = {110: "1.000", 111: "a", 112: "1.2.3", 113: "010", 114: "9" * 31, 116: "9%"}
TABLES = {119: "a;b\n1\n", 120: "a;a\n1;2\n", 121: 'a;b\n"1;2\n'}
FILES = {103: b"", 104: b"\xff\xfea\x00", 105: b"%PDF-1.7"}


def produced(code: int, folder: Path) -> tuple[Diagnostic, ...]:
    place = Place("a")
    match code:
        case _ if code in YAML:
            return read_yaml(YAML[code], "a").diagnostics
        case _ if code in NUMBERS:
            found = parse_number(NUMBERS[code])
            return () if not hasattr(found, "at") else (found.at(place),)
        case _ if code in TABLES:
            return read_csv(TABLES[code], "a").diagnostics
        case _ if code in FILES:
            (folder / "a").write_bytes(FILES[code])
            return tuple(found for found in [read_text(folder / "a", "a")] if isinstance(found, Diagnostic))
        case 100 | 101 | 102:
            (folder / "b").write_bytes(b"a: 1\n")
            path = {100: folder / "c", 101: folder, 102: folder / "b"}[code]
            return tuple(found for found in [read_text(path, "a", limit=2)] if isinstance(found, Diagnostic))
        case 115 | 117 | 118:
            problem = {115: parse_ratio("95"), 117: parse_date("95"), 118: parse_year("95")}[code]
            return () if not hasattr(problem, "at") else (problem.at(place),)
    return ()


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_produced(code: int, tmp_path: Path) -> None:
    assert [problem.code for problem in produced(code, tmp_path)] == [code]


@pytest.mark.parametrize("code", CODES)
def test_every_entry_has_a_page(code: int) -> None:
    entry = CATALOGUE[code]
    for text in (entry.title, entry.message, entry.hint, entry.why, entry.example):
        assert text.strip()
    assert "Sai:" in entry.example or code == 104
    fields = {name for text in (entry.message, entry.hint) for _, name, _, _ in string.Formatter().parse(text) if name}
    assert all(name.isidentifier() for name in fields)


def test_the_area_is_full_from_100_to_139() -> None:
    assert list(range(100, 140)) == CODES
