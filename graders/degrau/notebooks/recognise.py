"""Tells which assignment a notebook is, and in which language, even if its metadata is lost."""

import re
from collections.abc import Collection

from nbformat import NotebookNode

from ..text import LANGUAGES, Language
from . import words
from .template import Releases, Template, grade_id, squeezed
from .words import Unreadable

DEFINED = re.compile(r"^(?:def|class)[ \t]+(\w+)", re.MULTILINE)


def recognise(notebook: NotebookNode, releases: Releases) -> tuple[Template, Language]:
    """The release that the notebook was made from, and its language; raises Unreadable."""
    claims = notebook.metadata.get("degrau", {})
    if claims.get("assignment") in releases.assignments:
        template = Template.of(claims["assignment"], releases)
    else:
        template = _most_like(notebook, [Template.of(name, releases) for name in releases.assignments])
    language = claims.get("language")
    return template, language if language in LANGUAGES else _language(notebook, template)


def defined(source: str) -> set[str]:
    """The functions and classes that start in the first column: a text search, nothing is parsed."""
    return set(DEFINED.findall(source))


def _most_like(notebook: NotebookNode, templates: Collection[Template]) -> Template:
    """The template with most of the notebook's cells, or else with most of its functions."""
    ids = {grade_id(cell) or cell.id for cell in notebook.cells}
    names = {name for cell in notebook.cells if cell.cell_type == "code" for name in defined(cell.source)}
    best = max(templates, key=lambda t: (len(ids & _own(t)), len(names & t.exercises)), default=None)
    if best is None or not (ids & _own(best) or names & best.exercises):
        raise Unreadable(words.UNKNOWN_ASSIGNMENT, known=", ".join(t.assignment for t in templates))
    return best


def _own(template: Template) -> set[str]:
    """The ids that no other assignment has."""
    return {name for name, role in template.roles.items() if role in ("exercise", "check")}


def _language(notebook: NotebookNode, template: Template) -> Language:
    """The language in which most texts were released."""
    texts = {squeezed(cell.source) for cell in notebook.cells if cell.cell_type == "markdown"}

    def found(language: Language) -> int:
        return sum(squeezed(cell.source) in texts for cell in template.releases[language].cells)

    return max(LANGUAGES, key=found)
