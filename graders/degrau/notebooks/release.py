"""A release as a form to fill in: its cells, what each is for, and how to tell that a cell is one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Literal, Protocol

from nbformat import NotebookNode

from ..base.text import LANGUAGES, Language

Role = Literal["text", "answer", "setup", "demo", "exercise", "check"]

# Far longer than any cell of a release, so that comparing stays cheap.
COMPARABLE = 100_000


class Releases(Protocol):
    """Where released notebooks come from; a Pack is one."""

    def __hash__(self) -> int: ...

    @property
    def assignments(self) -> Sequence[str]: ...

    def release(self, name: str, language: Language, /) -> NotebookNode: ...


@dataclass(frozen=True)
class Template:
    """The release of an assignment in both languages, whose cells have the same ids."""

    assignment: str
    releases: Mapping[Language, NotebookNode]

    @classmethod
    @cache
    def of(cls, assignment: str, releases: Releases) -> "Template":
        """The template that these released notebooks make; what is found out about them is found out once."""
        return cls(assignment, {language: releases.release(assignment, language) for language in LANGUAGES})

    @cached_property
    def roles(self) -> dict[str, Role]:
        """What each cell is for, by its id."""
        return {cell.id: _role(cell) for release in self.releases.values() for cell in release.cells}

    @cached_property
    def exercises(self) -> frozenset[str]:
        """The names of the functions to write."""
        return frozenset(name for name, role in self.roles.items() if role == "exercise")

    @cached_property
    def ids(self) -> dict[str, str]:
        """The id of the first cell with this text, in either language, white space aside."""
        cells = [cell for release in self.releases.values() for cell in release.cells]
        return {text: cell.id for cell in reversed(cells) if (text := squeezed(cell.source))}

    def unchanged(self, source: str) -> bool:
        """Whether the source is nothing but what some cell of the release says."""
        text = squeezed(source)
        return not text or text in self.ids


def squeezed(source: str) -> str:
    """The source without white space; a source too long for any release stays as it is."""
    return "".join(source.split()) if len(source) <= COMPARABLE else source


def grade_id(cell: NotebookNode) -> str | None:
    """nbgrader's name for the cell, if it has one."""
    data: Any = cell.metadata.get("nbgrader")
    return data.get("grade_id") if isinstance(data, dict) else None


def _role(cell: NotebookNode) -> Role:
    if cell.cell_type != "code":
        return "text" if cell.metadata.get("editable") is False else "answer"
    data = cell.metadata["nbgrader"]
    if data["solution"]:
        return "exercise"
    if data["grade"]:
        return "check"
    return "demo" if "demo" in cell.metadata.get("tags", ()) else "setup"
