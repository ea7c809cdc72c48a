"""Designed inputs for 04_backpropagation, the differences: functions, points, and steps that show."""

import numpy as np

from ...judging.draw import Draw
from ...plain.call import Source
from ...plain.numbers import Array

CURVES = (
    Source("lambda x: x ** 2"),
    Source("lambda x: x ** 3 - 2 * x"),
    Source("lambda x: abs(x)"),
    Source("lambda x: np.exp(x / 2)"),
    Source("lambda x: np.sin(3 * x)"),
    Source("lambda x: 1 / (1 + x ** 2)"),
    Source("lambda x: np.maximum(x, 0) + x ** 2"),
)
BENT = (
    Source("lambda x: x ** 2"),
    Source("lambda x: np.exp(x)"),
    Source("lambda x: 1 - 3 * x ** 2"),
    Source("lambda x: (x - 4) ** 3"),
)
# A central difference is so good that only ripples tell one small h from another.
RIPPLES = (
    Source("lambda x: np.sin(1000 * x)"),
    Source("lambda x: x + np.cos(1000 * x)"),
    Source("lambda x: np.sin(2000 * x) - 3 * x"),
)
FIELDS = (
    Source("lambda x: np.sum(x ** 2)"),
    Source("lambda x: x[0] ** 2 - 3 * x[-1] ** 3"),
    Source("lambda x: np.sum(x) ** 2"),
    Source("lambda x: np.prod(x) + x[-1] ** 2"),
    Source("lambda x: np.sum(np.sin(x)) + x[0] ** 3"),
    Source("lambda x: np.max(np.abs(x))"),
    Source("lambda x: np.sum(np.exp(x / 4) * np.arange(1, len(x) + 1))"),
)
BOWLS = (
    Source("lambda x: np.sum(x ** 2)"),
    Source("lambda x: x[0] ** 2 - 3 * x[-1] ** 2 + np.sum(x ** 2)"),
    Source("lambda x: np.sum(np.exp(x))"),
)
WIDTHS = (0.5, 0.25, 1.0, 0.1, 0.01, 2.0, 1e-3, 1e-4)


def curve(draw: Draw) -> tuple[Source, float, float]:
    """f, a point, float or int, and a step that shows."""
    k = draw.integer(-12, 12)
    return draw.turn(CURVES), draw.pick((k, float(k), k / 4, k / 10, 0.0)), draw.pick(WIDTHS)


def bent_curve(draw: Draw) -> tuple[Source, float]:
    """f that curves everywhere near the point, float or int."""
    k = draw.integer(-8, 8)
    return draw.turn(BENT), draw.pick((k / 4, k / 10, float(k) / 2, k // 3))


def rippled_curve(draw: Draw) -> tuple[Source, float]:
    """f with ripples, and a point, float or int."""
    k = draw.integer(-8, 8)
    return draw.turn(RIPPLES), draw.pick((k / 10, k / 4, k / 100, k // 3))


def field(draw: Draw) -> tuple[Source, Array, float]:
    """f of several variables, a point, and a step that shows."""
    return draw.turn(FIELDS), _point(draw, draw.pick((2, 3, 5, 4))), draw.pick(WIDTHS)


def field_at_the_edge(draw: Draw) -> tuple[Source, Array, float]:
    """A single variable, or integers, or zeros."""
    kind = draw.turn((0, 1, 2))
    if kind == 0:
        return draw.turn(FIELDS), _point(draw, 1), draw.pick(WIDTHS)
    n = draw.pick((2, 3, 1, 5))
    integers = np.array([draw.integer(-5, 5) for _i in range(n)])
    return draw.pick(FIELDS), integers if kind == 1 else np.zeros(n), draw.pick(WIDTHS)


def bowl(draw: Draw) -> tuple[Source, Array]:
    """f that curves in every variable, and a point."""
    return draw.turn(BOWLS), _point(draw, draw.pick((2, 3, 1, 4)))


def _point(draw: Draw, n: int) -> Array:
    unit = draw.pick((0.1, 0.25, 0.01))
    return np.array([draw.integer(-20, 20) for _i in range(n)]) * unit
