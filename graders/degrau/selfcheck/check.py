"""What a student calls in a notebook: `check(f)`, `hint(f)` and `progress()`, with the public checks alone."""

import os
import sys
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from types import FrameType
from typing import Any

from ..base.terminal import print_plainly
from ..base.text import Language, Text, _
from ..judging.judge import blank_report, judge
from ..judging.kernel import Capture
from ..judging.probes import Probes
from ..judging.probes import load as read_probes
from ..judging.registry import asking, assignments, by_function, rivals, which
from ..judging.types import Ask
from ..report.card import card_text, paragraph_text, points_words
from ..report.html import card_html, paragraph_html
from ..report.printed import printed_html, printed_text
from ..report.table import HINT, table_html, table_text
from ..report.types import ExerciseReport, Report
from ..sandbox.limits import Limits
from .asked import asked, refused
from .cells import Gone, InKernel, is_stale
from .first import names_used, with_first
from .notebook import claimed_assignment, spoken

NO_NOTEBOOK = _("no function of the course is defined here yet: run the notebook's cells first")
NO_HINT = _("no hint for {name} now: run check({name}) first, and there is one while it does not pass")
MORE = _("One more hint: degrau.hint({name})")
FIRST_PASS = _("Now it passes.")
GAINED = _("Since the last time, this holds: {titles}.")
LOST = _("Since the last time, this no longer holds: {titles}.")
BOTH = _("Since the last time, this holds: {gained}; and this no longer does: {lost}.")
OTHER = _("Since the last time, the same properties hold, but the answer here is another.")
SAME = _("Nothing has changed since the last time. Was the cell with the function run?")
# Seconds for a function that another one uses, which is what the student waits for.
BRIEF = 1.0

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


def check(*functions: object) -> Points:
    """Checks one function of the course with the public checks and shows what was found.

    Returns the points of the public checks: none for what is no exercise, which is said.
    """
    claimed = claimed_assignment()
    name, function = _asked_for(functions, sys._getframe(1), claimed)
    if name is None:
        return Points(0.0)
    capture = Capture()
    ask = Gone(name) if is_stale(name, function) else _ask(name, function, capture)
    return show_check(name, ask, capture, claimed)


def show_check(name: str, ask: Ask, capture: Capture, claimed: object) -> Points:
    """Shows what the public checks find of this exercise, and what it printed meanwhile.

    `claimed`: the assignment that the open notebook says it is of.
    """
    here = vars(sys.modules["__main__"])
    assignment = asking(name, claimed, here.keys())
    if isinstance(assignment, tuple):
        say(refused(*assignment).to(spoken()))
        return Points(0.0)
    language = spoken(assignment=assignment)
    report = judge(probes := load(assignment.name, name), ask, language)
    printed = capture.printed
    # Of a function that is not there, `hint` would need the name as text.
    more = HINT if isinstance(ask, Gone) and name not in here else MORE
    passes = partial(_passes, assignment.name)
    report = with_first(report, assignment, probes, names_used(here.get(name)), passes, language)
    new = news(latest.get(name), report, language)
    latest[name] = report
    show(
        lambda: card_html(report, language, public=True, news=new) + printed_html(printed, language),
        lambda: card_text(report, language, public=True, news=new, more=more) + printed_text(printed, language),
    )
    if os.environ.get("NBGRADER_EXECUTION") == "validate" and not report.full:
        # What `nbgrader validate`, and JupyterLab's Validate button, show of a cell that does not get all its points.
        print_plainly(card_text(report, language, public=True), sys.stderr)
    points = Points(report.points)
    points.words = points_words(report.points, report.max_points, language)
    return points


def _passes(assignment: str, name: str) -> bool:
    """Whether another function of this kernel passes; one that takes long does not."""
    function = vars(sys.modules["__main__"]).get(name)
    if not callable(function) or is_stale(name, function):
        return False
    return judge(load(assignment, name), InKernel(function, BRIEF, BRIEF, Capture(), name), "en").status == "passed"


def hint(*functions: object) -> None:
    """Shows one more hint for what the last `check` of this function, or the one of this name, found."""
    first = functions[0] if len(functions) == 1 else None
    named = first if isinstance(first, str) and first in by_function() else None
    name = named or _asked_for(functions, sys._getframe(1), claimed_assignment())[0]
    report = latest.get(name or "")
    if name is not None:
        say(report.hints[-1] if report and report.hints else NO_HINT.to(spoken(), name=name))


def progress() -> None:
    """Shows how far this notebook is: every function of it, not written, failing or passing."""
    report = report_so_far()
    if report is not None:
        show(partial(table_html, report), partial(table_text, report))


def report_so_far() -> Report | None:
    """What the public checks say of this notebook; None where no function of the course is here, which is said."""
    here = vars(sys.modules["__main__"])
    known = {a.name: a.points for a in assignments().values()}
    found = which(claimed_assignment(), known, here.keys())
    language = spoken(assignment=assignments()[found] if found else None)
    if found is None:
        say(NO_NOTEBOOK.to(language))
        return None
    if having := rivals(found):
        say(refused(found, having).to(language))
        return None
    assignment, reports = assignments()[found], []
    for exercise in assignment.exercises:
        if callable(function := here.get(exercise.name)):
            reports.append(judge(load(assignment.name, exercise.name), _ask(exercise.name, function), language))
        else:
            reports.append(blank_report(exercise.name, exercise.properties, language))
    return Report(assignment.name, assignment.name, language, None, tuple(reports))


def _ask(name: str, function: Any, capture: Capture | None = None) -> Ask:
    """The function in this kernel, with the time limits of grading; what it prints is captured."""
    return InKernel(function, Limits.call_seconds, Limits.batch_seconds, capture or Capture(), name)


def _asked_for(given: tuple[object, ...], caller: FrameType, claimed: object) -> tuple[str | None, Any]:
    """The name of the exercise, and what was given for it; no name where it is none, which is said."""
    match asked(given, caller, claimed, by_function()):
        case (str(name), function):
            return name, function
        case sentences:
            say(" ".join(text.to(spoken()) for text in sentences if isinstance(text, Text)))
            return None, None


def say(text: str) -> None:
    """Shows a paragraph."""
    show(partial(paragraph_html, text), partial(paragraph_text, text))


def show(html: Callable[[], str], text: Callable[[], str]) -> None:
    """Shows HTML in a notebook, or its text in a terminal."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None and getattr(shell, "kernel", None) is not None:
        from IPython.display import display

        display({"text/html": html(), "text/plain": text()}, raw=True)
    else:
        print_plainly(text())


def news(before: ExerciseReport | None, now: ExerciseReport, language: Language) -> str:
    """What is new, in one sentence; nothing at the first time, or while the function passes."""
    if before is None or before.status in ("blank", "missing") or before.status == now.status == "passed":
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
