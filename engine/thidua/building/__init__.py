"""From shaped documents to the model: everything that only the meaning of the words can tell is checked here.

Builders report into the shaped document and return what could be built; a broken part is left out, so that one run
shows all problems of a file.
"""
