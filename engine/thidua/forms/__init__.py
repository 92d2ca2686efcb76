"""The self-score workbook: what stands in which row and column, how units' workbooks are read, how dossiers are
written. Making one look good is done in ``reports.workbooks``."""
