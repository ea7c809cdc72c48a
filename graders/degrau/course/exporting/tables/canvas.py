"""Canvas' export of the gradebook: the column of an assignment is filled in, and all else stays as it is."""

from collections.abc import Iterable, Sequence

from ...collecting.class_lists import CANVAS_POINTS
from ...directory import CourseError
from ...roster import Sender, words_of
from ...sheets import Csv, Sheet
from .marks import Filled, Marks, column_of, found, names, number_in, write_numbers_as

# What Canvas writes for somebody who is excused, and who was not given the assignment.
EXCUSED = ("EX", "N/A")
STUDENT = ("student", "lastname")
LEAST = "Student", "ID", "SIS Login ID", "Section"


def fill(sheet: Sheet, marks: Marks) -> Filled:
    """Writes the marks, in proportion to the points possible; raises CourseError where there is no such column."""
    rows = sheet.rows
    titles = [" ".join(words_of(title)) for title in rows[0]] if rows else []
    if "id" not in titles or titles[0] not in STUDENT:
        raise CourseError(
            "this is not Canvas' gradebook: its first line has no Student and ID.\n"
            "Download it in Canvas: Grades, Export, Export Entire Gradebook."
        )
    column = column_of(rows[0], lambda title: names(title, marks.assignment))
    if column is None:
        raise CourseError(
            f"not one of the columns alone is called {marks.assignment}: {', '.join(rows[0][len(LEAST) :])}.\n"
            "Call the assignment so in Canvas, or that column in this file."
        )
    possible = (row for row in rows if row and CANVAS_POINTS.match(row[0]) and column < len(row))
    most = next((number_in(row[column]) for row in possible), None)
    write_numbers_as(sheet, (cell for row in rows[1:] for cell in row[len(LEAST) :]), otherwise=False)
    filled = Filled()
    for number, row in enumerate(rows[1:], 1):
        if len(row) < len(LEAST) or not row[0] or CANVAS_POINTS.match(row[0]):
            continue
        student = found(marks, _sender(titles, row), "canvas", filled)
        mark = marks.of(student)
        if student is None or mark is None:
            continue
        filled.students.add(student.id)
        if column < len(row) and row[column] in EXCUSED:
            filled.left.append(f"{student.id}: Canvas says {row[column]}, which stays")
        else:
            sheet.put(number, column, mark.scaled(most))
    return filled


def _sender(titles: Sequence[str], row: Sequence[str]) -> Sender:
    cells = dict(zip(titles, row, strict=False))
    name = cells.get("student") or f"{cells.get('lastname', '')}, {cells.get('firstname', '')}"
    return Sender(name, cells.get("id", ""), cells.get("sis login id", "") or cells.get("sis user id", ""))


def least(every: Iterable[Marks]) -> Sheet:
    """A table with the least that Canvas takes; an assignment that it does not have of this name, it makes."""
    many = list(every)
    sheet = Csv.of([[*LEAST, *(marks.assignment for marks in many)]])
    for student in many[0].roster.students.values():
        own = [marks.of(student) for marks in many]
        if any(own):
            login = "" if student.key_within("canvas") else student.id
            first = [student.name or student.id, student.key_within("canvas"), login, student.section]
            sheet.add([*first, *(mark.score if mark else "" for mark in own)])
    return sheet
