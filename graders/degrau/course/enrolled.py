"""The students of students.csv in nbgrader's gradebook: by their names, those who have handed nothing in as well."""

from collections.abc import Collection
from typing import Any

from .people import first_and_last
from .roster import Roster, Student


def enter_students(gradebook: Any, roster: Roster, dropped: Collection[str]) -> None:
    """Brings the gradebook's students up to date with the roster, without those who have dropped out.

    What is as the roster says is not written again.
    """
    known = {student.id: student for student in gradebook.students}
    for student in roster.students.values():
        if student.id in dropped:
            continue
        told = _told(student)
        entry = known.get(student.id)
        if entry is None or any(getattr(entry, name) != value for name, value in told.items()):
            gradebook.update_or_create_student(student.id, **told)


def full_name(entry: Any) -> str:
    """The name of a student as the gradebook has it."""
    return " ".join(filter(None, (entry.first_name, entry.last_name)))


def _told(student: Student) -> dict[str, str]:
    """What the roster says of a student, in the words of the gradebook; what it does not say stays there as it is."""
    first, last = first_and_last(student.name)
    said = {"first_name": first, "last_name": last, "email": student.email}
    return {name: value for name, value in said.items() if value}
