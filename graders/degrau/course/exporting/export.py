"""The way back: marks into the table that a platform gives and takes, pages in a zip under the names that it knows."""

import re
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from ...base.disk import write_whole
from ..choices import Choices
from ..collecting.collected import Origin, Origins
from ..collecting.platforms.canvas import ANONYMOUS, NAMED
from ..directory import Course, CourseError, opened
from ..gradebook import told_in_words
from ..points import CHECK
from ..roster import Roster, Student, full_name
from ..sheets import Csv, Sheet, new_workbook, read_sheet
from ..types import Submission
from .tables import canvas, moodle, plain
from .tables.marks import Filled, Mark, Marks

Kind = Literal["moodle", "canvas", "csv", "xlsx"]
FILL: Mapping[str, Callable[[Sheet, Marks], Filled]] = {
    "moodle": moodle.fill,
    "canvas": canvas.fill,
    "csv": plain.fill,
    "xlsx": plain.fill,
}
FOLDER = "exported"
# So that the same pages make the same zip.
TIME = (2000, 1, 1, 0, 0, 0)
NO_WAY = "its feedback cannot return: the platform gave no key with it"
# Moodle takes the second of four parts between underscores for the participant.
UNDERSCORES = re.compile(r"[_/\\]+")


@dataclass
class Exported:
    """What was written, and what is to be said of it: `left`, who is not in it, or is only in part."""

    table: Path
    pages: Path | None = None
    students: int = 0
    left: list[str] = field(default_factory=list)
    waiting: int = 0
    """How many marks wait for somebody to mark by hand."""


def export(
    directory: Path,
    kind: Kind,
    assignments: Collection[str] = (),
    into: Path | None = None,
    out: Path | None = None,
    pages: bool = False,
) -> Exported:
    """Writes the marks of these assignments, or of all that have any, as a platform takes them.

    `into`: the teacher's own table, which is filled in a copy; only cells of marks and of feedback change. `out`: where
    it is written, in exported/ if not given. `pages`: the zip with feedback, too. Raises CourseError.
    """
    with opened(directory) as course, told_in_words():
        every, waiting = _marks(course, assignments)
        root = course.root
    if kind == "moodle" and len(every) != 1:
        raise CourseError("Moodle has a worksheet for each assignment.\nName one: degrau export --to moodle 01_adaline")
    place = out or root / FOLDER / (
        into.name if into else f"{_name(every)}-{kind}.{'xlsx' if kind == 'xlsx' else 'csv'}"
    )
    if into and place.resolve() == into.resolve():
        raise CourseError(f"{into} stays as it is: a copy is filled in.\nName another file with --out.")
    result = Exported(place, waiting=waiting)
    content = _filled(read_sheet(into), kind, every, result) if into else _new(kind, every, result)
    write_whole(place, content, 0o600)
    if pages:
        result.pages = root / FOLDER / f"{_name(every)}-feedback.zip"
        content, left = _feedback_zip(root, kind, every, Origins.read(root))
        write_whole(result.pages, content, 0o600)
        result.left += left
    return result


def _name(every: list[Marks]) -> str:
    return every[0].assignment if len(every) == 1 else "marks"


def _filled(sheet: Sheet, kind: Kind, every: list[Marks], result: Exported) -> bytes:
    students: set[str] = set()
    for marks in every:
        filled = FILL[kind](sheet, marks)
        students |= filled.students
        result.left += [f"{marks.assignment}: {left}" for left in filled.left]
        result.left += [f"{marks.assignment}: {student} is not in the table" for student in filled.without(marks)]
    result.students = len(students)
    return sheet.content()


def _new(kind: Kind, every: list[Marks], result: Exported) -> bytes:
    if kind == "moodle":
        sheet: Sheet = moodle.least(every[0])
    elif kind == "canvas":
        sheet = canvas.least(every)
    else:
        rows = plain.table(every)
        result.students = len(rows) - 1
        return new_workbook(rows) if kind == "xlsx" else Csv.of(rows).content()
    result.students = len(sheet.rows) - 1
    if kind == "moodle" and (rest := len(every[0].by_student) - result.students):
        result.left.append(f"{rest} without a key of Moodle's: collect its worksheet, or fill it in with --into")
    return sheet.content()


def _marks(course: Course, assignments: Collection[str]) -> tuple[list[Marks], int]:
    """The marks of these assignments, or of all that have any, and how many wait for somebody to mark by hand."""
    roster, dropped = Roster.read(course.root), Choices.read(course.root).dropped
    found, waiting = [], 0
    with course.api.gradebook as gradebook:
        known = [entry.name for entry in gradebook.assignments]
        if strangers := sorted(set(assignments) - set(known)):
            raise CourseError(f"the gradebook has no {', '.join(strangers)}.\nIt has {', '.join(known)}.")
        for student in gradebook.students:
            roster.students.setdefault(student.id, _student(student))
        for name in dropped:
            roster.students.pop(name, None)
        for name in sorted(assignments or known):
            submissions = [s for s in gradebook.assignment_submissions(name) if s.student_id not in dropped]
            waiting += sum(bool(submission.needs_manual_grade) for submission in submissions)
            marks = {submission.student_id: _mark(submission) for submission in submissions}
            if marks or assignments:
                found.append(Marks(name, marks, roster))
    if not any(marks.by_student for marks in found):
        raise CourseError(f"nothing is graded yet in {course.root}.\nGrade it first: degrau grade")
    return found, waiting


def _student(entry: Any) -> Student:
    return Student(entry.id, full_name(entry), entry.email or "")


def _mark(submission: Any) -> Mark:
    penalty = sum(notebook.late_submission_penalty or 0.0 for notebook in submission.notebooks)
    score = max(0.0, float(submission.score) - float(penalty))
    return Mark(score, float(submission.max_score), "; ".join(_parts(submission, float(penalty))))


def _parts(submission: Any, penalty: float) -> Iterator[str]:
    """What each function came to, as a feedback cell has it."""
    for notebook in submission.notebooks:
        for grade in notebook.grades:
            yield f"{grade.name.removeprefix(CHECK)} {grade.score:g}/{grade.max_score:g}"
    if penalty:
        yield f"late -{penalty:g}"


def _feedback_zip(root: Path, kind: str, every: list[Marks], origins: Origins) -> tuple[bytes, list[str]]:
    """The pages of all who have a mark, as a zip that the platform takes, and who is not in it."""
    buffer, left = BytesIO(), []
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for marks in every:
            for student in (marks.roster.students[name] for name in sorted(marks.by_student)):
                page = root / "feedback" / student.id / marks.assignment / f"{marks.assignment}.html"
                origin = origins.found.get(Submission(student.id, marks.assignment))
                name = _name_of_page(kind, student, marks.assignment, origin)
                if not name:
                    left.append(f"{marks.assignment}, {student.id}: {NO_WAY}")
                elif page.is_file():
                    archive.writestr(zipfile.ZipInfo(name, TIME), page.read_bytes(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue(), left


def _name_of_page(kind: str, student: Student, assignment: str, origin: Origin | None) -> str:
    """What the page is called in the zip; nothing where the platform would not know whose it is."""
    if kind == "moodle":
        key = student.key_within(f"moodle:{assignment}") or (_key(origin) if origin else "")
        who = UNDERSCORES.sub(" ", student.name or student.id)
        return f"{who}_{key}_assignsubmission_file_/{assignment}.html" if key else ""
    if kind == "canvas":
        return next(_in_canvas(origin, assignment), "")
    # Other platforms take a zip whose folders are as they were.
    outer = (
        PurePosixPath(origin.entries[0]).parent if origin and "/" in origin.entries[0] else PurePosixPath(student.id)
    )
    return str(outer / f"{assignment}.html")


def _key(origin: Origin) -> str:
    return origin.key if origin.platform == "moodle" else ""


def _in_canvas(origin: Origin | None, assignment: str) -> Iterator[str]:
    """The name of an attachment that was handed in, which Canvas looks for by its two numbers."""
    for entry in origin.entries if origin and origin.platform == "canvas" else ():
        name = PurePosixPath(entry).name
        if found := ANONYMOUS.fullmatch(name) or NAMED.fullmatch(name):
            yield f"{name.removesuffix(found['file'])}{assignment}.html"
