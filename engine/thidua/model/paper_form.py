"""What stands at the head and the end of the papers of a period: whose they are, who signs, who gets them."""

from msgspec import Struct


class Signatory(Struct, frozen=True):
    """Who signs. ``titles``: one line each, as they are said; ``name`` None: left for the office to fill in."""

    titles: tuple[str, ...]
    name: str | None = None


class PaperForm(Struct, frozen=True):
    """The form of a period's papers. What is None or empty is left blank on paper, never made up.

    ``symbol``: the issuer's part of a paper's symbol, as in ``12/BC-CĐNB``. ``reports_to``, ``submits_to``: to whom the
    report and the submission are addressed.
    """

    issuer: str | None = None
    symbol: str | None = None
    place: str | None = None
    reports_to: tuple[str, ...] = ()
    submits_to: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signatory: Signatory | None = None
    deputy_signatory: Signatory | None = None
