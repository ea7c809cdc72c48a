"""The public checks of a whole notebook file, for students: no solutions are needed, and none are there."""

from collections.abc import Iterable
from pathlib import Path

from ..base.text import _
from ..grading.twice import judged_in_place, places_of
from ..judging.judge import judge
from ..judging.registry import assignments, rivals, which
from ..notebooks.canonical import Work
from ..notebooks.messages import Unreadable
from ..notebooks.read import read
from ..notebooks.release import bare_cells, bare_places, functions_in
from ..report.types import ExerciseReport, Report
from ..sandbox.answers import Boxed, SandboxedAnswers
from ..sandbox.machine import Pool
from .check import load, refused, with_first
from .notebook import spoken

NONE = _("there is no notebook (.ipynb) in this folder: name one, or go to the folder where yours are")
UNKNOWN = _("this notebook is of no assignment I know; I know: {known}")


def notebooks_in(paths: Iterable[Path]) -> list[Path]:
    """These files, and the notebooks right in these folders."""
    return [found for path in paths for found in (sorted(p for p in path.glob("*.ipynb")) if path.is_dir() else [path])]


def check_file(path: Path, pool: Pool) -> Report:
    """The report of the public checks; a file that cannot be read gets a report that says why."""
    language = spoken()
    try:
        notebook = read(path)
        claims = notebook.metadata.get("degrau", {})
        language = spoken(claims.get("language"), assignments().get(str(claims.get("assignment"))))
        known = {a.name: a.points for a in assignments().values()}
        found = which(claims.get("assignment"), known, functions_in(notebook.cells))
        if found is None:
            raise Unreadable(UNKNOWN, known=", ".join(known))
        if having := rivals(found):
            raise Unreadable(refused(found, having))
    except Unreadable as error:
        return Report(str(path), None, language, None, (), error=error.message.to(language))
    assignment = assignments()[found]
    cells = bare_cells(notebook)
    work = Work(found, language, cells, tuple(bare_places(notebook, cells, assignment.points).items()))
    places = places_of(work, assignment.points)
    with SandboxedAnswers(cells, pool, places) as answers:

        def judged(name: str, at_end: bool) -> ExerciseReport:
            return judge(load(assignment.name, name), Boxed(answers, name, at_end), language)

        reports = judged_in_place(places, judged)
    passing = {name for name, report in reports.items() if report.status == "passed"}
    explained = (
        with_first(r, assignment, load(assignment.name, r.name), work.uses(r.name), passing.__contains__, language)
        for r in reports.values()
    )
    return Report(str(path), assignment.name, language, pool.tier.name, tuple(explained))
