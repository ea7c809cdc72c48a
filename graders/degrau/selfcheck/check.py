"""`check(f)`: the public checks of one function, in the student's own kernel."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..exercises import ASSIGNMENTS
from ..judging.inprocess import ask_here
from ..judging.judge import judge
from ..text import LANGUAGES, Language, _
from .card import card_html, card_text, points_words
from .recorded import load

_chosen: list[Language] = []


class Points(float):
    """The points of the public checks. Its text is the bare number, which nbgrader reads as the grade of the cell."""

    words = ""

    def __repr__(self) -> str:
        return repr(float(self))

    def _repr_html_(self) -> str:
        return f"<small>{self.words}</small>"


def language(choice: Language) -> None:
    """Sets the language of the feedback in this kernel: "pt" or "en"; raises ValueError for any other."""
    if choice not in LANGUAGES:
        raise ValueError(f'expected "pt" or "en", but got choice={choice!r}')
    _chosen[:] = [choice]


def check(function: Callable[..., Any]) -> Points:
    """Checks one function of the course with the public checks and shows what was found.

    Returns the points of the public checks. Raises ValueError for a function that is not an exercise.
    """
    name = getattr(function, "__name__", str(function))
    assignment = next((a.name for a in ASSIGNMENTS.values() if name in a.points), None)
    here = spoken()
    if assignment is None:
        unknown = _("{name} is not an exercise of the course")
        raise ValueError(unknown.to(here, name=name))
    report = judge(load(assignment, name), ask_here(function), here)
    _show(card_html(report, here, public=True), card_text(report, here, public=True))
    points = Points(report.points)
    points.words = points_words(report.points, report.max_points, here)
    return points


def spoken() -> Language:
    """The language of the feedback: the one chosen, DEGRAU_LANG, the notebook's, the system's, or else Portuguese."""
    system = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    wishes = [*_chosen, os.environ.get("DEGRAU_LANG"), _notebook_language(), system[:2]]
    return next((known for wish in wishes for known in LANGUAGES if wish == known), "pt")


def _notebook_language() -> str | None:
    """What the open notebook's metadata says, where the kernel knows the notebook's path."""
    path = os.environ.get("JPY_SESSION_NAME")
    try:
        metadata = json.loads(Path(path).read_text("utf-8"))["metadata"] if path else {}
        found = metadata.get("degrau", {}).get("language")
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return None
    return found if isinstance(found, str) else None


def _show(html: str, text: str) -> None:
    """Shows the card in a notebook, or its text in a terminal."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None and getattr(shell, "kernel", None) is not None:
        from IPython.display import display

        display({"text/html": html, "text/plain": text}, raw=True)
    else:
        print(text)
