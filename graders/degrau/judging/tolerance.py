"""How near to the right number an answer has to be.

The tolerance was tuned on 82 right and 618 wrong gradients: T = rtol·|right| + C·ε·(S + F), where S measures how much
rounding of the inputs can move the right answer, and F is the scale below which numbers are noise. Three precisions are
kept. Where even float32 arithmetic gives the exact result (small dyadic inputs), the strict one judges the formula.
Elsewhere seven digits are asked, so that arithmetic that is float32 in places passes; and fewer of answers that are
evidently float32 all through, since their errors add up.
"""

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..plain.call import Source
from ..plain.numbers import Array
from .draw import Args
from .laws import Expected
from .types import Reading

Function = Callable[..., Any]


@dataclass(frozen=True)
class Precision:
    """A floating-point format's part in the tolerance: relative error, multiple C, and spacing ε."""

    rtol: float
    multiple: float
    epsilon: float

    def tolerance(self, right: Array, sensitivity: Array, floor: float) -> Array:
        """How far from `right` is near enough; where that is not finite, nothing is."""
        finite = np.isfinite(right)
        size = np.where(finite, np.abs(right), 0.0)
        noise = floor * (1.0 + 1e-3 * np.max(size, initial=0.0))
        return np.where(finite, self.rtol * size + self.multiple * self.epsilon * (sensitivity + noise), 0.0)


FLOAT64 = Precision(rtol=1e-7, multiple=1024, epsilon=2.0**-52)
SEVEN_DIGITS = Precision(rtol=1e-6, multiple=4, epsilon=2.0**-23)
FLOAT32 = Precision(rtol=1e-4, multiple=256, epsilon=2.0**-23)
_NUDGE = 2.0**-26
# Near underflow so much is nothing; 1 − (1 − 1e-12) is a little more than 1e-12.
FAINT = 1.001e-12


def expect(reference: Function, args: Args, reading: Reading) -> dict[str, Expected]:
    """What the reference says of this call, part by part, with a tolerance that every right answer meets."""

    def at(change: Callable[[Any], Any]) -> dict[str, Array]:
        changed = (arg if i in reading.fixed else change(arg) for i, arg in enumerate(args))
        return as_parts(reference(*changed), reading.parts)

    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        right = at(lambda arg: arg)
        fixed = all(isinstance(arg, Source) for arg in args)
        nudged = [at(_nudge(draw)) for draw in range(3)] if reading.smooth and not fixed else []
        single, rounded = (right, right) if fixed else (at(_to_float32), at(_through_float32))
        exact = any(map(_is_cast, args)) and not any(isinstance(arg, Source) for arg in args)
        faint = FAINT * reading.faint(*args) if reading.faint else 0.0
        return {
            part: _expected(
                right[part], [n[part] for n in nudged], single[part] if exact else None, rounded[part], reading
            ).within(faint)
            for part in reading.parts
        }


def _expected(
    right: Array, nudged: Sequence[Array], single: Array | None, rounded: Array, reading: Reading
) -> Expected:
    """`single` is the result in float32 arithmetic, `rounded` that of rounded inputs; both may differ from `right`."""
    moves = [np.nan_to_num(np.abs(n - right) / _NUDGE, posinf=0.0) for n in nudged if n.shape == right.shape]
    sensitivity = np.max([np.abs(right), *moves], axis=0)
    near = rounded if rounded.shape == right.shape and not np.isnan(rounded).any() else right
    room = FLOAT32.tolerance(right, sensitivity, reading.floor)
    loose = Expected(np.minimum(right, near), np.maximum(right, near), room)
    strict = FLOAT64 if single is not None and np.array_equal(single, right) else SEVEN_DIGITS
    floor = 0.0 if reading.sharp else reading.floor
    return Expected(right, right, strict.tolerance(right, sensitivity, floor), loose)


def as_parts(value: Any, parts: Sequence[str]) -> dict[str, Array]:
    """A reference's result as float64 arrays by name."""
    values = (value,) if len(parts) == 1 else value
    return {part: np.asarray(v, dtype=np.float64) for part, v in zip(parts, values, strict=True)}


def _nudge(draw: int) -> Callable[[Any], Any]:
    """Moves every float, and every number of an array, by a relative 2⁻²⁶ up or down."""
    rng = np.random.default_rng(draw)

    def nudged(arg: Any) -> Any:
        if isinstance(arg, np.ndarray) and arg.dtype.kind in "iuf":
            return arg * (1.0 + _NUDGE * rng.choice((-1.0, 1.0), arg.shape))
        return arg * (1.0 + _NUDGE * float(rng.choice((-1.0, 1.0)))) if isinstance(arg, float) else _each(nudged, arg)

    return nudged


def _to_float32(arg: Any) -> Any:
    if isinstance(arg, np.ndarray) and arg.dtype.kind in "iuf":
        return arg.astype(np.float32)
    return np.float32(arg) if isinstance(arg, float) else _each(_to_float32, arg)


def _is_cast(arg: Any) -> bool:
    """Whether float32 arithmetic begins with this argument; a plain int says nothing of it."""
    if isinstance(arg, (list, dict)):
        return any(map(_is_cast, arg.values() if isinstance(arg, dict) else arg))
    return isinstance(arg, (float, np.ndarray))


def _through_float32(arg: Any) -> Any:
    """What is left of an argument that a float32 answer rounds first."""
    if isinstance(arg, np.ndarray) and arg.dtype.kind == "f":
        return arg.astype(np.float32).astype(np.float64)
    return float(np.float32(arg)) if isinstance(arg, float) else _each(_through_float32, arg)


def _each(change: Callable[[Any], Any], arg: Any) -> Any:
    if isinstance(arg, dict):
        return {key: change(item) for key, item in arg.items()}
    return [change(item) for item in arg] if isinstance(arg, list) else arg
