"""Build one criterion: its terms, the figures and documents that it asks for, and what must fit together."""

from fractions import Fraction
from typing import Any

from thidua.building.figures import build_figures, figure_word
from thidua.building.terms import TermsBuilder
from thidua.building.unique import REMOVE
from thidua.model.figure import Figure
from thidua.model.scale import Criterion, Requirement, WhenEvidenceMissing
from thidua.schemas import Path, Shaped
from thidua.vocabulary import fold, key, nearest


class CriterionBuilder:
    """Builds the criteria of a scale in the order of the file, so that a later one may use an earlier one's figures."""

    def __init__(self, shaped: Shaped, shared: dict[str, str], rounding: int) -> None:
        self.shaped = shaped
        self.shared = shared
        self.rounding = rounding
        self.terms = TermsBuilder(shaped, rounding)
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
        method = data.get("method")
        requirements = tuple(
            self._requirement(item, (*path, "evidence", index))
            for index, item in enumerate(data.get("evidence") or ())
            if item
        )
        if method is None or self.shaped.is_broken((*path, "terms")) or self.shaped.is_broken((*path, "figures")):
            return None
        if "standard_points" not in data:
            return None
        needed: list[str] = []

        def figures_for(asked: tuple[str, ...]) -> tuple[Figure, ...]:
            needed.extend(asked)
            return self._figures(data, path, asked)

        terms, figures = self.terms.build(method, data, path, figures_for)
        if terms is None:
            return None
        if "points_giver" in data and method not in ("given_points", "parts"):
            self.shaped.report(236, (*path, "points_giver"))
        # What the method needs and could not be built has been told of: its documents have a figure all the same.
        self._check_requirements(requirements, tuple(dict.fromkeys((*needed, *(each.id for each in figures)))), path)
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
            evidence=self._with_shared(requirements, data),
            when_evidence_missing=data.get("when_evidence_missing", self._policy_of(data)),
            figures_supplier=data.get("figures_supplier") or self._supplier_of(data.get("figures_from")),
            points_giver=data.get("points_giver"),
            basis=data["basis"],
            replaces=tuple(data.get("replaces") or ()),
            figures_from=data.get("figures_from"),
            note=data.get("note"),
        )

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
        if origin.figures_from:
            problem = f"Tiêu chí “{origin.name}” cũng dùng số liệu của tiêu chí khác."
            self.shaped.report(218, place, problem=problem, suggestion=f"Ghi thẳng “{origin.figures_from}”.")
        missing = [figure_word(each) for each in needed if origin.figure(each) is None]
        if missing:
            problem = f"Tiêu chí “{origin.name}” không có số liệu {', '.join(missing)} mà cách chấm này cần."
            self.shaped.report(218, place, problem=problem, suggestion="Chọn tiêu chí khác, hoặc tự khai báo số liệu.")
        return tuple(figure for figure in origin.figures if figure.id in needed)

    def _with_shared(self, own: tuple[Requirement, ...], data: dict[str, Any]) -> tuple[Requirement, ...]:
        """A shared figure is no better proven under the second criterion: its documents are asked for there, too."""
        origin = self.built.get(data.get("figures_from", ""))
        shared = origin.evidence if origin else ()
        known = {requirement.id for requirement in own}
        return own + tuple(requirement for requirement in shared if requirement.id not in known)

    def _policy_of(self, data: dict[str, Any]) -> WhenEvidenceMissing:
        origin = self.built.get(data.get("figures_from", ""))
        return origin.when_evidence_missing if origin else "pending"

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
        seen: dict[tuple[str, str | None], int] = {}  # by name: a code and the name that it stands for are one document
        for index, requirement in enumerate(requirements):
            place = (*path, "evidence", index)
            if requirement.for_figure and requirement.for_figure not in figures:
                self.shaped.report(
                    213, (*place, "for_figure"), figure=figure_word(requirement.for_figure),
                    figures=", ".join(figure_word(each) for each in figures),
                )  # fmt: skip
            identity = (fold(requirement.name), requirement.for_figure)
            if identity in seen:
                self.shaped.report(203, place, id=requirement.name, first=seen[identity], remedy=REMOVE)
            seen.setdefault(identity, self.shaped.place(place).line)
