"""Moodle's grading worksheet, in whatever language: its grade and its feedback are filled in.

A row's number is what its first cell ends in. The grade stands before the maximum, which is one number in all rows.
"""

from collections.abc import Sequence

from ...collecting.class_lists import is_worksheet, people_in
from ...directory import CourseError
from ...roster import Student, same_name, words_of
from ...sheets import Csv, Sheet
from .marks import Filled, Marks, found, number_in, write_numbers_as

GRADE = {"grade", "nota", "avaliacao", "calificacion", "bewertung", "note", "valutazione", "voto"}
MOST = {"maximum grade", "nota maxima", "avaliacao maxima", "calificacion maxima", "beste bewertung", "note maximale"}
FEEDBACK = {
    *("feedback comments", "comentarios de feedback", "comentarios do feedback", "comentarios de retroalimentacion"),
    *("feedback als kommentar", "feedback par commentaires", "commenti di feedback", "comentarios"),
}
ENGLISH = "grade"
SCALE = "it marks by words, or has no maximum, and numbers cannot be entered there"
LEAST = (
    "Identifier",
    "Full name",
    "Email address",
    "Grade",
    "Maximum grade",
    "Last modified (grade)",
    "Feedback comments",
)


def fill(sheet: Sheet, marks: Marks) -> Filled:
    """Writes the marks, in proportion to the worksheet's maximum; raises CourseError where this is no worksheet."""
    rows = sheet.rows
    if not rows or not is_worksheet(rows):
        raise CourseError(
            "this is not Moodle's grading worksheet: its rows do not begin with a participant and a number.\n"
            "Download it in Moodle, from the assignment: Download grading worksheet."
        )
    grade, most, feedback = _columns(rows)
    cells = [row[column] for row in rows[1:] for column in (most, grade) if column < len(row)]
    write_numbers_as(sheet, cells, otherwise=" ".join(words_of(rows[0][grade])) != ENGLISH)
    filled = Filled()
    for listed in people_in(rows).people:
        row = rows[listed.row]
        student = found(marks, listed.sender, f"moodle:{marks.assignment}", filled)
        if not marks.of(student):
            student = _group(row[1:grade], marks) or student
        mark = marks.of(student)
        if student is None or mark is None:
            continue
        filled.students.add(student.id)
        sheet.put(listed.row, grade, mark.scaled(number_in(row[most])))
        if feedback is not None and mark.comment:
            sheet.put(listed.row, feedback, mark.comment)
    return filled


def _columns(rows: Sequence[Sequence[str]]) -> tuple[int, int, int | None]:
    """Where the grade, the maximum and the feedback stand."""
    titles = [" ".join(words_of(title)) for title in rows[0]]
    most = next((number for number, title in enumerate(titles) if title in MOST), None)
    if most is None:
        most = next((number for number in range(3, len(titles)) if _is_maximum(rows, number)), None)
    if most is None or not _is_maximum(rows, most):
        raise CourseError(f"the worksheet has no maximum that is one number: {SCALE}.\nEnter these by hand.")
    before = [number for number in range(most) if titles[number] in GRADE]
    return (before or [most - 1])[-1], most, next((n for n, title in enumerate(titles) if title in FEEDBACK), None)


def _is_maximum(rows: Sequence[Sequence[str]], column: int) -> bool:
    found = {number_in(row[column]) for row in rows[1:] if column < len(row)}
    return len(found) == 1 and None not in found


def _group(cells: Sequence[str], marks: Marks) -> Student | None:
    """The group that handed in for the person of a row, which has its name."""
    groups = (student for student in marks.roster.students.values() if student.id in marks.by_student)
    return next((s for s in groups if s.name and any(same_name(cell, s.name) for cell in cells[1:])), None)


def least(marks: Marks) -> Sheet:
    """A worksheet with the least that Moodle takes, in English, for an uploader whose Moodle speaks it."""
    sheet = Csv.of([LEAST])
    for student in marks.roster.students.values():
        mark, key = marks.of(student), student.key_within(f"moodle:{marks.assignment}")
        if mark and key:
            sheet.add([f"Participant {key}", student.name, student.email, mark.score, mark.most, "", mark.comment])
    return sheet
