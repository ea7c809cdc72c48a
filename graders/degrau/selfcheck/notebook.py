"""The notebook that is open in this kernel: its file, as far as that is known, its language, and its cells.

Of the cells it is noted which have stopped.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..base import packs
from ..base.text import ENGLISH, Language
from ..judging.draw import Args
from ..judging.kernel import Here
from ..judging.registry import assignments
from ..judging.types import Ask, Assignment
from ..plain.about import About, about, bind
from ..plain.cell import bound, written
from ..plain.outcomes import LINE, MESSAGE, Missing, Outcome, Raised

chosen: list[Language] = []
# What stopped the cells that should have given these names something, for as long as they have not run since.
stopped: dict[str, Raised] = {}
# And what the names stood for then.
held: dict[str, object] = {}


def language(choice: Language) -> None:
    """Sets the language of the feedback in this kernel, such as "pt"; raises ValueError for one that no course has."""
    if choice not in languages():
        expected = " or ".join(f'"{known}"' for known in languages())
        raise ValueError(f"expected {expected}, but got choice={choice!r}")
    chosen[:] = [choice]


def spoken(notebook: object = None, assignment: Assignment | None = None) -> Language:
    """The language of the feedback: the one chosen, DEGRAU_LANG, the notebook's, the system's, or else the first.

    The notebook's is what it says itself, or else the name of its folder, where that is a language, as on the web page.

    It is one of those of the course that has this assignment. `notebook` is what a notebook file says; otherwise
    the open notebook is asked.
    """
    wishes = [*chosen, os.environ.get("DEGRAU_LANG"), *_of_notebook(notebook), _system()]
    known = languages(assignment or _claimed())
    return next((wish for wish in map(str, wishes) if wish in known), known[0])


def _of_notebook(said: object) -> tuple[object, ...]:
    """What it says of its language, and the name of its folder, which is that of the kernel."""
    try:
        folder = os.path.basename(os.getcwd())
    except FileNotFoundError:
        folder = ""
    return said or notebook_metadata().get("language"), folder


def languages(own: Assignment | None = None) -> tuple[Language, ...]:
    """The languages that the feedback may be in: of the course with this assignment; else of all, or else English."""
    places = [place for place in packs.found() if own is None or own.folder.is_relative_to(place.graders)]
    return tuple(dict.fromkeys(code for place in places for code in place.languages)) or (ENGLISH,)


def _claimed() -> Assignment | None:
    """The assignment that the open notebook says it is of."""
    name = claimed_assignment()
    return assignments().get(name) if isinstance(name, str) else None


def claimed_assignment() -> object:
    """The name of the assignment that the open notebook says it is of, or whatever stands there."""
    return notebook_metadata().get("assignment")


def notebook_metadata() -> dict[str, Any]:
    """What the open notebook says of itself."""
    found = _content().get("metadata")
    own = found.get("degrau") if isinstance(found, dict) else None
    return own if isinstance(own, dict) else {}


def cells_of_the_notebook() -> Iterator[str]:
    """The sources of the code cells in the notebook's file, as it was saved last; none where it is not known."""
    cells = _content().get("cells")
    for cell in cells if isinstance(cells, list) else ():
        if isinstance(cell, dict) and cell.get("cell_type") == "code":
            source = cell.get("source", "")
            yield source if isinstance(source, str) else "".join(map(str, source))


def path_of_the_notebook() -> Path | None:
    """The notebook's file, where it is known: Jupyter and VS Code tell the kernel."""
    path = os.environ.get("JPY_SESSION_NAME") or vars(sys.modules["__main__"]).get("__vsc_ipynb_file__")
    return Path(path) if isinstance(path, str) else None


def _content() -> dict[str, Any]:
    try:
        path = path_of_the_notebook()
        found = json.loads(path.read_text("utf-8")) if path else {}
    except (OSError, ValueError, TypeError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _system() -> str:
    """The language of the system's locale; nothing in Colab, where it is the same for everyone."""
    if "google.colab" in sys.modules:
        return ""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return next((os.environ[name] for name in names if os.environ.get(name)), "")[:2]


def note(source: str, error: BaseException | None) -> None:
    """Notes that a cell has run, or how it stopped."""
    names, unread = bound(source) | written(source), isinstance(error, SyntaxError)
    here = vars(sys.modules["__main__"])
    for name in names:
        if error is not None and (unread or name not in here):
            stopped[name], held[name] = _raised(error, name, source), here.get(name)
        else:
            stopped.pop(name, None)


def _raised(error: BaseException, name: str, source: str) -> Raised:
    lines: tuple[tuple[str, int, str], ...] = ()
    text = str(error)
    if isinstance(error, SyntaxError):
        number, written_there = error.lineno or 1, source.split("\n")
        line = written_there[number - 1] if 0 < number <= len(written_there) else ""
        text, lines = error.msg, ((name, number, line.strip()[:LINE]),)
    return Raised(type(error).__name__, text[:MESSAGE], lines, cell=True)


class InKernel(Here):
    """A function of this kernel, of whose other cells something is known."""

    def about(self) -> About:
        return _known(super().about())


class Gone(Ask):
    """A function that is not there, or whose cell has not run since it was changed."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, calls: Sequence[Args], iterate: bool = False) -> list[Outcome]:
        return [stopped.get(self._name) or Missing(kernel=True)] * len(calls)

    def about(self) -> About:
        return _known(bind(about(self._name, vars(sys.modules["__main__"]))))


def _known(found: About) -> About:
    here = vars(sys.modules["__main__"])
    elsewhere = frozenset().union(*map(bound, cells_of_the_notebook())) - here.keys()
    return replace(found, later=elsewhere, stopped=dict(stopped))


def is_stale(name: str, function: object) -> bool:
    """Whether this is the function from before the last run of its cell, which was stopped."""
    return name in stopped and held.get(name) is function
