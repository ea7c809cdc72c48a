"""Chooses what of a notebook is run in grading: what the student wrote, and the setup that it needs."""

import re
from collections import Counter
from collections.abc import Iterable

from nbformat import NotebookNode

from ..sandbox.answers import Cell
from .indent import dedented
from .template import COMPARABLE, Template

CHECK_LINE = re.compile(r"(?:check\(\w*\);?)?(?:#.*)?")


class UniqueIds:
    """Hands out cell ids that no other cell has."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.taken = set(taken)
        self.copies: Counter[str] = Counter()

    def unique(self, wanted: str) -> str:
        """The id itself, or with a number if it is taken."""
        found = wanted
        while found in self.taken:
            self.copies[wanted] += 1
            found = f"{wanted[:56]}-{self.copies[wanted] + 1}"
        self.taken.add(found)
        return found


def cells_to_run(notebook: NotebookNode, template: Template) -> tuple[Cell, ...]:
    """The setup, the exercises that are not blank, and the student's own code, of a canonical notebook."""
    return tuple(
        _cell(cell, cell.id) for cell in notebook.cells if cell.cell_type == "code" and _is_run(cell, template)
    )


def bare_cells(notebook: NotebookNode) -> tuple[Cell, ...]:
    """All the code of a notebook of which no release is at hand, but for its checks."""
    ids = UniqueIds()
    code = (cell for cell in notebook.cells if cell.cell_type == "code" and not is_check(cell.source))
    return tuple(_cell(cell, ids.unique(cell.id)) for cell in code)


def is_check(source: str) -> bool:
    """Whether there is nothing in it but calls of check(…) and comments."""
    return len(source) <= COMPARABLE and all(CHECK_LINE.fullmatch("".join(line.split())) for line in source.split("\n"))


def _is_run(cell: NotebookNode, template: Template) -> bool:
    role = template.roles.get(cell.id)
    if role == "exercise":
        return not template.unchanged(cell.source)
    return role == "setup" or (role is None and not is_check(cell.source))


def _cell(cell: NotebookNode, name: str) -> Cell:
    # IPython, too, runs a cell that is indented as a whole.
    return Cell(name, dedented(cell.source))
