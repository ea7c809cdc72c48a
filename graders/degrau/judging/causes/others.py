"""Answers that another function of the notebook would give."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from ...base.text import _
from ...plain.call import Source
from ...plain.numbers import Array, as_numbers
from .case import Case
from .scale import ratio, words
from .statement import Foretold, Statement

THIS = _("{what} is `{call}`, another function of this notebook")
MINUS = _("{what} is minus `{call}`, another function of this notebook")
TIMES = _("{what} is {c} times `{call}`, another function of this notebook")
FORWARD = _("{what} is the slope of `{function}` measured with one step of {h}")
CENTRAL = _("{what} is the slope of `{function}` measured with steps of {h} to both sides")
MOST_PARTS, STEPS = 4, (1.0, 0.5, 0.1, 0.01, 1e-3, 1e-4)


def others(case: Case) -> Iterator[Statement]:
    """Another function of the same arguments, by name or by place, and a multiple of it."""
    if not case.can_ask:
        return
    for name, function in case.others.items():
        for call, arguments in _calls(case, name, function):
            for part in range(MOST_PARTS):
                told = _told(case, call, function, arguments, part)
                if told(case.wrong[0]) is None:
                    break
                yield from _statements(case, call, told)
    yield from _secants(case)


def _secants(case: Case) -> Iterator[Statement]:
    """The slope of another function, measured with steps that are too large."""
    parameters = case.exercise.parameters
    for name, function in case.others.items():
        if not case.same_shape or tuple(inspect.signature(function).parameters) != parameters:
            continue
        for h in STEPS:
            for before, said in ((0.0, FORWARD), (h, CENTRAL)):
                told = _secant(case, function, h, before)
                yield Statement(said, told, {"function": name, "h": f"{h:g}"}, fitted=1)


def _secant(case: Case, function: Callable[..., Any], h: float, before: float) -> Foretold:
    def told(at: int) -> Array:
        x, *rest = case.call(at)
        x = np.asarray(x, dtype=np.float64)
        return np.asarray((function(x + h, *rest) - function(x - before, *rest)) / (h + before))

    return told


def _statements(case: Case, call: str, told: Foretold) -> Iterator[Statement]:
    yield Statement(THIS, told, {"call": call})
    c = ratio(case, case.got, told) if case.same_shape else None
    if c is not None and c != 1:
        values = {"call": call, "c": words(c)}
        yield Statement(MINUS if c == -1 else TIMES, _times(told, c), values, fitted=c != -1)


def _times(told: Foretold, c: float) -> Foretold:
    return lambda at: None if (value := told(at)) is None else c * value


def _calls(case: Case, name: str, function: Callable[..., Any]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The ways to call it with these arguments: which parameter of it is given which of ours."""
    parameters = inspect.signature(function).parameters
    needed = [p for p, kind in parameters.items() if kind.default is inspect.Parameter.empty]
    own = case.exercise.parameters
    by_name = {p: p for p in parameters if p in own}
    if set(needed) <= set(own):
        yield f"{name}({', '.join(by_name)})", by_name
    if len(needed) <= len(own) and needed != list(own[: len(needed)]):
        by_place = dict(zip(needed, own, strict=False))
        yield f"{name}({', '.join(by_place.values())})", by_place


def _told(case: Case, call: str, function: Callable[..., Any], arguments: Mapping[str, str], part: int) -> Foretold:
    def told(at: int) -> Array | None:
        value = case.known(call, at, lambda: _value(case, at, function, arguments))
        if isinstance(value, tuple):
            value = value[part] if part < len(value) else None
        elif part:
            return None
        return None if value is None else as_numbers(value)

    return told


def _value(case: Case, at: int, function: Callable[..., Any], arguments: Mapping[str, str]) -> Any:
    given = {p: value for p, own in arguments.items() if (value := case.argument(at, own)) is not None}
    try:
        value = function(
            **{p: v.value(case.probes.facts.references) if isinstance(v, Source) else v for p, v in given.items()}
        )
        return tuple(value) if isinstance(value, tuple) else np.asarray(value)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return None
