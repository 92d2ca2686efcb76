"""From paths and ids to models: which files belong together, read and built, with all diagnostics.

Nothing is imported here: who loads a scale need not wait for what periods, dossiers and workbooks are made of.
"""
