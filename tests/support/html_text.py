"""A page as a person who can't see its layout reads it, and what every page must keep to."""

from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

_VOID = {"meta", "br", "col", "input", "hr"}
_BLOCKS = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "li",
    "dt",
    "dd",
    "caption",
    "tr",
    "summary",
    "title",
    "text",
    "figcaption",
    "desc",
}
_SILENT = {"style"}


class _Reader(HTMLParser):
    """Takes a page to pieces; ``faults`` says what is wrong with it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.lines: list[str] = [""]
        self.faults: list[str] = []
        self.ids: Counter[str] = Counter()
        self.wanted: set[str] = set()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.captions: list[bool] = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._started(tag, dict(attrs))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self._started(tag, found)
        if tag not in _VOID:
            self.open.append((tag, found))
        if tag == "table":
            self.captions.append(found.get("role") == "presentation")
        if tag == "caption":
            self.captions[-1] = True

    def _started(self, tag: str, attrs: dict[str, str | None]) -> None:
        self.elements.append((tag, attrs))
        if name := attrs.get("id"):
            self.ids[name] += 1
        self.wanted |= set((attrs.get("aria-labelledby") or "").split()) | {attrs.get("for") or ""}
        if (attrs.get("href") or "").startswith("#"):
            self.wanted.add((attrs["href"] or "")[1:])
        if tag in _BLOCKS:
            self.lines.append({"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "li": "- "}.get(tag, ""))
        if tag in {"td", "th"}:
            self.lines[-1] += " | "
        self.faults += [f"{tag} loads {attrs[each]}" for each in ("src", "href") if _is_outside(attrs.get(each))]
        self.faults += [f"{tag} runs {each}" for each in attrs if each.startswith("on")]
        if tag == "th" and attrs.get("scope") not in {"col", "row", "rowgroup", "colgroup"}:
            self.faults.append("a th without scope")
        if tag in {"script", "link", "img", "iframe", "object", "embed", "base"}:
            self.faults.append(f"a {tag}")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1][0] if self.open else 'nothing'}")
            return
        self.open.pop()
        if tag == "table" and not self.captions.pop():
            self.faults.append("a table without caption")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] in _SILENT:
            self.faults += [f"style loads {each}" for each in ("url(", "@import", "http") if each in data]
            return
        text = " ".join(data.split())
        gap = " " if data[:1].isspace() else ""
        after = " " if data[-1:].isspace() and text else ""
        self.lines[-1] += f"{gap}{text}{after}"


def _is_outside(target: str | None) -> bool:
    return target is not None and not target.startswith("#")


def read(page: str) -> _Reader:
    """The page taken to pieces."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader


def faults(page: str) -> list[str]:
    """What is wrong with a page: tags, ids, tables, what it would load, headings that skip a level."""
    found = read(page)
    levels = [int(tag[1]) for tag, _ in found.elements if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
    skipped = [(one, other) for one, other in pairwise(levels) if other > one + 1]
    lang = dict(found.elements[0][1]).get("lang") if found.elements else None
    return [
        *found.faults,
        *(f"{tag} is not closed" for tag, _ in found.open),
        *(f"id {name} {count} times" for name, count in found.ids.items() if count > 1),
        *(f"nothing is called {name}" for name in found.wanted - {""} - set(found.ids)),
        *(f"h{other} after h{one}" for one, other in skipped),
        *([] if levels[:1] == [1] and levels.count(1) == 1 else ["not one h1 at the top"]),
        *([] if lang == "vi" else ["not Vietnamese"]),
    ]


def text_of(page: str) -> str:
    """The words of a page, a line for each block, heading or row of a table."""
    lines = (" ".join(line.split()).removeprefix("| ") for line in read(page).lines)
    return "\n".join(line for line in lines if line.strip(" |-")) + "\n"
