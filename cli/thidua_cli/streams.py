"""Standard streams: UTF-8 whatever the code page, and a reader that goes away early (``thidua … | head``)."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


class OutputClosedError(Exception):
    """Whoever read our output has gone. Not an OSError, because click ends the program on a broken pipe by itself."""


def use_utf8() -> None:
    """Make stdout and stderr write UTF-8; file names that are no Unicode (lone surrogates) come out escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@contextmanager
def closed_output_told() -> Iterator[None]:
    """Turn a broken pipe into ``OutputClosedError``."""
    try:
        yield
    except BrokenPipeError as error:
        raise OutputClosedError from error


def flush() -> None:
    """Write out what is buffered, so that a full disk or a broken pipe shows while it can still be told."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.flush()


def finish() -> None:
    """Drop what can't be written any more; the interpreter would complain in English when it flushes at its end."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError:
            _send_nowhere(stream.fileno())


def _send_nowhere(descriptor: int) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
