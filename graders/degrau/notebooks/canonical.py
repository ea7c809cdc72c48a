"""Rebuilds what a student handed in on a fresh copy of the release: their answers and own cells, the rest ours."""

from collections import defaultdict
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode

from ..sandbox.answers import Cell
from ..text import Language, Text
from .limits import within_limits
from .match import match
from .mending import mending
from .pieces import answered, written_into
from .recognise import recognise
from .repair import Mended, node, repair
from .run import UniqueIds, bare_cells, cells_to_run
from .template import Releases, Template
from .words import Unreadable

Copies = dict[str, list[NotebookNode]]
Extras = dict[str | None, list[NotebookNode]]

__all__ = ["Canonical", "Unreadable", "bare_cells", "blank", "canonicalise"]


@dataclass(frozen=True)
class Canonical:
    """A submission in its canonical form: the notebook, the cells to run, in order, and what was mended."""

    assignment: str
    language: Language
    notebook: NotebookNode
    cells: tuple[Cell, ...]
    notes: tuple[Text, ...] = ()


def canonicalise(notebook: NotebookNode, releases: Releases) -> Canonical:
    """The submission, rebuilt on the release that it was made from; raises Unreadable."""
    given = notebook if isinstance(notebook, Mended) else repair(notebook)
    cells = within_limits(given.cells)
    template, language = recognise(given, releases)
    found = match(cells, template)
    rebuilt = _rebuilt(cells, found, template, language)
    notes = (*given.mended, *mending(given.metadata, cells, found, template))
    return Canonical(template.assignment, language, rebuilt, cells_to_run(rebuilt, template), notes)


def blank(assignment: str, language: Language, releases: Releases, message: Text) -> Canonical:
    """The release with nothing of a student's, for a file that cannot be read; `message` says why."""
    release = deepcopy(releases.release(assignment, language))
    return Canonical(assignment, language, release, (), (message,))


def _rebuilt(
    cells: Sequence[NotebookNode], found: Sequence[str | None], template: Template, language: Language
) -> NotebookNode:
    """A fresh release with the student's answers in it; their other cells follow the cell that they followed."""
    copies, extras = _sorted(cells, found)
    ids = UniqueIds(template.roles)
    release = deepcopy(template.releases[language])
    rebuilt = [_extra(cell, ids) for cell in extras[None]]
    for ours in release.cells:
        rebuilt += _filled_in(ours, copies[ours.id], template, ids)
        rebuilt += [_extra(cell, ids) for cell in extras[ours.id]]
    release.cells = rebuilt
    return release


def _sorted(cells: Sequence[NotebookNode], found: Sequence[str | None]) -> tuple[Copies, Extras]:
    """The copies of each cell of the release, and the cells that follow it in the student's order."""
    copies: Copies = defaultdict(list)
    extras: Extras = defaultdict(list)
    last = None
    for cell, name in zip(cells, found, strict=True):
        if name is None:
            extras[last].append(cell)
        else:
            copies[name].append(cell)
            last = name
    return copies, extras


def _filled_in(
    ours: NotebookNode, copies: list[NotebookNode], template: Template, ids: UniqueIds
) -> list[NotebookNode]:
    """One cell of the release as the student left it, among the cells that it takes."""
    role = template.roles[ours.id]
    if role == "exercise":
        before, answer, after = answered(ours.id, copies, template)
        ours.source = answer or ours.source
        return [*_codes(ours.id, before, ids), ours, *_codes(ours.id, after, ids)]
    if role == "answer":
        texts = [cell.source for cell in copies if not template.unchanged(cell.source)]
        ours.source = "\n\n".join(texts) or ours.source
        if attachments := {k: v for cell in copies for k, v in cell.get("attachments", {}).items()}:
            ours.attachments = attachments
        return [ours]
    return [ours, *_codes(ours.id, written_into(role, copies, template), ids)]


def _codes(name: str, sources: list[str], ids: UniqueIds) -> list[NotebookNode]:
    return [
        _new({"cell_type": "code", "source": source, "execution_count": None, "outputs": []}, name, ids)
        for source in sources
    ]


def _extra(cell: NotebookNode, ids: UniqueIds) -> NotebookNode:
    kept = ("cell_type", "source", "attachments", "execution_count", "outputs")
    return _new({key: cell[key] for key in kept if key in cell}, cell.id, ids)


def _new(content: dict[str, Any], name: str, ids: UniqueIds) -> NotebookNode:
    """A cell without nbgrader's metadata, so that it belongs to the student alone."""
    return node({**content, "id": ids.unique(name), "metadata": {}})
