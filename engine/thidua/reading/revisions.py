"""A file as it was at a revision that git keeps, read by git itself."""

import os
import subprocess
from pathlib import Path

from thidua.diagnostics import Diagnostic, Place, diagnose

_LONGEST_ANSWER = 300


def bytes_at(file: Path, revision: str, shown: str) -> bytes | Diagnostic:
    """What a file held at a revision (``HEAD~1``, a tag, a branch, a hash), or why git can't tell.

    ``shown``: the file's path as the user knows it. Nothing in the working tree or the repository is changed.
    """
    real, place = Path(os.path.realpath(file)), Place(shown)
    try:
        if _git(real.parent, "rev-parse", "--git-dir").returncode:
            return _no_repository(real.parent, place)
        commit = _git(real.parent, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if commit.returncode or revision.startswith("-"):
            return diagnose(607, place, revision=revision)
        name = commit.stdout.decode("ascii").strip()
        blob = _git(real.parent, "cat-file", "blob", f"{name}:./{real.name}")
    except FileNotFoundError:
        return diagnose(605, place)
    return diagnose(608, place, revision=revision) if blob.returncode else blob.stdout


def _git(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder; FileNotFoundError where it is not installed."""
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    return subprocess.run(
        ["git", "-C", str(folder), *words], capture_output=True, stdin=subprocess.DEVNULL, env=environment, check=False
    )


def _no_repository(folder: Path, place: Place) -> Diagnostic:
    """That a folder is in no repository, or that git refuses to read it, in its own words."""
    answer = _git(folder, "rev-parse", "--git-dir").stderr.decode("utf-8", "replace")
    if "not a git repository" in answer:
        return diagnose(606, place)
    return diagnose(609, place, answer=" ".join(answer.split())[:_LONGEST_ANSWER])
