"""Tells which assignment a notebook is of, in which language, and which cell of the release each of its cells is.

It does so even if the metadata is lost, and cells were copied, moved or renamed.
"""

from collections.abc import Collection, Sequence

from nbformat import NotebookNode

from ..base.text import LANGUAGES, Language
from ..judging.registry import which
from ..plain.cell import starts_indented, written
from . import messages
from .messages import Unreadable
from .release import Releases, Template, grade_id, squeezed


def recognise(notebook: NotebookNode, releases: Releases) -> tuple[Template, Language]:
    """The release that the notebook was made from, and its language; raises Unreadable."""
    claims = notebook.metadata.get("degrau", {})
    if claims.get("assignment") in releases.assignments:
        template = Template.of(claims["assignment"], releases)
    else:
        template = _most_like(notebook, [Template.of(name, releases) for name in releases.assignments])
    language = claims.get("language")
    return template, language if language in LANGUAGES else _language(notebook, template)


def functions_in(cells: Collection[NotebookNode]) -> set[str]:
    """The functions and classes that these cells write."""
    return {name for cell in cells if cell.cell_type == "code" for name in written(cell.source)}


def _most_like(notebook: NotebookNode, templates: Collection[Template]) -> Template:
    """The template with most of the notebook's cells, or else with most of its functions."""
    ids = {grade_id(cell) or cell.id for cell in notebook.cells}
    known = {template.assignment: template for template in templates}
    found = which(None, {name: t.exercises for name, t in known.items()}, functions_in(notebook.cells), ids)
    if found is None:
        raise Unreadable(messages.UNKNOWN_ASSIGNMENT, known=", ".join(known))
    return known[found]


def _language(notebook: NotebookNode, template: Template) -> Language:
    """The language in which most texts were released."""
    texts = {squeezed(cell.source) for cell in notebook.cells if cell.cell_type == "markdown"}

    def found(language: Language) -> int:
        return sum(squeezed(cell.source) in texts for cell in template.releases[language].cells)

    return max(LANGUAGES, key=found)


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
    own = written(cell.source) & template.exercises
    return next(iter(own)) if len(own) == 1 and own <= missing else None
