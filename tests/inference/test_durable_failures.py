"""Whatever becomes of durable-rules' process, the conclusions are drawn, and the user learns by which engine."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rule_problems import rule

from thidua.inference import durable, durable_spelling, reference
from thidua.inference.engine import REFERENCE_NAME, run
from thidua.model.fact import Fact
from thidua.model.rules import Condition, Test

RULES = [rule("r", Condition("one", "a", (Test("x", "equals", 1),)))]
FACTS = [Fact("a", {"x": 1}), Fact("a", {"x": 2})]
READ = "import sys; sys.stdin.buffer.read(); "

NEEDS_DURABLE = pytest.mark.skipif(not durable.is_available(), reason="durable-rules is not installed")
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals")


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch):
    """Puts other code in the place of durable-rules' process."""

    def become(code: str, **constants: float) -> None:
        monkeypatch.setattr(durable, "is_available", lambda: True)
        monkeypatch.setattr(durable, "command", lambda: [sys.executable, "-c", code])
        for name, value in constants.items():
            monkeypatch.setattr(durable, name, value)

    return become


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        pytest.param("import os; os.kill(os.getpid(), 11)", "durable-rules dừng bất thường (mã −11)", marks=POSIX),
        pytest.param(READ + "import os; os.abort()", "durable-rules dừng bất thường (mã −6)", marks=POSIX),
        (READ + "sys.exit(3)", "durable-rules dừng bất thường (mã 3)"),
        ("raise SystemExit(3)", "durable-rules dừng bất thường (mã 3)"),
        (READ, "durable-rules trả lời không đọc được"),
        (READ + "print('oops')", "durable-rules trả lời không đọc được"),
        (READ + "print('[' * 100000)", "durable-rules trả lời không đọc được"),
        (READ + "print('[1, 2]')", "durable-rules trả lời không đọc được"),
        (READ + """print('{"matches": [[0, [7]]], "findings": []}')""", "durable-rules trả lời không đọc được"),
        (READ + """print('{"matches": [[-1, [0]]], "findings": []}')""", "durable-rules trả lời không đọc được"),
        (READ + """print('{"matches": [[0, ["0"]]], "findings": []}')""", "durable-rules trả lời không đọc được"),
        (READ + """print('{"matches": [[0, [2]]], "findings": [{}]}')""", "durable-rules trả lời không đọc được"),
        (READ + "sys.stdout.buffer.write(b'\\xff\\xfe{')", "durable-rules trả lời không đọc được"),
    ],
)
def test_a_process_that_fails(child, code: str, reason: str) -> None:
    child(code)
    ran = run(RULES, FACTS, "durable")
    assert ran.notice == f"Đã dùng {REFERENCE_NAME} vì {reason}; kết quả không khác."
    assert ran.engine_name == REFERENCE_NAME
    assert ran.inference == reference.infer(RULES, FACTS)


@pytest.mark.parametrize("code", ["import time; time.sleep(60)", READ + "import time; time.sleep(60)"])
def test_a_process_that_hangs(child, code: str) -> None:
    child(code)
    started = time.monotonic()
    found = durable.infer(RULES, [*FACTS, Fact("a", {"x": "x" * 10**6})], timeout=0.5)
    assert found == durable.Failure("durable-rules quá 0.5 giây không trả lời".replace(".", ","))
    assert time.monotonic() - started < 30


def test_a_process_that_talks_without_end(child) -> None:
    child(READ + "[sys.stdout.write('x' * 65536) for _ in iter(int, 1)]", MOST_BYTES=10**6)
    assert durable.infer(RULES, FACTS) == durable.Failure("durable-rules trả lời quá dài")


def test_a_process_that_cannot_start(monkeypatch: pytest.MonkeyPatch, child) -> None:
    child("")
    monkeypatch.setattr(durable, "command", lambda: ["/nowhere/python"])
    ran = run(RULES, FACTS)
    assert ran.notice is not None
    assert "không khởi động được" in ran.notice


@POSIX
@pytest.mark.skipif(shutil.which("ps") is None, reason="lists processes with ps")
def test_no_process_is_left(child, tmp_path: Path) -> None:
    """Neither the child nor what it has started, not even as a zombie."""
    pid = tmp_path / "pid"
    grandchild = f"import os, time; open({str(pid)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    wait = f"import os, time\nwhile not os.path.exists({str(pid)!r}): time.sleep(0.01)\n"
    child(f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {grandchild!r}])\n{wait}time.sleep(60)")
    assert isinstance(durable.infer(RULES, FACTS, timeout=3), durable.Failure)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    deadline = time.monotonic() + 20
    while _runs(int(pid.read_text() or 0)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _runs(int(pid.read_text()))


def _runs(pid: int) -> bool:
    listed = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True)
    return bool(listed.stdout.strip()) and not listed.stdout.startswith("Z")


def test_without_durable_rules_the_reference_evaluator_runs_and_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable, "is_available", lambda: False)
    ran = run(RULES, FACTS)
    assert (ran.engine_name, ran.notice) == (REFERENCE_NAME, None)
    assert durable.infer(RULES, FACTS) == durable.Failure("chưa cài durable-rules")


def test_a_folder_of_that_name_is_not_durable_rules(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("durable", "durable_rules_engine"):
        (tmp_path / name).mkdir()
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert not durable.is_available()


def test_more_conditions_than_durable_rules_knows() -> None:
    long = rule("dài", *(Condition(f"c{index}", "a", ()) for index in range(17)))
    found = durable.infer([long], FACTS)
    assert isinstance(found, durable.Failure)


@NEEDS_DURABLE
def test_durable_rules_names_itself() -> None:
    ran = run(RULES, FACTS)
    assert (ran.engine_name, ran.notice) == (f"durable-rules {durable.version()}", None)


@NEEDS_DURABLE
def test_the_parent_does_not_import_durable_rules() -> None:
    code = "import sys; from thidua.inference.engine import run; run([], []); print('durable' in sys.modules)"
    path = os.pathsep.join(each for each in sys.path if each)
    ran = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    assert ran.stdout == "False\n"


@NEEDS_DURABLE
def test_what_is_printed_there_does_not_spoil_the_answer() -> None:
    arguments = durable.command()
    folders = arguments[arguments.index("-c") + 2 :]
    code = (
        f"import sys; sys.path[:0] = {folders!r}\n"
        "from thidua.inference import durable_worker as worker\n"
        "infer = worker.infer\n"
        "worker.infer = lambda *given: (print('hello', flush=True), infer(*given))[1]\n"
        "worker.main()"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(durable, "command", lambda: [sys.executable, "-c", code])
        assert durable.infer(RULES, FACTS) == reference.infer(RULES, FACTS)


def test_ids_of_facts_are_told_apart_by_their_hashes() -> None:
    """Why facts are numbered and no more than so many: durable-rules compares only 32 bits."""
    most = durable_spelling.MOST_FACTS
    hashes = {_fnv(text) for text in ("sid-0", *map(str, range(most)))}
    assert len(hashes) == most + 1


def _fnv(text: str) -> int:
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value
