"""Pages whose examples are run: ``console`` blocks hold a command and what it prints, ``diff`` blocks change a file."""

import re
import shlex
from pathlib import Path

import pytest

from thidua_cli.main import run

_BLOCK = re.compile(r"```(?P<kind>console|diff)\n(?P<body>(?:.*\n)*?)```\n")


def run_examples(page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, rewrite: bool) -> int:
    """Run a page's blocks in order, from the working folder; ``rewrite`` puts what is printed into the page.

    A console block begins with ``$ thidua …`` (its output follows) or ``$ cd …``. The first line of a diff block is a
    comment that names the file. Gives how many commands were run.
    """
    text, commands, pieces, done = page.read_text(encoding="utf-8"), 0, [], 0
    for block in _BLOCK.finditer(text):
        first, _, rest = block["body"].partition("\n")
        if block["kind"] == "diff":
            _change(Path(first.removeprefix("# ")), rest)
        elif first.startswith("$ cd "):
            monkeypatch.chdir(first.removeprefix("$ cd "))
        else:
            commands += 1
            output = printed(first.removeprefix("$ thidua "), capsys)
            assert rewrite or rest == output, first
            pieces += [text[done : block.start()], f"```console\n{first}\n{output}```\n"]
            done = block.end()
    if rewrite:
        page.write_text("".join([*pieces, text[done:]]), encoding="utf-8")
    return commands


def printed(arguments: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command prints, without spaces at the ends of lines."""
    run(shlex.split(arguments))
    return "".join(f"{line.rstrip()}\n" for line in capsys.readouterr().out.splitlines())


def _change(file: Path, body: str) -> None:
    """Apply the lines with − and +; the others must be there, in this order."""
    lines = body.splitlines()
    old = "\n".join(line[1:] for line in lines if not line.startswith("+"))
    new = "\n".join(line[1:] for line in lines if not line.startswith("-"))
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file} must hold once:\n{old}"
    file.write_text(text.replace(old, new), encoding="utf-8")
