"""``tên:Bảng``: a key and its value that lack the space behind the colon, which makes one text of them."""

import re
from typing import Final

from thidua.reading.characters import clipped

MISSING_COLON: Final = 129
JOINED: Final = re.compile(r"(?P<key>[^:]+):(?P<value>\S.*)")
NO_COLON: Final = "Dòng này không có dấu hai chấm kèm dấu cách sau tên mục"


def remedy(found: re.Match[str]) -> str:
    """The line as it should be written."""
    return f"thêm dấu cách sau dấu hai chấm:  {found['key']}: {clipped(found['value'])}"
