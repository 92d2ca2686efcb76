"""What units said of a draft scale, and how it was answered."""

from datetime import date
from typing import Literal

from msgspec import Struct

Answer = Literal["accepted", "accepted_in_part", "explained"]


class Comment(Struct, frozen=True):
    """One comment. ``criterion`` None: on the whole scale; ``answer`` None: not answered yet."""

    unit: str
    commented_on: date
    criterion: str | None
    text: str
    answer: Answer | None = None
    answer_text: str | None = None
    answered_on: date | None = None


class Consultation(Struct, frozen=True):
    """The comments on the draft of a scale (its id). Units by their names; ``closed_on`` is the last day in time.

    ``agreeing``: the units that answered that they agree with the draft and said nothing else.
    """

    scale: str
    opened_on: date
    closed_on: date
    units: tuple[str, ...]
    agreeing: tuple[str, ...]
    comments: tuple[Comment, ...]
    basis: str | None = None

    @property
    def silent(self) -> tuple[str, ...]:
        """The units that were asked and have not answered in any way."""
        heard = {*self.agreeing, *(comment.unit for comment in self.comments)}
        return tuple(unit for unit in self.units if unit not in heard)

    @property
    def unanswered(self) -> tuple[Comment, ...]:
        """The comments that nobody has answered."""
        return tuple(comment for comment in self.comments if comment.answer is None)
