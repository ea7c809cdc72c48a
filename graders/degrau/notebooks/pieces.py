"""What of a notebook the student wrote, and what of it is run.

Of each cell there may be no copy, or several, or halves of one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from nbformat import NotebookNode

from ..plain.cell import Cell, dedented, starts_indented, written
from .release import COMPARABLE, Role, Template
from .repair import refuse_long


def answered(name: str, copies: Sequence[NotebookNode], template: Template) -> tuple[list[str], str | None, list[str]]:
    """What the student wrote before, in and after the exercise `name`; None for a blank one.

    Of several pieces, the last that defines the function is the answer. The others stay cells of their own, so
    that an error in one takes nothing else with it. Raises Unreadable for an answer that is too long.
    """
    found = own_pieces(copies, template)
    if not found:
        return [], None, []
    answer = max((i for i, piece in enumerate(found) if name in written(piece)), default=len(found) - 1)
    return found[:answer], found[answer], found[answer + 1 :]


def own_pieces(copies: Sequence[NotebookNode], template: Template) -> list[str]:
    """The sources in the copies that are not the release's own, halves joined."""
    return [piece for piece in pieces(copies) if not template.unchanged(piece)]


def pieces(copies: Sequence[NotebookNode]) -> list[str]:
    """The sources in the copies; one that starts indented is the second half of the one before it."""
    found: list[list[str]] = []
    for cell in copies:
        if found and starts_indented(cell.source):
            found[-1].append(cell.source)
        else:
            found.append([dedented(cell.source)])
    joined = ["\n".join(piece) for piece in found]
    for piece in joined:
        refuse_long(copies[0].id, piece)
    return joined


def written_into(role: Role, copies: Sequence[NotebookNode], template: Template) -> list[str]:
    """The code that the student put into a locked cell, which is worth keeping beside the original.

    A plot may be played with, so of a changed one only the functions of the exercises matter.
    """
    return [
        cell.source
        for cell in copies
        if cell.cell_type == "code"
        and not template.unchanged(cell.source)
        and not is_check(cell.source)
        and (role in ("setup", "check") or (role == "demo" and written(cell.source) & template.exercises))
    ]


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
