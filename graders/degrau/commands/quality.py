"""`degrau quality`: how good are the graders?"""

from pathlib import Path
from typing import Annotated

import typer

from .options import Assignments, Language, Seed
from .progress import progress


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
    from .quality_table import Measured, print_quality

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
    print_quality(measured)
    raise typer.Exit(1 if any(found.remarks for _, found in measured) else 0)
