"""04_backpropagation, slopes that are measured: difference quotients.

They are asked for exactly, error and all: steps are large enough to tell one definition from another, and the only
tolerance is rounding, of the size ε·|f|/h.
"""

from dataclasses import replace
from typing import Any

import numpy as np

from ...base.text import _
from ...judging.draw import Array, Draw
from ...judging.laws import Answers, Expected, Facts, prop, pure
from ...judging.types import Exercise
from ...plain.call import Source

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
EPSILON = 2.0**-52
DEFAULT_H = 1e-5


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


def _measured(right: Facts, f: Source, x: Any, *h: float) -> Expected:
    """The difference quotient, and the rounding that any way to compute it may have."""
    expected = right(f, x, *h)["d"]
    size = np.max(np.abs(expected.low), initial=1.0)
    noise = 64 * EPSILON * max(1.0, abs(float(f.here(np.asarray(x, dtype=float)[()])))) / (h[0] if h else DEFAULT_H)
    return replace(expected, tolerance=np.full_like(expected.low, 1e-8 * size + noise), single=None)


@prop(_("the definition, for several h"), points=2, inputs=curve)
def quotient(answer: Answers, right: Facts, f: Source, x: float, h: float) -> None:
    answer(f, x, h).assert_is("d", _measured(right, f, x, h))


@prop(_("without h, h = 1e-5"), points=1, inputs=bent_curve, after="quotient")
def default_h(answer: Answers, right: Facts, f: Source, x: float) -> None:
    answer(f, x).assert_is("d", _measured(right, f, x))


@prop(_("without h, h = 1e-5"), points=1, inputs=rippled_curve, after="quotient")
def default_h_of_central(answer: Answers, right: Facts, f: Source, x: float) -> None:
    answer(f, x).assert_is("d", _measured(right, f, x))


@prop(_("each partial derivative, by the definition"), points=2, inputs=field)
def partials(answer: Answers, right: Facts, f: Source, x: Array, h: float) -> None:
    answer(f, x, h).assert_is("d", _measured(right, f, x, h))


@prop(
    _("a single variable, integers, zeros"),
    points=1,
    inputs=field_at_the_edge,
    after="partials",
    edge=True,
)
def edges(answer: Answers, right: Facts, f: Source, x: Array, h: float) -> None:
    answer(f, x, h).assert_is("d", _measured(right, f, x, h))


@prop(_("without h, h = 1e-5"), points=1, inputs=bowl, after="partials")
def default_step(answer: Answers, right: Facts, f: Source, x: Array) -> None:
    answer(f, x).assert_is("d", _measured(right, f, x))


NUMERICAL_DERIVATIVE = Exercise(
    "numerical_derivative(f, x, h) -> d", (quotient, default_h, pure(1, after="quotient")), smooth=False
)

CENTRAL_DIFFERENCE = Exercise(
    "central_difference(f, x, h) -> d", (quotient, default_h_of_central, pure(1, after="quotient")), smooth=False
)

NUMERICAL_GRADIENT = Exercise(
    "numerical_gradient(f, x, h) -> d",
    (partials, edges, default_step, pure(1, after="partials")),
    smooth=False,
)
