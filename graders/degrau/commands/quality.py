"""`degrau quality`: how good are the graders?"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import Assignments, Language, Seed
from .progress import progress

if TYPE_CHECKING:
    from ..authoring.quality import Quality

    Measured = list[tuple[str, Quality]]

LEGEND = """
accepted: right variants with full points; rejected: wrong ones without; named: wrong ones that were recognised;
mutants: of the reference, that were killed; explained: that live because they are right; survive: the rest."""


def register(app: typer.Typer) -> None:
    """Adds this module's command."""
    app.command(epilog="Example: degrau quality 01_adaline, or: degrau quality --gallery cards.html")(quality)


def quality(
    assignments: Assignments = None,
    seed: Seed = 0,
    gallery: Annotated[Path | None, typer.Option("--gallery", help="Write this page instead; measure nothing.")] = None,
    lang: Annotated[Language, typer.Option("--lang", help="The language of the gallery.")] = Language.pt,
) -> None:
    """Measure the graders: right answers accepted, wrong ones rejected and named, mutants of the references killed.

    With --gallery, write a page that shows every wrong variant with the card that a student gets.


    Exit code 1 if a right variant loses points, a wrong one gets them all or is not named, or a mutant lives for which
    solutions/equivalents/ has no reason.
    """
    from ..authoring.quality import functions, survey
    from ..pack.pack import Pack

    pack = Pack.find()
    names = pack.choose(assignments or ())
    if gallery is not None:
        from ..authoring.gallery import write_gallery

        with progress() as on_progress:
            count = write_gallery(pack, names, lang.value, gallery, on_progress)
        print(f"{gallery}: {count} cards")
        return
    measured: Measured = []
    total = len(functions(names))
    with progress() as on_progress:
        for assignment, found in survey(pack, names, seed):
            measured.append((assignment, found))
            on_progress(len(measured), total, f"{assignment} {found.function}")
    _print(measured)
    raise typer.Exit(1 if any(found.remarks for _, found in measured) else 0)


def _print(measured: "Measured") -> None:
    """A line a function, one for all of them, and by name whatever is left to look at."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(soft_wrap=True)
    columns = ("accepted", "rejected", "named", "mutants", "explained", "survive")
    table = Table("", *columns, box=None, pad_edge=False)
    for assignment in dict.fromkeys(name for name, _ in measured):
        own = [found for name, found in measured if name == assignment]
        table.add_row(assignment, *_row(own), style="bold")
        for found in own:
            table.add_row(f"  {found.function}", *_row([found]))
    table.add_row("all", *_row([found for _, found in measured]), style="bold")
    console.print(table)
    console.print(LEGEND)
    for assignment, found in measured:
        for kind, names in found.remarks.items():
            for name in names:
                console.print(escape(f"{assignment} {found.function}: {kind}: {name}"))


def _row(found: "Sequence[Quality]") -> tuple[str, ...]:
    right, wrong, mutants = (sum(getattr(q, kind) for q in found) for kind in ("right", "wrong", "mutants"))
    refused, accepted, unnamed = (
        sum(len(getattr(q, kind)) for q in found) for kind in ("refused", "accepted", "unrecognised")
    )
    explained, survivors = sum(len(q.explained) for q in found), sum(len(q.survivors) + len(q.equal) for q in found)
    return (
        f"{right - refused}/{right}",
        f"{wrong - accepted}/{wrong}",
        f"{wrong - accepted - unnamed}/{wrong}",
        f"{sum(q.killed for q in found)}/{mutants}",
        str(explained),
        str(survivors),
    )
