"""`degrau release` and `degrau texts`: from the sources to the notebooks that students get, and to their Portuguese."""

from typing import Annotated

import typer

Assignments = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ASSIGNMENT…]", help="Such as 01_adaline; all if none is named."),
]


def register(app: typer.Typer) -> None:
    """Adds this module's commands."""
    app.command(epilog="Example: degrau release 01_adaline")(release)
    app.command(epilog="Example: degrau texts")(texts)


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


def texts(
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if something is missing.")] = False,
) -> None:
    """Bring the catalogue of what the program says up to date: new messages in, old ones out; and compile it.

    Exit code 1 if a message has no Portuguese yet: write it into the catalogue, and run the command again.
    """
    from ..authoring.catalogue import PORTUGUESE, shortcomings, update

    if not check:
        update()
    found = list(shortcomings())
    for shortcoming in found:
        print(shortcoming)
    print(f"{PORTUGUESE}: {'complete' if not found else f'{len(found)} to look at'}")
    raise typer.Exit(1 if found else 0)
