"""The hash of its own content that a saved result carries: whether the file is still as the program wrote it."""

import hashlib
import re
import unicodedata

from thidua.reading.characters import soften_hard_spaces

_KEY = "content_hash"
_SEAL = re.compile(rf',"{_KEY}":"([0-9a-f]{{64}})"}}$')


def sealed(text: str) -> str:
    """The text of a JSON object that is not empty, with the hash as its last key."""
    body = text.rstrip().removesuffix("}").rstrip()
    return f'{body},\n  "{_KEY}": "{_hash(_compact(body))}"\n}}\n'


def is_as_sealed(text: str) -> bool | None:
    """Whether nothing but spaces and line ends was changed since; None where there is no hash (older programs)."""
    compact = _compact(text)
    found = _SEAL.search(compact)
    if found is None:
        return False if f'"{_KEY}":' in compact else None
    return _hash(compact[: found.start()]) == found[1]


def _compact(text: str) -> str:
    """As any reader sees the text, and without the spaces by which an editor lays it out."""
    plain = soften_hard_spaces(unicodedata.normalize("NFC", text))
    return plain.replace("\r", "").replace("\n", "").replace("\t", "").replace(" ", "")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()
