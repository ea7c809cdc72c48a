"""A class without names, to be shown in class: nothing in it tells who is who."""

import random
from dataclasses import replace

from ..base.text import _
from ..course.roster import Student
from .records import Class

SOMEBODY = _("Student {number}")


def anonymous(known: Class) -> Class:
    """The same class with numbers in the place of names, drawn anew each time, and without what students wrote."""
    order = list(known.students)
    # A number that followed from a name would tell it to whoever has the class list.
    random.SystemRandom().shuffle(order)
    digits = len(str(len(order)))
    called = {
        student.id: SOMEBODY.to(known.language, number=f"{number:0{digits}}") for number, student in enumerate(order, 1)
    }
    return replace(
        known,
        students=tuple(Student(called[student.id], section=student.section) for student in order),
        entries=tuple(
            replace(
                entry,
                student=called[entry.student],
                attempts=tuple(replace(attempt, notes=(), requests=()) for attempt in entry.attempts),
            )
            for entry in known.entries
        ),
        waiting=frozenset((called[student], assignment) for student, assignment in known.waiting),
    )
