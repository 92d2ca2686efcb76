"""How much a workbook may hold, counted while it is read."""

from thidua.reading.office.package import Package

MOST_CELLS = 50_000
MOST_SHEETS = 200


class Budget:
    """Counts cells of one workbook; too many end the reading. Raises PackageError."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.left = MOST_CELLS

    def count_cell(self, cells: int = 1) -> None:
        """Take note of cells that hold something."""
        self.left -= cells
        if self.left < 0:
            number = f"{MOST_CELLS:,}".replace(",", ".")
            raise self.package.too_large(f"có hơn {number} ô có nội dung")

    def count_sheets(self, sheets: int) -> None:
        """Take note of how many sheets there are."""
        if sheets > MOST_SHEETS:
            raise self.package.too_large(f"có {sheets} trang tính")
