"""Grading a class: what has not changed since the last time is looked up, the rest is judged and recorded."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from ..base.progress import OnProgress
from ..pack.pack import pack_root
from .books import Books
from .directory import CourseError, JudgeSettings, is_course
from .grades import GradeSummary, Submission, Where


def grade_course(
    directory: Path,
    assignments: Collection[str] = (),
    students: Collection[str] = (),
    on_progress: OnProgress | None = None,
    jobs: int | None = None,
    dask: str = "",
    fresh: bool = False,
) -> GradeSummary:
    """Grade the submissions of these assignments and students, or of all.

    `on_progress(done, total, next)` is called before each submission; one that fails does not stop the rest. The
    result is the same whoever judges: `jobs` processes of this machine, as many as there are cores if not given, or the
    workers of the Dask scheduler at the address `dask`. What has not changed since the last time is not judged again,
    unless `fresh`.
    Raises CourseError where `directory` is not a course, nothing was handed in for one of those names, or the machine
    does not do its part (a full disk, a locked gradebook); what was graded before that stays, and the next run goes on.
    """
    if jobs and dask:
        raise CourseError("--jobs is for this machine, --dask for others.\nGive one of them.")
    root = directory.resolve()
    found = _chosen(root / "submitted", assignments, students) if is_course(root) else []
    books = Books(root)
    known = {s: grade for s in found if not fresh and (grade := books.known(s)) is not None}
    if found and len(known) == len(found):
        return GradeSummary(root, tuple(known[submission] for submission in found))
    new = [submission for submission in found if submission not in known]
    settings = JudgeSettings.of(root)
    with _connected(Where(jobs, dask), settings) as where:
        # nbgrader, and what else is slow to import, is not needed where nothing has changed.
        from .recording import record

        for grade in record(directory, new, books, on_progress, settings, where, fresh):
            known[Submission(grade.student, grade.assignment)] = grade
    return GradeSummary(root, tuple(known[submission] for submission in found))


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


def _chosen(submitted: Path, assignments: Collection[str], students: Collection[str]) -> list[Submission]:
    """The submissions of these assignments and students, by assignment and student; all where none is named."""
    chosen = [
        s
        for s in _handed_in(submitted)
        if (not assignments or s.assignment in assignments) and (not students or s.student in students)
    ]
    without = {*assignments, *students} - {name for submission in chosen for name in submission}
    if without or not chosen:
        what = ", ".join(sorted(without)) or "anybody"
        raise CourseError(
            f"{submitted} has nothing of {what}.\nPut notebooks there, as STUDENT/ASSIGNMENT/ASSIGNMENT.ipynb."
        )
    return sorted(chosen, key=lambda s: (s.assignment, s.student))


def _handed_in(submitted: Path) -> Iterator[Submission]:
    for folder in submitted.glob("*/*"):
        submission = Submission(folder.parent.name, folder.name)
        if folder.is_dir() and not any(name.startswith(".") for name in submission):
            yield submission
