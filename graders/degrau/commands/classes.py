"""`degrau init`, `bundle`, `grade` and `demo`: a whole class, with nbgrader's books."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..base.disk import together
from ..base.terminal import line
from .options import Assignments, Course, Jobs, Lang
from .progress import progress

if TYPE_CHECKING:
    from ..course.setup.adopting import Adopted
    from ..course.setup.init import Differing
    from ..course.setup.sharing import Shared
    from ..pack.pack import Pack

# uv says so to what `uv run` runs; what it installs is on no path.
IN_UV, UV_RUN = "UV_RUN_RECURSION_DEPTH", "uv run "
NEXT = """
The course is in {directory}: gradebook.db has the scores. A page that a student gets, to look at in a browser, is
  {directory}/feedback/ana_souza/00_perceptron/00_perceptron.html
Next, try:
  {run}degrau report --course {directory}      a page on this class: who gets what wrong, who is stuck where
  {run}degrau similar --course {directory}     answers that are alike, side by side
  {run}degrau grade --course {directory}       the same again, after a change in submitted/
  cd {directory} && {run}jupyter lab           nbgrader's own pages on this class: menu Nbgrader, Formgrader"""


def register(app: typer.Typer) -> None:
    """Adds this module's commands."""
    app.command("init", epilog="Example: degrau init redes-neurais-2026 --lang pt")(init)
    app.command(epilog="Example: degrau bundle 00_perceptron 01_adaline --lang pt")(bundle)
    app.command(epilog="Example: degrau grade 01_adaline --student ana")(grade)
    app.command(epilog="Example: degrau demo my-demo")(demo)


def init(
    directory: Annotated[Path, typer.Argument(metavar="[DIR]")] = Path("course"),
    lang: Lang = None,
    update: Annotated[
        bool, typer.Option("--update", help="Bring what differs into line and release it; copies are kept.")
    ] = False,
    adopt: Annotated[
        bool, typer.Option("--adopt", help="Add degrau to an nbgrader course; all that is in it stays, and goes on.")
    ] = False,
    shared: Annotated[
        str | None, typer.Option("--shared", metavar="GROUP", help="Share the course with the teachers of this group.")
    ] = None,
) -> None:
    """Make a course directory: nbgrader's configuration, sources, released notebooks and gradebook.

    What is there already is never replaced. What differs from what degrau would write now (assignments, functions and
    points, as course.toml and the course pack have them) is said, and so is a source that was edited since it was
    released. With --update, it is brought into line and released: what you wrote into a source stays, marks stay in
    proportion to what functions are worth, and copies of what was there are in replaced/.
    With --adopt, the directory is an nbgrader course of yours: its assignments, marks and settings stay, nbgrader goes
    on grading what is its own, and degrau's assignments come beside; copies of gradebook and settings are in replaced/.
    With --shared, all of it is the group's, now and later, and nobody else's: any of its teachers may grade.
    """
    from ..course.setup.sharing import group_called, share
    from ..course.sources import left_over
    from ..pack.pack import Pack
    from .differences import print_differences

    pack, group = Pack.find(), group_called(shared) if shared else None
    path, adopted, found = _made(directory, pack, lang, update, adopt)
    if adopted:
        _print_adopted(adopted)
    print_differences(directory, found, update)
    if shared and group is not None:
        _print_shared(share(path, shared, group), path, shared)
    _print_made(path, left_over(path, pack))


def _made(
    directory: Path, pack: "Pack", lang: str | None, update: bool, adopt: bool
) -> tuple[Path, "Adopted | None", list["Differing"]]:
    """Makes the course, or adopts it: where it is, what was found in one of nbgrader's, and what differs in sources."""
    from ..course.setup.adopting import adopt as take_over
    from ..course.setup.init import Differing, init_course
    from ..course.sources import settled_language

    found = list[Differing]()
    with progress() as on_progress, together(directory):
        language = pack.language(lang or settled_language(directory))
        adopted = take_over(directory, pack) if adopt else None
        path = init_course(directory, language, pack, on_progress, found.append, update)
    return path, adopted, found


def _print_made(course: Path, others: Sequence[str]) -> None:
    """Prints where the course is, and what comes next; `others` are there and not taken any more."""
    if others:
        print(f"course.toml does not take {', '.join(others)}.")
        print("Their folders in source/ and release/ stay: hand out those of the others.")
    print(f"The course is in {course}. Hand out {course / 'release'}; put what comes back in")
    print(f"{course / 'submitted'}/STUDENT/ASSIGNMENT/, then run: degrau grade --course {course}")


def _print_adopted(done: "Adopted") -> None:
    """Prints what was found in an nbgrader course, what was done to it, and how that is undone."""
    print(f"Its own assignments, which nbgrader goes on grading: {', '.join(map(line, done.own)) or 'none'}.")
    if done.ours:
        print(f"Of degrau's assignments it has {', '.join(done.ours)} already; degrau judges them from now on.")
    if done.students:
        print(f"students.csv has the {done.students} students of the gradebook.")
    if done.gradebook:
        print(f"A copy of the gradebook is {done.gradebook}.")
    if done.migrated:
        print(f"The gradebook was of an older nbgrader ({done.migrated}); it is up to date now.")
    print("These lines were added to nbgrader_config.py; take them out to undo it all.")
    if done.config:
        print(f"As it was before, it is {done.config}.")
    print("".join(f"    {text}\n" for text in done.wiring.splitlines()))


def _print_shared(done: "Shared", course: Path, group: str) -> None:
    """Prints what was given to the group, and what stands in its way."""
    print(f"Shared with the group {group}: {done.changed} files and folders were given to it.")
    if done.config:
        print(f"nbgrader_config.py tells nbgrader so, at its end; as it was before, it is in {done.config}.")
    if done.foreign:
        print(f"{done.foreign} are somebody else's, and not the group's: whose they are runs the same command.")
    for folder in done.closed:
        print(f"The group may not enter {folder}: let it, or put the course and its pack elsewhere.")


def bundle(
    assignments: Assignments = None,
    lang: Lang = None,
    out: Annotated[Path | None, typer.Option("--out", help="The zip file; degrau-LANG.zip if not given.")] = None,
    course: Annotated[
        Path | None, typer.Option("--course", help="The notebooks of this course, as it has released them.")
    ] = None,
) -> None:
    """Make a zip for students: notebooks that install degrau themselves, its wheel, a page on how to start.

    Hand it out through any LMS. It works in Jupyter, VS Code and Colab, with internet or without.
    """
    from ..authoring.bundle import bundle as make
    from ..pack.pack import Pack

    pack, releases = Pack.find(), None
    names = pack.choose(assignments or ())
    if course:
        from ..course.choices import Choices
        from ..course.sources import Taught, settled_language, taken

        releases, lang = Taught.of(course, pack), lang or settled_language(course)
        names = pack.choose(assignments or taken(Choices.read(course), pack))
    language = pack.language(lang)
    with progress() as on_progress:
        path = make(pack, names, language, out or Path(f"degrau-{language}.zip"), on_progress, releases)
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
    regrade: Annotated[
        bool, typer.Option("--regrade", help="Change marks that another version of degrau or the pack gave.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Grade what arrives in submitted/, a line for each, until Ctrl+C.")
    ] = False,
) -> None:
    """Grade what was handed in: scores in the gradebook, autograded notebooks, feedback pages.

    What has not changed since the last time is not judged again. Scores and messages do not depend on who judges. Where
    another version of degrau or of the course pack gave marks that this one would not give, they are shown and stay,
    with --fresh too, until you say --regrade.
    Exit code 1 if a submission could not be graded; the others are graded all the same.
    """
    if watch:
        _watch(course, assignments or (), student or (), jobs, dask)
        return
    from ..course.grade import grade_course
    from .grade_table import print_changes, print_grades

    with progress() as on_progress:
        summary = grade_course(course, assignments or (), student or (), on_progress, jobs, dask, fresh, regrade)
    print_grades(summary)
    print_changes(summary)
    print(f"Feedback pages: {summary.directory / 'feedback'}/STUDENT/ASSIGNMENT/ASSIGNMENT.html")
    raise typer.Exit(1 if summary.failed else 0)


def _watch(course: Path, assignments: Sequence[str], students: Sequence[str], jobs: int | None, dask: str) -> None:
    from ..course.watching import Trouble, arriving
    from .grade_table import grade_line

    with suppress(KeyboardInterrupt):
        print(f"Watching {course / 'submitted'}. Ctrl+C ends it.", flush=True)
        for arrived in arriving(course, assignments, students, jobs, dask):
            print(arrived.words if isinstance(arrived, Trouble) else grade_line(arrived), flush=True)


def demo(directory: Annotated[Path, typer.Argument(metavar="[DIR]")] = Path("degrau-demo"), lang: Lang = None) -> None:
    """Make a course with a sample class, grade it, and show what came out."""
    from ..demo.run import run_demo
    from ..pack.pack import Pack
    from ..sandbox.machine import best, to_do_better
    from .grade_table import print_grades

    pack = Pack.find()
    language = pack.language(lang)
    with progress() as on_progress:
        demo = run_demo(directory, pack, language, on_progress)
    if not best().confined:
        print(f"No sandbox here ({to_do_better(best())}): the sample notebooks are degrau's own,")
        print("so this course accepts that. Your own course refuses to grade like this until its settings accept it.")
    print_grades(demo.summary, {(s.student, s.assignment): s.about.to(language) for s in demo.samples})
    print(NEXT.format(directory=directory, run=UV_RUN if IN_UV in os.environ else ""))
