"""What a student calls in a notebook: `check(f)`, `hint(f)` and `progress()`, with the public checks alone."""

import os
import sys
from collections.abc import Callable
from typing import Any

from ..exercises import ASSIGNMENTS
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

    Returns the points of the public checks: none for what is no exercise, which is said.
    """
    language, name = spoken(), _exercise_of(function)
    assignment = next((a for a in ASSIGNMENTS.values() if name in a.points), None)
    if assignment is None:
        _say(UNKNOWN.to(language, name=name))
        return Points(0.0)
    report = judge(load(assignment.name, name), _asked(function), language)
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
    """Shows one more hint for what the last `check` of this function found."""
    name = _exercise_of(function)
    latest = _latest.get(name)
    _say(latest.hints[-1] if latest and latest.hints else NO_HINT.to(spoken(), name=name))


def progress() -> None:
    """Shows how far this notebook is: every function of it, not written, failing or passing."""
    language, here = spoken(), vars(sys.modules["__main__"])
    assignment = which(notebook_metadata().get("assignment"), here.keys())
    if assignment is None:
        _say(NO_NOTEBOOK.to(language))
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


def _exercise_of(function: Function) -> str:
    """The exercise that this function is, by its own name, or else by that which the notebook gives it."""
    own = str(getattr(function, "__name__", type(function).__name__))
    known = {name for assignment in ASSIGNMENTS.values() for name in assignment.points}
    given = (name for name, value in vars(sys.modules["__main__"]).items() if value is function and name in known)
    return own if own in known else next(given, own)


def _say(text: str) -> None:
    _show(paragraph_html(text), paragraph_text(text))


def _show(html: str, text: str) -> None:
    """Shows HTML in a notebook, or its text in a terminal."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None and getattr(shell, "kernel", None) is not None:
        from IPython.display import display

        display({"text/html": html, "text/plain": text}, raw=True)
    else:
        print(text)
