"""How much a notebook may hold, so that nobody's can take the time or the memory of a class."""

from collections.abc import Sequence

from nbformat import NotebookNode

from . import words
from .words import Unreadable

MAX_CELLS = 2_000
MAX_CODE = 1_000_000
# Texts may hold pictures.
MAX_TEXT = 8_000_000


def refuse_many(count: int) -> None:
    """Raises Unreadable for more cells than the limit."""
    if count > MAX_CELLS:
        raise Unreadable(words.TOO_MANY_CELLS, count=count, limit=MAX_CELLS)


def within_limits(cells: Sequence[NotebookNode]) -> list[NotebookNode]:
    """The cells that hold anything; raises Unreadable where there is too much in one of them."""
    for cell in cells:
        refuse_long(cell.id, cell.source, MAX_CODE if cell.cell_type == "code" else MAX_TEXT)
    return [cell for cell in cells if cell.source.strip() or cell.get("attachments")]


def refuse_long(cell: str, source: str, limit: int = MAX_CODE) -> None:
    """Raises Unreadable for a source over the limit."""
    if len(source) > limit:
        raise Unreadable(words.CELL_TOO_LARGE, cell=cell, limit=limit)
