"""Which function `check(…)` was given, and what is said where it was given something else."""

import ast
import linecache
import sys
from collections.abc import Collection, Mapping, Sequence
from types import FrameType
from typing import Any

from ..base.packs import Place
from ..base.text import Text, _
from ..judging.registry import assignments, which
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
