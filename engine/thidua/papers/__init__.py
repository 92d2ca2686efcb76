"""Official papers in Word: what stands on them (one module a kind) and how it is laid out (``blocks`` to ``word``).

``kinds`` are listed by the command line; a paper is built as plain blocks first, then written by ``word``.
"""
