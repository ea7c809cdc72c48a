"""`degrau release` and `degrau texts`: from the sources to the notebooks that students get, and to other languages."""

from importlib import import_module
from typing import Annotated

import typer

from .options import Assignments
from .progress import progress


def register(app: typer.Typer) -> None:
    """Adds this module's commands."""
    app.command(epilog="Example: degrau release 01_adaline")(release)
    app.command(epilog="Example: degrau texts --new es")(texts)


def release(
    assignments: Assignments = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if anything is amiss.")] = False,
) -> None:
    """Make the notebooks in assignments/ and the public probes, through nbgrader.

    Refused (exit code 1) unless the reference gets full points, the blank notebook none, and every wrong variant of the
    bank loses some. With --check, it is also amiss if what is there is not what would be written.
    """
    from ..authoring.gate import objections, shortcomings
    from ..authoring.release import publish, require_writable
    from ..authoring.translated import untranslated
    from ..pack.pack import Pack

    # What makes the notebooks is missed now, or never: not after minutes of judging.
    import_module("nbgrader")
    pack = Pack.find()
    names = pack.choose(assignments or ())
    if not check:
        require_writable(pack)
    with progress() as shown:
        lines = shortcomings(pack, names, shown) if check else objections(pack, names, shown)
        written = [] if check or lines else publish(pack, names, shown)
    for line in lines:
        print(line)
    for line in untranslated(pack, names):
        print(line)
    for path in written:
        print(f"wrote {pack.shown(path)}")
    raise typer.Exit(1 if lines else 0)


def texts(
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if something is missing.")] = False,
    new: Annotated[str | None, typer.Option("--new", metavar="CODE", help="Such as es: begin a catalogue.")] = None,
) -> None:
    """Bring the catalogues of what the program says up to date: new messages in, old ones out; and compile them.

    They are those of the course that you stand in, and the engine's in a clone of degrau. Exit code 1 if a message is
    not translated yet: write it into the catalogue in that language, and run the command again.
    """
    from ..authoring.catalogue import catalogues
    from ..pack.pack import Pack

    amiss = False
    for catalogue in catalogues(Pack.find().root, new):
        if not check:
            catalogue.update()
        found = list(catalogue.shortcomings())
        for shortcoming in found:
            print(shortcoming)
        print(f"{catalogue.path}: {'complete' if not found else f'{len(found)} to look at'}")
        amiss = amiss or bool(found)
    raise typer.Exit(1 if amiss else 0)
