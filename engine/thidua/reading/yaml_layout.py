"""The whitespace of a YAML file made plain before it is parsed; what stands at the start of a line is judged."""

import re

from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.reading.characters import others, soften_hard_spaces
from thidua.reading.yaml_lines import blank_or_comment

BAD_INDENTATION = 108

_INDENTATION = re.compile(r"[^\S\n]*")


def indentation_problem(text: str, shown: str) -> tuple[Diagnostic, ...]:
    """The first line that begins with a tab or a hard space, with the number of further ones."""
    faulty = [index for index, line in enumerate(text.split("\n")) if _badly_indented(line)]
    if not faulty:
        return ()
    line = text.split("\n")[faulty[0]]
    column = next(index for index, letter in enumerate(line) if letter != " ")
    character = "phím Tab" if line[column] == "\t" else "dấu cách cứng (chép từ Word hoặc trang mạng)"
    more = others(len(faulty) - 1, "dòng")
    return (diagnose(BAD_INDENTATION, Place(shown, faulty[0] + 1, column + 1), character=character, more=more),)


def _badly_indented(line: str) -> bool:
    found = _INDENTATION.match(line)
    return found is not None and bool(found[0].strip(" ")) and not blank_or_comment(line[found.end() :])


def with_spaces(text: str) -> str:
    """Tabs and hard spaces as single plain spaces, so that both parsers agree; columns stay as they are."""
    lines = (_INDENTATION.sub(lambda found: " " * len(found[0]), line, count=1) for line in text.split("\n"))
    return soften_hard_spaces("\n".join(lines).replace("\t", " "))


def has_tab_indentation(text: str) -> bool:
    """Whether some line begins with a tab: then nobody can tell how deep its author meant it."""
    return any("\t" in line[: len(line) - len(line.lstrip())] for line in text.split("\n"))
