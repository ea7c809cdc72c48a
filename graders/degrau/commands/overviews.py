"""`degrau report` and `similar`: what came of a class, and answers that are alike."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from ..base.terminal import line
from .options import Assignments, Course
from .progress import progress

Open = Annotated[bool, typer.Option("--open", help="Show the page in a browser.")]


def register(app: typer.Typer) -> None:
    """Adds this module's commands."""
    app.command(epilog="Example: degrau report --course my-course --open")(report)
    app.command(epilog="Example: degrau similar 01_adaline --course my-course --open")(similar)


def report(
    course: Course = Path(),
    anonymous: Annotated[bool, typer.Option("--anonymous", help="Without names, to be shown in class.")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Where the files go; COURSE/report if not given.")
    ] = None,
    open_page: Open = False,
) -> None:
    """A page on a class: marks, items, misconceptions and who has them, who is stuck, who handed in nothing.

    It is one file that needs no network. The same tables are beside it as JSON and CSV.
    """
    from ..overview.report import write_report

    folder = out or course / ("report-anonymous" if anonymous else "report")
    with progress() as on_progress:
        page, *tables = write_report(course, folder, anonymous, on_progress)
    print(f"{page}: the report. The same as tables, in that folder: {', '.join(path.name for path in tables)}")
    if open_page:
        webbrowser.open(page.resolve().as_uri())


def similar(
    assignments: Assignments = None,
    course: Course = Path(),
    most: Annotated[int, typer.Option("--most", min=1, help="So many pairs of each assignment.")] = 20,
    open_page: Open = False,
) -> None:
    """Pairs whose answers are more alike than right answers of the exercise are, side by side on a page.

    It is a reason to look, never a verdict. Names, comments and the order of statements do not matter.
    """
    from ..course.settings import JudgeSettings
    from ..overview.similar import find_alike, write_similar
    from ..pack.pack import Pack

    with progress() as on_progress:
        known, found = find_alike(course, Pack.at(JudgeSettings.of(course).pack), assignments or (), on_progress)
        page = write_similar(known, found, course / "report", most)
    for part in found:
        for pair in part.listed[:3]:
            print(line(f"{part.assignment}  {pair.one}  {pair.other}  {pair.bits:.1f} bits"))
    print(f"{page}: these and others side by side. It is a reason to look, never a verdict.")
    if open_page:
        webbrowser.open(page.resolve().as_uri())
