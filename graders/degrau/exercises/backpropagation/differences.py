"""04_backpropagation, slopes that are measured: difference quotients.

They are asked for exactly, error and all: steps are large enough to tell one definition from another, and the only
tolerance is rounding, of the size ε·|f|/h.
"""

from dataclasses import replace
from typing import Any

import numpy as np

from ...base.text import _
from ...judging.laws import Answers, Expected, Facts, prop, pure
from ...judging.types import Exercise
from ...plain.call import Source
from ...plain.numbers import Array
from .differences_inputs import bent_curve, bowl, curve, field, field_at_the_edge, rippled_curve

EPSILON = 2.0**-52
DEFAULT_H = 1e-5


def _measured(right: Facts, f: Source, x: Any, *h: float) -> Expected:
    """The difference quotient, and the rounding that any way to compute it may have."""
    expected = right(f, x, *h)["d"]
    size = np.max(np.abs(expected.low), initial=1.0)
    noise = 64 * EPSILON * max(1.0, abs(float(f.here(np.asarray(x, dtype=float)[()])))) / (h[0] if h else DEFAULT_H)
    return replace(expected, tolerance=np.full_like(expected.low, 1e-8 * size + noise), single=None)


@prop(_("the forward difference, for several h"), points=2, inputs=curve)
def quotient(answer: Answers, right: Facts, f: Source, x: float, h: float) -> None:
    answer(f, x, h).assert_is("d", _measured(right, f, x, h))


central = replace(quotient, title=_("the central difference, for several h"))


@prop(_("without h, h = 1e-5"), points=1, inputs=bent_curve, after="quotient")
def default_h(answer: Answers, right: Facts, f: Source, x: float) -> None:
    answer(f, x).assert_is("d", _measured(right, f, x))


@prop(_("without h, h = 1e-5"), points=1, inputs=rippled_curve, after="quotient")
def default_h_of_central(answer: Answers, right: Facts, f: Source, x: float) -> None:
    answer(f, x).assert_is("d", _measured(right, f, x))


@prop(_("each partial derivative, by the forward difference"), points=2, inputs=field)
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
    "central_difference(f, x, h) -> d", (central, default_h_of_central, pure(1, after="quotient")), smooth=False
)

NUMERICAL_GRADIENT = Exercise(
    "numerical_gradient(f, x, h) -> d",
    (partials, edges, default_step, pure(1, after="partials")),
    smooth=False,
)
