"""Finds, for each of a student's cells, the cell of the release that it is."""

from collections.abc import Sequence

from nbformat import NotebookNode

from .indent import starts_indented
from .recognise import defined
from .template import Template, grade_id, squeezed


def match(cells: Sequence[NotebookNode], template: Template) -> list[str | None]:
    """The id of the release's cell that each of the cells is; None for one that the student added."""
    found = [_named(cell, template) for cell in cells]
    missing = template.exercises.difference(name for name in found if name)
    found = [name or _sole_definition(cell, template, missing) for name, cell in zip(found, cells, strict=True)]
    for i in range(1, len(cells)):
        if found[i] is None and found[i - 1] in template.exercises and is_rest(cells[i]):
            found[i] = found[i - 1]
    return found


def is_rest(cell: NotebookNode) -> bool:
    """Whether the cell starts indented, as the second half of a split function does."""
    return cell.cell_type == "code" and starts_indented(cell.source)


def _named(cell: NotebookNode, template: Template) -> str | None:
    name = grade_id(cell) or cell.id
    return name if name in template.roles else template.ids.get(squeezed(cell.source))


def _sole_definition(cell: NotebookNode, template: Template, missing: frozenset[str]) -> str | None:
    """The exercise that this cell writes, where its own cell is gone and this one writes no other."""
    if cell.cell_type != "code":
        return None
    written = defined(cell.source) & template.exercises
    return next(iter(written)) if len(written) == 1 and written <= missing else None
