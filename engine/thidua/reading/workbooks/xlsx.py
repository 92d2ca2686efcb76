"""Read an .xlsx file: formula, stored value and format of every cell in one pass; nothing is worked out or followed."""

import math
import posixpath
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from thidua.reading.office.package import Package
from thidua.reading.office.xml import Attributes, elements, local, parse_xml
from thidua.reading.workbooks.budget import Budget
from thidua.reading.workbooks.model import Cell, CellKind, Sheet, Workbook
from thidua.reading.workbooks.number_formats import format_code, is_of_time
from thidua.reading.workbooks.xlsx_sheet import SheetCollector
from thidua.reading.workbooks.xlsx_values import unescaped, whole

_FIRST_DAY = date(1899, 12, 30)
_FIRST_DAY_1904 = date(1904, 1, 1)
_LAST_SERIAL = 2_958_465
_TEXTS: Mapping[str, CellKind] = {"s": "text", "str": "text", "inlineStr": "text", "e": "error", "b": "bool"}


def read_xlsx(package: Package) -> Workbook:
    """The workbook in a package that holds one. Raises PackageError and the errors of ``xml``."""
    main = _main_part(package)
    targets = _relationships(package, main)
    reader = _Reader(package, targets, main)
    sheets = []
    for name, attributes, _ in elements(package.chunks(main)):
        if name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            reader.first_day = _FIRST_DAY_1904
        part = targets.get(attributes.get("id", ""), "")
        if name == "sheet" and part in package:
            hidden = attributes.get("state", "visible") != "visible"
            sheets.append((Sheet(attributes.get("name", ""), hidden), part))
    reader.budget.count_sheets(len(sheets))
    for sheet, part in sheets:
        reader.fill(sheet, part)
    return Workbook([sheet for sheet, _ in sheets], _properties(package))


def _main_part(package: Package) -> str:
    for name, attributes, _ in elements(package.chunks("_rels/.rels")):
        if name == "Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
            return attributes.get("Target", "").lstrip("/")
    return "xl/workbook.xml"


def _relationships(package: Package, part: str) -> dict[str, str]:
    """By id, the parts inside the package that a part refers to; what lies outside is not here."""
    folder, name = posixpath.split(part)
    where = f"{folder}/_rels/{name}.rels"
    if where not in package:
        return {}
    return {
        attributes["Id"]: _inside(folder, attributes["Target"])
        for kind, attributes, _ in elements(package.chunks(where))
        if kind == "Relationship" and attributes.get("TargetMode") != "External" and {"Id", "Target"} <= set(attributes)
    }


def _inside(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _properties(package: Package) -> dict[str, str]:
    """The custom properties, by name."""
    if "docProps/custom.xml" not in package:
        return {}
    found: dict[str, str] = {}
    text = ""
    for name, attributes, own in elements(package.chunks("docProps/custom.xml")):
        if name == "property":
            found[attributes.get("name", "")] = text
        else:
            text = own
    return found


class _Reader:
    """Reads the sheets of one workbook."""

    def __init__(self, package: Package, targets: Mapping[str, str], main: str) -> None:
        self.package = package
        self.budget = Budget(package)
        self.first_day = _FIRST_DAY
        folder = posixpath.dirname(main)
        self.texts = self.shared_texts(_named(targets, folder, "sharedStrings.xml"))
        self.formats = self.cell_formats(_named(targets, folder, "styles.xml"))
        self.of_time = [is_of_time(code) for code in self.formats]

    def shared_texts(self, part: str) -> list[str]:
        """The texts that cells refer to by number; runs of a rich text are joined, readings of Asian text left out."""
        texts: list[str] = []
        if part not in self.package:
            return texts
        collected: list[str] = []
        state = {"text": False, "reading": False}

        def start(name: str, _attributes: Attributes) -> None:
            match local(name):
                case "t":
                    state["text"] = not state["reading"]
                case "rPh":
                    state["reading"] = True

        def end(name: str) -> None:
            match local(name):
                case "t":
                    state["text"] = False
                case "rPh":
                    state["reading"] = False
                case "si":
                    texts.append(unescaped("".join(collected)))
                    collected.clear()

        def text(data: str) -> None:
            if state["text"]:
                collected.append(data)

        parse_xml(self.package.chunks(part), start, end, text)
        return texts

    def cell_formats(self, part: str) -> list[str]:
        """By the number of a cell's style, its number format."""
        if part not in self.package:
            return []
        own: dict[int, str] = {}
        styles: list[int] = []
        inside = {"cellXfs": False}

        def start(name: str, attributes: Attributes) -> None:
            match local(name):
                case "numFmt":
                    own[whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
                case "cellXfs":
                    inside["cellXfs"] = True
                case "xf" if inside["cellXfs"]:
                    styles.append(whole(attributes.get("numFmtId")))

        def end(name: str) -> None:
            if local(name) == "cellXfs":
                inside["cellXfs"] = False

        parse_xml(self.package.chunks(part), start, end, lambda _: None)
        return [format_code(each, own) for each in styles]

    def fill(self, sheet: Sheet, part: str) -> None:
        """Read the cells of a sheet."""
        collector = SheetCollector(self, sheet)
        parse_xml(self.package.chunks(part), collector.start, collector.end, collector.text)

    def cell(self, address: tuple[int, int], attributes: Attributes, stored: str | None, formula: str | None) -> Cell:
        """A cell from what stands in it."""
        style = whole(attributes.get("s"))
        code = self.formats[style] if style < len(self.formats) else "General"
        kind = _TEXTS.get(attributes.get("t", "n"))
        if stored is None or (stored == "" and formula is not None and kind != "text"):
            return Cell(*address, "no_value", "", None, code, formula)
        if attributes.get("t") == "s":
            index = whole(stored, -1)
            stored = self.texts[index] if 0 <= index < len(self.texts) else ""
        if kind in ("text", "error"):
            return Cell(*address, kind, stored, None, code, formula)
        if kind == "bool":
            return Cell(*address, kind, stored, stored.strip() in ("1", "true"), code, formula)
        if attributes.get("t") == "d":
            return self.iso_day(address, stored, code, formula)
        return self.number(address, stored, code, formula, style < len(self.of_time) and self.of_time[style])

    def iso_day(self, address: tuple[int, int], stored: str, code: str, formula: str | None) -> Cell:
        try:
            return Cell(*address, "date", stored, date.fromisoformat(stored[:10]), code, formula)
        except ValueError:
            return Cell(*address, "text", stored, None, code, formula)

    def number(self, address: tuple[int, int], stored: str, code: str, formula: str | None, of_time: bool) -> Cell:
        try:
            double = float(stored)
        except ValueError:
            return Cell(*address, "text", stored, None, code, formula)
        if not math.isfinite(double):
            return Cell(*address, "error", stored, None, code, formula)
        if of_time and 0 <= double <= _LAST_SERIAL - (self.first_day - _FIRST_DAY).days:
            return Cell(*address, "date", stored, self.first_day + timedelta(days=int(double)), code, formula)
        return Cell(*address, "number", stored, Decimal(repr(double)), code, formula)


def _named(targets: Mapping[str, str], folder: str, name: str) -> str:
    """The part of a name, wherever the workbook says that it lies."""
    return next((part for part in targets.values() if posixpath.basename(part) == name), f"{folder}/{name}")
