"""What the rows of one criterion say, gathered, and then as the node that a dossier's file would have."""

from msgspec import Struct, field

from thidua.reading.nodes import Mapping, Node, Scalar, Sequence
from thidua.vocabulary import key


class GatheredClaim(Struct):
    """The rows of one criterion. ``figures``: part (or nothing), key and value of each."""

    name: Scalar
    figures: list[tuple[str, str, Scalar]] = field(default_factory=list)
    self_points: Scalar | None = None
    documents: list[Mapping] = field(default_factory=list)
    explanation: Scalar | None = None


def claim_node(claim: GatheredClaim) -> Mapping:
    """The claim in the order of a dossier's keys."""
    line, column = claim.name.line, claim.name.column
    entries: list[tuple[Scalar, Node]] = []
    parts: dict[str, list[tuple[Scalar, Node]]] = {}
    for part, name, value in claim.figures:
        target = parts.setdefault(part, []) if part else entries
        target.append((_key(name, value), value))
    if parts:
        inside: list[tuple[Scalar, Node]] = [
            (_key(part, figures[0][0]), Mapping(figures, figures[0][0].line, figures[0][0].column))
            for part, figures in parts.items()
        ]
        entries.append((_key(key("parts"), claim.name), Mapping(inside, line, column)))
    for name, node in (("self_points", claim.self_points), ("explanation", claim.explanation)):
        if name == "explanation" and claim.documents:
            documents: list[Node] = list(claim.documents)
            entries.append((_key(key("evidence"), claim.documents[0]), Sequence(documents, line, column)))
        if node is not None:
            entries.append((_key(key(name), node), node))
    return Mapping(entries, line, column)


def _key(text: str, at: Scalar | Mapping) -> Scalar:
    return Scalar(text, False, at.line, at.column)
