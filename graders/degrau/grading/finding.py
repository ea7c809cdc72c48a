"""What lies in a student's folder: what may be the notebook, whatever it is called and however deep, and modules.

Links are not followed, and what programs leave there (`.ipynb_checkpoints`, `__MACOSX`, `._a.ipynb`) is passed over.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from ..notebooks import messages
from ..notebooks.messages import Unreadable
from ..notebooks.read import is_hidden, is_module

NOTEBOOK, ARCHIVE = ".ipynb", ".zip"
# What a notebook may be called by accident.
DISGUISES = (".json", ".txt")
TIMESTAMP = "timestamp.txt"
# A folder may hold a whole home directory.
MOST_ENTRIES = 10_000
State = list[tuple[str, int, int, int]]


@dataclass(frozen=True)
class Found:
    """What may matter in a folder."""

    notebooks: tuple[Path, ...]
    """What is called as a notebook or an archive, the likeliest first."""
    disguised: tuple[Path, ...]
    """What may be a notebook under another name."""
    modules: tuple[Path, ...]
    """What a notebook could import where it was written."""

    def __bool__(self) -> bool:
        return bool(self.notebooks or self.disguised)


def found_in(folder: Path) -> Found:
    """What may matter in this folder."""
    entries = sorted(_entries(folder), key=lambda path: _unlikeliness(folder, path))
    return Found(
        tuple(path for path in entries if path.suffix.lower() in (NOTEBOOK, ARCHIVE)),
        tuple(path for path in entries if path.suffix.lower() in DISGUISES and path.name.lower() != TIMESTAMP),
        tuple(path for path in entries if is_module(path)),
    )


def is_expected(folder: Path, path: Path) -> bool:
    """Whether this is where nbgrader looks for the notebook."""
    return path == folder / f"{folder.name}{NOTEBOOK}"


def refuse_links(folder: Path) -> None:
    """Raises Unreadable where the student's folder, or this assignment's in it, is a symbolic link."""
    if folder.is_symlink() or folder.parent.is_symlink():
        raise Unreadable(messages.LINK)


def state_of(folder: Path) -> State:
    """What tells whether a file of the folder was written again: name, size and times of each; none if unreadable."""
    try:
        found = [(str(path), path.lstat()) for path in _entries(folder)]
    except OSError:
        return []
    return sorted((name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns) for name, stat in found)


def _entries(folder: Path) -> Iterator[Path]:
    return islice(_walked(folder), MOST_ENTRIES)


def _walked(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_hidden(name))
        # A folder that is called as a notebook is looked into, and is what was handed in if there is nothing else.
        yield from (Path(place, name) for name in (*names, *folders) if not is_hidden(name))


def _unlikeliness(folder: Path, path: Path) -> tuple[bool, bool, bool, int, str]:
    suffix = path.suffix.lower()
    return path.is_dir(), not is_expected(folder, path), suffix == ARCHIVE, len(path.parts), str(path)
