"""The submission in a student's folder, read and rebuilt, whatever it is called and whatever lies beside it.

nbgrader grades ASSIGNMENT.ipynb, and passes over other names. Students hand in `01_adaline (1).ipynb`, or the empty
release beside their answers, or a zip. The notebook of this assignment with most answers counts; of those with as many,
the one that a program numbered when the name was taken: it came later. Links are not followed, and what programs leave
there (`.ipynb_checkpoints`, `__MACOSX`, `._a.ipynb`) is passed over.
"""

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from ..base.text import Text, _
from ..judging.registry import assignments
from ..notebooks import messages
from ..notebooks.canonical import Canonical, canonicalise
from ..notebooks.messages import Unreadable
from ..notebooks.read import is_hidden, is_module, modules_in, read
from ..notebooks.release import Releases
from ..sandbox.limits import Limits
from .child import Ended, Lasting

NOTEBOOK, ARCHIVE = ".ipynb", ".zip"
# What a notebook may be called by accident.
DISGUISES = (".json", ".txt")
TIMESTAMP = "timestamp.txt"
# A folder may hold a whole home directory.
MOST_ENTRIES = 10_000
State = list[tuple[str, int, int, int]]
RENAMED = _("The file handed in was called {name}.")
CHOSEN = _("There was more than one notebook in the folder ({names}). What counts is {name}, which has most answers.")
AS_MANY = _("There was more than one notebook in the folder ({names}), with as many answers. What counts is {name}.")
OTHER = _("This is the notebook of {found}, not of {expected}: 0 points. Hand in the right one.")
IMPORTED = _("Only the notebook is graded, so {names}, which it imports, is missing. Put what it needs into its cells.")
# Looking through a thousand files of 64 MB would hold up the class.
MOST_FILES = 20
# Submissions that were read before it was their turn: so many, and small ones.
MOST_AHEAD = 64
MOST_BYTES_AHEAD = 2**20
# As Canvas and browsers call a file when there is one of its name.
NUMBERED = re.compile(r"(?P<plain>.+?)(?:-| ?\()(?P<number>\d{1,3})\)?")
MODULES = re.compile(r"^[ \t]*(?:from[ \t]+(\w+)|import[ \t]+(\w.*))", re.M)


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


def _is_expected(folder: Path, path: Path) -> bool:
    """Whether this is where nbgrader looks for the notebook."""
    return path == folder / f"{folder.name}{NOTEBOOK}"


def refuse_links(folder: Path) -> None:
    """Raises Unreadable where the student's folder, or this assignment's in it, is a symbolic link."""
    if folder.is_symlink() or folder.parent.is_symlink():
        raise Unreadable(messages.LINK)


def _state_of(folder: Path) -> State:
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
    return path.is_dir(), not _is_expected(folder, path), suffix == ARCHIVE, len(path.parts), str(path)


@dataclass(frozen=True)
class _Candidate:
    path: Path
    canonical: Canonical
    expected: bool

    @property
    def answers(self) -> int:
        """How many functions it answers."""
        work = self.canonical.work
        return sum(cell.id in assignments()[work.assignment].points for cell in work.cells)

    def rank(self, beside: Collection[str]) -> tuple[int, int, bool, float]:
        """What is greatest counts; `beside` are the names of all, without their endings."""
        found = NUMBERED.fullmatch(self.path.stem)
        number = int(found["number"]) if found and found["plain"] in beside else 0
        return self.answers, number, self.expected, self.path.lstat().st_mtime


class ReadingEnded(Unreadable):
    """What was handed in took too much to be read; the next time it may not."""


class Reading:
    """Reads and rebuilds what was handed in, in a child process: whatever ends that is one student's outcome."""

    def __init__(self, job: Callable[[Path], Canonical], limits: Limits) -> None:
        self._read, self._seconds = Lasting(job, limits.judge_bytes), limits.spare_seconds

    def __call__(self, path: Path) -> Canonical:
        """What the job makes of this path; raises Unreadable."""
        for last in (False, True):
            try:
                return self._read(self._seconds, path)
            except Ended as ended:
                if last:
                    raise ReadingEnded(messages.ENDED, reason=ended.reason) from None
        raise AssertionError

    def close(self) -> None:
        """Ends the child."""
        self._read.close()


class Submissions:
    """The submissions of a class, rebuilt on these releases."""

    def __init__(self, releases: Releases, limits: Limits | None = None) -> None:
        self._releases = releases
        self._reading = Reading(self._chosen, limits or Limits())
        self._ahead: dict[Path, tuple[State, Canonical]] = {}

    @property
    def waiting(self) -> int:
        """How many were read before it was their turn."""
        return len(self._ahead)

    def read(self, folder: Path) -> Canonical:
        """What counts of a student's folder, which is called as the assignment; the notes say which file it is.

        Raises Unreadable where nothing in it is a notebook of this assignment, with the reason for the likeliest file.
        """
        refuse_links(folder)
        if folder in self._ahead:
            state, canonical = self._ahead.pop(folder)
            if state == _state_of(folder):
                return canonical
        return self._reading(folder)

    def close(self) -> None:
        """Lets go of who reads."""
        self._reading.close()

    def _chosen(self, folder: Path) -> Canonical:
        """As `read`, here."""
        found = found_in(folder)
        candidates, problems = self._readable(folder, found.notebooks)
        if not candidates:
            candidates, more = self._readable(folder, found.disguised)
            problems += more
        if not candidates:
            raise problems[0] if problems else Unreadable(messages.MISSING)
        beside = {candidate.path.stem for candidate in candidates}
        best = max(candidates, key=lambda candidate: candidate.rank(beside))
        several = AS_MANY if sum(c.answers == best.answers for c in candidates) > 1 else CHOSEN
        return replace(best.canonical, notes=(*best.canonical.notes, *_notes(folder, best, found, several)))

    def ahead(self, folder: Path) -> Canonical:
        """As `read`, which then gives the same without reading it again, unless the folder has changed meanwhile."""
        state = _state_of(folder)
        canonical = self.read(folder)
        if state and len(self._ahead) < MOST_AHEAD and sum(size for _, size, *_ in state) < MOST_BYTES_AHEAD:
            self._ahead[folder] = state, canonical
        return canonical

    def _readable(self, folder: Path, paths: tuple[Path, ...]) -> tuple[list[_Candidate], list[Unreadable]]:
        """Those of these files that are notebooks of this assignment, and why the others are not."""
        candidates, problems = [], []
        for path in paths[:MOST_FILES]:
            try:
                candidates.append(_Candidate(path, self._of(folder.name, path), _is_expected(folder, path)))
            except Unreadable as problem:
                problems.append(problem)
        return candidates, problems

    def _of(self, assignment: str, path: Path) -> Canonical:
        canonical = canonicalise(read(path, sole=True), self._releases)
        if canonical.work.assignment != assignment:
            raise Unreadable(OTHER, found=canonical.work.assignment, expected=assignment)
        return canonical


def _notes(folder: Path, best: _Candidate, found: Found, several: Text) -> Iterator[Text]:
    """Which of the files counts, and what it would need that is not graded."""
    if len(found.notebooks) > 1:
        yield several.filled(names=_names(folder, found.notebooks), name=_names(folder, [best.path]))
    elif not best.expected:
        yield RENAMED.filled(name=_names(folder, [best.path]))
    imported = set(_imported(cell.source for cell in best.canonical.work.cells))
    modules = *found.modules, *(folder / name for name in modules_in(best.path))
    if missing := [path for path in modules if path.stem in imported]:
        yield IMPORTED.filled(names=_names(folder, missing))


def _names(folder: Path, paths: Iterable[Path]) -> str:
    """What these files are called; a name that is not UTF-8 as far as it can be written."""
    return ", ".join(os.fsencode(path.relative_to(folder)).decode("utf-8", "replace") for path in paths)


def _imported(sources: Iterable[str]) -> Iterator[str]:
    """The modules that lines of these cells name as what they import.

    >>> sorted(_imported(["import numpy as np, helper", "from tools.x import y"]))
    ['as', 'helper', 'np', 'numpy', 'tools']
    """
    for source in sources:
        for match in MODULES.finditer(source):
            yield from re.findall(r"\w+", match[1] or match[2])
