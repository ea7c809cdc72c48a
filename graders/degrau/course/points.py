"""Whether the gradebook and the judge mean the same functions and points: scores that fit neither would be entered."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..judging.registry import assignments
from .directory import Course, CourseError
from .gradebook import notebook_entry


def refuse_other_points(course: Course, names: Iterable[str]) -> None:
    """Raises CourseError where the gradebook's cells of one of these assignments are not those that are judged."""
    with course.api.gradebook as gradebook:
        for name in sorted(set(names) & set(assignments())):
            notebook = notebook_entry(gradebook, name)
            if notebook is None:
                continue
            if differing := list(_differing(_automatic(notebook), assignments()[name].points)):
                raise CourseError(
                    f"{name} is not in the gradebook as it is judged: {'; '.join(differing)}.\n"
                    f"Delete {course.root / 'source' / name} and run: degrau init {course.root}, "
                    "or take the degrau and the course pack that released it."
                )


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
