"""Whether the gradebook and the judge mean the same functions and points: scores that fit neither would be entered."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ..judging.registry import assignments
from ..report.types import DECIMALS
from .choices import FILE as CHOICES
from .choices import Choices
from .directory import CourseError
from .gradebook import notebook_entry


def points_of(root: Path, assignment: str) -> dict[str, float]:
    """What the functions of an assignment are worth in the course of this folder; raises CourseError."""
    own = Choices.read(root).points
    known = {function for each in assignments().values() for function in each.points}
    if strangers := sorted(own.keys() - known):
        raise CourseError(f"{root / CHOICES} has points of {strangers[0]}, which is no function.\nMend its name.")
    return {name: own.get(name, float(most)) for name, most in assignments()[assignment].points.items()}


def refuse_other_points(gradebook: Any, root: Path, names: Iterable[str]) -> None:
    """Raises CourseError where the gradebook's cells of one of these assignments are not those that are judged.

    `root` is the course's folder.
    """
    for name in sorted(set(names) & set(assignments())):
        notebook = notebook_entry(gradebook, name)
        if notebook is None:
            continue
        if differing := list(_differing(_automatic(notebook), points_of(root, name))):
            raise CourseError(
                f"{name} is not in the gradebook as it is judged: {'; '.join(differing)}.\n"
                f"Run degrau init {root} --update, or take the degrau and the course pack that released it."
            )


def worth_there(gradebook: Any, assignment: str) -> dict[str, float]:
    """What the judged cells of an assignment are worth in the gradebook; nothing where it does not have it."""
    notebook = notebook_entry(gradebook, assignment)
    return _automatic(notebook) if notebook is not None else {}


def rescale(gradebook: Any, assignment: str, before: Mapping[str, float]) -> None:
    """Brings marks into line with what the cells are worth now, after they were worth so much `before`."""
    now = worth_there(gradebook, assignment)
    factors = {cell: now[cell] / most for cell, most in before.items() if cell in now and most and now[cell] != most}
    for submission in gradebook.notebook_submissions(assignment, assignment) if factors else ():
        for grade in submission.grades:
            factor = factors.get(grade.name, 1.0)
            for kind in ("auto_score", "manual_score"):
                if factor != 1.0 and (score := getattr(grade, kind)) is not None:
                    setattr(grade, kind, round(score * factor, DECIMALS))
    gradebook.db.commit()


def _automatic(notebook: Any) -> dict[str, float]:
    """The points of the cells that nobody marks by hand."""
    by_hand = {cell.name for cell in notebook.solution_cells}
    cells = [cell for cell in notebook.grade_cells if cell.cell_type == "code" and cell.name not in by_hand]
    return {cell.name: float(cell.max_score) for cell in cells}


def _differing(entered: Mapping[str, float], points: Mapping[str, float]) -> Iterator[str]:
    """What differs, in words.

    >>> list(_differing({"check_step": 4.0, "check_x": 1.0}, {"step": 5, "predict": 2}))
    ['step has 4 points there and 5 here', 'predict is not there', 'check_x is not judged']
    """
    for function, most in points.items():
        there = entered.get(f"check_{function}")
        if there is None:
            yield f"{function} is not there"
        elif there != most:
            yield f"{function} has {there:g} points there and {most:g} here"
    yield from (f"{cell} is not judged" for cell in entered if cell.removeprefix("check_") not in points)
