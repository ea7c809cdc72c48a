"""`degrau init`, `bundle`, `grade` and `demo`: a whole class, with nbgrader's books."""

from pathlib import Path
from typing import Annotated

import typer

from .options import Assignments, Course, Jobs, Lang, Language
from .progress import progress


def register(app: typer.Typer) -> None:
    """Adds this module's commands."""
    app.command("init", epilog="Example: degrau init redes-neurais-2026 --lang pt")(init)
    app.command(epilog="Example: degrau bundle 00_perceptron 01_adaline --lang pt")(bundle)
    app.command(epilog="Example: degrau grade 01_adaline --student ana")(grade)
    app.command(epilog="Example: degrau demo my-demo")(demo)


def init(directory: Annotated[Path, typer.Argument(metavar="DIR")], lang: Lang = Language.pt) -> None:
    """Make a course directory: nbgrader's configuration, sources, released notebooks and gradebook."""
    from ..course.init import init_course
    from ..pack.pack import Pack

    kept: list[Path] = []
    with progress() as on_progress:
        path = init_course(directory, lang.value, Pack.find(), on_progress, kept.append)
    for source in kept:
        print(f"{source} is not as degrau would write it, and was kept with its release.")
        print("For the new one, delete it and run this again.")
    print(f"The course is in {path}. Hand out {path / 'release'}; put what comes back in")
    print(f"{path / 'submitted'}/STUDENT/ASSIGNMENT/, then run: degrau grade --course {path}")


def bundle(
    assignments: Assignments = None,
    lang: Lang = Language.pt,
    out: Annotated[Path | None, typer.Option("--out", help="The zip file; degrau-LANG.zip if not given.")] = None,
) -> None:
    """Make a zip for students: notebooks that install degrau themselves, its wheel, a page on how to start.

    Hand it out through any LMS. It works in Jupyter, VS Code and Colab, with internet or without.
    """
    from ..authoring.bundle import bundle as make
    from ..pack.pack import Pack

    pack = Pack.find()
    names = pack.choose(assignments or ())
    with progress() as on_progress:
        path = make(pack, names, lang.value, out or Path(f"degrau-{lang.value}.zip"), on_progress)
    print(f"{path}: {len(names)} notebooks, {path.stat().st_size / 1e6:.1f} MB")


def grade(
    assignments: Assignments = None,
    student: Annotated[list[str] | None, typer.Option("--student", help="Only this student; may be repeated.")] = None,
    course: Course = Path(),
    jobs: Jobs = None,
    dask: Annotated[
        str,
        typer.Option("--dask", metavar="ADDRESS", help="The workers of this Dask scheduler judge: tcp://… or tls://…"),
    ] = "",
    fresh: Annotated[bool, typer.Option("--fresh", help="Judge what has not changed, too.")] = False,
) -> None:
    """Grade what was handed in: scores in the gradebook, autograded notebooks, feedback pages.

    What has not changed since the last time is not judged again. Scores and messages do not depend on who judges.
    Exit code 1 if a submission could not be graded; the others are graded all the same.
    """
    from ..course.grade import grade_course
    from .grade_table import print_grades

    with progress() as on_progress:
        summary = grade_course(course, assignments or (), student or (), on_progress, jobs, dask, fresh)
    print_grades(summary)
    print(f"Feedback pages: {summary.directory / 'feedback'}/STUDENT/ASSIGNMENT/ASSIGNMENT.html")
    raise typer.Exit(1 if summary.failed else 0)


def demo(
    directory: Annotated[Path, typer.Argument(metavar="[DIR]")] = Path("degrau-demo"), lang: Lang = Language.pt
) -> None:
    """Make a course with a sample class, grade it, and show what came out."""
    from ..demo.run import run_demo
    from ..pack.pack import Pack
    from ..sandbox.machine import best, to_do_better
    from .grade_table import print_grades

    with progress() as on_progress:
        demo = run_demo(directory, Pack.find(), lang.value, on_progress)
    if not best().confined:
        print(f"No sandbox here ({to_do_better(best())}): the sample notebooks are degrau's own,")
        print("so this course accepts that. Your own course refuses to grade like this until its settings accept it.")
    print_grades(demo.summary, {(s.student, s.assignment): s.about.to(lang.value) for s in demo.samples})
    print(f"""
The course is in {directory}: gradebook.db has the scores, feedback/ the pages that students get. Next, try:
  open {directory}/feedback/ana_souza/00_perceptron/00_perceptron.html in a browser
  degrau grade --course {directory}           the same again, after a change in submitted/
  cd {directory} && nbgrader formgrader       nbgrader's own pages on this class""")
