"""durable-rules from outside: in a process of its own, because it can crash the interpreter or never come back."""

import importlib.metadata
import importlib.util
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from thidua.inference.durable_spelling import MOST_FACTS
from thidua.inference.matching import Inference, Known, in_canonical_order, values_key
from thidua.model.fact import Fact
from thidua.model.rules import MOST_CONDITIONS, Rule

TIMEOUT = 30.0
"""Seconds after which the process is stopped."""
MOST_BYTES = 64 * 2**20
"""The longest answer that is read."""

_MODULES = ("durable", "durable_rules_engine")
_START = "import sys; sys.path[:0] = sys.argv[1:]; from thidua.inference.durable_worker import main; main()"


class Failure(Struct, frozen=True):
    """Why there is no answer, in Vietnamese."""

    reason: str


def is_available() -> bool:
    """Whether durable-rules is installed for a Python that it knows; it is not imported."""
    return sys.version_info < (3, 13) and bool(sys.executable) and len(_folders()) == len(_MODULES)


def version() -> str:
    """The version of durable-rules that is installed."""
    return importlib.metadata.version("durable-rules")


def infer(rules: Sequence[Rule], facts: Sequence[Fact], timeout: float = TIMEOUT) -> Inference | Failure:
    """Everything that follows from the facts by the rules, or why durable-rules could not tell."""
    if not is_available():
        return Failure("chưa cài durable-rules")
    crowded = next((rule.id for rule in rules if len(rule.conditions) > MOST_CONDITIONS), None)
    if crowded is not None:
        return Failure(f"quy tắc {crowded} có hơn {MOST_CONDITIONS} điều kiện")
    if len(facts) > MOST_FACTS:
        return Failure(f"có hơn {MOST_FACTS} dữ kiện")
    sent = (timeout + 1, tuple(rules), [(fact.kind, dict(fact.values)) for fact in facts])
    answer = _ask(command(), pickle.dumps(sent, pickle.HIGHEST_PROTOCOL), timeout)
    return answer if isinstance(answer, Failure) else _read(answer, rules, facts)


def command() -> list[str]:
    """How the child process is started: without site and environment, with only the folders that it needs."""
    here = str(Path(__file__).resolve().parents[2])
    quiet = ["-B"] if sys.dont_write_bytecode else []
    return [sys.executable, "-I", "-S", "-X", "utf8", *quiet, "-c", _START, here, *dict.fromkeys(_folders())]


def _folders() -> list[str]:
    """Where the modules of durable-rules are; a folder that happens to have such a name is none of them."""
    specs = [importlib.util.find_spec(name) for name in _MODULES]
    files = [Path(spec.origin) for spec in specs if spec and spec.origin]
    return [str(file.parents[1] if file.stem == "__init__" else file.parent) for file in files]


def _ask(arguments: Sequence[str], request: bytes, timeout: float) -> bytes | Failure:
    """What a process answers on stdout to a request on stdin."""
    try:
        process = _start(arguments)
    except OSError as error:
        return Failure(f"không khởi động được durable-rules ({error.strerror})")
    late = threading.Event()
    with _stopped_after(process, timeout, late):
        answer = _exchange(process, request)
    if late.is_set():
        return Failure(f"durable-rules quá {f'{timeout:g}'.replace('.', ',')} giây không trả lời")
    if answer is None:
        return Failure("durable-rules trả lời quá dài")
    if process.returncode:
        return Failure(f"durable-rules dừng bất thường (mã {str(process.returncode).replace('-', '−')})")
    return answer


def _start(arguments: Sequence[str]) -> "subprocess.Popen[bytes]":
    """In a group of its own, so that it can be stopped whole and Ctrl+C reaches only its parent."""
    return subprocess.Popen(
        arguments,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


@contextmanager
def _stopped_after(process: "subprocess.Popen[bytes]", timeout: float, late: threading.Event) -> Iterator[None]:
    """Stop the process when its time is over, and in any case in the end."""

    def stop() -> None:
        late.set()
        _kill(process)

    timer = threading.Timer(timeout, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    except BaseException:
        _kill(process)
        raise
    finally:
        process.wait()
        timer.cancel()
        timer.join()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()


def _exchange(process: "subprocess.Popen[bytes]", request: bytes) -> bytes | None:
    """Send all, receive all; None where the answer is too long."""
    if process.stdin is None or process.stdout is None:
        raise ValueError("the process has no pipes")
    with suppress(OSError):  # it ended without listening: its answer, or its code, tells
        process.stdin.write(request)
        process.stdin.close()
    answer = process.stdout.read(MOST_BYTES + 1)
    if len(answer) <= MOST_BYTES:
        return answer
    _kill(process)
    return None


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End the process and whatever it has started."""
    if process.returncode is not None:
        return
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _read(answer: bytes, rules: Sequence[Rule], facts: Sequence[Fact]) -> Inference | Failure:
    """The answer as an inference; the process may have written anything."""
    try:
        document = json.loads(answer)
        findings = [values_key(values) for values in document["findings"]]

        def known(place: int) -> Known:
            if not 0 <= place < len(facts) + len(findings):
                raise ValueError(place)
            return place if place < len(facts) else findings[place - len(facts)]

        if any(not 0 <= rule < len(rules) for rule, _ in document["matches"]):
            raise ValueError("no such rule")
        raw = [(rule, tuple(map(known, places))) for rule, places in document["matches"]]
        return in_canonical_order(facts, rules, raw)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return Failure("durable-rules trả lời không đọc được")
