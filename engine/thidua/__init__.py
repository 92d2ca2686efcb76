"""thidua: exact, explained scoring of emulation clusters from versioned YAML scales.

Read ``pipeline`` first: it tells the whole way from files to points in the order in which it happens.
"""

__version__ = "0.1.0"
