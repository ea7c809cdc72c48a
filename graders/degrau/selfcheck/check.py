"""What a student calls in a notebook: `check(f)`, `hint(f)` and `progress()`, with the public checks alone.

Which function it was given, and what is said where it was given something else; what is new; which function to mend
first: the earliest that a failing one uses, and that does not pass either.
"""

import ast
import linecache
import os
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import takewhile
from types import FrameType, FunctionType
from typing import Any

from ..base.packs import Place
from ..base.terminal import print_plainly
from ..base.text import Language, Text, _
from ..judging.judge import blank_report, judge
from ..judging.kernel import Capture
from ..judging.probes import Probes
from ..judging.probes import load as read_probes
from ..judging.registry import asking, assignments, by_function, rivals, which
from ..judging.types import Ask, Assignment
from ..plain.call import names_in
from ..plain.involved import evaluated
from ..report.card import EARLIER, card_text, listed, paragraph_text, points_words, printed_text, unsaid
from ..report.html import card_html, paragraph_html, printed_html
from ..report.table import HINT, table_html, table_text
from ..report.types import ExerciseReport, Report
from ..sandbox.limits import Limits
from .notebook import Gone, InKernel, claimed_assignment, is_stale, spoken

NOTHING = _("`check` wants to know which function: write its name between the parentheses, as in `check({example})`.")
SEVERAL = _("`check` looks at one function at a time: a call for each, as in `check({example})`.")
QUOTED = _("`check` wants the function itself, not its name as text: `check({name})`, without quotation marks.")
CALLED = _(
    "`check` wants the function itself, and `{called}` is what the function returns. Write `check({name})`, without "
    "the parentheses behind the name and what is in them."
)
VALUE = _("`check` wants a function of the course, and was given a value of type {kind}.")
UNKNOWN = _("`{name}` is not an exercise of the course.")
RIVALS = _("Several courses that are installed here ask for {name}: {courses}. Uninstall those that are not yours.")
HERE = _("The functions of this notebook are {names}.")
NO_NOTEBOOK = _("no function of the course is defined here yet: run the notebook's cells first")
NO_HINT = _("no hint for {name} now: run check({name}) first, and there is one while it does not pass")
MORE = _("One more hint: degrau.hint({name})")
FIRST_PASS = _("Now it passes.")
GAINED = _("Since the last time, this holds: {titles}.")
LOST = _("Since the last time, this no longer holds: {titles}.")
BOTH = _("Since the last time, this holds: {gained}; and this no longer does: {lost}.")
OTHER = _("Since the last time, the same properties hold, but the answer here is another.")
SAME = _("Nothing has changed since the last time. Was the cell with the function run?")
FOLLOWED = _(
    "When the notebook is graded, `{function}` is judged once more with a right {names} in place of yours, unless "
    "your course does without."
)
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


def asked(
    given: tuple[object, ...], caller: FrameType, open_notebook: object, known: Collection[str]
) -> tuple[str, Any] | tuple[Text, ...]:
    """The name of the exercise and what was given for it; or the sentences that say what is wrong with the call.

    `open_notebook`: the assignment that the notebook says it is of; `known`: all functions that courses ask for.
    """
    if len(given) != 1:
        names = exercises_here(vars(sys.modules["__main__"]), open_notebook)
        text = SEVERAL if given else NOTHING
        return text.filled(example=(names or tuple(known))[0]), *_here(names)
    (value,) = given
    if isinstance(value, str) and value in known:
        return (QUOTED.filled(name=value),)
    name = exercise_of(value, known)
    if name in known:
        return name, value
    match _argument(caller):
        case ast.Call(func=ast.Name(id=called)) as call if called in known:
            return (CALLED.filled(called=ast.unparse(call), name=called),)
        case ast.Name(id=meant) if meant in known:
            return meant, value
    unknown = UNKNOWN.filled(name=name) if callable(value) else VALUE.filled(kind=type(value).__name__)
    return unknown, *_here(exercises_here(vars(sys.modules["__main__"]), open_notebook))


def _here(names: Sequence[str]) -> tuple[Text, ...]:
    return (HERE.filled(names=", ".join(f"`{name}`" for name in names)),) if names else ()


def exercise_of(function: object, known: Collection[str]) -> str:
    """Which of the `known` exercises this function is, by its own name, or else by that which the notebook gives it."""
    own = str(getattr(function, "__name__", type(function).__name__))
    if not callable(function):
        return ""
    named = (name for name, value in vars(sys.modules["__main__"]).items() if value is function)
    return own if own in known else next(filter(known.__contains__, named), own)


def refused(name: str, having: Sequence[Place]) -> Text:
    """What is said of an assignment, or a function, that several courses have."""
    return RIVALS.filled(name=name, courses=", ".join(place.module for place in having))


def exercises_here(names: Mapping[str, Any], claimed: object) -> tuple[str, ...]:
    """The functions to write in the notebook that is open, as far as it can be told which it is."""
    known = {a.name: a.points for a in assignments().values()}
    found = which(claimed, known, names.keys())
    return tuple(assignments()[found].points) if found else ()


def _argument(caller: FrameType) -> ast.AST | None:
    """The first argument of the call that is being made, as it is written; None where that cannot be read."""
    source = linecache.getlines(caller.f_code.co_filename)
    call = evaluated(caller.f_code, caller.f_lasti, caller.f_lineno, source)
    for node in ast.walk(call) if call else ():
        if isinstance(node, ast.Call):
            return node.args[0] if node.args else None
    return None


def with_first(
    report: ExerciseReport,
    assignment: Assignment,
    probes: Probes,
    used: Collection[str],
    passes: Callable[[str], bool],
    language: Language,
) -> ExerciseReport:
    """The report on a function that uses these names, which also says which of them comes first, if one does."""
    if report.status == "passed":
        return report
    earlier = takewhile(lambda name: name != report.name, assignment.points)
    first = next((name for name in earlier if name in used and not passes(name)), None)
    if first is None:
        return report
    sentences = (EARLIER,) * bool(unsaid(report, [first])) + (FOLLOWED,) * (first in probes.stand_ins)
    said = (sentence.to(language, names=listed([first]), function=report.name) for sentence in sentences)
    return replace(report, hint=" ".join(said))


def names_used(function: object) -> Collection[str]:
    """The names that a function of this process looks up, and those that its notebook's functions among them do."""
    names: Mapping[str, Any] = getattr(function, "__globals__", {})
    found, waiting = set[str](), [function] if isinstance(function, FunctionType) else []
    while waiting:
        new = names_in(waiting.pop().__code__) - found
        found |= new
        held = (names.get(name) for name in new)
        waiting += (value for value in held if isinstance(value, FunctionType) and value.__globals__ is names)
    return found
