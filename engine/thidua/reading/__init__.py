"""Files to texts with places: YAML nodes, CSV rows, dates. What a text means is decided later, by its field."""

from thidua.reading.csv_reader import CsvReading, Row, read_csv
from thidua.reading.dates import DateProblem, parse_date, parse_year
from thidua.reading.files import CSV_LIMIT, YAML_LIMIT, clean_text, read_text, read_whole_text, write_new, write_whole
from thidua.reading.json_reader import JSON_LIMIT, parse_json
from thidua.reading.nodes import Mapping, Node, Scalar, Sequence
from thidua.reading.yaml_reader import YamlReading, read_yaml

__all__ = [
    "CSV_LIMIT",
    "JSON_LIMIT",
    "YAML_LIMIT",
    "CsvReading",
    "DateProblem",
    "Mapping",
    "Node",
    "Row",
    "Scalar",
    "Sequence",
    "YamlReading",
    "clean_text",
    "parse_date",
    "parse_json",
    "parse_year",
    "read_csv",
    "read_text",
    "read_whole_text",
    "read_yaml",
    "write_new",
    "write_whole",
]
