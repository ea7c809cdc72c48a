"""Enters submissions into nbgrader's books: `autograde --force` and `generate_feedback --force`, each in its turn."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..authoring.pack import Pack
from ..judging.verdicts import KeptVerdicts
from ..notebooks.canonical import Unreadable
from .books import Books
from .choice import give_it_its_name, refuse_links
from .directory import VERDICTS, Course, StepError, opened
from .faults import raise_fault_of_a_step, told_in_words
from .grades import Grade, Submission
from .judges import Judges, Settings
from .session import one_connection, schemas_checked_once
from .stage import Stage


def record(
    directory: Path,
    found: Sequence[Submission],
    books: Books,
    on_progress: Callable[[int, int, str], None] | None,
    jobs: int | None,
    fresh: bool,
) -> Iterator[Grade]:
    """Judges these submissions and enters them into the gradebook; gives each grade as soon as it is there."""
    with opened(directory) as course, told_in_words(), one_connection(), schemas_checked_once():
        settings = _settings(course, fresh)
        for grade in _graded(course, found, settings, on_progress, jobs):
            books.enter(grade)
            yield grade
        books.close(course.api.coursedir.db_url, settings.pack_root)


def _graded(
    course: Course,
    found: Sequence[Submission],
    settings: Settings,
    on_progress: Callable[[int, int, str], None] | None,
    jobs: int | None,
) -> Iterator[Grade]:
    folders = [course.root / "submitted" / student / assignment for student, assignment in found]
    judges = Judges(min(jobs or cores(), len(found)), settings)
    with Stage(course) as stage, judges.started(), _known(settings) as known:
        for done, (submission, _folder) in enumerate(zip(found, judges.ahead(folders, known), strict=True)):
            if on_progress:
                on_progress(done, len(found), " ".join(reversed(submission)))
            yield _grade(course, submission, stage)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _settings(course: Course, fresh: bool) -> Settings:
    named = course.config.CanonicalExporter.get("pack_root", "")
    root = Path(named) if named else Pack.find().root
    return Settings(root, course.config.Judge.get("seed", 0), course.root / VERDICTS, fresh)


@contextmanager
def _known(settings: Settings) -> Iterator[KeptVerdicts]:
    """The verdicts that are known, for this module and for nbgrader's step."""
    from . import plugin

    known = KeptVerdicts(settings.verdicts, settings.fresh)
    plugin.known[str(settings.verdicts)] = known
    try:
        yield known
    finally:
        del plugin.known[str(settings.verdicts)]
        known.close()


def _grade(course: Course, submission: Submission, stage: Stage) -> Grade:
    # Slow to import, as nbgrader is.
    from .plugin import notes

    student, assignment = submission
    folder = course.root / "submitted" / student / assignment
    try:
        refuse_links(folder)
        give_it_its_name(folder)
        course.run("autograde", assignment, student)
        course.run("generate_feedback", assignment, student)
    except StepError as failure:
        raise_fault_of_a_step(str(failure))
        reason = str(failure) if any(folder.glob("*.ipynb")) else f"no notebook in {folder}"
        return _entry(course, submission, error=reason, log=failure.log)
    except Unreadable as problem:
        return _entry(course, submission, error=f"{folder}: {problem.message.en}")
    stage.publish(student, assignment)
    feedback = course.root / "feedback" / student / assignment / f"{assignment}.html"
    said = notes.pop((student, assignment), ())
    return _entry(course, submission, feedback=feedback if feedback.exists() else None, notes=said)


def _entry(course: Course, submission: Submission, **result: Any) -> Grade:
    from nbgrader.api import MissingEntry

    student, assignment = submission
    with course.api.gradebook as gradebook:
        try:
            entry = gradebook.find_submission(assignment, student)
        except MissingEntry:
            return Grade(student, assignment, None, 0.0, **result)
        penalty = sum(notebook.late_submission_penalty or 0.0 for notebook in entry.notebooks)
        return Grade(
            student,
            assignment,
            float(entry.score),
            float(entry.max_score),
            float(penalty),
            bool(entry.needs_manual_grade),
            **result,
        )
