"""The submission in a student's folder, read and rebuilt, whatever it is called and whatever lies beside it.

nbgrader grades ASSIGNMENT.ipynb, and passes over other names. Students hand in `01_adaline (1).ipynb`, or the empty
release beside their answers, or a zip. The notebook of this assignment with most answers counts.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..base.text import Text, _
from ..judging.registry import assignments
from ..notebooks import messages
from ..notebooks.canonical import Canonical, canonicalise
from ..notebooks.messages import Unreadable
from ..notebooks.read import read
from ..pack.pack import Pack

RENAMED = _("The file handed in was called {name}.")
CHOSEN = _("There was more than one notebook in the folder ({names}). What counts is {name}, which has most answers.")
OTHER = _("This is the notebook of {found}, not of {expected}: 0 points. Hand in the right one.")
# What a notebook may be called by accident, where there is nothing else.
DISGUISES = (".zip", ".ipynb", ".json", ".txt")
TIMESTAMP = "timestamp.txt"
# Looking through a thousand files of 64 MB would hold up the class.
MOST_FILES = 20
# Submissions that were read before it was their turn: so many, and small ones.
MOST_AHEAD = 64
MOST_BYTES_AHEAD = 2**20
State = list[tuple[str, int, int, int]]


def give_it_its_name(folder: Path) -> None:
    """Where there is no notebook at all, but one file that may be one, a copy of it gets the expected name."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink() and path.name != TIMESTAMP]
    if any(path.parent == folder and path.suffix == ".ipynb" for path in files):
        return
    disguised = [path for path in files if path.suffix.lower() in DISGUISES and not path.name.startswith(".")]
    if len(disguised) == 1 and folder.name in assignments():
        # Whole or not at all: half a copy would be taken for the submission the next time.
        half = folder / f".{folder.name}.copy"
        shutil.copyfile(disguised[0], half)
        half.replace(folder / f"{folder.name}.ipynb")


def refuse_links(folder: Path) -> None:
    """Raises Unreadable where the student's folder, or this assignment's in it, is a symbolic link."""
    if folder.is_symlink() or folder.parent.is_symlink():
        raise Unreadable(messages.LINK)


@dataclass(frozen=True)
class _Candidate:
    path: Path
    canonical: Canonical
    expected: bool

    def rank(self) -> tuple[int, bool, float]:
        work = self.canonical.work
        answers = sum(cell.id in assignments()[work.assignment].points for cell in work.cells)
        return answers, self.expected, self.path.stat().st_mtime


class Submissions:
    """The submissions of a class, made for the course pack."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._ahead: dict[Path, tuple[State, Canonical]] = {}

    @property
    def waiting(self) -> int:
        """How many were read before it was their turn."""
        return len(self._ahead)

    def read(self, folder: Path) -> Canonical:
        """What counts of a student's folder, which is called as the assignment; the notes say which file it is.

        Raises Unreadable where nothing in it is a notebook of this assignment, with the reason for the likeliest file.
        """
        if folder in self._ahead:
            state, canonical = self._ahead.pop(folder)
            if state == _state(folder):
                return canonical
        expected = folder / f"{folder.name}.ipynb"
        paths = sorted(folder.glob("*.ipynb"), key=lambda path: (path != expected, path.name)) or [expected]
        candidates, problems = [], []
        for path in paths[:MOST_FILES]:
            try:
                candidates.append(_Candidate(path, self._of(folder.name, path), path == expected))
            except Unreadable as problem:
                problems.append(problem)
        if not candidates:
            raise problems[0]
        best = max(candidates, key=_Candidate.rank)
        return replace(best.canonical, notes=(*best.canonical.notes, *_notes(best, paths)))

    def ahead(self, folder: Path) -> Canonical:
        """As `read`, which then gives the same without reading it again, unless the folder has changed meanwhile."""
        state = _state(folder)
        canonical = self.read(folder)
        if state and len(self._ahead) < MOST_AHEAD and sum(size for _, size, *_ in state) < MOST_BYTES_AHEAD:
            self._ahead[folder] = state, canonical
        return canonical

    def _of(self, assignment: str, path: Path) -> Canonical:
        canonical = canonicalise(read(path), self._pack)
        if canonical.work.assignment != assignment:
            raise Unreadable(OTHER, found=canonical.work.assignment, expected=assignment)
        return canonical


def _state(folder: Path) -> State:
    """What tells whether a file of the folder was written again: name, size and times of each; none if unreadable."""
    try:
        found = [(entry.name, entry.stat(follow_symlinks=False)) for entry in os.scandir(folder)]
    except OSError:
        return []
    return sorted((name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns) for name, stat in found)


def _notes(best: _Candidate, paths: list[Path]) -> Iterator[Text]:
    if len(paths) > 1:
        yield CHOSEN.filled(names=", ".join(path.name for path in paths), name=best.path.name)
    elif not best.expected:
        yield RENAMED.filled(name=best.path.name)


def forget_links(source: Path, copied: Path) -> None:
    """Removes the copies of what was a symbolic link in a submission: it may lead to another student's work."""
    for folder, _folders, names in os.walk(source):
        for name in names:
            link = Path(folder, name)
            if link.is_symlink():
                (copied / link.relative_to(source)).unlink(missing_ok=True)
