"""The functions of a formula: what each is called, takes and makes."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from thidua.expressions import (
    Case,
    Choose,
    ClusterKind,
    IsReported,
    Maximum,
    Minimum,
    Named,
    Node,
    OfCluster,
    WholeSteps,
    fields_of,
)
from thidua.formulas.words import Wording
from thidua.vocabulary import fold

Kind: TypeAlias = Literal["number", "condition"]
Build: TypeAlias = Callable[[tuple[Node, ...], Wording], Node]


class Function(Struct, frozen=True):
    """A function: how it is written, the kinds of what it takes, and the node it makes.

    ``many``: it takes that kind any number of times, at least twice. ``of_cluster``: it looks at the whole cluster.
    """

    name: str
    usage: str
    takes: tuple[Kind, ...]
    build: Build
    makes: Kind = "number"
    many: bool = False
    of_cluster: bool = False

    def accepts(self, count: int) -> bool:
        """Whether it takes so many."""
        return count >= len(self.takes) if self.many else count == len(self.takes)

    @property
    def needed(self) -> str:
        """How many it takes, in words."""
        return f"{'ít nhất ' if self.many else ''}{len(self.takes)} thành phần"

    def kind_of(self, position: int) -> Kind:
        """The kind of the part at this position, from 0."""
        return self.takes[min(position, len(self.takes) - 1)]


def _choice(parts: tuple[Node, ...], wording: Wording) -> Node:
    condition, then, otherwise = parts
    case = Case(condition, then, wording.label(condition, True))
    return Choose((case,), otherwise, wording.label(condition, False))


def _natural_first(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """What comes from figures before what limits it, as the explanation of a limit wants it."""
    return tuple(sorted(parts, key=lambda part: not fields_of(part)))


def _minimum(parts: tuple[Node, ...], wording: Wording) -> Node:
    return Minimum(_natural_first(parts))


def _maximum(parts: tuple[Node, ...], wording: Wording) -> Node:
    return Maximum(_natural_first(parts))


def _whole_part(parts: tuple[Node, ...], wording: Wording) -> Node:
    (term,) = parts
    return Named(WholeSteps(term, Fraction(1), "down"), f"phần nguyên của {wording.factor(term)}")


def _of_cluster(kind: ClusterKind, before: str, after: str) -> Build:
    def build(parts: tuple[Node, ...], wording: Wording) -> Node:
        (term,) = parts
        return Named(OfCluster(kind, term), f"{before}{wording.factor(term)}{after}")

    return build


_SUM: Final = _of_cluster("sum", "tổng ", " của cả Cụm")
_COUNT: Final = _of_cluster("count", "số đơn vị có số liệu ", "")


def _mean(parts: tuple[Node, ...], wording: Wording) -> Node:
    mean = _SUM(parts, wording) / _COUNT(parts, wording)
    return Named(mean, f"trung bình {wording.factor(parts[0])} của cả Cụm")


def _is_reported(parts: tuple[Node, ...], wording: Wording) -> Node:
    return IsReported(parts[0])


_TWO: Final[tuple[Kind, ...]] = ("number", "number")
_ONE: Final[tuple[Kind, ...]] = ("number",)

_ALL: Final = (
    Function("nếu", "nếu(điều kiện; khi đúng; khi sai)", ("condition", "number", "number"), _choice),
    Function("min", "min(a; b)", _TWO, _minimum, many=True),
    Function("nhỏ_nhất", "nhỏ_nhất(a; b)", _TWO, _minimum, many=True),
    Function("max", "max(a; b)", _TWO, _maximum, many=True),
    Function("lớn_nhất", "lớn_nhất(a; b)", _TWO, _maximum, many=True),
    Function("phần_nguyên", "phần_nguyên(a)", _ONE, _whole_part),
    Function("có_số_liệu", "có_số_liệu(a)", _ONE, _is_reported, makes="condition"),
    Function("cao_nhất_cụm", "cao_nhất_cụm(a)", _ONE, _of_cluster("max", "", " cao nhất trong Cụm"), of_cluster=True),
    Function(
        "thấp_nhất_cụm", "thấp_nhất_cụm(a)", _ONE, _of_cluster("min", "", " thấp nhất trong Cụm"), of_cluster=True
    ),
    Function("tổng_cụm", "tổng_cụm(a)", _ONE, _SUM, of_cluster=True),
    Function("trung_bình_cụm", "trung_bình_cụm(a)", _ONE, _mean, of_cluster=True),
)

FUNCTIONS: Final[Mapping[str, Function]] = {fold(function.name): function for function in _ALL}
