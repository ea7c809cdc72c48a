"""Options that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

from ..base.disk import together

Assignments = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ASSIGNMENT…]", help="Such as 01_adaline; all if none is named."),
]


def _met(context: typer.Context, course: Path) -> Path:
    """The course; until the command ends, what is made is its group's too, where teachers share it.

    What its pack asks for is known, though one stands elsewhere.
    """
    from ..course.directory import is_course, meet_pack, settings_of

    if is_course(course):
        meet_pack(settings_of(course.resolve()))
    context.with_resource(together(course))
    return course


Course = Annotated[Path, typer.Option("--course", help="The course directory.", callback=_met)]
Jobs = Annotated[
    int | None, typer.Option("--jobs", min=1, help="So many judges side by side; as many as cores if not given.")
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang", metavar="CODE", help="Such as pt: the notebooks' language; the course's first if not given."
    ),
]
Seed = Annotated[int, typer.Option(min=0, help="Draws the inputs; the same seed, the same inputs.")]
