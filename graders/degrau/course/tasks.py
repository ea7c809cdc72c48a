"""What a judge on another machine is asked, and what it answers: text, a line of JSON each."""

import json
from collections.abc import Callable
from pathlib import Path

from nbformat import NotebookNode

from ..authoring.pack import Pack
from ..judging.notebook import judge_notebook
from ..judging.verdicts import to_text
from ..notebooks.canonical import Canonical
from ..report import ExerciseReport
from ..sandbox.answers import Cell
from ..sandbox.pool import Pool
from ..sandbox.tiers import status


def as_task(canonical: Canonical, tier: str) -> str:
    """What of a submission is judged, and in which tier."""
    cells = [[cell.id, cell.source] for cell in canonical.cells]
    return json.dumps([tier, canonical.assignment, canonical.language, cells])


def answer(task: str, root: Path, seed: int, pool: Callable[[str], Pool]) -> str:
    """The verdicts on a submission, with the course pack in this folder, or why there are none."""
    tier, assignment, language, cells = json.loads(task)
    if reason := _why_not(tier):
        return json.dumps({"refused": reason})
    canonical = Canonical(assignment, language, NotebookNode(), tuple(Cell(*cell) for cell in cells))
    found: dict[str, ExerciseReport] = {}
    judge_notebook(canonical, Pack.at(str(root)), pool(tier), seed, assignment, found)
    return json.dumps({"verdicts": {key: to_text(report) for key, report in found.items()}})


def _why_not(tier: str) -> str:
    """Why nothing can be judged here; nothing if it can."""
    if tier == "process":
        return "it has no sandbox"
    here = status(tier)
    return "" if here.works else f"the sandbox {tier} does not work there: {here.reason}"
