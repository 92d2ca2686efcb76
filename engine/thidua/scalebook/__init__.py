"""A scale edited in a spreadsheet: the rows of the workbook, and back from its cells to the text of the scale's file.

``outline`` is the written file by identifiers, with places; ``rows`` makes rows of it, which ``reports.workbooks``
writes; ``taking`` reads the rows of a workbook that comes back, ``wanted`` makes the outline that they ask for,
``splicing_in`` changes the text so that it says that, and ``importing`` is the whole way.
"""
