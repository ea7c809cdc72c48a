"""Designed inputs for 04_backpropagation, the gradient checker: planted gradients, right and wrong.

A central difference comes to its verdict with room to spare; where f curves, a forward one is too coarse for it.
"""

from collections.abc import Sequence
from itertools import cycle
from typing import Any

import numpy as np

from ...judging.draw import Args, Draw
from ...plain.call import Source
from ...plain.numbers import Array

DEFAULT_H = 1e-5

# f, its gradient, and wrong ones: linear in each entry, so that every difference quotient is exact.
PRODUCT = Source("lambda x: x[0] * x[1]")
CIRCUIT = Source("lambda x: (x[0] + x[1]) * x[2]")
PLANTED: tuple[tuple[int, Source, Source, tuple[Source, ...]], ...] = (
    (
        2,
        PRODUCT,
        Source("lambda x: np.array([x[1], x[0]])"),
        (
            Source("lambda x: np.array([x[0], x[1]])"),
            Source("lambda x: -np.array([x[1], x[0]])"),
            Source("lambda x: np.array([x[1], x[0] + 0.01])"),
            Source("lambda x: np.array([x[1] - 0.01, x[0]])"),
        ),
    ),
    (
        3,
        CIRCUIT,
        Source("lambda x: np.array([x[2], x[2], x[0] + x[1]])"),
        (
            Source("lambda x: np.array([x[2] + 1, x[2] + 1, x[0] + x[1]])"),
            Source("lambda x: np.array([x[2], x[2] + 0.01, x[0] + x[1]])"),
            Source("lambda x: 2 * np.array([x[2], x[2], x[0] + x[1]])"),
            Source("lambda x: np.array([x[2], x[2], x[0] + x[1] - 0.01])"),
        ),
    ),
    (
        1,
        Source("lambda x: 3 * x[0]"),
        Source("lambda x: np.array([3.0])"),
        (Source("lambda x: np.array([3.01])"), Source("lambda x: np.array([2.99])"), Source("lambda x: 3 * x")),
    ),
    (
        5,
        Source("lambda x: np.sum(x)"),
        Source("lambda x: np.ones(len(x))"),
        (Source("lambda x: np.ones(len(x)) / len(x)"), Source("lambda x: np.zeros(len(x))"), Source("lambda x: x")),
    ),
)
# The same, but only near enough for a tolerance that is not the default.
CURVED: tuple[tuple[int, Source, Source, tuple[Source, ...]], ...] = (
    (
        3,
        Source("lambda x: np.sum(x ** 3)"),
        Source("lambda x: 3 * x ** 2"),
        (Source("lambda x: x ** 2"), Source("lambda x: 3 * x ** 2 + 0.5"), Source("lambda x: -3 * x ** 2")),
    ),
    (
        2,
        Source("lambda x: np.sum(np.sin(x))"),
        Source("lambda x: np.cos(x)"),
        (Source("lambda x: -np.cos(x)"), Source("lambda x: np.cos(x) + np.array([0.2, 0.0])")),
    ),
    (
        1,
        Source("lambda x: x[0] ** 2"),
        Source("lambda x: 2 * x"),
        (Source("lambda x: x"), Source("lambda x: 2 * x - 0.25"), Source("lambda x: x ** 2 + 10")),
    ),
)
VALUES = (2.0, -0.5, 1.5, -3.0, 0.75, 1.25, -2.5)
Case = tuple[Source, Source, Sequence[float], *tuple[float, ...]]
LARGE = Source("lambda x: 1e8 * np.sum(x)")
SMALL = Source("lambda x: 0.001 * x[0] * x[1]")
MIXED = Source("lambda x: 1000 * x[0] + x[1]")
STEEP = Source("lambda x: np.sum(1 / x)")
TOLERATED: tuple[Case, ...] = (
    (PRODUCT, Source("lambda x: np.array([x[1], x[0] + 0.01])"), (2.0, -0.5), DEFAULT_H, 0.1),
    (PRODUCT, Source("lambda x: np.array([x[1] - 0.01, x[0]])"), (0.5, 0.25), DEFAULT_H, 0.1),
    (PRODUCT, Source("lambda x: np.array([x[1], x[0] + 1e-4])"), (2.0, -0.5), DEFAULT_H, 1e-2),
    (PRODUCT, Source("lambda x: np.array([x[1], x[0] + 1e-4])"), (2.0, -0.5)),
    (PRODUCT, Source("lambda x: np.array([x[1], x[0] + 5e-6])"), (2.0, -0.5)),
    (PRODUCT, Source("lambda x: np.array([x[1], x[0] - 2e-7])"), (2.0, -0.5)),
    (LARGE, Source("lambda x: np.full(len(x), 1e8 + 1)"), (1.5, -0.75)),
    (LARGE, Source("lambda x: np.full(len(x), 1e8 - 1)"), (1.5, 0.25, -0.75)),
    (LARGE, Source("lambda x: np.full(len(x), 1.001e8)"), (1.5, -0.75)),
    (SMALL, Source("lambda x: np.array([0.001 * x[1], 0.001 * x[0] + 1e-8])"), (1.0, 2.0)),
    (SMALL, Source("lambda x: np.array([0.001 * x[1], 0.001 * x[0] + 1e-4])"), (1.0, 2.0)),
    (MIXED, Source("lambda x: np.array([1000, 1.0005])"), (1.0, 1.0)),
    (MIXED, Source("lambda x: np.array([1000, 0.9995])"), (1.0, 1.0)),
    (MIXED, Source("lambda x: np.array([1000, 1.0])"), (1.0, 1.0)),
    (MIXED, Source("lambda x: np.array([1000.0002, 1.0])"), (1.0, 1.0)),
    (Source("lambda x: 0 * np.sum(x)"), Source("lambda x: np.zeros(len(x))"), (1.0, 2.0, 3.0)),
    (Source("lambda x: 0 * np.sum(x)"), Source("lambda x: np.full(len(x), 1e-8)"), (1.0, -2.0)),
    (STEEP, Source("lambda x: -1 / x ** 2"), (2e-5, 4e-5), 1e-9, 1e-3),
    (STEEP, Source("lambda x: 1 / x ** 2"), (2e-5, 4e-5), 1e-9, 1e-3),
    (PRODUCT, Source("lambda x: np.array([x[1], x[0]])"), (0.0, 0.0)),
)
# Right gradients of functions that curve, with the tolerance that is the default.
CURVING: tuple[Args, ...] = (
    (Source("lambda x: 50 * np.sum(x ** 2)"), Source("lambda x: 100 * x"), np.array([1.5, -0.75])),
    (Source("lambda x: np.sum(x ** 3)"), Source("lambda x: 3 * x ** 2"), np.array([3.0, -2.0, 1.0])),
    (Source("lambda x: np.sum(np.exp(x))"), Source("lambda x: np.exp(x)"), np.array([2.0, 1.0])),
    (Source("lambda x: np.sum(np.sin(3 * x))"), Source("lambda x: 3 * np.cos(3 * x)"), np.array([1.0])),
    (Source("lambda x: 50 * np.sum(x ** 2)"), Source("lambda x: 100 * x"), np.array([2, -3])),
    (Source("lambda x: np.sum(np.sin(60 * x))"), Source("lambda x: 60 * np.cos(60 * x)"), np.array([0.0, 0.1])),
)
# Measured slopes that are infinite, or no number.
BROKEN: tuple[Args, ...] = (
    (Source("lambda x: np.inf if x[0] > 1 else x[1]"), Source("lambda x: np.array([3.0, 1.0])"), np.array([1.0, 2.0])),
    (Source("lambda x: -np.inf if x[0] > 1 else x[1]"), Source("lambda x: np.array([0.0, 1.0])"), np.array([1.0, 2.0])),
    (
        Source("lambda x: np.inf if x[0] > 1 else x[1]"),
        Source("lambda x: np.array([np.inf, 1.0])"),
        np.array([1.0, 2.0]),
    ),
    (Source("lambda x: np.nan if x[1] > 2 else x[0]"), Source("lambda x: np.array([1.0, 0.0])"), np.array([1.0, 2.0])),
    (Source("lambda x: 1e308 * np.sign(x[0])"), Source("lambda x: np.array([3.0])"), np.array([0.0])),
)
NOT_FINITE: tuple[Source, ...] = (
    Source("lambda x: np.array([x[1], np.nan])"),
    Source("lambda x: np.array([np.nan, x[0]])"),
    Source("lambda x: np.full(len(x), np.nan)"),
    Source("lambda x: np.array([x[1], np.inf])"),
    Source("lambda x: np.array([-np.inf, x[0]])"),
)


def planted(draw: Draw) -> tuple[Any, ...]:
    """f, a gradient that is right or wrong by far, a point, and now and then h and tol."""
    if draw.integer(0, 2) == 2:
        return (*_planted(draw, draw.pick(CURVED)), DEFAULT_H, 1e-3)
    case = _planted(draw, draw.pick(PLANTED))
    return (*case, *draw.pick(((), (1e-4, 1e-4), ())))


def tolerated(draw: Draw) -> tuple[Any, ...]:
    """Where the answer hangs on tol, on h, on the size of the gradient, or on one entry alone."""
    f, df, x, *rest = draw.turn(TOLERATED)
    return (f, df, np.array(x), *rest)


def not_finite(draw: Draw) -> tuple[Source, Source, Array]:
    """A claimed gradient with NaN or an infinity in it."""
    return PRODUCT, draw.turn(NOT_FINITE), _distinct(draw, 2)


def _planted(draw: Draw, case: tuple[int, Source, Source, tuple[Source, ...]]) -> tuple[Source, Source, Array]:
    n, f, right, wrong = case
    x = _distinct(draw, n)
    return f, draw.pick((right, draw.pick(wrong))), x


def _distinct(draw: Draw, n: int) -> Array:
    """Numbers of different sizes, floats, or now and then the integers 2, −3, 5, …"""
    values = draw.pick((VALUES, VALUES, (2, -3, 5, 4, -6, 7, -8)))
    after = cycle(values)
    for _i in range(draw.integer(0, len(values) - 1)):
        next(after)
    return np.array([next(after) for _i in range(n)])
