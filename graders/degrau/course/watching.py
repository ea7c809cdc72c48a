"""Grading what arrives, as a service would: a folder is graded when it has not changed for a moment."""

import os
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from .books import Books
from .choices import Choices
from .directory import CourseError, require_course
from .grade import grade_course, handed_in
from .types import Grade, Submission

SECONDS = 2.0
# Of a folder with a whole home directory in it, what changes among the first is noticed.
MOST_FILES = 1000
State = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Trouble:
    """What kept something from being graded, in words; it is tried again."""

    words: str


def arriving(
    directory: Path,
    assignments: Collection[str] = (),
    students: Collection[str] = (),
    jobs: int | None = None,
    dask: str = "",
    wait: Callable[[float], None] = time.sleep,
) -> Iterator[Grade | Trouble]:
    """Grades what is in submitted/ and not in the books yet, then what comes or changes there, without end.

    Others may grade the same course meanwhile. Raises CourseError where `directory` is no course.
    """
    require_course(directory)
    root = directory.resolve()
    seen: dict[Submission, State] = {}
    done: dict[Submission, State] = {}
    said = ""
    while True:
        now = {
            submission: _state(root / "submitted" / Path(*submission))
            for submission in handed_in(root / "submitted", assignments, students)
        }
        # What changes still is being copied.
        still = [s for s, state in now.items() if seen.get(s) == state and done.get(s) != state]
        seen = now
        try:
            dropped = Choices.read(root).dropped
            yield from _graded(directory, [s for s in still if s.student not in dropped], jobs, dask)
            done |= {submission: now[submission] for submission in still}
            said = ""
        except CourseError as error:
            if str(error) != said:
                said = str(error)
                yield Trouble(said)
        wait(SECONDS)


def _graded(directory: Path, submissions: Collection[Submission], jobs: int | None, dask: str) -> Iterator[Grade]:
    """The grades of those of these submissions that are not in the books."""
    books = Books(directory.resolve()) if submissions else None
    new = [submission for submission in submissions if books and books.known(submission) is None]
    for assignment in sorted({submission.assignment for submission in new}):
        names = [submission.student for submission in new if submission.assignment == assignment]
        yield from grade_course(directory, [assignment], names, jobs=jobs, dask=dask).grades


def _state(folder: Path) -> State:
    """What the file system says of the files in a folder."""
    found = []
    for place, _folders, names in os.walk(folder):
        for name in names:
            try:
                about = os.lstat(os.path.join(place, name))
            except OSError:
                continue
            found.append((os.path.join(place, name), about.st_size, about.st_mtime_ns))
            if len(found) >= MOST_FILES:
                return tuple(sorted(found))
    return tuple(sorted(found))
