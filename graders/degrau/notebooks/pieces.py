"""Takes what a student wrote out of the copies of a cell: there may be none, or several, or halves of one."""

from collections.abc import Sequence

from nbformat import NotebookNode

from .indent import dedented, starts_indented
from .limits import refuse_long
from .recognise import defined
from .run import is_check
from .template import Role, Template


def answered(name: str, copies: Sequence[NotebookNode], template: Template) -> tuple[list[str], str | None, list[str]]:
    """What the student wrote before, in and after the exercise `name`; None for a blank one.

    Of several pieces, the last that defines the function is the answer. The others stay cells of their own, so
    that an error in one takes nothing else with it. Raises Unreadable for an answer that is too long.
    """
    found = own_pieces(copies, template)
    if not found:
        return [], None, []
    answer = max((i for i, piece in enumerate(found) if name in defined(piece)), default=len(found) - 1)
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
        and (role in ("setup", "check") or (role == "demo" and defined(cell.source) & template.exercises))
    ]
