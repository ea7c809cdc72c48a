"""Is an answer right? An interval for every number, and a shape that must match strictly.

The tolerance was tuned on 82 right and 618 wrong gradients: T = rtol·|right| + C·ε·(S + F), where S measures how much
rounding of the inputs can move the right answer, and F is the scale below which numbers are noise. Two precisions are
kept. Where float32 arithmetic gives the exact result (small dyadic inputs), an honest float32 answer is exact too, so
the strict one judges the formula; elsewhere the looser one leaves room for float32.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .draw import Args
from .violations import NotNumbers, WrongShape, WrongValue, first_difference
from .words import Call, value_words

Array = npt.NDArray[Any]
Function = Callable[..., Any]


@dataclass(frozen=True)
class Expected:
    """Where right numbers lie: `low − tolerance ≤ answer ≤ high + tolerance`, all of the answer's shape."""

    low: Array
    high: Array
    tolerance: Array


@dataclass(frozen=True)
class Precision:
    """A floating-point format's part in the tolerance: relative error, multiple C, and spacing ε."""

    rtol: float
    multiple: float
    epsilon: float

    def tolerance(self, right: Array, sensitivity: Array) -> Array:
        floor = 1.0 + 1e-3 * np.max(np.abs(right), initial=0.0)
        return np.asarray(self.rtol * np.abs(right) + self.multiple * self.epsilon * (sensitivity + floor))


FLOAT64 = Precision(rtol=1e-7, multiple=1024, epsilon=2.0**-52)
FLOAT32 = Precision(rtol=1e-4, multiple=256, epsilon=2.0**-23)
_NUDGE = 2.0**-26


def expect(reference: Function, args: Args, parts: Sequence[str], smooth: bool) -> dict[str, Expected]:
    """What the reference says of this call, part by part, with a tolerance that every right answer meets.

    `smooth`: whether the reference is continuous in its inputs; of a step function only exact inputs are asked.
    """
    right = as_parts(reference(*args), parts)
    nudged = [as_parts(reference(*_nudge(args, i)), parts) for i in range(3)] if smooth else []
    with np.errstate(all="ignore"):
        single = as_parts(reference(*map(_to_float32, args)), parts)
    return {part: _expected(right[part], [n[part] for n in nudged], single[part]) for part in parts}


def _expected(right: Array, nudged: Sequence[Array], single: Array) -> Expected:
    moves = [np.abs(n - right) / _NUDGE for n in nudged if n.shape == right.shape]
    sensitivity = np.max([np.abs(right), *moves], axis=0)
    exact = single.shape == right.shape and np.array_equal(single, right)
    return Expected(right, right, (FLOAT64 if exact else FLOAT32).tolerance(right, sensitivity))


def as_parts(value: Any, parts: Sequence[str]) -> dict[str, Array]:
    """A reference's result as float64 arrays by name."""
    values = (value,) if len(parts) == 1 else value
    return {part: np.asarray(v, dtype=np.float64) for part, v in zip(parts, values, strict=True)}


def _nudge(args: Args, draw: int) -> Args:
    rng = np.random.default_rng(draw)
    return tuple(_nudged(arg, rng) for arg in args)


def _nudged(arg: Any, rng: np.random.Generator) -> Any:
    if isinstance(arg, np.ndarray):
        return arg * (1.0 + _NUDGE * rng.choice((-1.0, 1.0), arg.shape))
    return arg * (1.0 + _NUDGE * float(rng.choice((-1.0, 1.0)))) if isinstance(arg, float) else arg


def _to_float32(arg: Any) -> Any:
    if isinstance(arg, np.ndarray):
        return arg.astype(np.float32)
    return np.float32(arg) if isinstance(arg, float) else arg


def assert_equal(call: Call, part: str, value: object, expected: Expected) -> None:
    """Shape first, then numbers; NaN is never right. Raises the Violation that says what differs."""
    got = numbers(call, part, value)
    if got.shape != expected.low.shape:
        raise WrongShape(call, part, got, expected.low.shape)
    with np.errstate(invalid="ignore"):
        right = (got >= expected.low - expected.tolerance) & (got <= expected.high + expected.tolerance)
    if not right.all():
        raise WrongValue(call, part, got, expected.low, first_difference(~right), int((~right).sum()))


def numbers(call: Call, part: str, value: object) -> Array:
    """`value` as an array of real numbers: it may be a number, a bool, an array, or a (nested, regular) list.

    Raises NotNumbers for anything else: text, None, complex numbers, ragged lists.
    """
    try:
        array = np.asarray(value)
        if array.dtype.kind in "biuf":
            return array
        if array.size == 0 and isinstance(value, (list, tuple)):
            return array.astype(np.float64)
    except ValueError:
        pass
    raise NotNumbers(call, part, value_words(value))
