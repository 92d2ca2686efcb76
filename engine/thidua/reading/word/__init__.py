"""Word files (.docx) of unknown origin to paragraphs and tables, with what was changed and remarked in them."""

from thidua.reading.word.model import Paragraph, Table, TrackedChange, WordComment, WordDocument
from thidua.reading.word.opening import WordReading, read_word

__all__ = [
    "Paragraph",
    "Table",
    "TrackedChange",
    "WordComment",
    "WordDocument",
    "WordReading",
    "read_word",
]
