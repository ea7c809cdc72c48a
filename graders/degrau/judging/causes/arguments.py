"""Answers that are right for other arguments: two exchanged, several begun anew or turned over, another default."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, permutations
from typing import Any

import numpy as np

from ...base.text import _
from ..draw import Args
from .altered import completed, defaults_of, kind_of
from .case import Case
from .scale import words
from .statement import Foretold, Statement

EXCHANGED = _("{what} is what comes out when `{a}` and `{b}` change places")
ORDER = _("{what} is what comes out with the arguments in the order {order}")
DEFAULT = _("{what} is what is right with {default} as the default of `{argument}`")
FROM_ZERO = _("{what} is what is right when {names} start from 0")
BACKWARDS = _("{what} is what is right with the rows of {names} from the last to the first")
FIRST_ROWS = _("{what} is what is right with the first row of {names} in place of each")
CENTRED = _("{what} is what is right with their mean taken off {names}")
TURNED = _("{what} is what is right when `{argument}` is gone through from the other end")
NEUTRAL = _("{what} is what is right with {x} in place of `{a}` and {y} in place of `{b}`: they take no part")
MOST_ARGUMENTS = 5
# What is written as a default by mistake: times a power of ten, or what is usual elsewhere.
FACTORS, USUAL = (0.1, 10, 0.01, 100, 0.5, 2, 1e-3, 1e3, 0), (1.0, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 1e-6, 1e-7, 1e-8)


def exchanged(case: Case) -> Iterator[Statement]:
    """Two arguments exchanged, or all in another order, where there are few."""
    parameters = case.exercise.parameters
    if not case.can_ask or len(parameters) < 2:
        return
    for order in _orders(case):
        moved = [i for i, j in enumerate(order) if i != j]
        told = case.asked(f"order {order}", lambda at, order=order: _ordered(case, at, order))  # type: ignore[misc]
        if len(moved) == 2:
            yield Statement(EXCHANGED, told, {"a": parameters[moved[0]], "b": parameters[moved[1]]}, whole=True)
        else:
            names = ", ".join(parameters[i] for i in order)
            yield Statement(ORDER, told, {"order": f"({names})"}, whole=True)


def _orders(case: Case) -> Iterator[tuple[int, ...]]:
    """The orders that are tried: of many arguments, those in which two of a kind have changed places."""
    parameters = case.exercise.parameters
    plain = tuple(range(len(parameters)))
    if len(parameters) <= MOST_ARGUMENTS:
        yield from sorted(permutations(plain), key=_moved)[1:]
        return
    for i, j in combinations(plain, 2):
        if kind_of(case, parameters[i]) == kind_of(case, parameters[j]) != "":
            yield tuple(j if k == i else i if k == j else k for k in plain)


def _moved(order: tuple[int, ...]) -> int:
    return sum(i != j for i, j in enumerate(order))


def _ordered(case: Case, at: int, order: tuple[int, ...]) -> Args | None:
    args = completed(case, at, max(i for i, j in enumerate(order) if i != j) + 1)
    return None if args is None else tuple(args[i] for i in order[: len(args)])


def together(case: Case) -> Iterator[Statement]:
    """Several arguments altered in the same way: what the function returns anew is 0, rows are turned over."""
    if not case.can_ask:
        return
    parameters = case.exercise.parameters
    anew = [name for name in parameters if name in case.exercise.parts]
    rows = [name for name in parameters if kind_of(case, name) == "array" and name not in anew]
    for said, names, change in (
        (FROM_ZERO, anew, _zero),
        (BACKWARDS, rows, _backwards),
        (FIRST_ROWS, rows, _first_row),
        (CENTRED, rows, _centred),
    ):
        if len(names) > 1:
            told = case.asked(said.to("en"), _all_changed(case, names, change))
            yield Statement(said, told, {"names": ", ".join(f"`{name}`" for name in names)}, whole=True)


def neutral(case: Case) -> Iterator[Statement]:
    """Two arguments that take no part: each is 0, or 1."""
    kinds = [name for name in case.exercise.parameters if kind_of(case, name) in ("array", "scalar")]
    for a, b in combinations(kinds, 2) if case.can_ask and not case.steps else ():
        for x, y in ((1, 0), (0, 1), (1, 1)):
            told = case.asked(f"{a} {x} {b} {y}", _each(case, {a: x, b: y}))
            yield Statement(NEUTRAL, told, {"a": a, "b": b, "x": x, "y": y}, whole=True)


def _each(case: Case, values: Mapping[str, int]) -> Callable[[int], Args]:
    names = case.exercise.parameters
    return lambda at: tuple(v * 0 + values[n] if n in values else v for n, v in zip(names, case.call(at), strict=False))


def turned(case: Case) -> Iterator[Statement]:
    """An argument from the last to the first, and the result turned over again."""
    for name in case.exercise.parameters if case.can_ask and case.same_shape else ():
        if kind_of(case, name) == "array":
            told = case.asked(f"{name} backwards", _all_changed(case, [name], _backwards))
            yield Statement(TURNED, _again(told), {"argument": name}, whole=True)


def _again(told: Foretold) -> Foretold:
    return lambda at: None if (value := told(at)) is None or not value.ndim else value[::-1]


def _zero(value: Any) -> Any:
    return value * 0


def _centred(value: Any) -> Any:
    return value - np.mean(value)


def _first_row(value: Any) -> Any:
    return np.broadcast_to(value[:1], np.shape(value)).copy()


def _backwards(value: Any) -> Any:
    return value[::-1]


def _all_changed(case: Case, names: Sequence[str], change: Callable[[Any], Any]) -> Callable[[int], Args]:
    places = {case.exercise.parameters.index(name) for name in names}
    return lambda at: tuple(change(arg) if i in places else arg for i, arg in enumerate(case.call(at)))


def defaults(case: Case) -> Iterator[Statement]:
    """Another default of an argument that calls may leave out."""
    if not case.can_ask:
        return
    for argument, default in defaults_of(case).items():
        place = case.exercise.parameters.index(argument)
        for value in dict.fromkeys([float(f"{default * factor:.6g}") for factor in FACTORS] + [*USUAL]):
            told = case.asked(
                f"default {value} of {argument}",
                lambda at, value=value, place=place: (  # type: ignore[misc]
                    (*case.call(at), value) if len(case.call(at)) == place else case.call(at)
                ),
            )
            yield Statement(DEFAULT, told, {"argument": argument, "default": words(value)})
