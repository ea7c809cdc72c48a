"""A release as a form to fill in: its cells, what each is for, and how to tell that a cell is one of them."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Literal, Protocol

from nbformat import NotebookNode

from ..base.text import Language
from ..judging.registry import which
from ..plain.cell import Cell, bound, dedented, definitions, starts_indented, written
from . import messages
from .messages import Unreadable

Role = Literal["text", "answer", "setup", "demo", "exercise", "check", "test"]

CHECKED = re.compile(r"\bcheck\((\w+)\)")
WORD = re.compile(r"\w+")
CHECK_LINE = re.compile(r"(?:check\(\w*\);?)?(?:#.*)?")
# Far longer than any cell of a release, so that comparing stays cheap.
COMPARABLE = 100_000


class Releases(Protocol):
    """Where released notebooks come from; a Pack is one."""

    def __hash__(self) -> int: ...

    @property
    def assignments(self) -> Sequence[str]: ...

    @property
    def languages(self) -> Sequence[Language]: ...

    def release(self, name: str, language: Language, /) -> NotebookNode: ...


@dataclass(frozen=True)
class Template:
    """The release of an assignment in all its languages, whose cells have the same ids."""

    assignment: str
    releases: Mapping[Language, NotebookNode]

    @classmethod
    @cache
    def of(cls, assignment: str, releases: Releases) -> "Template":
        """The template that these released notebooks make; what is found out about them is found out once."""
        return cls(assignment, {language: releases.release(assignment, language) for language in releases.languages})

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
        """The id of the first cell with this text, in any language, white space aside."""
        cells = [cell for release in self.releases.values() for cell in release.cells]
        return {text: cell.id for cell in reversed(cells) if (text := squeezed(cell.source))}

    @cached_property
    def demos(self) -> dict[str, str]:
        """What each demonstration defines: its functions, its imports and its constants, without what it shows."""
        own = next(iter(self.releases.values()))
        return {cell.id: definitions(cell.source) for cell in own.cells if self.roles[cell.id] == "demo"}

    @cached_property
    def given(self) -> frozenset[str]:
        """The names that the release's own cells give something, the functions to write among them."""
        own = next(iter(self.releases.values()))
        return frozenset().union(*(bound(cell.source) for cell in own.cells if cell.cell_type == "code"))

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
    data: Any = cell.metadata.get("nbgrader", {})
    if data.get("solution"):
        return "exercise"
    if data.get("grade"):
        # What else is graded is a test that a teacher wrote.
        return "check" if is_check(cell.source) else "test"
    # A teacher's own code that is not locked is shown, and students may play with it.
    return "setup" if data.get("locked") else "demo"


def recognise(notebook: NotebookNode, releases: Releases) -> tuple[Template, Language]:
    """The release that the notebook was made from, and its language; raises Unreadable."""
    claims = notebook.metadata.get("degrau", {})
    if claims.get("assignment") in releases.assignments:
        template = Template.of(claims["assignment"], releases)
    else:
        template = _most_like(notebook, [Template.of(name, releases) for name in releases.assignments])
    language = claims.get("language")
    return template, language if language in template.releases else _language(notebook, template)


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

    return max(template.releases, key=found)


def match(cells: Sequence[NotebookNode], template: Template) -> list[str | None]:
    """The id of the release's cell that each of the cells is; None for one that the student added."""
    found = [_named(cell, template) for cell in cells]
    missing = template.exercises.difference(name for name in found if name)
    found = [name or _sole_definition(cell, template, missing) for name, cell in zip(found, cells, strict=True)]
    begun: set[str] = set()
    for i, cell in enumerate(cells):
        last = (found[i - 1] or "") if i else ""
        before = last.removeprefix("check_")
        if found[i] is None and before in begun and is_rest(cell) and (before == last or not is_check(cell.source)):
            found[i] = before
        if (name := found[i]) in template.exercises and not template.unchanged(cell.source):
            begun.add(name or "")
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


@dataclass(frozen=True)
class Runs:
    """What of a canonical notebook is run."""

    cells: tuple[Cell, ...]
    """The setup, the exercises, the student's own code, and what of the rest those use."""
    places: Mapping[str, int]
    """For each function, and each test of a teacher's, how many of these cells stand before its check."""
    blank: frozenset[str]
    """The functions among them that nobody has written."""


def cells_to_run(notebook: NotebookNode, template: Template) -> Runs:
    """What is run of a canonical notebook: as in the student's kernel, as far as it matters for what is written.

    Where a function uses what a demonstration of the release defines, or one that is blank still, that is there too.
    """
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    own = {cell.id: _cell(cell, cell.id) for cell in code if _is_run(cell, template)}
    blank = _blanks_used(list(own.values()), template)
    run = own | _demos_used(list(own.values()), template) | {c.id: _cell(c, c.id) for c in code if c.id in blank}
    cells: list[Cell] = []
    places: dict[str, int] = {}
    for cell in code:
        if template.roles.get(cell.id) in ("check", "test"):
            places[cell.id.removeprefix("check_")] = len(cells)
        if cell.id in run:
            cells.append(run[cell.id])
    return Runs(tuple(cells), places, blank)


def _blanks_used(cells: Iterable[Cell], template: Template) -> frozenset[str]:
    """The exercises that none of these cells writes, and some function in them mentions."""
    missing = template.exercises.difference({cell.id for cell in cells}, *(bound(cell.source) for cell in cells))
    theirs = (cell.source for cell in cells if written(cell.source)) if missing else ()
    return missing.intersection(word for source in theirs for word in WORD.findall(source))


def _demos_used(cells: Iterable[Cell], template: Template) -> dict[str, Cell]:
    """What is run of the demonstrations whose names these cells' functions use, and do not define themselves."""
    theirs = [cell.source for cell in cells if template.roles.get(cell.id) != "setup" and written(cell.source)]
    words = {word for source in theirs for word in WORD.findall(source)}
    names = words & frozenset().union(*map(bound, template.demos.values()))
    names = names.difference(*(bound(source) for source in theirs)) if names else names
    return {name: Cell(name, source) for name, source in template.demos.items() if bound(source) & names}


def bare_places(notebook: NotebookNode, cells: Sequence[Cell], names: Iterable[str]) -> dict[str, int]:
    """The same for a notebook of which no release is at hand: by its own check(…), else by its last definition."""
    found: dict[str, int] = {}
    count = 0
    for cell in (cell for cell in notebook.cells if cell.cell_type == "code"):
        if is_check(cell.source):
            found |= {name: count for name in CHECKED.findall(cell.source) if name not in found}
        else:
            count += 1
    last = {name: i for i, cell in enumerate(cells, 1) for name in bound(cell.source)}
    return {name: found.get(name, last.get(name, count)) for name in names}


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
