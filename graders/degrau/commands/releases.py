"""`degrau release`: from the sources in solutions/ to the notebooks that students get."""

from typing import Annotated

import typer

Assignments = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ASSIGNMENT…]", help="Such as 01_adaline; all if none is named."),
]


def register(app: typer.Typer) -> None:
    """Adds this module's command."""
    app.command(epilog="Example: degrau release 01_adaline")(release)


def release(
    assignments: Assignments = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if a notebook is out of date.")] = False,
) -> None:
    """Make the notebooks in assignments/ and the public probes, through nbgrader.

    Refused (exit code 1) unless the reference gets full points, the blank notebook none, and every wrong variant of the
    bank loses some.
    """
    from ..authoring.gate import objections
    from ..authoring.pack import Pack
    from ..authoring.publish import outdated, publish

    pack = Pack.find()
    names = pack.choose(assignments or ())
    if check:
        stale = outdated(pack, names)
        for path in stale:
            print(f"out of date: {path.relative_to(pack.root)}; run: degrau release {path.stem}")
        raise typer.Exit(1 if stale else 0)
    refused = False
    for name in names:
        found = objections(pack, name)
        refused |= bool(found)
        for objection in found:
            print(f"{name} refused: {objection}")
    if refused:
        raise typer.Exit(1)
    for path in publish(pack, names):
        print(f"wrote {path.relative_to(pack.root)}")
