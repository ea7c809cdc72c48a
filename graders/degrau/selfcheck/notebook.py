"""The public checks of a whole notebook file, for students: no solutions are needed, and none are there."""

from functools import partial
from pathlib import Path

from nbformat import NotebookNode

from ..exercises import ASSIGNMENTS
from ..judging.exercise import Assignment
from ..judging.judge import judge
from ..notebooks.canonical import Unreadable, bare_cells
from ..notebooks.read import read
from ..notebooks.recognise import defined
from ..report import Report
from ..sandbox.answers import SandboxedAnswers
from ..sandbox.box import Pool
from ..text import LANGUAGES, _
from .check import spoken
from .recorded import load

UNKNOWN = _("this notebook is of no assignment I know; I know: {known}")


def check_file(path: Path, pool: Pool) -> Report:
    """The report of the public checks; a file that cannot be read gets a report that says why."""
    language = spoken()
    try:
        notebook = read(path)
        claims = notebook.metadata.get("degrau", {})
        language = next((known for known in LANGUAGES if claims.get("language") == known), language)
        assignment = _assignment(notebook, claims.get("assignment"))
    except Unreadable as error:
        return Report(str(path), None, language, None, (), error=error.message.to(language))
    with SandboxedAnswers(bare_cells(notebook), pool) as answers:
        reports = [
            judge(load(assignment.name, e.name), partial(answers.call, e.name), language) for e in assignment.exercises
        ]
    return Report(str(path), assignment.name, language, pool.tier, tuple(reports))


def _assignment(notebook: NotebookNode, claimed: object) -> Assignment:
    """The assignment that the notebook says it is, or else the one with most of its functions."""
    if claimed in ASSIGNMENTS:
        return ASSIGNMENTS[str(claimed)]
    names = {name for cell in notebook.cells if cell.cell_type == "code" for name in defined(cell.source)}
    best = max(ASSIGNMENTS.values(), key=lambda a: len(names & a.points.keys()))
    if not names & best.points.keys():
        raise Unreadable(UNKNOWN, known=", ".join(ASSIGNMENTS))
    return best
