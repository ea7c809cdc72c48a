"""Grading a class: what has not changed since the last time is looked up, the rest is judged and recorded."""

import glob
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from ..base.disk import SHARED_FILE, own_folder
from ..base.progress import OnProgress
from ..pack.pack import pack_root
from .books import Books
from .choices import Choices
from .directory import VERDICTS, CourseError, require_course
from .roster import Roster
from .settings import JudgeSettings, own_assignments
from .types import Grade, GradeSummary, Submission, Where

TURN = "turn.lock"


def grade_course(
    directory: Path,
    assignments: Collection[str] = (),
    students: Collection[str] = (),
    on_progress: OnProgress | None = None,
    jobs: int | None = None,
    dask: str = "",
    fresh: bool = False,
    regrade: bool = False,
) -> GradeSummary:
    """Grade the submissions of these assignments and students, or of all.

    `on_progress(done, total, next)` is called before each submission; one that fails does not stop the rest. The
    result is the same whoever judges: `jobs` processes of this machine, as many as there are cores if not given, or the
    workers of the Dask scheduler at the address `dask`. What has not changed since the last time is not judged again,
    unless `fresh`; marks that another version gave stay as they are, unless `regrade`.
    Raises CourseError where `directory` is not a course, nothing was handed in for one of those names, or the machine
    does not do its part (a full disk, a locked gradebook); what was graded before that stays, and the next run goes on.
    """
    if jobs and dask:
        raise CourseError("--jobs is for this machine, --dask for others.\nGive one of them.")
    require_course(directory)
    root = directory.resolve()
    own = _own_of(root, assignments)
    dropped = Choices.read(root).dropped
    found = _chosen(root / "submitted", assignments, students, dropped, own)
    missing = _missing(root, found, students, dropped)
    known = {} if fresh else _known(Books(root), found)
    if not found or len(known) < len(found):
        with _one_at_a_time(root):
            known = _recorded(directory, found, on_progress, Where(jobs, dask), fresh, regrade)
    return GradeSummary(root, tuple(known[submission] for submission in found), missing, own)


def _recorded(
    directory: Path,
    found: Collection[Submission],
    on_progress: OnProgress | None,
    where: Where,
    fresh: bool,
    regrade: bool,
) -> dict[Submission, Grade]:
    """The grades of all these submissions: those that are known, and those that are judged and entered now."""
    root = directory.resolve()
    # Whoever had the turn before may have entered some.
    books = Books(root)
    known = {} if fresh else _known(books, found)
    new = [submission for submission in found if submission not in known]
    settings = JudgeSettings.of(root)
    with _connected(where, settings) as connected:
        # nbgrader, and what else is slow to import, is not needed where nothing has changed.
        from .recording import record

        for grade in record(directory, new, books, on_progress, settings, connected, fresh, regrade):
            known[Submission(grade.student, grade.assignment)] = grade
    return known


@contextmanager
def _one_at_a_time(root: Path) -> Iterator[None]:
    """While this is entered, another grading of the course, whoever started it, waits; who ends lets go of it.

    Where the disk knows no locks, or cannot be written to, nobody waits: the gradebook has its own.
    """
    # Slow to import.
    from filelock import FileLock

    with ExitStack() as until_the_end:
        with suppress(OSError, NotImplementedError):
            folder = root / VERDICTS
            own_folder(folder)
            # The folder says who may come in; of two teachers who share a course, either may be the first.
            until_the_end.enter_context(FileLock(folder / TURN, mode=SHARED_FILE))
        yield


def _own_of(root: Path, named: Collection[str]) -> tuple[str, ...]:
    """The course's own assignments of which something was handed in; raises CourseError where one of them is named."""
    every = own_assignments(root)
    if theirs := sorted({*every} & {*named}):
        raise CourseError(
            f"{theirs[0]} is this course's own assignment, and none of the pack's.\n"
            f"Grade it as before: nbgrader autograde {theirs[0]}, or Formgrader"
        )
    return tuple(name for name in every if any((root / "submitted").glob(f"*/{glob.escape(name)}")))


def _known(books: Books, found: Collection[Submission]) -> dict[Submission, Grade]:
    """The grades of those of these submissions that have not changed since they were entered."""
    return {submission: grade for submission in found if (grade := books.known(submission)) is not None}


@contextmanager
def _connected(where: Where, settings: JudgeSettings) -> Iterator[Where]:
    """Who judges, until the end: if a cluster does, its judges begin while this process gets ready."""
    # What the command line says goes before what the course's file says.
    address = where.dask or ("" if where.jobs else settings.dask)
    if not address:
        yield where
        return
    # Slow to import, and not everywhere.
    from ..workers.connection import connected

    with connected(address, pack_root(settings.pack), settings.seed) as connection:
        yield replace(where, connection=connection)


def _missing(
    root: Path, found: Collection[Submission], students: Collection[str], dropped: Collection[str]
) -> tuple[Submission, ...]:
    """What the roster's students have not handed in, of the assignments that others have."""
    names = [name for name in Roster.read(root).students if name not in dropped and (not students or name in students)]
    every = (Submission(name, assignment) for assignment in sorted({s.assignment for s in found}) for name in names)
    return tuple(submission for submission in every if submission not in found)


def _chosen(
    submitted: Path,
    assignments: Collection[str],
    students: Collection[str],
    dropped: Collection[str],
    own: Collection[str],
) -> list[Submission]:
    """The submissions of these assignments and students, by assignment and student; all where none is named."""
    chosen = [s for s in handed_in(submitted, assignments, students) if s.student not in dropped]
    without = {*assignments, *students} - {name for submission in chosen for name in submission}
    if without or not chosen:
        what = ", ".join(sorted(without)) or "anybody"
        if own:
            what += f", but for the course's own {', '.join(own)}, which nbgrader autograde grades, or Formgrader"
        raise CourseError(
            f"{submitted} has nothing of {what}.\nPut notebooks there, as STUDENT/ASSIGNMENT/ASSIGNMENT.ipynb."
        )
    return sorted(chosen, key=lambda s: (s.assignment, s.student))


def handed_in(
    submitted: Path, assignments: Collection[str] = (), students: Collection[str] = ()
) -> Iterator[Submission]:
    """What there is of these assignments and students, or of all, but for assignments of the course's own."""
    own = own_assignments(submitted.parent)
    for folder in submitted.glob("*/*"):
        submission = Submission(folder.parent.name, folder.name)
        if not folder.is_dir() or any(name.startswith(".") for name in submission):
            continue
        if submission.assignment in own:
            continue
        if (not assignments or submission.assignment in assignments) and (
            not students or submission.student in students
        ):
            yield submission
