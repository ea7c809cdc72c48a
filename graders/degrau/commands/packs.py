"""`degrau new` and `degrau packs`: to begin a course, and which courses are at hand."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Adds this module's commands."""
    app.command(epilog="Example: degrau new losses --lang es --lang en")(new)
    app.command("packs", epilog="Example: degrau packs")(list_packs)


def list_packs() -> None:
    """List the courses that are installed, or that you stand in: assignments, languages, points and version.

    The first one with a teacher's part is what the other commands work on. Exit code 1 if there is none.
    """
    from ..base import packs
    from ..judging.registry import of
    from ..pack.pack import HOW_TO_GET_ONE

    places = packs.found()
    for place in places:
        title = place.title[place.languages[0]]
        print(f"{place.module} {place.version or '(no version)'}: {title} ({', '.join(place.languages)})")
        print(f"  for teachers: {place.root or 'not installed'}; for students: {place.graders}")
        for assignment in of(place):
            functions = f"{len(assignment.exercises)} functions"
            print(f"  {assignment.name:<20} {sum(assignment.points.values()):>4g} points  {functions}")
    if not any(place.root for place in places):
        print(f"There is no course with a teacher's part here.\n{HOW_TO_GET_ONE}")
        raise typer.Exit(1)


def new(
    directory: Annotated[Path, typer.Argument(metavar="DIR")],
    lang: Annotated[
        list[str] | None,
        typer.Option("--lang", metavar="CODE", help="A language of the course, the first one first; en if not given."),
    ] = None,
    assignment: Annotated[
        str | None,
        typer.Option(
            "--assignment", metavar="NN_NAME", help="Such as 02_losses: add it to the course in DIR, or begin with it."
        ),
    ] = None,
    function: Annotated[
        list[str] | None,
        typer.Option(
            "--function", metavar="NAME", help="What a function of the assignment is called; may be repeated."
        ),
    ] = None,
) -> None:
    """Begin a course of your own in DIR: one exercise that works, with its bank, to change and to copy.

    With --assignment, add another notebook to a course, or with --function, too, a function to a notebook of it.
    Nothing that is there is written over.
    """
    from ..authoring.beginning import add, begin, guide, is_empty

    functions = tuple(dict.fromkeys(function or ()))
    if assignment and not is_empty(directory):
        made = add(directory, assignment, functions)
    else:
        made = begin(directory, tuple(dict.fromkeys(lang or ("en",))), assignment or "", functions)
    for path in made:
        print(f"wrote {path}")
    there = directory.resolve() == Path.cwd()
    print(f"Next: {'' if there else f'cd {quote(str(directory))} && '}degrau release")
    if page := guide(directory):
        print(f"How to write an exercise: {page}")
