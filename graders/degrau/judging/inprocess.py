"""Answers of a function that lives in this process: known code, or a student's in the student's own kernel."""

import copy
import traceback
import warnings
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from ..outcomes import NotPlain, Outcome, Raised, Returned
from ..sandbox.inside import wire
from .draw import Args
from .transcript import Ask

MESSAGE = 200
LINES = 5


def ask_here(function: Callable[..., Any]) -> Ask:
    """Asks `function` itself; every call gets its own copy of the arguments."""

    def ask(calls: Sequence[Args]) -> list[Outcome]:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            return [_call(function, args) for args in calls]

    return ask


def _call(function: Callable[..., Any], args: Args) -> Outcome:
    given = copy.deepcopy(args)
    try:
        value = function(*given)
    except Exception as error:
        return Raised(type(error).__name__, str(error)[:MESSAGE], _own_lines(error, function))
    try:
        plain = wire.decode(wire.encode(value))
    except wire.NotPlainError as error:
        return NotPlain(str(error))
    return Returned(plain, tuple(i for i, (a, b) in enumerate(zip(args, given, strict=True)) if _differ(a, b)))


def _differ(a: object, b: object) -> bool:
    return (
        isinstance(a, np.ndarray) and isinstance(b, np.ndarray) and (a.shape != b.shape or a.tobytes() != b.tobytes())
    )


def _own_lines(error: BaseException, function: Callable[..., Any]) -> tuple[tuple[str, int, str], ...]:
    """The lines of the traceback from the function's own file, or cell, on; ours are left out."""
    name = getattr(function, "__name__", "")
    own = getattr(getattr(function, "__code__", None), "co_filename", None)
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == own]
    return tuple((name, f.lineno or 0, (f.line or "").strip()) for f in frames[-LINES:])
