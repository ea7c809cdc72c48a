"""Grading a class: `nbgrader autograde --force` and `generate_feedback --force`, one submission at a time."""

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from ..authoring.pack import Pack
from ..judging.verdicts import KeptVerdicts
from ..notebooks.canonical import Unreadable
from ..text import Text
from .choice import give_it_its_name, refuse_links
from .directory import VERDICTS, Course, CourseError, StepError, opened
from .faults import raise_fault_of_a_step, told_in_words
from .judges import Judges, Settings
from .session import one_connection, schemas_checked_once
from .stage import Stage


class Submission(NamedTuple):
    """What one student handed in for one assignment: the folder submitted/STUDENT/ASSIGNMENT."""

    student: str
    assignment: str


@dataclass(frozen=True)
class Grade:
    """The gradebook's entry for one submission, after grading it.

    `score` is before the late penalty, None where the gradebook has no such submission. `notes` say what was not as it
    should be in what was handed in. An `error`, one line, says why it could not be graded now; `score` is then an
    earlier grading's, and `log` is nbgrader's own.
    """

    student: str
    assignment: str
    score: float | None
    max_score: float
    late_penalty: float = 0.0
    needs_manual_grade: bool = False
    feedback: Path | None = None
    notes: tuple[Text, ...] = ()
    error: str | None = None
    log: str = ""

    @property
    def total(self) -> float | None:
        """The score with the late penalty taken off, as nbgrader exports it."""
        return None if self.score is None else max(0.0, self.score - self.late_penalty)


@dataclass(frozen=True)
class GradeSummary:
    """The grades of one run, by assignment and student."""

    directory: Path
    grades: tuple[Grade, ...]

    @property
    def failed(self) -> tuple[Grade, ...]:
        return tuple(grade for grade in self.grades if grade.error is not None)


Progress = Callable[[int, int, str], None]


def grade_course(
    directory: Path,
    assignments: Collection[str] = (),
    students: Collection[str] = (),
    on_progress: Progress | None = None,
    jobs: int | None = None,
    fresh: bool = False,
) -> GradeSummary:
    """Grade the submissions of these assignments and students, or of all.

    `on_progress(done, total, next)` is called before each submission; one that fails does not stop the rest. `jobs`
    judge side by side, as many as there are cores if not given, with the same result; what has not changed since the
    last time is not judged again, unless `fresh`.
    Raises CourseError where `directory` is not a course, nothing was handed in for one of those names, or the machine
    does not do its part (a full disk, a locked gradebook); what was graded before that stays, and the next run goes on.
    """
    with opened(directory) as course, told_in_words(), one_connection(), schemas_checked_once(), Stage(course) as stage:
        found = _chosen(course.root / "submitted", assignments, students)
        folders = [course.root / "submitted" / student / assignment for student, assignment in found]
        settings = _settings(course, fresh)
        with Judges(min(jobs or cores(), len(found)), settings).started() as judges, _known(settings) as known:
            grades = []
            for done, (submission, _folder) in enumerate(zip(found, judges.ahead(folders, known), strict=True)):
                if on_progress:
                    on_progress(done, len(found), " ".join(reversed(submission)))
                grades.append(_grade(course, submission, stage))
        return GradeSummary(course.root, tuple(grades))


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
