"""`degrau extend` and `degrau drop`: what a teacher decides for one student, written into course.toml."""

from collections.abc import Iterable
from datetime import timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from .options import Course

MOST_LIKELY = 3
Student = Annotated[str, typer.Argument(metavar="STUDENT", help="As the folder in submitted/ is called.")]


def register(app: typer.Typer) -> None:
    """Adds this module's commands."""
    app.command(epilog="Example: degrau extend ana 01_adaline +3d")(extend)
    app.command(epilog="Example: degrau drop ana")(drop)


def extend(
    student: Student,
    assignment: Annotated[str, typer.Argument(metavar="ASSIGNMENT", help="Such as 01_adaline.")],
    time: Annotated[str, typer.Argument(metavar="TIME", help="Such as +3d, +12h, +1w2d; in all, after the due date.")],
    course: Course = Path(),
) -> None:
    """Give a student more time for an assignment, before or after handing in; `degrau grade` reckons with it."""
    from ..course.choices import extend as write
    from ..course.directory import CourseError
    from ..judging.registry import assignments

    if assignment not in assignments():
        raise CourseError(f"there is no assignment {assignment}.\nThere are: {', '.join(assignments())}")
    _known(course, student)
    span = write(course, student, assignment, time)
    print(f"{student} has {_words(span)} more for {assignment}: this is in {course / 'course.toml'}.")


def drop(
    student: Student,
    back: Annotated[bool, typer.Option("--back", help="The student is in the course again.")] = False,
    course: Course = Path(),
) -> None:
    """Leave a student out: not graded, in no table, until --back. What was handed in stays where it is."""
    from ..course.choices import drop as write

    _known(course, student)
    write(course, student, back)
    print(f"{student} is {'in the course again' if back else 'left out'}: this is in {course / 'course.toml'}.")


def _known(course: Path, student: str) -> None:
    """Raises CourseError where nobody is called so, or this is no course."""
    from ..course.directory import CourseError, is_course
    from ..course.roster import Roster

    if not is_course(course):
        raise CourseError(f"{course} is not a course directory of degrau's.\nName it with --course.")
    if student not in Roster.read(course).students and not (course / "submitted" / student).is_dir():
        likely = _likely(student, Roster.read(course).students)
        advice = f"Perhaps {' or '.join(likely)}?" if likely else "Mend the name."
        raise CourseError(f"nobody is called {student}, neither in students.csv nor in submitted/.\n{advice}")


def _likely(student: str, known: Iterable[str]) -> list[str]:
    """Who may have been meant.

    >>> _likely("marcia", ["ana_souza", "marcia_d_avila"]), _likely("ana_sousa", ["ana_souza"]), _likely("x", ["ana"])
    (['marcia_d_avila'], ['ana_souza'], [])
    """
    from ..course.roster import words_of

    names, words = list(known), set(words_of(student))
    called = [name for name in names if words and words <= set(words_of(name))]
    return called[:MOST_LIKELY] or get_close_matches(student, names, 1)


def _words(span: timedelta) -> str:
    """A time in days, hours and minutes.

    >>> _words(timedelta(days=2)), _words(timedelta(days=1, hours=12)), _words(timedelta(minutes=90))
    ('2 days', '1 day 12 hours', '1 hour 30 minutes')
    """
    hours, rest = divmod(span.seconds, 3600)
    parts = {"day": span.days, "hour": hours, "minute": rest // 60}
    said = [f"{number} {unit}{'s' if number > 1 else ''}" for unit, number in parts.items() if number]
    return " ".join(said) or "0 days"
