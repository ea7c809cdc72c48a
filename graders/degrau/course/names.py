"""What students' folders are called: nbgrader takes a name for a pattern, and some names it cannot take at all."""

import glob
import logging
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

BREAKS = "it has a line break or another control character in its name"
BYTES = "its name is not in UTF-8"
SPACES = "its name begins or ends with a space"
ALL = "nbgrader takes its name for everybody's"


def refusal(name: str) -> str:
    """Why nbgrader cannot take this name for a student's or an assignment's; nothing if it can.

    >>> refusal("Bia [Erasmus] Reis"), refusal(" ana")
    ('', 'its name begins or ends with a space')
    """
    kinds = {unicodedata.category(character) for character in name}
    return BYTES if "Cs" in kinds else BREAKS if "Cc" in kinds else SPACES if name != name.strip() else _pattern(name)


def _pattern(name: str) -> str:
    return ALL if name and not name.strip("*") else ""


def take_names_literally() -> None:
    """From now on, nbgrader's steps look for names as they are, and pass over those that would stop the class."""
    from nbgrader.converters import base

    base.glob = SimpleNamespace(glob=_found)


def _found(pattern: str) -> list[str]:
    """As `glob.glob`, where a name that is there is itself, whatever brackets and asterisks are in it."""
    folder, last = os.path.split(pattern)
    if os.path.lexists(pattern) and not any(map(_pattern, Path(pattern).parts)):
        return [pattern]
    literal = os.path.isdir(folder) and not any(map(_pattern, Path(folder).parts))
    found = list(_fit(glob.glob(os.path.join(glob.escape(folder) if literal else folder, last))))
    if not found:
        _refuse_stripped(Path(folder))
    return found


def _refuse_stripped(folder: Path) -> None:
    """Raises nbgrader's error with the reason where it took the spaces off a name, and so finds nobody's folder."""
    from nbgrader.converters.base import NbGraderException

    others = folder.parent.iterdir() if folder.parent.is_dir() else ()
    for other in others:
        if other.name != folder.name == other.name.strip():
            raise NbGraderException(f"{str(other)!r} is not graded: {SPACES}. Rename the folder.")


def _fit(paths: list[str]) -> Iterator[str]:
    for path in paths:
        reason = next(filter(None, map(refusal, Path(path).parts[-2:])), "") if os.path.isdir(path) else ""
        if reason:
            logging.getLogger(__name__).error("%r is not graded: %s. Rename the folder.", path, reason)
        else:
            yield path
