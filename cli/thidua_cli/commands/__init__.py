"""One module per command, each loaded only when its command is called; the table stands in ``thidua_cli.main``."""
