"""Answers of a function that lives in this process: known code, or a student's in the student's own kernel."""

import linecache
import math
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from types import TracebackType
from typing import Any

import numpy as np

from ..outcomes import NotPlain, Outcome, Raised, Returned, TimedOut
from ..sandbox.inside import wire
from ..sandbox.inside.calls import call
from ..sandbox.inside.involved import involved
from .draw import Args
from .interrupt import TookTooLong, watch
from .transcript import Ask

MESSAGE = 200
LINES = 5


def ask_here(function: Callable[..., Any], seconds: float = math.inf, together: float = math.inf) -> Ask:
    """Asks `function` itself; every call gets its own copy of the arguments.

    A call gets so many seconds, and so do the calls of one batch together; after one that takes longer no other is
    made: they count as too long as well.
    """
    own = getattr(function, "__name__", "")
    names = {**_names_beside(function), own: function}

    def ask(calls: Sequence[Args], iterate: bool = False) -> list[Outcome]:
        limit = sys.getrecursionlimit()
        outcomes: list[Outcome] = []
        try:
            with watch(seconds, together) as clock:
                for args in calls:
                    job = partial(_outcome, function, _copied(args), names, iterate)
                    outcomes.append(clock.call(job) if clock else job())
        except TookTooLong:
            outcomes += [TimedOut(seconds)] * (len(calls) - len(outcomes))
        finally:
            sys.setrecursionlimit(limit)
        return outcomes

    return ask


def _outcome(function: Callable[..., Any], args: Args, names: Mapping[str, Any], iterate: bool) -> Outcome:
    try:
        result = call(function, args, names, iterate)
    except Exception as error:
        return _raised(error, function)
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


def _raised(error: BaseException, function: Callable[..., Any]) -> Raised:
    """The exception, with the lines of the function's own file, or cell, on the way to it; ours are left out."""
    code = function.__init__ if isinstance(function, type) else function  # type: ignore[misc]
    own = getattr(getattr(code, "__code__", None), "co_filename", "")
    entries = [entry for entry in _entries(error.__traceback__) if entry.tb_frame.f_code.co_filename == own]
    source = linecache.getlines(own)
    name = getattr(function, "__name__", "")
    lines = tuple((name, e.tb_lineno, linecache.getline(own, e.tb_lineno).strip()) for e in entries)
    names = tuple(involved(entries[-1], source)) if entries and source else ()
    return Raised(type(error).__name__, str(error)[:MESSAGE], lines[-LINES:], names)


def _entries(traceback: TracebackType | None) -> Iterator[TracebackType]:
    while traceback is not None:
        yield traceback
        traceback = traceback.tb_next
