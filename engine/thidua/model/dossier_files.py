"""Whether a file that somebody named is there and can be read."""

from typing import Literal

FileState = Literal["found", "missing", "unreadable"]
