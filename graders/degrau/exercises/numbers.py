"""Designed inputs for activation functions: x is a float, or an array of any shape, of floats or of integers.

Numbers of ordinary size, |x| ≤ 12, are where formulas are told apart; saturated ones, up to ±1e4, are where they
overflow; zeros of both signs are where the kinks are.
"""

from typing import Any

import numpy as np

from ..judging.draw import Args, Draw
from ..plain.numbers import Array
from .inputs import DECIMAL, FINE, INTEGER, MINUTE, QUARTERS, SMALL, TINY, WHOLE, WIDE, Regime, not_zero

ORDINARY = (WHOLE, QUARTERS, FINE, WIDE, DECIMAL, SMALL, MINUTE, TINY)
SHAPES = ((2,), (3,), (), (2, 3), (1,), (4, 1), (5,), (2, 1, 3))
SATURATED = (1e4, -1e4, 800.0, -800.0, 40.0, -40.0, 20.0, -12.0, 100.0, -100.0, 1.0, -0.5, 0.0)
# Where functions that level off are nearly there: too near for a cut to show from far away.
LEVELLING: tuple[Args, ...] = (
    (-12.5,),
    (13.0,),
    (np.array([-13.0, -14.5, -16.0, -18.0, -20.5, -12.25, 14.0, 17.5, 22.0]),),
    (np.array([[-19], [15], [-24], [21], [-15], [-30]]),),
    (np.array([-25.0, -29.0, -36.0, 26.0, 33.0, -710.0, 745.0, 1e4, -1e4]),),
)


def number(draw: Draw) -> tuple[float]:
    """A number of ordinary size, a float or an int."""
    k = draw.integer(-12, 12)
    return (draw.pick((_number(draw, k), k)),)


def number_off_zero(draw: Draw) -> tuple[float]:
    """A number of ordinary size that is not 0."""
    return (_number(draw, not_zero(draw, -12, 12)),)


def _number(draw: Draw, k: int) -> float:
    return draw.pick((float(k), k / 2, k / 4, k / 10, k / 64, k * 2.0**-20, k * 2.0**-60))


def array(draw: Draw) -> tuple[Array]:
    """An array of floats, of any shape, zeros included."""
    return (draw.turn(ORDINARY).array(draw, *draw.pick(SHAPES)),)


def array_off_zero(draw: Draw) -> tuple[Array]:
    """An array of floats, of any shape, in which nothing is 0."""
    regime = draw.turn(ORDINARY)
    return (_off_zero(regime, regime.array(draw, *draw.pick(SHAPES))),)


def _off_zero(regime: Regime, x: Array) -> Array:
    return np.where(x == 0, regime.unit, x)


def integers(draw: Draw) -> tuple[Array]:
    """An array of integers, of any shape."""
    return (INTEGER.array(draw, *draw.pick(SHAPES)),)


def zeros(draw: Draw) -> tuple[Any]:
    """Zeros of both signs, alone or among other numbers."""
    k = draw.integer(-3, 3)
    alone = (0.0, -0.0, np.array(0.0), np.array(0))
    among = (np.array([0.0, k]), np.array([k, 0, -1]), np.array([[-0.0], [1.0]]), np.array([[0.0, -0.0, k / 4]]))
    return (draw.pick((*alone, *among)),)


def saturated(draw: Draw) -> tuple[float | Array]:
    """Numbers of up to ±1e4, alone or in an array of any shape, of floats or of integers, some of them smaller."""
    shape = draw.pick(SHAPES)
    entries = [draw.pick(SATURATED) for _i in range(int(np.prod(shape)))]
    x: Array = np.array(entries, dtype=draw.pick((float, float, int))).reshape(shape)
    options: tuple[float | Array, ...] = (float(x.item(0)), x, x)
    return (draw.pick(options),)


def mild(draw: Draw) -> tuple[float | Array]:
    """A float or an array of floats, ⅛ ≤ |x| ≤ 3: for numerical derivatives of functions whose only kink is at 0."""
    shape = draw.pick(((), (2,), (3,), (1,), (2, 3)))
    entries = [draw.pick((1, -1)) * draw.integer(2, 48) / 16 for _i in range(int(np.prod(shape)))]
    x = np.array(entries).reshape(shape)
    return (x if shape else draw.pick((x.item(), x)),)
