"""Which item of a list a change means: by its position, its id, its name, or the first edge of a band."""

from collections.abc import Iterator

from thidua.reading.nodes import Mapping, Node, Scalar, Sequence
from thidua.schemas.load import ListShape, ScalarShape
from thidua.vocabulary import fold


def called(node: Sequence, shape: ListShape, written: str) -> list[int]:
    """The items that are called so: the one at this position, otherwise all of this name."""
    by_position = [index for index in range(len(node.items)) if written == str(index + 1)]
    return by_position or [
        index for index, item in enumerate(node.items) if fold(written) in map(fold, _names_of(item, shape))
    ]


def position(node: Sequence, shape: ListShape, index: int) -> str:
    """The position of an item, and how it may be called otherwise: ``2 (từ -0,5)``."""
    name = next(_names_of(node.items[index], shape), "")
    return f"{index + 1} ({name})" if name else str(index + 1)


def _names_of(item: Node, shape: ListShape) -> Iterator[str]:
    """How an item may be called beside its position. A number is none: the points of rank 7 are not its name."""
    if isinstance(item, Mapping):
        for term, value in item.entries[:2]:
            if isinstance(value, Scalar):
                yield f"{term.text} {value.text}"
                yield value.text
    elif isinstance(item, Scalar) and not (isinstance(shape.items, ScalarShape) and shape.items.format == "number"):
        yield item.text
