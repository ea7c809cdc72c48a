"""Designed inputs for 05_gradients: the operands of gates, the matrices of layers, and the gradient that arrives.

Operands are floats, or arrays of one shape; the arriving gradient is never all ones.
"""

from collections.abc import Sequence

import numpy as np

from ...judging.draw import Args, Draw, Inputs
from ...plain.numbers import Array
from ..inputs import DECIMAL, FINE, INTEGER, QUARTERS, WHOLE, Regime

REGIMES = (WHOLE, QUARTERS, FINE, DECIMAL)
ARRIVING = (1.0, -1.0, 0.5, 2.0, -1.5, 0.75, 3.0)
SHAPES = ((), (2,), (3,), (2, 3), (1,), (4, 1))
MILD = Regime("mild", 0.125, 16)
# n examples, inputs, outputs: all different, or a transpose would hide.
SIZES = ((2, 3, 1), (3, 2, 4), (1, 2, 3), (4, 1, 2), (2, 4, 3), (5, 3, 2), (3, 1, 5))
EDGES = ((1, 1, 1), (2, 2, 2), (1, 3, 1), (3, 3, 3), (1, 1, 2), (4, 2, 2))


def operands(count: int) -> tuple[Inputs, Inputs, Inputs]:
    """Builders of `count` operands and the arriving gradient: ordinary ones, integers, and mild ones."""

    def ordinary(draw: Draw) -> Args:
        return _alike(draw, [draw.turn(REGIMES)] * count, draw.pick(SHAPES))

    def whole(draw: Draw) -> Args:
        return _alike(draw, [INTEGER] * count, draw.pick(SHAPES))

    def mild(draw: Draw) -> Args:
        return _alike(draw, [MILD] * count, draw.pick(SHAPES[:4]))

    return ordinary, whole, mild


def _alike(draw: Draw, regimes: Sequence[Regime], shape: tuple[int, ...]) -> Args:
    """Operands and dx of one shape; numbers where the shape is that of a scalar, or now and then 0-d arrays."""
    return _numbers(draw, [*(regime.array(draw, *shape) for regime in regimes), arriving(draw, *shape)])


def _numbers(draw: Draw, arrays: list[Array]) -> Args:
    plain = draw.pick((True, True, True, False))
    return tuple(a.item() if a.ndim == 0 and plain else a for a in arrays)


def arriving(draw: Draw, *shape: int) -> Array:
    """A gradient that arrives: neither all ones nor all alike."""
    return np.array([draw.pick(ARRIVING) for _i in range(int(np.prod(shape)))]).reshape(shape)


def _off_zero(x: Array, unit: float) -> Array:
    return np.where(x == 0, unit, x)


ONE, TWO, THREE, FOUR = (operands(n) for n in (1, 2, 3, 4))


def divisor(draw: Draw) -> Args:
    """A divisor a ≠ 0, and the arriving gradient."""
    regime, shape = draw.turn((QUARTERS, WHOLE, Regime("eighths", 0.125, 64), DECIMAL)), draw.pick(SHAPES)
    a = regime.array(draw, *shape)
    return _numbers(draw, [_off_zero(np.where(np.abs(a) < 0.25, np.copysign(0.25, a), a), 1.0), arriving(draw, *shape)])


def whole_divisor(draw: Draw) -> Args:
    shape = draw.pick(SHAPES)
    return _numbers(draw, [_off_zero(INTEGER.array(draw, *shape), 2).astype(np.int64), arriving(draw, *shape)])


def mild_divisor(draw: Draw) -> Args:
    shape = draw.pick(SHAPES[:4])
    a = MILD.array(draw, *shape)
    return _numbers(draw, [np.where(np.abs(a) < 0.5, np.copysign(0.75, a), a), arriving(draw, *shape)])


def ratio(draw: Draw) -> Args:
    """a, b, c and d with c + d at least ¼ from 0, and the arriving gradient."""
    return _ratio(draw, draw.turn((QUARTERS, WHOLE, FINE, DECIMAL)), 0.25, draw.pick(SHAPES))


def whole_ratio(draw: Draw) -> Args:
    return _ratio(draw, INTEGER, 1, draw.pick(SHAPES))


def mild_ratio(draw: Draw) -> Args:
    return _ratio(draw, MILD, 0.75, draw.pick(SHAPES[:4]))


def _ratio(draw: Draw, regime: Regime, least: float, shape: tuple[int, ...]) -> Args:
    a, b, c, s = (regime.array(draw, *shape) for _i in range(4))
    s = np.where(np.abs(s) < least, np.copysign(least, s), s).astype(regime.dtype)
    return _numbers(draw, [a, b, c, np.asarray(s - c), arriving(draw, *shape)])


def apart(draw: Draw) -> Args:
    """a and b that differ everywhere, and the arriving gradient."""
    regime, shape = draw.turn(REGIMES), draw.pick(SHAPES)
    a, b = regime.array(draw, *shape), regime.array(draw, *shape)
    return _numbers(draw, [a, np.where(a == b, a + 3 * regime.unit, b), arriving(draw, *shape)])


def whole_apart(draw: Draw) -> Args:
    shape = draw.pick(SHAPES)
    a, b = INTEGER.array(draw, *shape), INTEGER.array(draw, *shape)
    return _numbers(draw, [a, np.where(a == b, a - 1, b), arriving(draw, *shape)])


def tied(draw: Draw) -> Args:
    """a and b of which some are equal, and the arriving gradient."""
    regime, shape = draw.turn((WHOLE, QUARTERS, DECIMAL)), draw.pick(SHAPES)
    a, b = regime.array(draw, *shape), regime.array(draw, *shape)
    same = np.array([draw.pick((True, True, False)) for _i in range(a.size)]).reshape(shape)
    return _numbers(draw, [a, np.where(same, a, b), arriving(draw, *shape)])


# Nearly equal is no tie.
NEARLY_TIED: tuple[Args, ...] = (
    (1.0, 1.0 + 3e-7, 2.0),
    (1000.005, 1000.0, -1.5),
    (np.array([0.0, 5e-9, -2.0, 0.3]), np.array([5e-9, 0.0, -2.00001, 0.3 + 2e-6]), np.array([1.0, 2.0, -1.5, 3.0])),
)


def open_or_shut(draw: Draw) -> Args:
    """a ≠ 0 and the arriving gradient."""
    regime, shape = draw.turn(REGIMES), draw.pick(SHAPES)
    return _numbers(draw, [_off_zero(regime.array(draw, *shape), -regime.unit), arriving(draw, *shape)])


def whole_open_or_shut(draw: Draw) -> Args:
    shape = draw.pick(SHAPES)
    return _numbers(draw, [_off_zero(INTEGER.array(draw, *shape), 2).astype(np.int64), arriving(draw, *shape)])


def at_the_kink(draw: Draw) -> Args:
    """a that is 0 in places, and the arriving gradient."""
    shape = draw.pick(SHAPES)
    a = np.array([draw.pick((0.0, -0.0, 1.0, -2.0)) for _i in range(int(np.prod(shape)))]).reshape(shape)
    return _numbers(draw, [a, arriving(draw, *shape)])


def layer(draw: Draw) -> tuple[Array, Array, Array]:
    """X (n, d), W (k, d) and dY (n, k)."""
    return _layer(draw, draw.turn((QUARTERS, WHOLE, FINE, DECIMAL)), draw.pick(SIZES))


def layer_at_the_edge(draw: Draw) -> tuple[Array, Array, Array]:
    """One example, one input or output, square matrices, or integers."""
    regime = draw.turn((INTEGER, QUARTERS))
    return _layer(draw, regime, draw.pick(SIZES if regime is INTEGER else EDGES))


def mild_layer(draw: Draw) -> tuple[Array, Array, Array]:
    return _layer(draw, MILD, draw.pick(SIZES[:4]))


def _layer(draw: Draw, regime: Regime, size: tuple[int, int, int]) -> tuple[Array, Array, Array]:
    n, d, k = size
    return regime.array(draw, n, d), regime.array(draw, k, d), arriving(draw, n, k)
