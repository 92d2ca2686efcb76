"""Blocks as WordprocessingML: the text of the XML, with every measure written out."""

from xml.sax.saxutils import escape

from thidua.papers.blocks import Block, Cell, Line, Run, Table

FONT = "Times New Roman"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
# All four, or Word takes another font for letters that it counts as Asian or complex.
_FONTS = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
_CELL_MARGIN = 1.2
_RULE_SIZE = 1
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def twips(millimetres: float) -> int:
    """Word's unit of length: a twentieth of a point."""
    return round(millimetres * 1440 / 25.4)


def block_xml(block: Block, width: float) -> str:
    """A block on pages whose text is ``width`` millimetres wide."""
    return line_xml(block, width) if isinstance(block, Line) else table_xml(block)


def line_xml(line: Line, width: float) -> str:
    """A paragraph."""
    size = _RULE_SIZE if line.rule else line.size
    runs = "".join(run_xml(run, size) for run in line.runs)
    if line.dotted:
        runs += f"<w:r>{look_xml(size)}<w:tab/></w:r>"
    return f"<w:p>{_paragraph_look(line, size, width)}{runs}</w:p>"


def run_xml(run: Run, size: float) -> str:
    """A stretch of text."""
    return f'<w:r>{look_xml(size, run.bold, run.italic)}<w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'


def field_xml(code: str, size: float) -> str:
    """Something that Word works out itself, such as ``PAGE``."""
    look = look_xml(size)
    mark = f'<w:r>{look}<w:fldChar w:fldCharType="{{}}"/></w:r>'
    text = f"<w:r>{look}<w:t>1</w:t></w:r>"
    told = f'<w:r>{look}<w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return f"{mark.format('begin')}{told}{mark.format('separate')}{text}{mark.format('end')}"


def look_xml(size: float, bold: bool = False, italic: bool = False) -> str:
    """How letters look: always the same font."""
    styles = f"{'<w:b/><w:bCs/>' if bold else ''}{'<w:i/><w:iCs/>' if italic else ''}"
    halves = round(size * 2)
    return f'<w:rPr>{_FONTS}{styles}<w:sz w:val="{halves}"/><w:szCs w:val="{halves}"/></w:rPr>'


def _paragraph_look(line: Line, size: float, width: float) -> str:
    keep = "<w:keepNext/>" if line.keep else ""
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>' if line.rule else ""
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(width)}"/></w:tabs>' if line.dotted else ""
    exact = ' w:line="40" w:lineRule="exact"' if line.rule else ' w:line="240" w:lineRule="auto"'
    spacing = f'<w:spacing w:before="{round(line.before * 20)}" w:after="{round(line.after * 20)}"{exact}/>'
    indent = f'w:left="{twips(line.left)}" w:right="{twips(line.right)}" w:firstLine="{twips(line.first)}"'
    mark = look_xml(size)
    return f'<w:pPr>{keep}{border}{tabs}{spacing}<w:ind {indent}/><w:jc w:val="{line.align}"/>{mark}</w:pPr>'


def table_xml(table: Table) -> str:
    """A table of fixed widths, written on its columns and on every cell; no row is split between pages."""
    line = '<w:{} w:val="{}" w:sz="4" w:space="0" w:color="000000"/>'
    borders = "".join(line.format(side, "single" if table.ruled else "nil") for side in _BORDERS)
    margin = twips(_CELL_MARGIN if table.ruled else 0)
    sides = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side in ("left", "right"))
    look = (
        f'<w:tblPr><w:tblW w:w="{twips(sum(table.widths))}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr>"
    )
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in table.widths)
    rows = "".join(_row_xml(row, table, "<w:tblHeader/>") for row in _reaching_down(table.head))
    rows += "".join(_row_xml(row, table, "") for row in ([(each, "") for each in row] for row in table.rows))
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


_Merged = tuple[Cell, str]


def _reaching_down(rows: tuple[tuple[Cell, ...], ...]) -> list[list[_Merged]]:
    """Rows of headings with a cell at every place: one that reaches down continues in the rows below."""
    made: list[list[_Merged]] = []
    pending: dict[int, tuple[int, int]] = {}  # by column: rows still to cover, columns covered
    for row in rows:
        waiting, found, column = iter(row), list[_Merged](), 0
        below: dict[int, tuple[int, int]] = {}
        last = sum(each.columns for each in row) + sum(wide for _, wide in pending.values())
        while column < last:
            if column in pending:
                rows_left, wide = pending[column]
                found.append((Cell((Line(),), wide), "continue"))
            else:
                each = next(waiting)
                rows_left, wide = each.rows, each.columns
                found.append((each, "restart" if each.rows > 1 else ""))
            if rows_left > 1:
                below[column] = (rows_left - 1, wide)
            column += wide
        pending = below
        made.append(found)
    return made


def _row_xml(row: list[_Merged], table: Table, repeated: str) -> str:
    cells, column = "", 0
    for each, merge in row:
        width = sum(table.widths[column : column + each.columns])
        cells += _cell_xml(each, width, merge, table.ruled)
        column += each.columns
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def _cell_xml(cell: Cell, width: float, merge: str, ruled: bool) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    place = '<w:vAlign w:val="center"/>' if ruled else '<w:vAlign w:val="top"/>'
    lines = "".join(line_xml(line, width) for line in cell.lines)
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{span}{down}{place}</w:tcPr>{lines}</w:tc>'
