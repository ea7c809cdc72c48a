"""Answers that are the right ones times something; or whose change from the argument of the same name is.

The constant is read off the answers.
"""

from collections.abc import Callable, Iterator
from itertools import combinations
from math import nan, sqrt

import numpy as np

from ...base.text import Text, _
from ...plain.numbers import Array
from .case import Case
from .statement import NOTHING, Foretold, Statement

SIGN = _("Look for a sign.")
MEAN = _("Is a sum taken where a mean is asked for, or a mean where a sum is?")
ALWAYS = _("{what} is always {c}")
ZERO = _("{what} is 0")
MINUS = _("{what} is always minus what is right")
TIMES = _("{what} is always {c} times what is right")
SIZED = {
    1: (_("{what} is what is right times `{size}`"), _("{what} is what is right times {c} · `{size}`")),
    -1: (_("{what} is what is right divided by `{size}`"), _("{what} is what is right times {c}, divided by `{size}`")),
}
STEP_MINUS = _("the change of {what} is minus the right one")
STEP_TIMES = _("the change of {what} is {c} times the right one")
STEP_SIZED = {
    1: (
        _("the change of {what} is the right one times `{size}`"),
        _("the change of {what} is the right one times {c} · `{size}`"),
    ),
    -1: (
        _("the change of {what} is the right one divided by `{size}`"),
        _("the change of {what} is the right one times {c}, divided by `{size}`"),
    ),
}
STEP_ALONE = _("{what} is the change alone: the old value is not in it")
STEP_SIGN = _("the change of {what} has the right sign, and always the size 1")
VARIED = 3
NICE = (1, -1, 2, -2, 0.5, -0.5, 3, 4, 0.25, 10, 0.1, np.e, np.pi, 2**0.5, 0.5**0.5)
SNAP, ROUGH = 2e-7, 1e-3
# A factor that is so near to 1 is none, but digits that are missing.
NEARLY = 1e-3
SMALLEST, LARGEST = 1e-9, 1e9
LOOKED_AT = 4


def constant(case: Case) -> Iterator[Statement]:
    """The same number, whatever the arguments, in the calls of other properties as well."""
    got = case.got(case.wrong[0])
    if got is None or not got.size or not _varies(case):
        return
    c = float(got.ravel()[0])
    if any(np.any(found != c) for at in case.everywhere if (found := case.got(at)) is not None):
        return
    shaped = case.right if case.same_shape else case.got
    yield Statement(ALWAYS, lambda at: _filled(shaped(at), c), {"c": words(c)})


def zero(case: Case) -> Iterator[Statement]:
    """Zeros: whatever else would give them, too, is no plainer."""
    if case.same_shape and _varies(case):
        yield Statement(ZERO, lambda at: np.zeros(case.right(at).shape))


def _filled(array: Array | None, c: float) -> Array | None:
    return None if array is None else np.full(array.shape, c)


def _varies(case: Case) -> bool:
    """Whether what is right has several values where the answer is wrong; or, where there are but two, over all."""
    wrong, everywhere = set[str](), set[str]()
    for at in case.scope:
        bad, right = case.bad(at), case.right(at)
        everywhere.update(words(x) for x in right.ravel()[:20].tolist())
        wrong.update(words(x) for x in (right if bad is None else right[bad]).ravel()[:20].tolist())
    return len(wrong) >= VARIED or (case.decides and len(everywhere) > 1)


def scaled(case: Case) -> Iterator[Statement]:
    """Times a constant, an argument, or a size."""
    if case.same_shape:
        yield from _scaled(case, case.got, case.right, lambda at, part: part, (MINUS, TIMES, SIZED))


def stepped(case: Case) -> Iterator[Statement]:
    """The same of the change of an argument that the function returns anew."""
    if not case.same_shape or case.name not in case.exercise.parameters:
        return

    def old(at: int) -> Array:
        return np.asarray(case.argument(at, case.name), dtype=np.float64)

    def change(at: int) -> Array:
        return case.right(at) - old(at)

    if any(old(at).shape != case.right(at).shape for at in case.order):
        return
    said = STEP_MINUS, STEP_TIMES, STEP_SIZED
    yield from _scaled(case, lambda at: _minus(case.got(at), old(at)), change, lambda at, part: old(at) + part, said)
    yield Statement(STEP_ALONE, change)
    yield Statement(STEP_SIGN, lambda at: old(at) + np.sign(change(at)))


def _minus(a: Array | None, b: Array) -> Array | None:
    return None if a is None else a - b


def _scaled(
    case: Case,
    got: Foretold,
    right: Callable[[int], Array],
    back: Callable[[int, Array], Array],
    said: tuple[Text, Text, dict[int, tuple[Text, Text]]],
) -> Iterator[Statement]:
    """Statements that `got` is a multiple of `right`; `back` makes an answer of it."""
    minus, times, sized = said
    c = ratio(case, got, right)
    if c is not None:
        yield Statement(
            minus if c == -1 else times,
            lambda at: back(at, c * right(at)),
            {"c": words(c)},
            SIGN if c < 0 else NOTHING,
            fitted=1,
        )
    for size in sizes(case, case.wrong[0]):
        for power, (alone, with_c) in sized.items():
            part = _times(case, right, size, power)
            advice = MEAN if counts(size) else NOTHING
            about = named(case, size)
            yield Statement(alone, _back(back, part, 1.0), {"size": size}, advice, about=about)
            c = ratio(case, got, part)
            # A size that is always the same is a part of the constant.
            several = len({sizes(case, at).get(size) for at in case.wrong}) > 1
            if c is not None and c != 1 and several:
                values = {"size": size, "c": words(c)}
                yield Statement(with_c, _back(back, part, c), values, advice, fitted=1, about=about)


def _times(case: Case, right: Callable[[int], Array], size: str, power: int) -> Callable[[int], Array]:
    def product(at: int) -> Array:
        factor = sizes(case, at)[size]
        # Who divides by a size that may be 0 does something else there.
        return right(at) * factor**power if factor or power > 0 else right(at)

    return product


def _back(back: Callable[[int, Array], Array], part: Callable[[int], Array], c: float) -> Foretold:
    return lambda at: back(at, c * part(at))


def counts(size: str) -> bool:
    """Whether this size is a number of rows, columns or entries."""
    return size.startswith("len(") or size.endswith((".shape[1]", ".size"))


def named(case: Case, code: str) -> frozenset[str]:
    """The parameters that occur in this code."""
    letters = "".join(letter if letter.isalnum() or letter == "_" else " " for letter in code)
    return frozenset(case.exercise.parameters) & frozenset(letters.split())


def sizes(case: Case, at: int) -> dict[str, float]:
    """Numbers of a call that may be a factor too many or too few, by the code that gives them; simple ones first."""
    return case.known("sizes", at, lambda: _sizes(case, at))


def _sizes(case: Case, at: int) -> dict[str, float]:
    found: dict[str, float] = {}
    arguments = dict(case.numbers(at))
    lone = {name: float(array) for name, array in arguments.items() if array.ndim == 0}
    found.update(lone)
    for name, array in arguments.items():
        if array.ndim:
            found[f"len({name})"] = float(len(array))
        if array.ndim > 1:
            found[f"{name}.shape[1]"], found[f"{name}.size"] = float(array.shape[1]), float(array.size)
            found[f"np.sqrt({name}.shape[1])"] = sqrt(array.shape[1])
        if array.ndim:
            n = float(len(array))
            found |= {f"np.sqrt(len({name}))": sqrt(n), f"(len({name}) - 1)": n - 1}
            squares = float(np.sum(np.square(array)))
            found |= {f"np.linalg.norm({name})": sqrt(squares), f"np.sum({name} ** 2)": squares}
            if n > 1:
                fewer = f"len({name}) / (len({name}) - 1)"
                found |= {f"({fewer})": n / (n - 1), f"np.sqrt({fewer})": sqrt(n / (n - 1))}
    for name, x in lone.items():
        found |= {f"(1 - {name})": 1 - x, f"{name} ** 2": x * x, f"({name} + 1)": x + 1, f"({name} - 1)": x - 1}
        found[f"np.sqrt({name})"] = sqrt(x) if x >= 0 else nan
    for a, b in combinations(lone, 2):
        found[f"{a} * {b}"] = lone[a] * lone[b]
        found[f"({a} / {b})"] = lone[a] / lone[b] if lone[b] else nan
    return found


def ratio(case: Case, of: Callable[[int], Array | None], to: Callable[[int], Array | None]) -> float | None:
    """The constant c with of = c · to in the first wrong calls, if there is one; it is still to be checked in all."""
    found: list[float] = []
    for at in case.wrong[:LOOKED_AT]:
        c = _ratio(case, of, to, at)
        if c is not None:
            found.append(c)
            if not SMALLEST < abs(c) < LARGEST or abs(c - found[0]) > ROUGH * abs(c):
                return None
    if not found:
        return None
    c = sorted(found)[len(found) // 2]
    if SNAP < abs(c - 1) < NEARLY:
        return None
    return next((float(nice) for nice in NICE if abs(c - nice) < SNAP * abs(nice)), c)


def _ratio(case: Case, of: Callable[[int], Array | None], to: Callable[[int], Array | None], at: int) -> float | None:
    """The ratio at the largest number of one call, of those that are wrong."""
    try:
        above, below = of(at), to(at)
        if above is None or below is None or not above.size:
            return None
        below = np.broadcast_to(below, above.shape)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return None
    bad = case.bad(at)
    sizes = np.abs(below) if bad is None or bad.shape != below.shape else np.abs(below) * bad
    place = int(np.argmax(np.where(np.isfinite(sizes), sizes, -1.0)))
    whole, part = float(above.ravel()[place]), float(below.ravel()[place])
    return whole / part if part and np.isfinite(part) and np.isfinite(whole) else None


def words(c: float) -> str:
    """The constant to six digits."""
    return f"{c:.6g}"
