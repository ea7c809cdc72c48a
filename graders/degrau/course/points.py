"""What functions are worth in a course, and in its gradebook."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..judging.registry import assignments, by_function
from ..notebooks.release import is_check
from ..report.types import DECIMALS
from .choices import Choices
from .directory import CourseError
from .gradebook import notebook_entry

CHECK = "check_"


def points_of(choices: Choices, assignment: str) -> dict[str, float]:
    """What the functions of an assignment are worth that the course asks for; raises CourseError."""
    for what, names in (("points of", choices.points), ("left out", choices.left_out)):
        if strangers := sorted(set(names) - by_function().keys()):
            raise CourseError(f"{choices.file} has {what} {strangers[0]}, which is no function.\nMend its name.")
    every = assignments()[assignment].points.items()
    return {name: choices.points.get(name, float(most)) for name, most in every if name not in choices.left_out}


def refuse_other_points(gradebook: Any, choices: Choices, names: Iterable[str]) -> None:
    """Raises CourseError where the gradebook's cells of one of these assignments are not those that are judged."""
    for name in sorted(set(names) & set(assignments())):
        notebook = notebook_entry(gradebook, name)
        if notebook is None:
            continue
        if differing := list(_differing(_automatic(notebook), points_of(choices, name), _codes(notebook))):
            raise CourseError(
                f"{name} is not in the gradebook as it is judged: {'; '.join(differing)}.\n"
                f"Run degrau init {choices.file.parent} --update, or take the degrau and the course pack "
                "that released it."
            )


def worth_there(gradebook: Any, assignment: str) -> dict[str, float]:
    """What the judged cells of an assignment are worth in the gradebook; nothing where it does not have it."""
    notebook = notebook_entry(gradebook, assignment)
    return _automatic(notebook) if notebook is not None else {}


def all_worth_there(gradebook: Any, assignment: str) -> dict[str, float]:
    """What its cells are worth, those that are marked by hand, too."""
    notebook = notebook_entry(gradebook, assignment)
    cells = [*notebook.grade_cells, *notebook.task_cells] if notebook is not None else []
    return {cell.name: float(cell.max_score) for cell in cells}


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


def _codes(notebook: Any) -> dict[str, str]:
    """What is written in its cells."""
    return {cell.name: cell.source or "" for cell in notebook.source_cells}


def _differing(entered: Mapping[str, float], points: Mapping[str, float], codes: Mapping[str, str]) -> Iterator[str]:
    """What differs, in words; a cell that is no check of a function is a teacher's own test.

    >>> list(_differing({"check_step": 4.0, "check_x": 1.0}, {"step": 5, "predict": 2}, {"check_x": "check(x)"}))
    ['step has 4 points there and 5 here', 'predict is not there', 'check_x is not judged']
    """
    for function, most in points.items():
        there = entered.get(CHECK + function)
        if there is None:
            yield f"{function} is not there"
        elif there != most:
            yield f"{function} has {there:g} points there and {most:g} here"
    for cell in entered:
        only_check = is_check(codes.get(cell, ""))
        if cell.removeprefix(CHECK) in points and not only_check:
            yield f"{cell} has code of its own, which would not count: put it into a cell of its own"
        elif cell.removeprefix(CHECK) not in points and only_check:
            yield f"{cell} is not judged"
