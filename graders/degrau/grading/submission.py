"""The submission in a student's folder, read and rebuilt, whatever it is called and whatever lies beside it.

nbgrader grades ASSIGNMENT.ipynb, and passes over other names. Students hand in `01_adaline (1).ipynb`, or the empty
release beside their answers, or a zip. The notebook of this assignment with most answers counts; of those with as many,
the one that a program numbered when the name was taken: it came later.
"""

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..base.text import Text, _
from ..judging.registry import assignments
from ..notebooks import messages
from ..notebooks.canonical import Canonical, canonicalise
from ..notebooks.messages import Unreadable
from ..notebooks.read import modules_in, read
from ..notebooks.release import Releases
from ..sandbox.limits import Limits
from .child import Ended, Lasting
from .finding import Found, State, found_in, is_expected, refuse_links, state_of

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
            if state == state_of(folder):
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
        state = state_of(folder)
        canonical = self.read(folder)
        if state and len(self._ahead) < MOST_AHEAD and sum(size for _, size, *_ in state) < MOST_BYTES_AHEAD:
            self._ahead[folder] = state, canonical
        return canonical

    def _readable(self, folder: Path, paths: tuple[Path, ...]) -> tuple[list[_Candidate], list[Unreadable]]:
        """Those of these files that are notebooks of this assignment, and why the others are not."""
        candidates, problems = [], []
        for path in paths[:MOST_FILES]:
            try:
                candidates.append(_Candidate(path, self._of(folder.name, path), is_expected(folder, path)))
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
