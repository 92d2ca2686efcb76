"""``--engine``, and what is told where durable-rules is missing or fails."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from command_line import run
from small_cluster import PERIOD

from thidua.inference import durable
from thidua.inference.engine import REFERENCE_NAME

NEEDS_DURABLE = pytest.mark.skipif(not durable.is_available(), reason="durable-rules is not installed")
COMMANDS = ("score", "verify")


def found(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[dict[str, Any], str]:
    capsys.readouterr()
    run("score", PERIOD, "--format", "json", *options)
    out, err = capsys.readouterr()
    return json.loads(out), err


def without_engine(result: dict[str, Any]) -> dict[str, Any]:
    """A result without what names the engine: the hash of its content covers that too."""
    return {**result, "content_hash": None, "rules": {**result["rules"], "engine": None, "notice": None}}


@pytest.mark.parametrize("command", COMMANDS)
def test_durable_that_is_not_there_is_wrong_usage(
    command: str, ruled: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(durable, "is_available", lambda: False)
    assert run(command, PERIOD, "--engine", "durable") == 2
    assert capsys.readouterr() == (
        "",
        f"Cách dùng: thidua {command} [TÙY CHỌN] ĐỢT_CHẤM\n"
        "Lỗi: Máy này chưa cài durable-rules.\n"
        'Gợi ý: cài bằng: pip install "thidua[durable]" (Python dưới 3.13), hoặc bỏ tùy chọn này.\n'
        f"Xem hướng dẫn: thidua {command} --help\n",
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_an_unknown_engine_is_wrong_usage(command: str, ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, PERIOD, "--engine", "prolog") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert 'Giá trị "prolog" của tùy chọn "--engine" không hợp lệ' in err
    assert "chọn một trong: durable, reference." in err


def test_without_durable_the_reference_evaluator_runs_and_says_nothing(
    ruled: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(durable, "is_available", lambda: False)
    result, err = found(capsys)
    assert (result["rules"]["engine"], result["rules"]["notice"]) == (REFERENCE_NAME, None)
    assert "Lưu ý" not in err


def test_the_reference_evaluator_starts_no_process(
    ruled: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def never(*_: object) -> None:
        raise AssertionError("durable-rules was run")

    monkeypatch.setattr(durable, "infer", never)
    result, _ = found(capsys, "--engine", "reference")
    assert result["rules"]["engine"] == REFERENCE_NAME


@pytest.mark.parametrize("options", [(), ("--engine", "durable")])
def test_a_process_that_fails_is_told_and_changes_no_result(
    options: tuple[str, ...], ruled: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    expected, _ = found(capsys, "--engine", "reference")
    monkeypatch.setattr(durable, "is_available", lambda: True)
    monkeypatch.setattr(durable, "command", lambda: [sys.executable, "-c", "raise SystemExit(3)"])
    result, err = found(capsys, *options)
    notice = f"Đã dùng {REFERENCE_NAME} vì durable-rules dừng bất thường (mã 3); kết quả không khác."
    assert err.endswith(f"\nLưu ý: {notice}\n")
    assert (result["rules"]["engine"], result["rules"]["notice"]) == (REFERENCE_NAME, notice)
    assert without_engine(result) == without_engine(expected)
    for command in ("verify", "explain"):
        more = ("--rule", "TL-01") if command == "explain" else ()
        run(command, PERIOD, *more)
        assert f"Lưu ý: {notice}\n" in capsys.readouterr().err


@NEEDS_DURABLE
def test_both_engines_give_the_same_result(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    by_durable, err = found(capsys, "--engine", "durable")
    by_reference, _ = found(capsys, "--engine", "reference")
    assert by_durable["rules"]["engine"] == f"durable-rules {durable.version()}"
    assert "Lưu ý" not in err
    assert without_engine(by_durable) == without_engine(by_reference)


def test_a_period_without_rules_asks_no_engine(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(durable, "infer", lambda *_: pytest.fail("no rules to run"))
    result, _ = found(capsys)
    assert result["rules"] is None
