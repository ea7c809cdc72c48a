"""Answers of a function that lives in this process: known code, or a student's in the student's own kernel."""

import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from ..outcomes import NotPlain, Outcome, Raised, Returned
from ..sandbox.inside import wire
from ..sandbox.inside.calls import call
from .draw import Args
from .transcript import Ask

MESSAGE = 200
LINES = 5


def ask_here(function: Callable[..., Any]) -> Ask:
    """Asks `function` itself; every call gets its own copy of the arguments."""
    names = {**_names_beside(function), function.__name__: function}

    def ask(calls: Sequence[Args], iterate: bool = False) -> list[Outcome]:
        limit = sys.getrecursionlimit()
        try:
            return [_outcome(function, _copied(args), names, iterate) for args in calls]
        finally:
            sys.setrecursionlimit(limit)

    return ask


def _outcome(function: Callable[..., Any], args: Args, names: Mapping[str, Any], iterate: bool) -> Outcome:
    try:
        result = call(function, args, names, iterate)
    except Exception as error:
        return Raised(type(error).__name__, str(error)[:MESSAGE], _own_lines(error, function))
    try:
        return Returned(wire.decode(wire.encode(result.value)), result.changed, result.warned)
    except wire.NotPlainError as error:
        return NotPlain(str(error))


def _copied(args: Args) -> Args:
    return tuple(_copy(arg) for arg in args)


def _copy(arg: Any) -> Any:
    """A new array, or list of arrays; whatever else is an argument cannot be changed."""
    if isinstance(arg, list):
        return [_copy(item) for item in arg]
    return arg.copy() if isinstance(arg, np.ndarray) else arg


def _names_beside(function: Callable[..., Any]) -> Mapping[str, Any]:
    """The names that the function's own code sees, or those of the notebook."""
    code = function.__init__ if isinstance(function, type) else function  # type: ignore[misc]
    names: Mapping[str, Any] = getattr(code, "__globals__", sys.modules["__main__"].__dict__)
    return names


def _own_lines(error: BaseException, function: Callable[..., Any]) -> tuple[tuple[str, int, str], ...]:
    """The lines of the traceback from the function's own file, or cell, on; ours are left out."""
    name = getattr(function, "__name__", "")
    code = function.__init__ if isinstance(function, type) else function  # type: ignore[misc]
    own = getattr(getattr(code, "__code__", None), "co_filename", None)
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == own]
    return tuple((name, f.lineno or 0, (f.line or "").strip()) for f in frames[-LINES:])
