"""Which function `check(…)` was given, and what is said where it was given something else."""

import ast
import linecache
import sys
from collections.abc import Mapping, Sequence
from types import FrameType
from typing import Any

from ..base.packs import Place
from ..base.text import Text, _
from ..judging.registry import assignments, by_function, of, rivals, which
from ..judging.types import Assignment
from ..plain.involved import evaluated

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


def asked(given: tuple[object, ...], caller: FrameType, open_notebook: object) -> tuple[str, Any] | tuple[Text, ...]:
    """The name of the exercise and what was given for it; or the sentences that say what is wrong with the call.

    `open_notebook`: the assignment that the notebook says it is of.
    """
    names = exercises_here(vars(sys.modules["__main__"]), open_notebook)
    here = (HERE.filled(names=", ".join(f"`{name}`" for name in names)),) if names else ()
    if len(given) != 1:
        text = SEVERAL if given else NOTHING
        return text.filled(example=(names or tuple(by_function()))[0]), *here
    value = given[0]
    if isinstance(value, str) and value in by_function():
        return (QUOTED.filled(name=value),)
    name = exercise_of(value)
    if name in by_function():
        return name, value
    match _argument(caller):
        case ast.Call(func=ast.Name(id=called)) as call if called in by_function():
            return (CALLED.filled(called=ast.unparse(call), name=called),)
        case ast.Name(id=meant) if meant in by_function():
            return meant, value
    return (UNKNOWN.filled(name=name) if callable(value) else VALUE.filled(kind=type(value).__name__)), *here


def exercise_of(function: object) -> str:
    """The exercise that this function is, by its own name, or else by that which the notebook gives it."""
    own = str(getattr(function, "__name__", type(function).__name__))
    if not callable(function):
        return ""
    named = (name for name, value in vars(sys.modules["__main__"]).items() if value is function)
    return own if own in by_function() else next(filter(by_function().__contains__, named), own)


def assignment_of(function: str, claimed: object) -> Assignment | Text:
    """The assignment that asks for a function, the notebook's own where several do; or that nothing tells which.

    `claimed`: the assignment that the notebook says it is of.
    """
    having = rivals(function)
    if not having:
        own = by_function()[function]
        return refused(own.name, others) if (others := rivals(own.name)) else own
    asking = [known for place in having for known in of(place) if function in known.points]
    defined = vars(sys.modules["__main__"]).keys()
    fits = [(known.name == claimed, len(known.points.keys() & defined)) for known in asking]
    best = max(fits)
    return asking[fits.index(best)] if fits.count(best) == 1 else refused(function, having)


def refused(name: str, having: Sequence[Place]) -> Text:
    """What is said of an assignment, or a function, that these courses ask for."""
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
