"""The source of an assignment, solutions/NN_name.py: read, and made into nbgrader's source notebook."""

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn, cast

from ..base.disk import digest
from ..base.text import Language, Mendable

if TYPE_CHECKING:
    from nbformat import NotebookNode

Role = Literal["text", "setup", "exercise", "check", "demo"]

MARKER = re.compile(r"#\s*%%(?!%)")
CHECK = re.compile(r"check\((\w+)\)")
ANSWER = re.compile(r"[*_\s]*(?:Sua resposta|Your answer)\b")
# What nbgrader leaves in an answer cell of the release.
STUB = "# Escreva aqui · Write here\n..."
KERNELSPEC = {"display_name": "Python 3", "language": "python", "name": "python3"}


class AuthoringError(Mendable):
    """A source, or a release, that cannot be made: the file and line, what is wrong, and what to do."""


@dataclass(frozen=True)
class SourceCell:
    """One cell; `name` is its id in the notebooks, the same for the pt and en of a text.

    `language` is None for what goes into both notebooks; `answer` marks a text where the student writes.
    """

    role: Role
    name: str
    source: str
    language: Language | None = None
    answer: bool = False


@dataclass(frozen=True)
class Source:
    """The source of the assignment `stem`."""

    stem: str
    cells: tuple[SourceCell, ...]

    @property
    def exercises(self) -> tuple[str, ...]:
        """The names of the functions to write, in order."""
        return tuple(cell.name for cell in self.cells if cell.role == "exercise")


@dataclass(frozen=True)
class _Raw:
    """A cell as jupytext gives it, and where it starts."""

    where: str
    type: str
    source: str
    tags: frozenset[str]
    lang: str | None

    @property
    def answer(self) -> bool:
        """Whether the student writes here."""
        return "answer" in self.tags or ANSWER.match(self.source) is not None

    def refuse(self, problem: str) -> NoReturn:
        raise AuthoringError(f"{self.where}: {problem}")


def read_source(path: Path) -> Source:
    """The cells of a py:percent file, with their roles and names; raises AuthoringError."""
    raws = list(_raw_cells(path))
    _refuse_lone_texts(raws)
    names = _Names()
    cells = tuple(_code(raw, names) if raw.type == "code" else _text(raw, names) for raw in raws)
    _refuse_stray_names(raws, cells)
    return Source(path.stem, cells)


def _raw_cells(path: Path) -> Iterator[_Raw]:
    # Not in every install.
    from ..base.disk import once

    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AuthoringError(f"{path}: cannot be read ({error}); it must be a py:percent file in UTF-8") from error
    key = digest("py:percent", version("jupytext"), text)
    # jupytext takes longer to import than what it makes of one file takes to look up.
    cells: Any = once(key, lambda: _parsed(text), lambda found: json.dumps(found).encode(), json.loads)
    lines = [n for n, line in enumerate(text.splitlines(), 1) if MARKER.match(line)]
    if len(lines) != len(cells):
        raise AuthoringError(f"{path}: {len(cells)} cells, but {len(lines)} lines `# %%`; start each cell with one")
    for line, (kind, source, tags, lang) in zip(lines, cells, strict=True):
        yield _Raw(f"{path}:{line}", kind, source, frozenset(tags), lang)


def _parsed(text: str) -> list[Any]:
    """Of each cell of a py:percent text its type, source, tags and language."""
    import jupytext

    cells = jupytext.reads(text, fmt="py:percent").cells
    return [[cell.cell_type, cell.source, cell.metadata.get("tags", []), cell.metadata.get("lang")] for cell in cells]


class _Names:
    """Hands out the names of the cells that have none of their own: setup, setup-2, demo-1, texto-01, …"""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def next(self, kind: str) -> str:
        self.counts[kind] += 1
        return self.last(kind)

    def last(self, kind: str) -> str:
        number = self.counts[kind]
        if kind == "setup":
            return "setup" if number == 1 else f"setup-{number}"
        return f"demo-{number}" if kind == "demo" else f"{kind}-{number:02}"


def _code(raw: _Raw, names: _Names) -> SourceCell:
    if "setup" in raw.tags:
        return SourceCell("setup", names.next("setup"), raw.source)
    if "demo" in raw.tags:
        return SourceCell("demo", names.next("demo"), raw.source)
    if check := CHECK.fullmatch(raw.source.strip()):
        return SourceCell("check", f"check_{check[1]}", raw.source)
    return SourceCell("exercise", _defined(raw), raw.source)


def _defined(raw: _Raw) -> str:
    """The name of the function that an exercise cell defines."""
    try:
        body = ast.parse(raw.source).body
    except SyntaxError as error:
        raw.refuse(f"not valid Python ({error.msg}, line {error.lineno} of the cell); correct it")
    names = [node.name for node in body if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
    if len(names) != 1:
        raw.refuse(
            f"an exercise has exactly one top-level function, this cell has {len(names)}; "
            'split it, or tag it tags=["setup"] or tags=["demo"]'
        )
    if not all(mark in raw.source for mark in ("### BEGIN SOLUTION", "### END SOLUTION")):
        raw.refuse(f"{names[0]} has no solution; put its body between ### BEGIN SOLUTION and ### END SOLUTION")
    return names[0]


def _text(raw: _Raw, names: _Names) -> SourceCell:
    kind = "resposta" if raw.answer else "texto"
    name = names.last(kind) if raw.lang == "en" else names.next(kind)
    language: Language | None = "pt" if raw.lang == "pt" else "en" if raw.lang == "en" else None
    return SourceCell("text", name, raw.source, language, raw.answer)


def _refuse_lone_texts(raws: Sequence[_Raw]) -> None:
    """A text in one language must be half of a pair, pt first."""
    for before, raw, after in zip([None, *raws], raws, [*raws[1:], None], strict=False):
        if raw.lang not in (None, "pt", "en"):
            raw.refuse(f'unknown lang="{raw.lang}"; write lang="pt" or lang="en"')
        if raw.lang == "pt" and (after is None or after.lang != "en" or after.answer != raw.answer):
            raw.refuse('this text has no English; put its `# %% [markdown] lang="en"` right below it')
        if raw.lang == "en" and (before is None or before.lang != "pt"):
            raw.refuse('this text has no Portuguese; put its `# %% [markdown] lang="pt"` right above it')


def _refuse_stray_names(raws: Sequence[_Raw], cells: Sequence[SourceCell]) -> None:
    """Names are unique, and every exercise has its check."""
    found = {cell.name for cell in cells}
    functions = {cell.name for cell in cells if cell.role == "exercise"}
    seen: set[tuple[str, Language | None]] = set()
    for raw, cell in zip(raws, cells, strict=True):
        if (cell.name, cell.language) in seen:
            raw.refuse(f"there is already a cell {cell.name}; rename or remove one")
        seen.add((cell.name, cell.language))
        if cell.role == "check" and cell.name.removeprefix("check_") not in functions:
            known = ", ".join(sorted(functions)) or "none"
            raw.refuse(f"{cell.source.strip()} names no exercise of this file; known: {known}")
        if cell.role == "exercise" and f"check_{cell.name}" not in found:
            raw.refuse(f"{cell.name} has no check; add a cell with check({cell.name}) below it")


def source_notebook(source: Source, language: Language, points: Mapping[str, float]) -> "NotebookNode":
    """nbgrader's source notebook: solutions still in it, each check worth the points of its function.

    Raises AuthoringError for a function without points.
    """
    from nbformat import from_dict

    if missing := [name for name in source.exercises if name not in points]:
        raise AuthoringError(f"{source.stem}: no points for {', '.join(missing)}; give it a grader in degrau.exercises")
    cells = [_cell(cell, points) for cell in source.cells if cell.language in (None, language)]
    metadata = {
        "degrau": {"assignment": source.stem, "language": language},
        "kernelspec": KERNELSPEC,
        "language_info": {"name": "python"},
    }
    content = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return cast("NotebookNode", from_dict(content))


def _cell(cell: SourceCell, points: Mapping[str, float]) -> dict[str, Any]:
    if cell.role == "text":
        locks = {"deletable": False} if cell.answer else {"deletable": False, "editable": False}
        return {"cell_type": "markdown", "id": cell.name, "metadata": locks, "source": cell.source}
    metadata: dict[str, Any] = {"deletable": False, "nbgrader": _nbgrader(cell, points)}
    if cell.role != "exercise":
        metadata["editable"] = False
    if cell.role in ("setup", "demo"):
        metadata["tags"] = [cell.role]
    code: dict[str, Any] = {"cell_type": "code", "execution_count": None, "outputs": []}
    return {**code, "id": cell.name, "metadata": metadata, "source": cell.source}


def _nbgrader(cell: SourceCell, points: Mapping[str, float]) -> dict[str, Any]:
    """nbgrader's metadata; a text has none, so that the gradebook's language never overwrites a student's."""
    check = cell.role == "check"
    kind = {
        "grade": check,
        "locked": cell.role != "exercise",
        "solution": cell.role == "exercise",
        "task": False,
    }
    worth = {"points": float(points[cell.name.removeprefix("check_")])} if check else {}
    return {"grade_id": cell.name, "schema_version": 3, **kind, **worth}
