"""Build one criterion: its terms, the figures and documents that it asks for, and what must fit together."""

from dataclasses import MISSING, fields
from fractions import Fraction
from typing import Any

from thidua.building.bands import build_bands
from thidua.building.figures import build_figures
from thidua.methods import METHODS
from thidua.methods.bands import FIGURES_OF_QUANTITY
from thidua.model.scale import Criterion, Figure, Requirement
from thidua.model.terms import BandsTerms, CompletionRateTerms, PassFailTerms, PerPieceTerms, Terms
from thidua.numerals.writing import format_number
from thidua.schemas import Path, Shaped
from thidua.vocabulary import key, nearest, word

# What the schema knows and this version can't do yet: refused, because ignoring it would give wrong points.
_NOT_YET = {"criterion": ("penalty_cap",), "terms": ("given_out_of", "givers")}


def refuse(shaped: Shaped, data: dict[str, Any], path: Path, keys: tuple[str, ...]) -> None:
    """Say of each of these keys that stands here that this version can't do it."""
    for identifier in keys:
        if identifier in data:
            shaped.report(290, (*path, identifier), key=key(identifier))


class CriterionBuilder:
    """Builds the criteria of a scale in the order of the file, so that a later one may use an earlier one's figures."""

    def __init__(self, shaped: Shaped, shared: dict[str, str], rounding: int) -> None:
        self.shaped = shaped
        self.shared = shared
        self.rounding = rounding
        self.named: set[str] = set()
        self.built: dict[str, Criterion] = {}

    def build(self, data: dict[str, Any], path: Path) -> Criterion | None:
        """One criterion; None where it can't be scored. Criteria are built in the order of the file."""
        built = self._criterion(data, path)
        self.named.add(data.get("id", ""))
        if built:
            self.built[built.id] = built
        return built

    def _criterion(self, data: dict[str, Any], path: Path) -> Criterion | None:
        refuse(self.shaped, data, path, _NOT_YET["criterion"])
        method = data.get("method")
        if method is not None and method not in METHODS:
            self.shaped.report(290, (*path, "method"), key=f"{key('method')}: {word('method', method)}")
            return None
        requirements = tuple(
            self._requirement(item, (*path, "evidence", index))
            for index, item in enumerate(data.get("evidence") or ())
            if item
        )
        if method is None or self.shaped.is_broken((*path, "terms")) or self.shaped.is_broken((*path, "figures")):
            return None
        if "standard_points" not in data:
            return None
        refuse(self.shaped, data.get("terms", {}), (*path, "terms"), _NOT_YET["terms"])
        terms, figures = self._terms(method, data, path)
        if terms is None:
            return None
        self._check_terms(terms, data, path)
        self._check_requirements(requirements, tuple(figure.id for figure in figures), path)
        if self.shaped.is_broken(path):
            return None
        return Criterion(
            id=data["id"],
            number=data["number"],
            name=data["name"],
            standard_points=data["standard_points"],
            bonus_cap=data.get("bonus_cap", Fraction(0)),
            figures=figures,
            method=method,
            terms=terms,
            evidence=requirements,
            when_evidence_missing=data.get("when_evidence_missing", "pending"),
            figures_supplier=data.get("figures_supplier") or self._supplier_of(data.get("figures_from")),
            points_giver=data.get("points_giver"),
            basis=data["basis"],
            replaces=tuple(data.get("replaces") or ()),
            figures_from=data.get("figures_from"),
        )

    def _terms(self, method: str, data: dict[str, Any], path: Path) -> tuple[Terms | None, tuple[Any, ...]]:
        written = data.get("terms", {})
        terms_path = (*path, "terms")
        if method == "bands":
            figures = self._figures(data, path, FIGURES_OF_QUANTITY[written["quantity"]])
            return build_bands(self.shaped, written, terms_path, figures), figures
        plain = _plain_terms(METHODS[method].terms, written)
        return plain, self._figures(data, path, METHODS[method].figures(plain))

    def _figures(self, data: dict[str, Any], path: Path, needed: tuple[str, ...]) -> tuple[Figure, ...]:
        if "figures_from" not in data:
            return build_figures(self.shaped, data, path, needed, self.rounding)
        place = (*path, "figures_from")
        again = [each for each in ("figures", "measure", "decimals", "plausible_range") if each in data]
        if again:
            listed = ", ".join(f"“{key(each)}”" for each in again)
            problem = f"Tiêu chí dùng số liệu của tiêu chí khác nên không ghi {listed}."
            self.shaped.report(218, place, problem=problem, suggestion=f"Bỏ {listed}, hoặc bỏ “{key('figures_from')}”.")
        origin = self.built.get(data["figures_from"])
        if origin is None:
            if data["figures_from"] not in self.named:
                guess = nearest(data["figures_from"], self.named)
                suggestion = f"Có phải là “{guess}”?" if guess else "Chuyển tiêu chí có số liệu lên trước."
                self.shaped.report(217, place, id=data["figures_from"], suggestion=suggestion)
            return ()
        missing = [word("figure", each) for each in needed if origin.figure(each) is None]
        if missing:
            problem = f"Tiêu chí “{origin.name}” không có số liệu {', '.join(missing)} mà cách chấm này cần."
            self.shaped.report(218, place, problem=problem, suggestion="Chọn tiêu chí khác, hoặc tự khai báo số liệu.")
        return tuple(figure for figure in origin.figures if figure.id in needed)

    def _supplier_of(self, origin_id: str | None) -> str | None:
        origin = self.built.get(origin_id) if origin_id else None
        return origin.figures_supplier if origin else None

    def _requirement(self, item: dict[str, Any], path: Path) -> Requirement:
        written = item.get("evidence_type", "")
        if written not in self.shared and " " not in written and not self.shaped.is_broken(("evidence_types",)):
            guess = nearest(written, self.shared)
            suggestion = (
                f"Có phải là “{guess}”?"
                if guess
                else "Khai báo mã này ở “loại tài liệu” đầu tệp, hoặc ghi tên đầy đủ của tài liệu."
            )
            self.shaped.report(212, (*path, "evidence_type"), id=written, suggestion=suggestion)
        return Requirement(
            id=written,
            name=self.shared.get(written, written),
            for_figure=item.get("for_figure"),
            number_and_date_only=item.get("number_and_date_only", False),
        )

    def _check_requirements(self, requirements: tuple[Requirement, ...], figures: tuple[str, ...], path: Path) -> None:
        seen: dict[tuple[str, str | None], int] = {}
        for index, requirement in enumerate(requirements):
            place = (*path, "evidence", index)
            if requirement.for_figure and requirement.for_figure not in figures:
                self.shaped.report(
                    213, (*place, "for_figure"), figure=word("figure", requirement.for_figure),
                    figures=", ".join(word("figure", each) for each in figures),
                )  # fmt: skip
            identity = (requirement.id, requirement.for_figure)
            if identity in seen:
                self.shaped.report(203, place, id=requirement.name, first=seen[identity])
            seen.setdefault(identity, self.shaped.place(place).line)

    def _check_terms(self, terms: Terms, data: dict[str, Any], path: Path) -> None:
        standard, cap = data["standard_points"], data.get("bonus_cap", Fraction(0))
        if self.shaped.is_broken((*path, "standard_points")) or self.shaped.is_broken((*path, "bonus_cap")):
            return
        match terms:
            case CompletionRateTerms():
                self._check_completion(terms, cap, path)
            case BandsTerms():
                points = [band.points for band in terms.bands] + ([] if terms.otherwise is None else [terms.otherwise])
                self._check_ceiling(max(points), standard + cap, (*path, "terms", "bands"))
            case PassFailTerms():
                self._check_ceiling(terms.points_when_failed, standard, (*path, "terms", "points_when_failed"))
            case PerPieceTerms() if terms.cap is not None:
                self._check_ceiling(terms.cap, standard + cap, (*path, "terms", "cap"))
            case _:
                pass

    def _check_completion(self, terms: CompletionRateTerms, cap: Fraction, path: Path) -> None:
        if terms.bonus_per_percent is not None and not cap:
            self.shaped.report(210, (*path, "terms", "bonus_per_percent"))
        if terms.nothing_below is not None and terms.nothing_below > terms.full_from:
            self.shaped.report(214, (*path, "terms", "nothing_below"))

    def _check_ceiling(self, points: Fraction, ceiling: Fraction, path: Path) -> None:
        if points > ceiling:
            self.shaped.report(215, path, points=format_number(points), ceiling=format_number(ceiling))


def _plain_terms(terms: type, written: dict[str, Any]) -> Any:
    """Terms whose fields are the schema's keys, as they were typed."""
    given = {}
    for field in fields(terms):
        if field.name in written:
            value = written[field.name]
            given[field.name] = tuple(value) if isinstance(value, list) else value
        elif field.default is MISSING:
            raise KeyError(field.name)
    return terms(**given)
