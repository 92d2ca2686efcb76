"""Which of the files that a user names are saved results: told without what it takes to read them."""

import os

_SUFFIX = ".json"
_SPACE = b"\xef\xbb\xbf \t\r\n"


def is_saved_run(written: str) -> bool:
    """Whether a saved result is meant: a name that ends in ``.json``, or a file that begins as only JSON does."""
    if written.lower().endswith(_SUFFIX):
        return True
    if not os.path.isfile(written):
        return False
    try:
        with open(written, "rb") as file:
            return file.read(256).lstrip(_SPACE).startswith(b"{")
    except OSError:
        return False
