"""`degrau collect` and `degrau export`: what learning platforms give, and what they take back."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from ..base.terminal import line
from .options import Assignments, Course

if TYPE_CHECKING:
    from ..course.collecting.collect import Collected


class To(StrEnum):
    """Who takes marks back."""

    moodle = "moodle"
    canvas = "canvas"
    csv = "csv"
    xlsx = "xlsx"
    gradescope = "gradescope"


Sources = Annotated[
    list[Path], typer.Argument(metavar="FILE…|FOLDER", help="What the platform gave; class lists, too.")
]


def register(app: typer.Typer) -> None:
    """Adds this module's commands."""
    app.command(epilog="Example: degrau collect REDES-Adaline-4711.zip --assignment 01_adaline")(collect)
    app.command(epilog="Example: degrau export 01_adaline --to moodle --into Grades-REDES-Adaline-4711.csv")(export)


def collect(
    sources: Sources,
    assignment: Annotated[
        str | None, typer.Option("--assignment", help="Such as 01_adaline; found out where not given.")
    ] = None,
    course: Course = Path(),
) -> None:
    """Take what a learning platform gives as a class's submissions into submitted/, and its people into students.csv.

    Known by their shape are the archives of Moodle, Canvas, Gradescope, Blackboard, Brightspace and Sakai, as they are
    or unpacked; a folder with a file or a folder for each student; and a folder of git repositories. A table (.csv,
    .xlsx) is a class list. Running it again changes nothing; what somebody changed by hand stays.
    Exit code 1 if somebody's work was left out; the rest is there all the same.
    """
    from ..course.collecting.collect import collect as take
    from ..course.deadlines import dues
    from ..judging.registry import assignments

    known = {name: list(found.points) for name, found in assignments().items()}
    collected = take(course, sources, assignment, known, dues(course))
    _print(collected)
    raise typer.Exit(1 if collected.lost else 0)


def export(
    to: Annotated[To, typer.Option("--to", help="Who takes it.")],
    assignments: Assignments = None,
    into: Annotated[
        Path | None, typer.Option("--into", help="Your own worksheet or gradebook, to be filled in a copy.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="The file to write; in exported/ if not given.")] = None,
    feedback: Annotated[bool, typer.Option("--feedback", help="The pages for students, too, as a zip.")] = False,
    course: Course = Path(),
) -> None:
    """Give the marks back: in Moodle's worksheet, Canvas' gradebook, a table (csv) or a workbook (xlsx).

    The other way round, --to gradescope makes the zip of an autograder, with which Gradescope judges one assignment as
    this course does. It has the solutions in it: students never see it there, and should not see it here.

    With --into, only the cells of marks and of feedback change in the copy, and marks are in proportion to its maximum.
    Without it, the table has the least that the platform takes.
    Exit code 1 if somebody with a mark is not in it.
    """
    if to is To.gradescope:
        _export_autograder(course, assignments or [], out)
        return
    from ..course.exporting.export import Kind
    from ..course.exporting.export import export as give

    done = give(course, cast("Kind", to.value), assignments or (), into, out, feedback)
    print(f"{done.table}: {done.students} students")
    if done.pages:
        print(f"{done.pages}: the pages for students")
    if done.waiting:
        print(f"{done.waiting} wait for marking by hand: what is there is without that.")
    for left in done.left:
        print(line(f"LEFT OUT: {left}"))
    raise typer.Exit(1 if done.left else 0)


def _export_autograder(course: Path, assignments: list[str], out: Path | None) -> None:
    """Makes the autograder of one assignment."""
    from ..authoring.autograder import autograder
    from ..course.directory import CourseError, opened
    from ..course.exporting.export import FOLDER
    from ..course.settings import JudgeSettings
    from ..pack.pack import Pack

    if len(assignments) != 1:
        raise CourseError("an autograder is for one assignment.\nName it: degrau export 01_adaline --to gradescope")
    place = out.absolute() if out else None
    with opened(course) as found:
        place = place or found.root / FOLDER / f"{assignments[0]}-gradescope.zip"
        autograder(Pack.at(JudgeSettings.of(found.root).pack), found.root, assignments[0], place)
    print(line(f"{place}: the autograder of {assignments[0]}; it has the solutions in it"))


def _print(collected: "Collected") -> None:
    """Prints what came, by assignment, and what did not, by name."""
    for path, platform in collected.platforms.items():
        print(line(f"{path}: {platform}"))
    for assignment in sorted({submission.assignment for submission in collected.outcomes}):
        found = [outcome for submission, outcome in collected.outcomes.items() if submission.assignment == assignment]
        counts = (f"{found.count(kind)} {kind}" for kind in ("new", "newer", "unchanged", "kept") if kind in found)
        print(f"{assignment}: {', '.join(counts)}")
    for note in collected.notes:
        print(line(f"note: {note}"))
    for left in sorted(collected.left, key=lambda left: not left.lost):
        print(line(f"{'LEFT OUT' if left.lost else 'left out'}: {left.name}: {left.why}"))
    print(f"students.csv: {collected.people} students, {collected.new_people} of them new")
