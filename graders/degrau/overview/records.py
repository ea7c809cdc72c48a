"""All that is known of a class: who is in it, what was handed in, its marks, and what came of each attempt.

Without names, it can be shown in class: nothing in it tells who is who.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from ..base.progress import OnProgress
from ..base.text import Language, _
from ..course.autograded import Attempt, attempts_in
from ..course.choices import Choices
from ..course.directory import Course, opened
from ..course.grade import handed_in
from ..course.gradebook import told_in_words
from ..course.points import CHECK
from ..course.roster import Roster, Student, full_name
from ..course.sources import language_of
from ..judging.registry import assignments
from ..pack.pack import Pack

SOMEBODY = _("Student {number}")


@dataclass(frozen=True)
class Entry:
    """One submission as the gradebook has it, and its attempts as the autograded notebook has them.

    `marks` are the points and the most of each function; `penalty` is for handing in late.
    """

    student: str
    assignment: str
    marks: Mapping[str, tuple[float, float]]
    score: float
    most: float
    penalty: float = 0.0
    by_hand: bool = False
    attempts: tuple[Attempt, ...] = ()

    @property
    def total(self) -> float:
        """The score with the late penalty taken off."""
        return max(0.0, self.score - self.penalty)


@dataclass(frozen=True)
class Class:
    """A class: `waiting` are the submissions, by student and assignment, that nobody has graded yet."""

    title: str
    language: Language
    students: tuple[Student, ...]
    entries: tuple[Entry, ...]
    waiting: frozenset[tuple[str, str]] = frozenset()

    @property
    def assignments(self) -> tuple[str, ...]:
        """The assignments that somebody has handed in, in the course's order."""
        handed_in = {entry.assignment for entry in self.entries} | {assignment for _, assignment in self.waiting}
        return tuple(name for name in assignments() if name in handed_in)


def read_class(directory: Path, on_progress: OnProgress | None = None) -> Class:
    """What the course in this directory knows of its class.

    Raises CourseError where it is no course, or its gradebook cannot be read.
    """
    with opened(directory) as course, told_in_words():
        settings = course.config.CanonicalExporter
        language = language_of(course.root) or Pack.at(str(settings.get("pack_root", ""))).languages[0]
        title = str(course.config.CourseDirectory.get("course_id", course.root.name))
        with course.api.gradebook as gradebook:
            known = {row.id: full_name(row) for row in gradebook.students}
            entries = tuple(_entries(course, gradebook, on_progress))
    dropped = Choices.read(course.root).dropped
    entries = tuple(entry for entry in entries if entry.student not in dropped)
    there = handed_in(course.root / "submitted", assignments())
    graded = {(entry.student, entry.assignment) for entry in entries}
    waiting = frozenset(submission for submission in there if submission.student not in dropped) - graded
    known = {student: "" for student, _ in sorted(waiting)} | known
    roster = Roster.read(course.root).students
    students = roster | {id: Student(id, name) for id, name in known.items() if id not in roster}
    return Class(title, language, tuple(s for id, s in students.items() if id not in dropped), entries, waiting)


def _entries(course: Course, gradebook: Any, on_progress: OnProgress | None) -> Iterator[Entry]:
    found = {key: cells for key, cells in _cells(gradebook).items() if key[1] in assignments()}
    for done, ((student, assignment), cells) in enumerate(sorted(found.items())):
        if on_progress:
            on_progress(done, len(found), f"{assignment} {student}")
        marks = {cell.name.removeprefix(CHECK): (cell.score, cell.most) for cell in cells}
        yield Entry(
            student,
            assignment,
            {name: marks[name] for name in assignments()[assignment].points if name in marks},
            sum(cell.score for cell in cells),
            sum(cell.most for cell in cells),
            max(cell.penalty for cell in cells),
            any(cell.by_hand for cell in cells),
            attempts_in(course.root / "autograded" / student / assignment / f"{assignment}.ipynb"),
        )


class _Cell(NamedTuple):
    """A cell with a mark: its name, score and most, the notebook's penalty, whether it waits for a person."""

    name: str
    score: float
    most: float
    penalty: float
    by_hand: bool


def _cells(gradebook: Any) -> dict[tuple[str, str], list[_Cell]]:
    """The cells of each submission, by student and assignment."""
    from nbgrader.api import Assignment, BaseCell, Grade, SubmittedAssignment, SubmittedNotebook

    # One query for the class: nbgrader's own objects would make some for each submission.
    rows = (
        gradebook.db.query(SubmittedAssignment.student_id, Assignment.name, BaseCell.name, Grade.score, Grade.max_score)
        .add_columns(SubmittedNotebook.late_submission_penalty, Grade.needs_manual_grade)
        .select_from(Grade)
        .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(BaseCell, Grade.cell_id == BaseCell.id)
    )
    found = defaultdict(list)
    for student, assignment, name, score, most, penalty, by_hand in rows:
        cell = _Cell(name, float(score or 0.0), float(most or 0.0), float(penalty or 0.0), bool(by_hand))
        found[student, assignment].append(cell)
    return found


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
