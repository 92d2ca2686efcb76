"""A workbook as bytes: the same for the same content, whenever and wherever it was made."""

import re
import zipfile
from io import BytesIO

from openpyxl import Workbook

_DAY = b"2000-01-01T00:00:00Z"
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_DAYS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_CORE = "docProps/core.xml"


def workbook_bytes(workbook: Workbook) -> bytes:
    """The file's content, without the moment of its making."""
    made = BytesIO()
    workbook.save(made)
    found = BytesIO()
    with zipfile.ZipFile(made) as given, zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as package:
        for name in given.namelist():
            content = given.read(name)
            if name == _CORE:
                content = _DAYS.sub(rb"\g<1>" + _DAY + rb"\g<2>", content)
            part = zipfile.ZipInfo(name, _ZIP_DAY)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            part.create_system = 3
            package.writestr(part, content)
    return found.getvalue()
