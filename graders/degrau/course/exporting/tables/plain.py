"""A table of anybody's own: Blackboard's, Brightspace's, Sakai's, a spreadsheet. Its titles tell who is who."""

import re
from collections.abc import Iterable, Sequence

from ...collecting.class_lists import heading, people_in
from ...directory import CourseError
from ...sheets import Cell, Sheet
from .marks import Filled, Marks, found, names, number_in, write_numbers_as

# How Blackboard and Brightspace say in a title of how much the marks are.
MOST = re.compile(r"(?:Total Pts|MaxPoints):?\s*(\d+(?:[.,]\d+)?)", re.I)
OWN = "id", "name", "email", "section"


def fill(sheet: Sheet, marks: Marks) -> Filled:
    """Writes the marks into the column called as the assignment, or into a new one; raises CourseError."""
    head = heading(sheet.rows)
    if head is None:
        raise CourseError("no column of students is known in this table.\nCall one of its columns id, name or email.")
    titles = sheet.rows[head]
    fitting = [number for number, title in enumerate(titles) if names(title, marks.assignment)]
    if len(fitting) > 1:
        said = ", ".join(titles[number] for number in fitting)
        raise CourseError(f"several columns are called as {marks.assignment}: {said}.\nLeave one of them in the table.")
    column = fitting[0] if fitting else len(titles)
    if not fitting:
        sheet.put(head, column, marks.assignment)
    most = MOST.search(sheet.rows[head][column])
    write_numbers_as(sheet, (cell for row in sheet.rows[head + 1 :] for cell in row), otherwise=sheet.comma)
    filled = Filled()
    for listed in people_in(sheet.rows).people:
        student = found(marks, listed.sender, "", filled)
        mark = marks.of(student)
        if student and mark:
            filled.students.add(student.id)
            sheet.put(listed.row, column, mark.scaled(number_in(most[1]) if most else None))
    return filled


def table(every: Iterable[Marks]) -> list[Sequence[Cell]]:
    """All marks: a line for each student of the roster, a column for each assignment, and of how much it is."""
    many = list(every)
    titles = [f"{marks.assignment} ({most:g})" for marks in many for most in [_most(marks)]]
    rows: list[Sequence[Cell]] = [[*OWN, *titles]]
    for student in many[0].roster.students.values():
        own = [marks.of(student) for marks in many]
        about = student.id, student.name, student.email, student.section
        rows.append([*about, *(mark.score if mark else "" for mark in own)])
    return rows


def _most(marks: Marks) -> float:
    return max((mark.most for mark in marks.by_student.values()), default=0.0)
