"""The gradebook's cells brought into line with a source that has others, where there are submissions already.

nbgrader releases no other cells once something was handed in, for it would not know what to do with the marks.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Comment, Grade, GradeCell, SolutionCell, SourceCell, TaskCell

from ..gradebook import notebook_entry
from .replaced import copy_of_database, free_place


def notebook_points(notebook: NotebookNode) -> dict[str, float]:
    """What the cells of a source are worth, those that are marked by hand, too."""
    own = (cell.metadata.nbgrader for cell in notebook.cells if utils.is_grade(cell) or utils.is_task(cell))
    return {data.grade_id: float(data.points) for data in own}


def fit_cells(gradebook: Any, assignment: str, source: NotebookNode, before_any_goes: Callable[[], object]) -> None:
    """Adds to an assignment that was handed in the cells that only the source has, for all submissions.

    Takes out those that it has no more, with their marks and comments.
    """
    entry = notebook_entry(gradebook, assignment)
    if entry is None or not entry.submissions:
        return
    wanted = _cells(source)
    known = {kind: list(getattr(entry, name)) for kind, name in KINDS.items()}
    gone = [cell for kind, cells in known.items() for cell in cells if cell.name not in wanted[kind]]
    if gone:
        before_any_goes()
    for cell in gone:
        for hanging in (Grade, Comment):
            gradebook.db.query(hanging).filter(hanging.cell_id == cell.id).delete()
        gradebook.db.delete(cell)
    gradebook.db.flush()
    for kind, cells in known.items():
        there = {cell.name for cell in cells}
        for name in wanted[kind].keys() - there:
            _add(gradebook.db, entry, kind, name, wanted[kind][name])
    gradebook.db.commit()


Kind = type[GradeCell] | type[SolutionCell] | type[TaskCell] | type[SourceCell]
KINDS: dict[Kind, str] = {
    GradeCell: "grade_cells",
    SolutionCell: "solution_cells",
    TaskCell: "task_cells",
    SourceCell: "source_cells",
}


def _cells(source: NotebookNode) -> Mapping[Kind, Mapping[str, Mapping[str, Any]]]:
    """The cells that nbgrader would enter, of each kind, by name, with what a new one needs."""
    found: dict[Kind, dict[str, Mapping[str, Any]]] = {kind: {} for kind in KINDS}
    for cell in source.cells:
        if not any(is_one(cell) for is_one in (utils.is_grade, utils.is_solution, utils.is_task, utils.is_locked)):
            continue
        data = cell.metadata.nbgrader
        kind = {"cell_type": cell.cell_type}
        found[SourceCell][data.grade_id] = {**kind, "source": cell.source, "locked": utils.is_locked(cell)}
        if utils.is_grade(cell):
            found[GradeCell][data.grade_id] = {**kind, "max_score": float(data.points)}
        if utils.is_solution(cell):
            found[SolutionCell][data.grade_id] = {}
        if utils.is_task(cell):
            found[TaskCell][data.grade_id] = {**kind, "max_score": float(data.points)}
    return found


def _add(db: Any, entry: Any, kind: Kind, name: str, about: Mapping[str, Any]) -> None:
    """Adds a cell, and an empty mark or comment on it to every submission."""
    cell = kind(name=name, notebook=entry, **about)
    db.add(cell)
    db.flush()
    for submission in entry.submissions:
        if kind in (GradeCell, TaskCell):
            db.add(Grade(cell_id=cell.id, notebook=submission))
        if kind in (SolutionCell, TaskCell):
            db.add(Comment(cell_id=cell.id, notebook=submission))


def copy_of_the_gradebook(gradebook: Any, root: Path) -> None:
    """Keeps a copy of a gradebook in a file in the course's replaced/; of one on a server, its server has copies."""
    address = gradebook.engine.url
    if address.get_backend_name() == "sqlite":
        file = Path(address.database)
        copy_of_database(file, free_place(root, file))
