# ruff: noqa: E501 (XML as Word writes it)
"""Write the two made-up reports of the period in examples/mien-dong-nam-bo-2019 anew, byte for byte the same.

By hand, from the root: ``python tests/support/make_sample_reports.py``. The report of Tỉnh A follows the outline; in that of
Tỉnh C the faults are planted which the period's README lists.
"""

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import yaml

PERIOD = Path(__file__).resolve().parents[2] / "examples" / "mien-dong-nam-bo-2019"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = ("document.main", "comments", "numbering", "styles")

TEXT = "Nội dung minh họa do nhóm làm phần mềm tự đặt."
AWARDS = (
    ("I", "Khen thưởng cấp Nhà nước", "", "", ""),
    ("1", "Bà mẹ Việt Nam anh hùng", "4", "", "4"),
    ("2", "Anh hùng Lao động", "1", "1", ""),
    ("3", "Huân chương Độc lập các hạng", "2", "", "2"),
    ("4", "Huân chương Lao động các hạng", "18", "6", "12"),
    ("5", "Huân chương kháng chiến các hạng", "3", "", "3"),
    ("6", "Huy chương kháng chiến các hạng", "5", "", "5"),
    ("7", "Cờ thi đua Chính phủ", "6", "6", ""),
    ("8", "Bằng khen của Thủ tướng Chính phủ", "24", "8", "16"),
    ("9", "Chiến sỹ thi đua toàn quốc", "1", "", "1"),
    ("II", "Khen thưởng cấp tỉnh", "", "", ""),
    ("1", "Cờ Thi đua UBND tỉnh", "42", "42", ""),
    ("2", "Tập thể Lao động xuất sắc", "310", "310", ""),
    ("3", "Chiến sỹ thi đua cấp tỉnh", "57", "", "57"),
    ("4", "Bằng khen UBND tỉnh", "1.420", "395", "1.025"),
    ("", "Cộng", "1.893", "768", "1.125"),
)
FAULTY = {
    "Bằng khen UBND tỉnh": ("4", "Bằng khen UBND tỉnh", "1.430", "395", "1.025"),
    "Tập thể Lao động xuất sắc": ("2", "Tập thể Lao động xuất sắc", "310", "308", "2"),
}
LEFT_OUT = ("Huy chương kháng chiến các hạng",)


def run(text: str, bold: bool = False) -> str:
    return f'<w:r>{"<w:rPr><w:b/></w:rPr>" if bold else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(*runs: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def changed(old: str, new: str) -> str:
    about = 'w:author="Cá nhân 3" w:date="2020-02-12T08:00:00Z"'
    gone = f'<w:r><w:delText xml:space="preserve">{old}</w:delText></w:r>'
    return f'<w:del w:id="1" {about}>{gone}</w:del><w:ins w:id="2" {about}>{run(new)}</w:ins>'


def remark() -> str:
    return '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'


def table(rows: Sequence[Sequence[str]]) -> str:
    heading = ("STT", "Danh hiệu, hình thức khen thưởng", "Tổng số", "Tập thể", "Cá nhân", "Ghi chú")
    widths = (700, 4300, 1000, 1000, 1000, 1000)
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    made = []
    for row in (heading, *((*row, "") for row in rows)):
        cells = zip(widths, row, strict=True)
        made.append(
            "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{para(run(text))}</w:tc>'
                for width, text in cells
            )
        )
    body = "".join(f"<w:tr>{row}</w:tr>" for row in made)
    return f"<w:tbl><w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def head(unit: str, number: str, day: str) -> Iterator[str]:
    centred = '<w:jc w:val="center"/>'
    yield para(run("SỐ LIỆU GIẢ ĐỊNH - báo cáo minh họa, không phải của tỉnh nào có thật", True), properties=centred)
    yield para(run(f"ỦY BAN NHÂN DÂN {unit.upper()}", True))
    yield para(run(f"Số: {number}/BC-UBND"))
    yield para(run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True), properties=centred)
    yield para(run("Độc lập - Tự do - Hạnh phúc", True), properties=centred)
    yield para(run(f"{unit}, ngày {day}"), properties='<w:jc w:val="right"/>')
    yield para(run("BÁO CÁO", True), properties=centred)
    yield para(
        run("Tổng kết thực hiện giao ước thi đua năm 2019 và phương hướng nhiệm vụ năm 2020", True), properties=centred
    )


def foot() -> Iterator[str]:
    yield para(run("Nơi nhận:", True))
    yield para(run("- Cụm trưởng, Cụm phó; các tỉnh trong Cụm; Lưu: VT."))


def headings() -> list[dict[str, str]]:
    return yaml.safe_load((PERIOD / "de-cuong.yaml").read_text(encoding="utf-8"))["đề mục"]


def typed(heading: dict[str, str]) -> Iterator[str]:
    """A heading with its number typed, and a text below it or behind it."""
    level, number, name = heading["cấp"], heading.get("số mục"), heading["tên"]
    if level == 1 and number:
        yield para(run(number.upper(), True))
        yield para(run(name.upper(), True))
    elif level == 2:
        yield para(run(f"{number}. {name.upper()}", True))
    elif level == 3:
        yield para(run(f"{number}. {name}:" if number == "1" else f"{number}. {name}", True))
    elif level == 4:
        yield para(run(f"{number}) {name}: {TEXT}" if number else f"- {name}. {TEXT}"))
    if level in (2, 3):
        yield para(run(TEXT))


def follows() -> str:
    body = [*head("Tỉnh A", "25", "10 tháng 02 năm 2020")]
    found = headings()
    for heading in found[:-1]:
        body += typed(heading)
    body += [para(run(TEXT)), para(run("TỔNG HỢP KẾT QUẢ KHEN THƯỞNG NĂM 2019", True)), table(AWARDS), *foot()]
    return "".join(body)


def faulty() -> str:
    """Numbers of level 3 by Word itself; III.6 left out, V.2 and V.1 exchanged, V.3 with nothing below it."""
    body = [*head("Tỉnh C", "31", "12 tháng 02 năm 2020")]
    found = [each for each in headings()[:-1] if each["tên"] != "Kết quả thực hiện quy chế dân chủ ở cơ sở"]
    names = [each["tên"] for each in found]
    first, second = names.index("Ưu điểm"), names.index("Hạn chế")
    found[first], found[second] = found[second], found[first]
    for heading in found:
        name = heading["tên"]
        if name == "Nguyên nhân":
            body.append(para(run(name, True), properties=numbered()))
        elif name == "Tổng thu ngân sách trên địa bàn tỉnh":
            body.append(para(run(f"- {name}: 8."), changed("600", "700"), run(" tỷ đồng."), remark()))
        elif heading["cấp"] == 3:
            body += [para(run(name, True), properties=numbered()), para(run(TEXT))]
        else:
            body += typed(heading)
    rows = [FAULTY.get(row[1], row) for row in AWARDS if row[1] not in LEFT_OUT]
    body += [para(run(TEXT)), para(run("Tổng hợp kết quả khen thưởng năm 2019", True)), table(rows), *foot()]
    return "".join(body)


def numbered() -> str:
    return '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def packed(body: str) -> dict[str, str]:
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/></w:sectPr>'
    remarks = f'<w:comment w:id="0" w:author="Cá nhân 4" w:date="2020-02-12T09:00:00Z">{para(run("Số này chờ Kho bạc xác nhận"))}</w:comment>'
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    numbers = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="26"/>'
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{font}</w:rPr></w:rPrDefault></w:docDefaults>"
    types = "".join(
        f'<Override PartName="/word/{name.partition(".")[0]}.xml" ContentType="{WORD}.{name}+xml"/>' for name in PARTS
    )
    own = "".join(f'<Relationship Id="r{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in PARTS[1:])
    whole = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{rels}{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{whole}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{own}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{MAIN}"><w:body>{body}{section}</w:body></w:document>',
        "word/comments.xml": f'<w:comments xmlns:w="{MAIN}">{remarks if "commentReference" in body else ""}</w:comments>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{MAIN}">{numbers}</w:numbering>',
        "word/styles.xml": f'<w:styles xmlns:w="{MAIN}">{defaults}</w:styles>',
    }


def write(path: Path, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in packed(body).items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            package.writestr(entry, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}')


def main(folder: Path = PERIOD) -> None:
    write(folder / "ho-so" / "tinh-a" / "bao-cao-tong-ket.docx", follows())
    write(folder / "ho-so" / "tinh-c" / "bao-cao-tong-ket.docx", faulty())


if __name__ == "__main__":
    main()
