"""What each kind of file may hold: JSON Schemas (draft-07, English keys), and the two steps that use them.

``shape`` names the keys and types the scalars of a document as its schema says; ``validate`` runs the schema itself
over the typed data for all that is left: what is required, limits, what goes with what. Both give diagnostics with
places, never exceptions.
"""

from thidua.schemas.load import SCHEMAS, load_schema
from thidua.schemas.shape import Path, Shaped, shape
from thidua.schemas.validate import validate

__all__ = ["SCHEMAS", "Path", "Shaped", "load_schema", "shape", "validate"]
