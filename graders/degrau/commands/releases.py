"""`degrau release` and `degrau texts`: from the sources to the notebooks that students get, and to their Portuguese."""

from typing import Annotated

import typer

from .options import Assignments
from .progress import progress


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
    from ..authoring.release import outdated, publish
    from ..pack.pack import Pack

    pack = Pack.find()
    names = pack.choose(assignments or ())
    with progress() as shown:
        if check:
            stale = outdated(pack, names, shown)
            lines = [f"out of date: {path.relative_to(pack.root)}; run: degrau release {path.stem}" for path in stale]
        else:
            lines = [f"{name} refused: {words}" for name in shown.each(names) for words in objections(pack, name)]
        written = [] if check or lines else publish(pack, names, shown)
    for line in lines:
        print(line)
    for path in written:
        print(f"wrote {path.relative_to(pack.root)}")
    raise typer.Exit(1 if lines else 0)


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
