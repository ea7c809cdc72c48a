"""The source of an assignment, solutions/NN_name.py: read, and made into nbgrader's source notebook."""

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Any, Literal, NoReturn, cast

from ..base.disk import digest
from ..base.mendable import Mendable, raised
from ..base.text import Language, Text, _
from ..judging.bounded import in_time
from ..judging.watch import TookTooLong

if TYPE_CHECKING:
    from nbformat import NotebookNode

Role = Literal["text", "setup", "exercise", "check", "demo"]

MARKER = re.compile(r"#\s*%%(?!%)")
CHECK = re.compile(r"check\((\w+)\)")
YOUR_ANSWER, WRITE_HERE = _("Your answer"), _("Write here")
# How the ids of texts begin, and of those in which the student writes, in the pack's first language.
TEXT, WRITTEN = _("text"), _("answer")
KERNELSPEC = {"display_name": "Python 3", "language": "python", "name": "python3"}


class AuthoringError(Mendable):
    """A source, or a release, that cannot be made: the file and line, what is wrong, and what to do."""


def line_of(error: BaseException, file: str) -> int:
    """The line of this file on which it was raised, or which is no Python; 0 where it is none of this file's."""
    if isinstance(error, SyntaxError) and error.filename == file and error.lineno:
        return error.lineno
    return next((f.lineno for f in reversed(extract_tb(error.__traceback__)) if f.filename == file and f.lineno), 0)


@dataclass(frozen=True)
class SourceCell:
    """One cell; `name` is its id in the notebooks, the same for a text in all its languages.

    `language` is None for what goes into every notebook; `answer` marks a text where the student writes; `where` is its
    file and line.
    """

    role: Role
    name: str
    source: str
    language: Language | None = None
    answer: bool = False
    where: str = field(default="", compare=False)

    def run(self, namespace: dict[str, Any]) -> None:
        """Runs its code; raises AuthoringError, with the file and line, where that raises something."""
        try:
            in_time(lambda: exec(compile(self.source, f"<{self.name}>", "exec"), namespace))
        except TookTooLong as error:
            raise AuthoringError(f"{self.raised_at(error) or self.where}: it does not end; correct it") from error
        except (Exception, SystemExit) as error:
            raise AuthoringError(f"{self.raised_at(error) or self.where}: {raised(error)}") from error

    def raised_at(self, error: BaseException) -> str:
        """The file and line at which its code, once it was run, raised this; nothing where it did not."""
        path, _colon, above = self.where.rpartition(":")
        line = line_of(error, f"<{self.name}>")
        return f"{path}:{int(above) + line}" if path and line else ""


@dataclass(frozen=True)
class Source:
    """The source of the assignment `stem`, in a pack with these languages."""

    stem: str
    cells: tuple[SourceCell, ...]
    languages: tuple[Language, ...]

    @property
    def exercises(self) -> tuple[str, ...]:
        """The names of the functions to write, in order."""
        return tuple(cell.name for cell in self.cells if cell.role == "exercise")

    def of(self, language: Language) -> tuple[SourceCell, ...]:
        """The cells of the notebook in this language; a text that lacks it is there in the first."""
        has = {cell.name for cell in self.cells if cell.language == language}
        first = self.languages[0]
        shown = (None, language), (None, first)
        return tuple(cell for cell in self.cells if cell.language in shown[cell.name not in has])

    def untranslated(self) -> Iterator[str]:
        """Which texts lack a language, a line each with the file and the line."""
        has = {(cell.name, cell.language) for cell in self.cells}
        for cell in self.cells:
            if cell.language == self.languages[0]:
                lacking = (code for code in self.languages if (cell.name, code) not in has)
                yield from (f"{cell.where}: not in {code}; it is shown in {cell.language}" for code in lacking)


@dataclass(frozen=True)
class _Raw:
    """A cell as jupytext gives it, and where it starts."""

    where: str
    type: str
    source: str
    tags: frozenset[str]
    lang: str | None
    answer: bool

    def refuse(self, problem: str, below: int = 0) -> NoReturn:
        """Raises AuthoringError for this cell, or for the line so far below its beginning."""
        path, _colon, line = self.where.rpartition(":")
        raise AuthoringError(f"{path}:{int(line) + below}: {problem}")


def stub(languages: Sequence[Language]) -> str:
    """What nbgrader leaves in an answer cell of the release."""
    return f"# {text_stub(languages)}\n..."


def text_stub(languages: Sequence[Language]) -> str:
    """What nbgrader leaves there in the place of a text."""
    return " · ".join(map(WRITE_HERE.to, languages))


def read_source(path: Path, languages: Sequence[Language]) -> Source:
    """The cells of a py:percent file, with their roles and names; raises AuthoringError."""
    raws = list(_raw_cells(path, languages))
    _refuse_lone_texts(raws, languages)
    names = _Names(languages[0])
    cells = tuple(_code(raw, names) if raw.type == "code" else _text(raw, names) for raw in raws)
    _refuse_stray_names(raws, cells)
    return Source(path.stem, cells, tuple(languages))


def _raw_cells(path: Path, languages: Sequence[Language]) -> Iterator[_Raw]:
    # Not in every install.
    from ..base.disk import once

    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise AuthoringError(f"{path}: cannot be read ({error}); it must be a py:percent file in UTF-8") from error
    key = digest("py:percent", version("jupytext"), text)
    # jupytext takes longer to import than what it makes of one file takes to look up.
    cells: Any = once(key, lambda: _parsed(text), lambda found: json.dumps(found).encode(), json.loads)
    lines = [n for n, line in enumerate(text.splitlines(), 1) if MARKER.match(line)]
    if len(lines) != len(cells):
        raise AuthoringError(f"{path}: {len(cells)} cells, but {len(lines)} lines `# %%`; start each cell with one")
    answers = re.compile(rf"[*_\s]*(?:{'|'.join(map(re.escape, map(YOUR_ANSWER.to, languages)))})\b")
    for line, (kind, source, tags, lang) in zip(lines, cells, strict=True):
        answer = "answer" in tags or answers.match(source) is not None
        yield _Raw(f"{path}:{line}", kind, source, frozenset(tags), lang, answer)


def _parsed(text: str) -> list[Any]:
    """Of each cell of a py:percent text its type, source, tags and language."""
    import jupytext

    cells = jupytext.reads(text, fmt="py:percent").cells
    return [[cell.cell_type, cell.source, cell.metadata.get("tags", []), cell.metadata.get("lang")] for cell in cells]


class _Names:
    """Hands out the names of the cells that have none of their own: setup, setup-2, demo-1, text-01, …"""

    def __init__(self, first: Language) -> None:
        self.counts: Counter[str] = Counter()
        self.first = first

    def of_texts(self, word: Text) -> str:
        """How the names of such texts begin; an id takes no other letters than ASCII's."""
        return next(filter(str.isascii, (word.to(self.first), word.to("en"))))

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
        return SourceCell("setup", names.next("setup"), raw.source, where=raw.where)
    if "demo" in raw.tags:
        return SourceCell("demo", names.next("demo"), raw.source, where=raw.where)
    if check := CHECK.fullmatch(raw.source.strip()):
        return SourceCell("check", f"check_{check[1]}", raw.source, where=raw.where)
    return SourceCell("exercise", _defined(raw), raw.source, where=raw.where)


def _defined(raw: _Raw) -> str:
    """The name of the function that an exercise cell defines."""
    try:
        body = ast.parse(raw.source).body
    except SyntaxError as error:
        raw.refuse(raised(error), error.lineno or 0)
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
    kind = names.of_texts(WRITTEN if raw.answer else TEXT)
    name = names.next(kind) if raw.lang in (None, names.first) else names.last(kind)
    return SourceCell("text", name, raw.source, raw.lang, raw.answer, raw.where)


def _refuse_lone_texts(raws: Sequence[_Raw], languages: Sequence[Language]) -> None:
    """A text is there in the pack's first language, and right below that in the others, in each once."""
    first, group = languages[0], dict[str | None, bool]()
    known = " or ".join(f'lang="{code}"' for code in languages)
    for raw in raws:
        if raw.lang not in (None, *languages):
            raw.refuse(f'unknown lang="{raw.lang}"; write {known}, or add it to the languages of the pack')
        if raw.lang in (None, first):
            group = {raw.lang: raw.answer} if raw.lang else {}
        elif not group or raw.lang in group:
            raw.refuse(f'this text is not in {first}; put its `# %% [markdown] lang="{first}"` right above it')
        elif raw.answer != group[first]:
            raw.refuse('the student writes in one language of this text alone; tag all tags=["answer"], or none')
        else:
            group[raw.lang] = raw.answer


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
        if cell.role == "check" and (cell.name.removeprefix("check_"), None) not in seen:
            raw.refuse(f"{cell.source.strip()} stands above its function; put it below")
        if cell.role == "exercise" and f"check_{cell.name}" not in found:
            raw.refuse(f"{cell.name} has no check; add a cell with check({cell.name}) below it")


def source_notebook(source: Source, language: Language, points: Mapping[str, float]) -> "NotebookNode":
    """nbgrader's source notebook: solutions still in it, each check worth the points of its function.

    Raises AuthoringError for a function without points.
    """
    from nbformat import from_dict

    if missing := [name for name in source.exercises if name not in points]:
        raise AuthoringError(f"{source.stem}: no points for {', '.join(missing)}; write its grader")
    cells = [_cell(cell, points) for cell in source.of(language)]
    metadata = {
        "degrau": {"assignment": source.stem, "language": language},
        "kernelspec": KERNELSPEC,
        "language_info": {"name": "python"},
    }
    content = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return cast("NotebookNode", from_dict(content))


def carrying(notebook: "NotebookNode", version: str) -> "NotebookNode":
    """The notebook, which now says that it is from this version of the pack; nothing where the pack has none."""
    if version:
        notebook.metadata.degrau["version"] = version
    return notebook


def _cell(cell: SourceCell, points: Mapping[str, float]) -> dict[str, Any]:
    if cell.role == "text":
        locks = {"deletable": False} if cell.answer else {"deletable": False, "editable": False}
        return {"cell_type": "markdown", "id": cell.name, "metadata": locks, "source": cell.source}
    code: dict[str, Any] = {"cell_type": "code", "execution_count": None, "outputs": []}
    return {**code, "id": cell.name, "metadata": _metadata(cell, points), "source": cell.source}


def _metadata(cell: SourceCell, points: Mapping[str, float]) -> dict[str, Any]:
    """What Jupyter and nbgrader are told of a cell of code."""
    if cell.role == "demo":
        # The student's to play with: nothing of nbgrader's, and a name that copies keep.
        return {"degrau": {"cell": cell.name}, "tags": ["demo"]}
    metadata: dict[str, Any] = {"deletable": False, "nbgrader": _nbgrader(cell, points)}
    if cell.role != "exercise":
        metadata["editable"] = False
    if cell.role == "setup":
        metadata["tags"] = ["setup"]
    return metadata


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
