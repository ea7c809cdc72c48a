"""What a student calls in a notebook: `check(f)`, `hint(f)` and `progress()`, with the public checks alone."""

import json
import os
import sys
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from ..base.text import LANGUAGES, Language, _
from ..judging.ask import Ask
from ..judging.capture import Capture
from ..judging.judge import blank_report, judge
from ..judging.kernel import Here
from ..judging.probes import Probes
from ..judging.probes import load as read_probes
from ..judging.registry import assignments, by_function, which
from ..report.card import card_text, paragraph_text, points_words
from ..report.html import card_html, paragraph_html
from ..report.printed import printed_html, printed_text
from ..report.table import table_html, table_text
from ..report.types import ExerciseReport, Report
from ..sandbox.limits import Limits

UNKNOWN = _("{name} is not an exercise of the course")
NO_NOTEBOOK = _("no function of the course is defined here yet: run the notebook's cells first")
NO_HINT = _("no hint for {name} now: run check({name}) first, and there is one while it does not pass")
MORE = _("One more hint: degrau.hint({name})")
FIRST_PASS = _("Now it passes.")
GAINED = _("Since the last time, this holds: {titles}.")
LOST = _("Since the last time, this no longer holds: {titles}.")
BOTH = _("Since the last time, this holds: {gained}; and this no longer does: {lost}.")
OTHER = _("Since the last time, the same properties hold, but the answer here is another.")
SAME = _("Nothing has changed since the last time. Was the cell with the function run?")
Function = Callable[..., Any]

# What the last check in this kernel said of each function.
latest: dict[str, ExerciseReport] = {}


class Points(float):
    """The points of the public checks. Its text is the bare number, which nbgrader reads as the grade of the cell."""

    words = ""

    def __repr__(self) -> str:
        return repr(float(self))

    def _repr_html_(self) -> str:
        return f"<small>{self.words}</small>"


@lru_cache
def load(assignment: str, name: str) -> Probes:
    """The public probes of one function; raises KeyError where there are none."""
    return read_probes(assignments()[assignment], name)


def check(function: Function) -> Points:
    """Checks one function of the course with the public checks and shows what was found.

    Returns the points of the public checks: none for what is no exercise, which is said.
    """
    language, name = spoken(), _exercise_of(function)
    assignment = by_function().get(name)
    if assignment is None:
        _say(UNKNOWN.to(language, name=name))
        return Points(0.0)
    capture = Capture()
    report = judge(load(assignment.name, name), _asked(function, capture), language)
    printed = capture.printed
    new = news(latest.get(name), report, language)
    latest[name] = report
    _show(
        lambda: card_html(report, language, public=True, news=new) + printed_html(printed, language),
        lambda: card_text(report, language, public=True, news=new, more=MORE) + printed_text(printed, language),
    )
    if os.environ.get("NBGRADER_EXECUTION") == "validate" and not report.full:
        # What `nbgrader validate`, and JupyterLab's Validate button, show of a cell that does not get all its points.
        print(card_text(report, language, public=True), file=sys.stderr)
    points = Points(report.points)
    points.words = points_words(report.points, report.max_points, language)
    return points


def hint(function: Function) -> None:
    """Shows one more hint for what the last `check` of this function found."""
    name = _exercise_of(function)
    report = latest.get(name)
    _say(report.hints[-1] if report and report.hints else NO_HINT.to(spoken(), name=name))


def progress() -> None:
    """Shows how far this notebook is: every function of it, not written, failing or passing."""
    language, here = spoken(), vars(sys.modules["__main__"])
    known = {a.name: a.points for a in assignments().values()}
    found = which(notebook_metadata().get("assignment"), known, here.keys())
    if found is None:
        _say(NO_NOTEBOOK.to(language))
        return
    assignment, reports = assignments()[found], []
    for exercise in assignment.exercises:
        if callable(function := here.get(exercise.name)):
            reports.append(judge(load(assignment.name, exercise.name), _asked(function, Capture()), language))
        else:
            reports.append(blank_report(exercise.name, exercise.properties, language))
    report = Report(assignment.name, assignment.name, language, None, tuple(reports))
    _show(partial(table_html, report), partial(table_text, report))


def _asked(function: Function, capture: Capture) -> Ask:
    """The function in this kernel, with the time limits of grading; what it prints is captured."""
    return Here(function, Limits.call_seconds, Limits.batch_seconds, capture)


def _exercise_of(function: Function) -> str:
    """The exercise that this function is, by its own name, or else by that which the notebook gives it."""
    own = str(getattr(function, "__name__", type(function).__name__))
    named = (name for name, value in vars(sys.modules["__main__"]).items() if value is function)
    return own if own in by_function() else next(filter(by_function().__contains__, named), own)


def _say(text: str) -> None:
    _show(partial(paragraph_html, text), partial(paragraph_text, text))


def _show(html: Callable[[], str], text: Callable[[], str]) -> None:
    """Shows HTML in a notebook, or its text in a terminal."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None and getattr(shell, "kernel", None) is not None:
        from IPython.display import display

        display({"text/html": html(), "text/plain": text()}, raw=True)
    else:
        print(text())


def news(before: ExerciseReport | None, now: ExerciseReport, language: Language) -> str:
    """What is new, in one sentence; nothing at the first time, or while the function passes."""
    if before is None or before.status == "blank" or before.status == now.status == "passed":
        return ""
    if now.status == "passed":
        return FIRST_PASS.to(language)
    held, holds = ({p.name for p in report.properties if p.passed} for report in (before, now))
    gained = _listed(p.title for p in now.properties if p.name in holds - held)
    lost = _listed(p.title for p in now.properties if p.name in held - holds)
    if gained and lost:
        return BOTH.to(language, gained=gained, lost=lost)
    if gained or lost:
        return (GAINED if gained else LOST).to(language, titles=gained or lost)
    same = [p.message for p in before.properties] == [p.message for p in now.properties]
    return (SAME if same else OTHER).to(language)


def _listed(titles: Iterable[str]) -> str:
    return ", ".join(f"“{title}”" for title in titles)


chosen: list[Language] = []


def language(choice: Language) -> None:
    """Sets the language of the feedback in this kernel: "pt" or "en"; raises ValueError for any other."""
    if choice not in LANGUAGES:
        raise ValueError(f'expected "pt" or "en", but got choice={choice!r}')
    chosen[:] = [choice]


def spoken(notebook: object = None) -> Language:
    """The language of the feedback: the one chosen, DEGRAU_LANG, the notebook's, the system's, or else Portuguese.

    `notebook` is what a notebook file says; otherwise the open notebook is asked.
    """
    wishes = [*chosen, os.environ.get("DEGRAU_LANG"), notebook or notebook_metadata().get("language"), _system()]
    return next((known for wish in wishes for known in LANGUAGES if wish == known), "pt")


def notebook_metadata() -> dict[str, Any]:
    """What the open notebook says of itself, where its path is known: Jupyter and VS Code tell the kernel."""
    path = os.environ.get("JPY_SESSION_NAME") or vars(sys.modules["__main__"]).get("__vsc_ipynb_file__")
    try:
        found = json.loads(Path(path).read_text("utf-8"))["metadata"]["degrau"] if path else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}


def _system() -> str:
    """The language of the system's locale; nothing in Colab, where it is the same for everyone."""
    if "google.colab" in sys.modules:
        return ""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return next((os.environ[name] for name in names if os.environ.get(name)), "")[:2]
