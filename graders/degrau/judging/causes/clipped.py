"""Answers that are the right ones, rounded, clipped, or put through a function of one number."""

from collections.abc import Callable, Iterator

import numpy as np

from ...base.text import Text, _
from ...plain.numbers import Array
from .case import Case
from .scale import words
from .statement import ENOUGH, Foretold, Statement

SIGN = _("{what} is only the sign of what is right")
ABOVE_0 = _("{what} only tells whether what is right is above 0")
A_HALF = _("{what} only tells whether what is right is ½ or more")
AT_MOST_1 = _("{what} is never above 1")
TO_1, TO_MINUS_1 = _("{what} is what is right, clipped to 0 … 1"), _("{what} is what is right, clipped to −1 … 1")
# So little is left of a number that wrong ones alone are so by chance.
TELLS = (SIGN, ABOVE_0, A_HALF, AT_MOST_1, TO_1, TO_MINUS_1)
THROUGH: tuple[tuple[Text, Callable[[Array], Array]], ...] = (
    (_("{what} is the absolute value of what is right"), np.abs),
    (_("{what} is 1 minus what is right"), lambda r: 1 - r),
    (_("{what} is 2p − 1, where p is what is right"), lambda r: 2 * r - 1),
    (_("{what} is 1 divided by what is right"), lambda r: 1 / r),
    (_("{what} is the square of what is right"), lambda r: r * r),
    (_("{what} is the square root of what is right"), np.sqrt),
    (_("{what} is the exponential of what is right"), np.exp),
    (_("{what} is the logarithm of what is right"), np.log),
    (_("{what} is p · (1 − p), where p is what is right"), lambda r: r * (1 - r)),
    (_("{what} is 1 − p², where p is what is right"), lambda r: 1 - r * r),
    (SIGN, np.sign),
    (ABOVE_0, lambda r: (r > 0) * 1.0),
    (A_HALF, lambda r: (r >= 0.5) * 1.0),
    (_("{what} is what is right with 0 in place of what is negative"), lambda r: np.maximum(r, 0)),
    (_("{what} is what is right with 0 in place of what is positive"), lambda r: np.minimum(r, 0)),
    (AT_MOST_1, lambda r: np.minimum(r, 1)),
    (TO_1, lambda r: np.clip(r, 0, 1)),
    (TO_MINUS_1, lambda r: np.clip(r, -1, 1)),
    (_("{what} is the sigmoid of what is right"), lambda r: 1 / (1 + np.exp(-r))),
    (_("{what} is the tanh of what is right"), np.tanh),
    (_("{what} is the angle whose cosine is what is right"), np.arccos),
    (_("{what} is the angle whose sine is what is right"), np.arcsin),
    (_("{what} is what it would be with tanh in place of the sigmoid"), lambda r: np.tanh(_logit(r))),
    (_("{what} is what it would be with ReLU in place of the sigmoid"), lambda r: np.maximum(_logit(r), 0)),
    (_("{what} is what it would be with the sigmoid in place of tanh"), lambda r: 1 / (1 + np.exp(-np.arctanh(r)))),
    (_("{what} is what it would be with ReLU in place of tanh"), lambda r: np.maximum(np.arctanh(r), 0)),
)
UNDONE: tuple[tuple[Text, Callable[[Array], Array]], ...] = (
    (_("with the sigmoid applied to it, {what} would be right"), lambda a: 1 / (1 + np.exp(-a))),
    (_("with tanh applied to it, {what} would be right"), np.tanh),
    (_("with the exponential applied to it, {what} would be right"), np.exp),
    (_("with the logarithm applied to it, {what} would be right"), np.log),
    (_("with the square root applied to it, {what} would be right"), np.sqrt),
)
ROUNDED: tuple[tuple[Text, Callable[[Array], Array]], ...] = (
    (_("{what} has lost its decimals: it is what is right, truncated to a whole number"), np.trunc),
    (_("{what} is what is right, rounded down"), np.floor),
    (_("{what} is what is right, rounded up"), np.ceil),
)
DECIMALS = _("{what} is what is right, rounded to {k} decimals")
HALF = _("{what} has the precision of float16")
BELOW, ABOVE = _("{what} is never below {low}"), _("{what} is never above {high}")
BETWEEN = _("{what} is what is right, clipped to {low} … {high}")
# So many of them say something of a decision, too.
PLAIN = 3
MOST_DECIMALS, SAME = 9, 1e-9


def put_through(case: Case) -> Iterator[Statement]:
    """A function of one number of what is right."""
    if case.same_shape:
        for said, function in THROUGH[:PLAIN] if case.steps else THROUGH:
            yield Statement(said, _of(case, function), whole=said in TELLS)


def undone(case: Case) -> Iterator[Statement]:
    """What is right is a function of one number of the answer."""
    if case.same_shape and not case.steps:
        for said, function in UNDONE:
            yield Statement(said, _undone(case, function), whole=True)


def _undone(case: Case, function: Callable[[Array], Array]) -> Foretold:
    """The answer itself, where what the function makes of it is right."""

    def foretold(at: int) -> Array | None:
        got, right = case.got(at), case.right(at)
        return got if got is not None and case.evidence.near(at, case.part, function(got), right).all() else None

    return foretold


def _logit(p: Array) -> Array:
    return np.asarray(np.log(p) - np.log1p(-p))


def rounded(case: Case) -> Iterator[Statement]:
    """Fewer digits than are right."""
    if case.same_shape and not case.steps:
        for said, function in ROUNDED:
            yield Statement(said, _of(case, function), whole=True)
        for k in range(MOST_DECIMALS + 1):
            yield Statement(DECIMALS, _of(case, _to(k)), {"k": k}, whole=True)
        yield Statement(HALF, _of(case, lambda r: r.astype(np.float16).astype(np.float64)), whole=True)


def clipped(case: Case) -> Iterator[Statement]:
    """A smallest or a largest number, read off the answers."""
    if not case.same_shape:
        return
    low, high = _ends(case)
    if low is not None and high is not None and high - low <= SAME * (1 + abs(low)):
        return
    if low is not None and high is not None:
        values = {"low": words(low), "high": words(high)}
        yield Statement(BETWEEN, _of(case, lambda r: np.clip(r, low, high)), values, whole=True)
    elif low is not None:
        yield Statement(BELOW, _of(case, lambda r: np.maximum(r, low)), {"low": words(low)}, whole=True)
    elif high is not None:
        yield Statement(ABOVE, _of(case, lambda r: np.minimum(r, high)), {"high": words(high)}, whole=True)


def _of(case: Case, function: Callable[[Array], Array]) -> Foretold:
    return lambda at: function(case.right(at))


def _to(k: int) -> Callable[[Array], Array]:
    return lambda r: np.round(r, k)


def _ends(case: Case) -> tuple[float | None, float | None]:
    """The one number that wrong answers above what is right have, and the one of those below."""
    above: list[float] = []
    below: list[float] = []
    rights: set[str] = set()
    for at in case.wrong:
        got, right, bad = case.got(at), case.right(at), case.bad(at)
        if got is None or bad is None:
            return None, None
        above += got[bad & (got > right)].tolist()
        below += got[bad & (got < right)].tolist()
        rights.update(map(words, right[bad].tolist()))
    if len(rights) < ENOUGH or len(above) + len(below) < ENOUGH or not (_one(above) and _one(below)):
        return None, None
    return (above[0] if above else None), (below[0] if below else None)


def _one(numbers: list[float]) -> bool:
    return not numbers or bool(np.ptp(numbers) <= SAME * (1 + abs(numbers[0])))
