"""`degrau quality`: how good are the graders?"""

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from .options import Seed
from .progress import progress

if TYPE_CHECKING:
    from ..pack.pack import Pack


def register(app: typer.Typer) -> None:
    """Adds this module's command."""
    app.command(epilog="Example: degrau quality 01_adaline, or: degrau quality --gallery cards.html")(quality)


def quality(
    assignments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ASSIGNMENT|FUNCTION…]",
            help="Such as 01_adaline, or a function such as step; all if none is named.",
        ),
    ] = None,
    seed: Seed = 0,
    gallery: Annotated[Path | None, typer.Option("--gallery", help="Write this page instead; measure nothing.")] = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="CODE", help="The language of the gallery.")] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Measure again as files are saved; end with Ctrl-C.")] = False,
) -> None:
    """Measure the graders: right answers accepted, wrong ones rejected and named, mutants killed, all inputs tried.

    With --gallery, write a page that shows every wrong variant with the card that a student gets.


    Exit code 1 if a right variant loses points, a wrong one gets them all or is not named, or a mutant lives for which
    solutions/equivalents/ has no reason, or a saboteur for which its function's domain has none.
    """
    from ..pack.pack import Pack

    pack, asked = Pack.find(), assignments or []
    chosen = _chosen(pack, asked)
    names = list(dict.fromkeys(assignment for assignment, _ in chosen))
    if watch:
        _watch(pack, names, asked)
    if gallery is not None:
        _show(pack, names, lang, gallery)
    else:
        raise typer.Exit(_measure(pack, chosen, seed))


def _chosen(pack: "Pack", asked: list[str]) -> list[tuple[str, str]]:
    """The functions of the pack that are named, or are in an assignment that is, as (assignment, function); or all."""
    from ..judging.registry import of
    from ..pack.pack import PackNotFound

    known = {assignment.name: list(assignment.points) for assignment in of(pack.place)}
    own = {function: name for name, functions in known.items() for function in functions}
    named = [(own[name], name) for name in asked if name in own]
    others = [name for name in asked if name not in own]
    names = pack.choose(others) if others or not named else []
    for name in names:
        if name not in known:
            raise PackNotFound(f"{name} has no graders.\nWhat it lacks is said by: degrau release {name}")
    return [*((name, function) for name in names for function in known[name]), *named]


def _show(pack: "Pack", names: list[str], lang: str | None, gallery: Path) -> None:
    """Writes the page with the cards."""
    from ..authoring.gallery import write_gallery

    with progress() as on_progress:
        count = write_gallery(pack, names, pack.language(lang), gallery, on_progress)
    print(f"{gallery}: {count} cards")


def _measure(pack: "Pack", chosen: list[tuple[str, str]], seed: int) -> int:
    """Prints what is measured of these functions; gives the exit code."""
    from ..authoring.quality import survey
    from .quality_table import Measured, print_quality

    measured: Measured = []
    with progress() as on_progress:
        for assignment, found in survey(pack, chosen, seed):
            measured.append((assignment, found))
            on_progress(len(measured), len(chosen), f"{assignment} {found.function}")
    print_quality(measured)
    return 1 if any(found.remarks for _, found in measured) else 0


def _watch(pack: "Pack", names: list[str], asked: list[str]) -> NoReturn:
    """Measures these again and again, each time in a process that reads all files anew."""
    from ..authoring.watch import saves

    if len(names) != 1:
        raise typer.BadParameter("--watch follows one assignment: name it, or functions of it")
    for _each in saves(pack, names[0]):
        subprocess.run([sys.executable, "-m", "degrau", "quality", *asked])
        print("waiting for a file to be saved; Ctrl-C ends")
    raise typer.Exit
