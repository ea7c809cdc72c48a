"""Which file of a student's folder is the submission, whatever it is called and whatever lies beside it.

nbgrader grades ASSIGNMENT.ipynb, and passes over other names. Students hand in `01_adaline (1).ipynb`, or the empty
release beside their answers, or a zip. The notebook of this assignment with most answers counts.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..authoring.pack import Pack
from ..exercises import ASSIGNMENTS
from ..notebooks import words
from ..notebooks.canonical import Canonical, Unreadable, canonicalise
from ..notebooks.read import read
from ..text import Text, _

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
_ahead: dict[Path, tuple[State, Canonical]] = {}


def take_one_notebook(assignment: str, student: str, notebooks: list[str]) -> None:
    """nbgrader's `pre_convert_hook`: puts the expected path in the place of whatever notebooks a folder holds.

    `notebooks` is the converter's own list, changed in place; `assignment` and `student` may be patterns.
    """
    folder = Path(notebooks[0]).parent
    if folder.name in ASSIGNMENTS:
        notebooks[:] = [str(folder / f"{folder.name}.ipynb")]


def give_it_its_name(folder: Path) -> None:
    """Where there is no notebook at all, but one file that may be one, a copy of it gets the expected name."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink() and path.name != TIMESTAMP]
    if any(path.parent == folder and path.suffix == ".ipynb" for path in files):
        return
    disguised = [path for path in files if path.suffix.lower() in DISGUISES and not path.name.startswith(".")]
    if len(disguised) == 1 and folder.name in ASSIGNMENTS:
        # Whole or not at all: half a copy would be taken for the submission the next time.
        half = folder / f".{folder.name}.copy"
        shutil.copyfile(disguised[0], half)
        half.replace(folder / f"{folder.name}.ipynb")


def refuse_links(folder: Path) -> None:
    """Raises Unreadable where the student's folder, or this assignment's in it, is a symbolic link."""
    if folder.is_symlink() or folder.parent.is_symlink():
        raise Unreadable(words.LINK)


@dataclass(frozen=True)
class _Candidate:
    path: Path
    canonical: Canonical
    expected: bool

    def rank(self) -> tuple[int, bool, float]:
        names = {exercise.name for exercise in ASSIGNMENTS[self.canonical.assignment].exercises}
        answers = sum(cell.id in names for cell in self.canonical.cells)
        return answers, self.expected, self.path.stat().st_mtime


def submission(expected: Path, assignment: str, pack: Pack) -> Canonical:
    """What counts of the folder in which nbgrader expects this path, rebuilt; the notes say which it is.

    Raises Unreadable where nothing in it is a notebook of this assignment, with the reason for the likeliest file.
    """
    if expected in _ahead:
        state, canonical = _ahead.pop(expected)
        if state == _state(expected.parent):
            return canonical
    paths = sorted(expected.parent.glob("*.ipynb"), key=lambda path: (path != expected, path.name)) or [expected]
    candidates, problems = [], []
    for path in paths[:MOST_FILES]:
        try:
            candidates.append(_Candidate(path, _of_this_assignment(path, assignment, pack), path == expected))
        except Unreadable as problem:
            problems.append(problem)
    if not candidates:
        raise problems[0]
    best = max(candidates, key=_Candidate.rank)
    return replace(best.canonical, notes=(*best.canonical.notes, *_notes(best, paths)))


def read_ahead(expected: Path, assignment: str, pack: Pack) -> Canonical:
    """As `submission`, which then gives the same without reading it again, unless the folder has changed meanwhile."""
    state = _state(expected.parent)
    canonical = submission(expected, assignment, pack)
    if state and len(_ahead) < MOST_AHEAD and sum(size for _, size, *_ in state) < MOST_BYTES_AHEAD:
        _ahead[expected] = state, canonical
    return canonical


def _state(folder: Path) -> State:
    """What tells whether a file of the folder was written again: name, size and times of each; none if unreadable."""
    try:
        found = [(entry.name, entry.stat(follow_symlinks=False)) for entry in os.scandir(folder)]
    except OSError:
        return []
    return sorted((name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns) for name, stat in found)


def _of_this_assignment(path: Path, assignment: str, pack: Pack) -> Canonical:
    canonical = canonicalise(read(path), pack)
    if canonical.assignment != assignment:
        raise Unreadable(OTHER, found=canonical.assignment, expected=assignment)
    return canonical


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
