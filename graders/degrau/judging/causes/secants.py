"""Answers that are a slope of a given function, measured between other points, or divided by something else."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from ...base.text import _
from ...plain.call import Script, Source
from ...plain.numbers import Array, as_numbers
from .case import Case
from .statement import Foretold, Statement
from .terms import ITSELF

EACH = _("each entry of {what} is `{term}`, where that entry of `{argument}` alone is moved")
ALL = _("every entry of {what} is `{term}`, where all entries of `{argument}` are moved at once")
Measured = Callable[[Callable[[float], float], float], float]
# The points, as steps from where the slope is asked for; and what is between two of them is divided by.
POINTS = {
    "x": 0.0,
    "x + h": 1.0,
    "x - h": -1.0,
    "x + 2 * h": 2.0,
    "x - 2 * h": -2.0,
    "x + h / 2": 0.5,
    "x - h / 2": -0.5,
}
PAIRS = (
    ("x + h", "x"),
    ("x", "x - h"),
    ("x + h", "x - h"),
    ("x + h / 2", "x - h / 2"),
    ("x + 2 * h", "x"),
    ("x + 2 * h", "x + h"),
    ("x + 2 * h", "x - 2 * h"),
    ("x", "x + h"),
    ("x - h", "x + h"),
)
DIVISORS: dict[str, Callable[[float], float]] = {
    "h": lambda h: h,
    "(2 * h)": lambda h: 2 * h,
    "(4 * h)": lambda h: 4 * h,
    "h ** 2": lambda h: h * h,
    "2 * h": lambda h: 2 / h,
}
OTHERS: dict[str, Measured] = {
    "f(x + h) - f(x)": lambda f, h: f(1) - f(0),
    "f(x + h) - f(x - h)": lambda f, h: f(1) - f(-1),
    "f(x + h) - f(x) / h": lambda f, h: f(1) - f(0) / h,
    "f(x + h) - f(x - h) / (2 * h)": lambda f, h: f(1) - f(-1) / (2 * h),
    "f(x + h) - f(x - h) / 2 * h": lambda f, h: f(1) - f(-1) / 2 * h,
    "(f(x + h) + f(x - h)) / (2 * h)": lambda f, h: (f(1) + f(-1)) / (2 * h),
    "(f(x) + h - f(x)) / h": lambda f, h: (f(0) + h - f(0)) / h,
    "(f(x + h) + f(x)) / h": lambda f, h: (f(1) + f(0)) / h,
    "(f(x + h) - 2 * f(x) + f(x - h)) / h": lambda f, h: (f(1) - 2 * f(0) + f(-1)) / h,
    "(f(x + h) - 2 * f(x) + f(x - h)) / h ** 2": lambda f, h: (f(1) - 2 * f(0) + f(-1)) / (h * h),
}
FORWARD, CENTRAL = "(f(x + h) - f(x)) / h", "(f(x + h) - f(x - h)) / (2 * h)"
FIXED = _("{what} is a slope that is measured with one and the same step, whatever `{step}` is")
Step = Callable[[Array, float], Any]


def _given(x: Array, h: float) -> Any:
    return h


def _fixed(step: float) -> Step:
    return lambda x, h: step


# Steps in the place of the one that is given.
FIXED_STEPS: dict[str, Step] = {
    code: _fixed(float(code)) for code in ("0.1", "0.01", "1e-3", "1e-4", "1e-5", "1e-6", "1e-7", "1e-8")
}
STEPS: dict[str, Step] = {
    **FIXED_STEPS,
    "(h * abs(x))": lambda x, h: h * np.abs(x),
    "(h * (1 + abs(x)))": lambda x, h: h * (1 + np.abs(x)),
    "(h * max(1, abs(x)))": lambda x, h: h * np.maximum(1, np.abs(x)),
    "abs(h)": lambda x, h: abs(h),
    "h ** 2": lambda x, h: h * h,
}


def secants(case: Case) -> Iterator[Statement]:
    """A formula of the function's values near where its slope is asked for, of the same step or another one."""
    names = _roles(case)
    if names is None or case.decides or not case.same_shape:
        return
    given = [case.argument(at, names[2]) for at in case.wrong]
    if any(step is None for step in given):
        return
    many = any(np.ndim(case.argument(at, names[1])) for at in case.wrong)
    for code, measured in FORMULAS.items():
        for together in (False, True) if many else (False,):
            words = (ALL if together else EACH) if many else ITSELF
            values = {"term": _written(code, names), "argument": names[1]}
            yield Statement(words, _told(case, names, measured, _given, together), values, whole=True)
    for written, step in STEPS.items():
        fixed = written in FIXED_STEPS
        for code in (FORWARD, CENTRAL):
            term = _written(code if fixed else code.replace("h", written), names)
            values = {"term": term, "argument": names[1], "step": names[2]}
            words = FIXED if fixed else EACH if many else ITSELF
            told = _told(case, names, FORMULAS[code], step, together=False)
            yield Statement(words, told, values, whole=True)


def _roles(case: Case) -> tuple[str, str, str] | None:
    """The parameters that are the function, where its slope is asked for, and the step."""
    parameters, args = case.exercise.parameters, case.call(case.wrong[0])
    kinds = [isinstance(arg, Source) and not isinstance(arg, Script) for arg in args]
    numbers = [isinstance(arg, (int, float)) for arg in args]
    if len(parameters) != 3 or kinds != [True, False, False] or not numbers[2]:
        return None
    return parameters[0], parameters[1], parameters[2]


def _written(code: str, names: tuple[str, str, str]) -> str:
    return "".join(dict(zip("fxh", names, strict=True)).get(letter, letter) for letter in _letters(code))


def _letters(code: str) -> list[str]:
    """The code letter by letter, but names of several letters whole."""
    found: list[str] = []
    for letter in code:
        if found and letter.isalpha() and found[-1].isalpha():
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _formulas() -> Iterator[tuple[str, Measured]]:
    for a, b in PAIRS:
        for divisor, width in DIVISORS.items():
            code = f"(f({a}) - f({b})) / {divisor}"
            yield code, lambda f, h, a=a, b=b, w=width: (f(POINTS[a]) - f(POINTS[b])) / w(h)  # type: ignore[misc]
    yield from OTHERS.items()


FORMULAS = dict(_formulas())


def _told(case: Case, names: tuple[str, str, str], measured: Measured, step: Step, together: bool) -> Foretold:
    def told(at: int) -> Array | None:
        f, x, h = (case.argument(at, name) for name in names)
        if h is None:
            # What the step is then stands nowhere.
            return case.got(at)
        try:
            return _measured(_values(case, f), np.asarray(x, dtype=np.float64), float(h), measured, step, together)
        except (ArithmeticError, AttributeError, LookupError, NameError, TypeError, ValueError):
            return None

    return told


def _values(case: Case, f: Source) -> Callable[[Array], float]:
    function = f.value(case.probes.facts.references)

    def value(x: Array) -> float:
        number = as_numbers(function(float(x) if not x.ndim else x))
        if number is None or number.ndim:
            raise ValueError
        return float(number)

    return value


def _measured(f: Any, x: Array, h: float, measured: Measured, step: Step, together: bool) -> Array:
    steps = np.broadcast_to(step(x, h), x.shape)
    if not x.ndim or together:
        first = float(steps.ravel()[0]) if steps.size else h
        return np.full(x.shape, measured(lambda k: f(x + k * steps), first))
    made = np.empty(x.shape)
    for place in np.ndindex(x.shape):
        moved = np.zeros(x.shape)
        moved[place] = steps[place]
        made[place] = measured(lambda k, moved=moved: f(x + k * moved), float(steps[place]))  # type: ignore[misc]
    return made
