"""Who stands where: the order of places and the ties."""

from thidua.ranking.order import by_place, tied_with

__all__ = ["by_place", "tied_with"]
