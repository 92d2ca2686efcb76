"""Load a version of the rules by its file or its id."""

from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from thidua.building.documents import document_of
from thidua.building.rules import build_rules
from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.home import RULES, Home, shown
from thidua.model.rules import RuleSet
from thidua.reading import read_text
from thidua.schemas import Shaped
from thidua.vocabulary import nearest


class LoadedRules(Struct, frozen=True):
    """Rules and what was found on the way. ``rules`` is None where they have errors. ``written``: as of a scale."""

    file: Path
    rules: RuleSet | None
    diagnostics: tuple[Diagnostic, ...]
    written: Shaped | None = None


def load_rules(file: Path, home: Home | None = None) -> LoadedRules:
    """Read and build rules. In home their id must be the folder and the name of the file; elsewhere it need not."""
    text = read_text(file, shown(file))
    if isinstance(text, Diagnostic):
        return LoadedRules(file, None, (text,))
    return _of_text(text, file, shown(file), _id_by_place(file, home))


@lru_cache(maxsize=32)
def _of_text(text: str, file: Path, shown_as: str, place: str | None) -> LoadedRules:
    """The rules of a text. The same text is built once: periods, cases and versions ask for one set of rules."""
    shaped = document_of(text, shown_as, "rules")
    if isinstance(shaped, tuple):
        return LoadedRules(file, None, shaped)
    rules = build_rules(shaped)
    if place is not None and shaped.data.get("id", place) != place:
        shaped.report(319, ("id",), id=shaped.data["id"], file=f"{RULES}/{place}.yaml")
        rules = None
    return LoadedRules(file, rules, tuple(sorted(shaped.diagnostics)), shaped)


def find_rules(rules_id: str, home: Home, asked_at: Place) -> LoadedRules:
    """Load rules by their id; where there are none, the diagnostic stands where they were asked for."""
    file = home.rules_file(rules_id)
    if file.is_file():
        return load_rules(file, home)
    known = home.rules_ids()
    guess = nearest(rules_id, known)
    listed = (
        f"Các bộ quy tắc có trong thư mục gốc: {', '.join(known)}." if known else "Thư mục gốc chưa có bộ quy tắc nào."
    )
    suggestion = f"Có phải là “{guess}”? {listed}" if guess else listed
    problem = diagnose(530, asked_at, id=rules_id, home=f"{shown(home.root)} ({home.origin})", suggestion=suggestion)
    return LoadedRules(file, None, (problem,))


def _id_by_place(file: Path, home: Home | None) -> str | None:
    if home is None:
        return None
    try:
        parts = file.resolve().relative_to(home.root.resolve() / RULES).with_suffix("").parts
    except ValueError:
        return None
    return "/".join(parts)
