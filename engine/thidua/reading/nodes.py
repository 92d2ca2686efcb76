"""What stands in a YAML file: texts, pairs and lists with their places, and nothing about what they mean."""

from typing import TypeAlias

from msgspec import Struct


class Scalar(Struct):
    """A text as written, never turned into a number, a date or a truth value.

    ``quoted`` also for block texts (``|`` and ``>``). A key without a value has ``Scalar("", quoted=False)``.
    """

    text: str
    quoted: bool
    line: int
    column: int


class Mapping(Struct):
    """Pairs in the order of the file; a key given twice stands twice."""

    entries: "list[tuple[Scalar, Node]]"
    line: int
    column: int


class Sequence(Struct):
    """A list."""

    items: "list[Node]"
    line: int
    column: int


Node: TypeAlias = Scalar | Mapping | Sequence
