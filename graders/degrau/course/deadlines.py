"""Due dates and extensions; those of course.toml go into the gradebook, by which late penalties are reckoned."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .choices import Choices
from .directory import Course, CourseError, opened
from .gradebook import told_in_words
from .grades import Submission


def dues(directory: Path) -> dict[str, datetime]:
    """By assignment, as course.toml has it, or else the gradebook; raises CourseError where there is none."""
    with opened(directory) as course, told_in_words(), course.api.gradebook as gradebook:
        # nbgrader keeps them in UTC, and does not say so.
        found = {entry.name: entry.duedate for entry in gradebook.assignments}
    own = Choices.read(directory.resolve()).due
    return {name: due.replace(tzinfo=UTC) for name, due in found.items() if due} | dict(own)


def enter_dues(gradebook: Any, choices: Choices) -> None:
    """Brings the due dates up to date; those that course.toml does not have stay as they are."""
    known = {entry.name: entry for entry in gradebook.assignments}
    if strangers := sorted(choices.due.keys() - known.keys()):
        raise CourseError(f"course.toml has a due date of {strangers[0]}, which is no assignment.\nMend its name.")
    for name, due in choices.due.items():
        # nbgrader keeps them in UTC, without saying so.
        if known[name].duedate != due.replace(tzinfo=None):
            known[name].duedate = due.replace(tzinfo=None)
            gradebook.db.commit()


def enter_extension(course: Course, submission: Submission, choices: Choices) -> None:
    """Gives somebody the time that course.toml says, who may hand in for the first time."""
    span = choices.extensions.get(submission)
    if span is None:
        return
    student, assignment = submission
    with course.api.gradebook as gradebook:
        gradebook.update_or_create_student(student)
        entry = gradebook.update_or_create_submission(assignment, student)
        # nbgrader cannot add time to a date that there is not.
        if entry.assignment.duedate and entry.extension != span:
            entry.extension = span
            gradebook.db.commit()
