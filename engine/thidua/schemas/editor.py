"""The JSON Schemas (draft-07) that editors read while an expert writes: Vietnamese keys and words, meanings, examples.

Made from the program's own schemas (English keys) and the vocabulary, so that neither can say something else. What is
different, and why:

- The official spelling of a key stands under ``properties``, so an editor proposes it and nothing else. Every other
  spelling that the program takes (English identifiers, aliases such as ``minh chứng``, capitals, underscores) stands
  under ``patternProperties`` with the same schema: not proposed, but checked like the official one and never refused.
- ``required`` knows one spelling only, so "has this key" is a definition of its own: the official spelling or any
  other. Conditions (``if``) are made of the same definitions.
- Every key has a definition ``<group>.<key>`` with title, meaning and examples; references stand alone, because
  draft-07 ignores what stands beside ``$ref``.
- Keys that only the scale knows (criteria of a dossier, figures of a case) stay open.
"""

import json
from collections.abc import Mapping

from thidua.schemas.editor_groups import Maker
from thidua.schemas.editor_scalars import Keywords
from thidua.schemas.load import load_schema
from thidua.vocabulary import LISTS, fold, spellings_of_words

EDITOR_FILES: Mapping[str, str] = {
    "scale": "thang-diem.schema.json",
    "comments": "gop-y.schema.json",
    "cases": "truong-hop.schema.json",
    "period": "dot-cham-diem.schema.json",
    "dossier": "ho-so.schema.json",
    "adjustments": "dieu-chinh.schema.json",
    "registrations": "dang-ky.schema.json",
    "violations": "vi-pham.schema.json",
    "ballots": "bo-phieu.schema.json",
    "congress": "dai-hoi.schema.json",
    "outline": "de-cuong.schema.json",
    "rules": "bo-quy-tac.schema.json",
    "rule_cases": "truong-hop-quy-tac.schema.json",
}
"""The kinds of file that have a schema for editors, and the name of its file."""

MODELINE = "# yaml-language-server: $schema={}"
"""The first line of a YAML file that names its schema by a path relative to the file itself."""

_MADE = "Tệp này do lệnh thidua schema tạo ra từ bảng từ của chương trình; không sửa tay."


def editor_schema(kind: str) -> Keywords:
    """The schema for editors of a kind of file (one of ``EDITOR_FILES``)."""
    own = load_schema(kind)
    meanings = {term.identifier: term.meaning for term in LISTS["file_type"]}
    made = Maker(own["definitions"], kind)
    for name, definition in own["definitions"].items():
        if definition.get("type") == "object":
            made.group(name, definition)
    return {
        "$schema": own["$schema"],
        "$comment": _MADE,
        "title": own["title"],
        "description": meanings[kind],
        "allOf": [{"$ref": f"#/definitions/{kind}"}],
        "definitions": made.definitions,
    }


def editor_text(kind: str) -> str:
    """The schema as the text of its file."""
    return json.dumps(editor_schema(kind), ensure_ascii=False, indent=1) + "\n"


def kind_of_word(written: str) -> str | None:
    """The kind of file that a word, an identifier or a file name without its ending means; None where none."""
    bare = written.removesuffix(".json").removesuffix(".schema")
    files = {file.removesuffix(".schema.json"): kind for kind, file in EDITOR_FILES.items()}
    return files.get(bare) or spellings_of_words("file_type").get(fold(written))
