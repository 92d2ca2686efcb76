"""Which file or folder a user means, and what to propose where there is none."""

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from thidua.building.documents import kind_of_file
from thidua.diagnostics import Diagnostic, Place, diagnose
from thidua.home import COMMENTS_FILE, PERIOD_FILE, SCALE_FILE, Home, shown
from thidua.vocabulary import nearest

_MOST_PROPOSED = 5
_MOST_FOLDERS = 2000


def locate(written: str, home: Home) -> Path | None:
    """The file or folder that is meant: a path as it stands, a path below home, or the id of a scale or of rules."""
    direct = Path(written)
    candidates = [direct]
    if not direct.is_absolute() and ".." not in direct.parts:
        candidates.append(home.root / direct)
        if exists(home.scale_file(written)):
            candidates.append(home.scale_file(written).parent)
        candidates.append(home.rules_file(written))
    return next((path for path in candidates if written and exists(path)), None)


def comments_file(found: Path) -> Path | None:
    """The file of comments that a scale's folder or file, or the file itself, means; None where a period is meant.

    It need not be there.
    """
    if found.is_dir():
        means_scale = not exists(found / PERIOD_FILE) and exists(found / SCALE_FILE)
        return found / COMMENTS_FILE if means_scale else None
    match kind_of_file(found):
        case "comments":
            return found
        case "scale":
            return found.with_name(COMMENTS_FILE)
        case _:
            return None


def exists(path: Path) -> bool:
    """Whether something is there; what no file can be called is not."""
    try:
        return path.exists()
    except (OSError, ValueError):  # too long, or characters that no file name has
        return False


def files_below(found: Path, home: Home) -> Iterator[Path]:
    """A file itself, or the YAML files below a folder, without hidden ones, links and what home leaves out."""
    if found.is_file():
        yield found
        return
    at_home = real_path(found) == real_path(home.root)
    for entry in sorted(found.iterdir()):
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir() and not (at_home and entry.name in home.settings.skipped):
            yield from files_below(entry, home)
        elif entry.suffix.lower() in (".yaml", ".yml"):
            yield entry


def real_path(path: Path) -> Path:
    """The path once links are followed."""
    return Path(os.path.realpath(path))


def start_of(written: str) -> Path:
    """The folder from which home is looked for."""
    path = Path(written)
    if not exists(path):
        return Path.cwd()
    return path if path.is_dir() else path.parent


def problems_of(home: Home) -> tuple[Diagnostic, ...]:
    """What is wrong with home itself."""
    return (home.problem, *home.warnings) if home.problem else home.warnings


def nothing_there(written: str, home: Home) -> Diagnostic:
    """That nothing is known by a path or an id, with the nearest one."""
    guess = nearest(written, _known(home))
    of_the_set = _of_the_set(written, home)
    if guess:
        suggestion = f"Có phải là “{guess}”?"
    elif of_the_set:
        suggestion = f"Các bản có ở đây: {', '.join(of_the_set)}."
    else:
        suggestion = "Kiểm tra lại đường dẫn, hoặc mã thang điểm trong thư mục criteria."
    return diagnose(191, Place(written or "."), name=written, suggestion=suggestion)


def _known(home: Home) -> Iterable[str]:
    return [*home.scale_ids(), *home.rules_ids(), *_examples(home)]


def _of_the_set(written: str, home: Home) -> list[str]:
    """The ids of the set that is named, or that the id would belong to: the latest versions, in order."""
    name = written.strip("/").partition("/")[0]
    ids = {each for each in (*home.scale_ids(), *home.rules_ids()) if each.partition("/")[0] == name}
    return sorted(ids)[-_MOST_PROPOSED:]


def _examples(home: Home) -> list[str]:
    """The periods among home's examples, as one types them."""
    files = home.root.glob(f"examples/*/*/{PERIOD_FILE}")
    return sorted(file.parent.relative_to(home.root).as_posix() for file in files)


def periods_near(folder: Path, home: Home) -> tuple[str, ...]:
    """Some periods below a folder, or else among home's examples."""
    below = [shown(each) for each in islice(_periods_below(folder), _MOST_PROPOSED)]
    return tuple(below or _examples(home)[:_MOST_PROPOSED])


def _periods_below(folder: Path) -> Iterator[Path]:
    # A whole disk may lie below: look into so many folders and no more.
    for name, folders, files in islice(os.walk(folder), _MOST_FOLDERS):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        if PERIOD_FILE in files:
            yield Path(name)
