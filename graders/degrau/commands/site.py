"""`degrau site`: the course as a web page on which the notebooks run, with nothing to install."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from .options import Assignments
from .progress import progress


def register(app: typer.Typer) -> None:
    """Adds this module's commands."""
    app.command(epilog="Example: degrau site --out public && python -m http.server -d public")(site)


def site(
    assignments: Assignments = None,
    pack: Annotated[
        list[str] | None,
        typer.Option(
            "--pack", metavar="NAME", help="A course, as degrau packs lists it, or its folder; may be repeated."
        ),
    ] = None,
    lang: Annotated[
        list[str] | None,
        typer.Option("--lang", metavar="CODE", help="Such as pt; may be repeated; all of the courses' if not given."),
    ] = None,
    out: Annotated[Path, typer.Option("--out", help="The folder that is made, anew.")] = Path("degrau-site"),
    pyodide: Annotated[
        Path | None, typer.Option("--pyodide", help="A full release of Pyodide, unpacked; with it the plots work, too.")
    ] = None,
) -> None:
    """Make a folder of web pages on which the notebooks run, in the student's browser: nothing to install, no account.

    Any web server can give it out: a university's web space, GitHub Pages, python -m http.server. No page asks any
    other server for anything. What the site needs is fetched when it is made, and its digests are checked.
    """
    from ..site.build import build
    from ..site.courses import courses, languages

    chosen = courses(pack or (), assignments or ())
    spoken = languages(chosen, lang or ())
    with progress() as shown:
        build(chosen, spoken, out, pyodide, shown)
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    notebooks = sum(len(course.names) for course in chosen)
    print(f"{out}: {notebooks} notebooks, {len(spoken)} languages, {size / 1e6:.0f} MB")
    if shutil.which("node") is None:
        print("Without Node.js its Python is not compiled: a notebook takes about twice as long to start.")
    if pyodide is None:
        print("Cells with plots say there that Matplotlib is missing; --pyodide brings it.")
