"""What a student calls in a notebook: `check(f)`, `hint(f)` and `progress()`, with the public checks alone."""

import os
import sys
from collections.abc import Callable
from typing import Any

from ..exercises import ASSIGNMENTS
from ..judging.exercise import Assignment
from ..judging.inprocess import ask_here
from ..judging.judge import blank_report, judge
from ..judging.transcript import Ask
from ..report import ExerciseReport, Report
from ..sandbox.limits import Limits
from ..text import _
from .card import card_html, card_text, paragraph_html, paragraph_text, points_words
from .news import news
from .recorded import load
from .spoken import notebook_metadata, spoken
from .table import table_html, table_text
from .which import which

UNKNOWN = _("{name} is not an exercise of the course")
NO_NOTEBOOK = _("no function of the course is defined here yet: run the notebook's cells first")
NO_HINT = _("no hint for {name} now: run check({name}) first, and there is one while it does not pass")
MORE = _("One more hint: degrau.hint({name})")
Function = Callable[..., Any]

_latest: dict[str, ExerciseReport] = {}


class Points(float):
    """The points of the public checks. Its text is the bare number, which nbgrader reads as the grade of the cell."""

    words = ""

    def __repr__(self) -> str:
        return repr(float(self))

    def _repr_html_(self) -> str:
        return f"<small>{self.words}</small>"


def check(function: Function) -> Points:
    """Checks one function of the course with the public checks and shows what was found.

    Returns the points of the public checks. Raises ValueError for a function that is not an exercise.
    """
    name, language = _name(function), spoken()
    report = judge(load(_assignment_of(name).name, name), _asked(function), language)
    new = news(_latest.get(name), report, language)
    _latest[name] = report
    text = card_text(report, language, public=True, news=new, more=MORE)
    _show(card_html(report, language, public=True, news=new), text)
    if os.environ.get("NBGRADER_EXECUTION") == "validate" and not report.full:
        # What `nbgrader validate`, and JupyterLab's Validate button, show of a cell that does not get all its points.
        print(card_text(report, language, public=True), file=sys.stderr)
    points = Points(report.points)
    points.words = points_words(report.points, report.max_points, language)
    return points


def hint(function: Function) -> None:
    """Shows one more hint for what the last `check` of this function found; raises ValueError as `check` does."""
    name = _name(function)
    _assignment_of(name)
    latest = _latest.get(name)
    text = latest.hints[-1] if latest and latest.hints else NO_HINT.to(spoken(), name=name)
    _show(paragraph_html(text), paragraph_text(text))


def progress() -> None:
    """Shows how far this notebook is: every function of it, not written, failing or passing."""
    language, here = spoken(), vars(sys.modules["__main__"])
    assignment = which(notebook_metadata().get("assignment"), here.keys())
    if assignment is None:
        print(NO_NOTEBOOK.to(language))
        return
    reports = []
    for exercise in assignment.exercises:
        if callable(function := here.get(exercise.name)):
            reports.append(judge(load(assignment.name, exercise.name), _asked(function), language))
        else:
            reports.append(blank_report(exercise.name, exercise.properties, language))
    report = Report(assignment.name, assignment.name, language, None, tuple(reports))
    _show(table_html(report), table_text(report))


def _asked(function: Function) -> Ask:
    """The function in this kernel, with the time limits of grading."""
    return ask_here(function, Limits.call_seconds, Limits.batch_seconds)


def _name(function: Function) -> str:
    return getattr(function, "__name__", str(function))


def _assignment_of(name: str) -> Assignment:
    """The assignment of this function; raises ValueError where there is none."""
    found = next((a for a in ASSIGNMENTS.values() if name in a.points), None)
    if found is None:
        raise ValueError(UNKNOWN.to(spoken(), name=name))
    return found


def _show(html: str, text: str) -> None:
    """Shows HTML in a notebook, or its text in a terminal."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None and getattr(shell, "kernel", None) is not None:
        from IPython.display import display

        display({"text/html": html, "text/plain": text}, raw=True)
    else:
        print(text)
