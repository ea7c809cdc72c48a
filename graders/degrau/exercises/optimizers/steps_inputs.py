"""Designed inputs for 07_optimizers, the steps: weights, gradients, averages so far, and what a step is given or not.

Steps are compared near w = 0, where nothing hides them. Gradients mix 3, 4e-4 and 2e-8, change sign, are zero for one
weight at first, or large once and then zero: what is wrong with ε, with a power of t or with a state shows in one of
these.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ...judging.draw import Args, Draw
from ...plain.call import Source
from ...plain.numbers import Array

PLAIN = (2.0, -1.0, 0.5, 3.0, -0.75)
# No step from one of these places, or from these averages, ends next to 0, where float32 has no digits left.
PLACES = (1.25, -0.625, 2.875, -3.375)
SCALES = (0.0, 0.7, 1.1)
MIXED = (3.0, -4e-4, 2e-8, -3.0, 4e-4, -2e-8)
MINUTE = (2.0**-25, -(2.0**-25), 2.0**-24, -(2.0**-11))
# The first three are what small examples choose from.
SIZES = (PLAIN, PLAIN, PLAIN, MIXED, MIXED, MIXED, MINUTE, MINUTE, MINUTE)
FLAT = (0.0, 0.0, 0.0, 3.0, -2e-8)
LARGE = (300.0, -40.0, 7.0, 0.0)
INTEGERS = (1, -2, 0, 3, -4, 7, 9, -9, 6)
RATES = (0.5, 0.1, 1.0, 0.01)
SHAPES = ((2,), (3,), (2, 3), (5,), (3, 2))
NARROW = ((1,), (2,), (1, 3), (2, 1))

Shape = tuple[int, ...]


def _entries(draw: Draw, shape: Shape, options: Sequence[float]) -> Array:
    return np.array([draw.pick(options) for _i in range(int(np.prod(shape)))]).reshape(shape)


def _weights(draw: Draw, shape: Shape) -> Array:
    """Weights at 0, next to 0, or of ordinary size."""
    return _entries(draw, shape, PLACES) * draw.pick((0.0, 1.0, 0.0, 2.0**-20)) + 0.0


def _gradient(draw: Draw, shape: Shape) -> Array:
    return _entries(draw, shape, draw.turn((PLAIN, FLAT, MIXED, MINUTE, MIXED, LARGE)))


def _average(draw: Draw, shape: Shape) -> Array:
    """An average of gradients so far: zero, or entries of any size."""
    return _entries(draw, shape, draw.pick(SIZES)) * draw.pick(SCALES) + 0.0


def _squares(draw: Draw, shape: Shape) -> Array:
    """An average of squared gradients so far: zero, or entries of any size."""
    return np.square(_average(draw, shape))


def _whole(draw: Draw, shape: Shape) -> Array:
    return _entries(draw, shape, INTEGERS)


def _at_the_edge(draw: Draw, shape: Shape) -> tuple[Array, Array]:
    """Integer weights and gradients, or a gradient that is zero here and there."""
    whole = draw.turn((False, True))
    return (_whole if whole else _weights)(draw, shape), _whole(draw, shape) if whole else _entries(draw, shape, FLAT)


def sgd(draw: Draw) -> tuple[Array, Array, float]:
    """Weights, a gradient, and a rate."""
    shape = draw.pick(SHAPES)
    return _weights(draw, shape), _gradient(draw, shape), draw.pick(RATES)


def sgd_at_the_edge(draw: Draw) -> tuple[Array, Array, float]:
    """A single weight, integers, or a gradient with zeros."""
    return *_at_the_edge(draw, draw.pick(NARROW)), draw.pick((0.5, 0.25, 0.1))


BETAS: tuple[tuple[float, ...], ...] = ((), (0.5,), (0.9,), (0.75,), (0.99,), (0.0,))
WITH_EPSILON: tuple[tuple[float, ...], ...] = ((), (0.5,), (0.75, 1e-4), (0.9, 0.125), (0.99, 1e-8), (0.125, 1e-3))
OF_ADAM: tuple[tuple[float, ...], ...] = (
    (),
    (0.5,),
    (0.1, 0.5, 0.75),
    (0.01, 0.8, 0.99),
    (0.25, 0.5, 0.875, 0.125),
    (0.1, 0.9, 0.999, 1e-4),
    (0.5, 0.0, 0.125, 1e-3),
)


def momentum(draw: Draw) -> tuple[Any, ...]:
    """Weights, a gradient, the average so far, a rate; beta is given or left out."""
    shape = draw.pick(SHAPES)
    state = _weights(draw, shape), _gradient(draw, shape), _average(draw, shape)
    return *state, draw.pick(RATES), *draw.pick(BETAS)


def momentum_at_the_edge(draw: Draw) -> tuple[Any, ...]:
    """A single weight, integers, or a gradient with zeros."""
    shape = draw.pick(NARROW)
    return *_at_the_edge(draw, shape), _average(draw, shape), draw.pick((0.5, 0.25, 0.1)), *draw.pick(BETAS)


def rmsprop(draw: Draw) -> tuple[Any, ...]:
    """Weights, a gradient, the average of squares so far, a rate; beta and eps are given or left out."""
    shape = draw.pick(SHAPES)
    state = _weights(draw, shape), _gradient(draw, shape), _squares(draw, shape)
    return *state, draw.pick(RATES), *draw.pick(WITH_EPSILON)


def rmsprop_at_the_edge(draw: Draw) -> tuple[Any, ...]:
    """A gradient that is zero from the start for some weight, a single weight, integers."""
    shape = draw.pick(NARROW)
    squares = _squares(draw, shape) * draw.pick((0.0, 0.0, 1.0))
    return *_at_the_edge(draw, shape), squares, draw.pick((0.5, 0.25, 0.1)), *draw.pick(WITH_EPSILON)


def adam(draw: Draw) -> tuple[Any, ...]:
    """Weights, a gradient, both averages so far, the number of the step; the rest is given or left out."""
    shape = draw.pick(SHAPES)
    t = draw.pick((1, 2, 3, 5, 10, 100, 1000))
    averages = _average(draw, shape), _squares(draw, shape)
    return _weights(draw, shape), _gradient(draw, shape), *averages, t, *draw.pick(OF_ADAM)


def adam_at_the_edge(draw: Draw) -> tuple[Any, ...]:
    """A gradient that is zero from the start for some weight, a single weight, integers."""
    shape = draw.pick(NARROW)
    still = draw.pick((0.0, 0.0, 1.0))
    averages = _average(draw, shape) * still + 0.0, _squares(draw, shape)
    averages = averages if still else (averages[0], np.zeros(shape))
    return *_at_the_edge(draw, shape), *averages, draw.pick((1, 2, 7)), *draw.pick(OF_ADAM)


def journey(draw: Draw) -> tuple[Array, Array, float]:
    """Weights, the gradients of five steps, and a rate."""
    d = draw.pick((2, 3, 5))
    gradients = _entries(draw, (5, d), draw.pick((PLAIN, MIXED, MIXED)))
    kind = draw.turn(("changing signs", "zero at first", "large once", "as they come"))
    if kind == "changing signs":
        gradients = np.abs(gradients) * np.resize((1.0, -1.0), (5, 1))
    elif kind == "zero at first":
        gradients[:3, 0] = 0.0
    elif kind == "large once":
        gradients = gradients * np.array([[1024.0], [0.0], [0.0], [1.0], [0.0]])
    return draw.pick((0.0, 1.0)) * _entries(draw, (d,), PLACES) + 0.0, gradients, draw.pick(RATES)


def descent(draw: Draw) -> tuple[Source, Array, int, float]:
    """A gradient, a start, a number of steps, and a rate. The start is exact, and so is a gradient of zero there."""
    d = draw.pick((2, 3, 5))
    grad = draw.turn(("2 * w", "w - 1", "np.sin(w)", "4 * w**3 - w", "0.01 * w", "1000 * (w + 0.5)"))
    steps, lr = draw.pick((2, 3, 1, 5, 12, 20)), draw.pick((0.5, 0.1, 0.01))
    return Source(f"lambda w: {grad}"), _entries(draw, (d,), (1.0, -2.0, 0.375, 0.0, -0.75, 3.0)), steps, lr


def descent_at_the_edge(draw: Draw) -> tuple[Source, Array, int, float]:
    """No step at all, a single weight, an integer start, or a gradient that stays zero for one weight."""
    d = draw.pick((1, 2, 3))
    kind = draw.turn(("none", "integers", "flat"))
    start = _whole(draw, (d,)) if kind == "integers" else _entries(draw, (d,), PLACES)
    grad = "0 * w" if kind == "flat" and d == 1 else "w * (w > 0)" if kind == "flat" else "2 * w"
    return Source(f"lambda w: {grad}"), start, 0 if kind == "none" else draw.pick((2, 4)), draw.pick((0.25, 0.1))


# Descents that something in the way might end: gradients next to nothing, none at first, many steps, a swing past the
# lowest point; integers, for the start and for the rate.
JOURNEYS: tuple[Args, ...] = (
    (Source("lambda w: 1e-6 * w"), np.array([1.0, -2.0]), 12, 0.1),
    (Source("lambda w: 2 * w"), np.array([0.125, -0.25]), 60, 0.1),
    (Source("lambda w: 2 * w"), np.array([0.5]), 30, 1),
    (Source("lambda w: w - 1"), np.array([3.0]), 130, 0.01),
    (Source("lambda w: 2 * w"), np.array([0.0, 3.0]), 5, 0.5),
    (Source("lambda w: w - 1"), np.array([1, -2]), 4, 1),
    (Source("lambda w: 0 * w"), np.array([2, -1]), 3, 0.5),
    (Source("lambda w: 2 * w"), np.array([3, -1]), 0, 1),
)
