"""08_rnn, backwards: what reaches the first state, gradients through time, and a bound on their norm."""

import numpy as np

from ...base.text import _
from ...judging.laws import Answers, Expected, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...plain.numbers import Array
from .inputs import (
    arriving,
    arriving_at_the_edge,
    gradient_at_the_edge,
    long_gradient,
    measured,
    measured_states,
    short_gradient,
    states,
    states_at_the_edge,
)

LAST_STATE = "lambda X, h0, Wx, Wh, bh: rnn_forward(X, h0, Wx, Wh, bh, Wh, bh)[0][-1]"
LOGITS = "lambda X, h0, Wx, Wh, bh, Wy, by: rnn_forward(X, h0, Wx, Wh, bh, Wy, by)[0] @ Wy.T + by"
# How much shorter than the bound a clipped gradient may be: libraries add 1e-6 to the norm that they divide by.
ROOM = 1e-4


def _states(X: Array, h0: Array, Wx: Array, Wh: Array, bh: Array) -> Array:
    """The states of a sequence, step by step."""
    H = [h0]
    for x in X:
        H.append(np.tanh(Wh @ H[-1] + Wx @ x + bh))
    return np.array(H[1:])


def _rows(slopes: list[Expected]) -> Expected:
    """What is right for a matrix of these rows."""
    single = [slope.single for slope in slopes if slope.single]
    return Expected(
        np.array([slope.low for slope in slopes]),
        np.array([slope.high for slope in slopes]),
        np.array([slope.tolerance for slope in slopes]),
        _rows(single) if single else None,
    )


@prop(_("numerical differences give the same matrix"), points=1, inputs=measured_states, after="jacobian", count=8)
def slope_of_states(answer: Answers, right: Facts, X: Array, h0: Array, Wx: Array, Wh: Array, bh: Array) -> None:
    args = (X, h0, Wx, Wh, bh)
    rows = [right.slope(LAST_STATE, 1, *args, cotangent=unit) for unit in np.eye(len(h0))]
    answer(_states(*args), Wh).assert_is("J", _rows(rows))


@prop(_("numerical differences give the same gradients"), points=1, inputs=measured, after="time", count=8)
def slope(
    answer: Answers,
    right: Facts,
    X: Array,
    h0: Array,
    Wx: Array,
    Wh: Array,
    bh: Array,
    Wy: Array,
    by: Array,
    dO: Array,
) -> None:
    gradients = answer(X, _states(X, h0, Wx, Wh, bh), h0, Wx, Wh, Wy, dO)
    for place, part in enumerate(("dh0", "dWx", "dWh", "dbh", "dWy", "dby"), start=1):
        gradients.assert_is(part, right.slope(LOGITS, place, X, h0, Wx, Wh, bh, Wy, by, cotangent=dO))


@prop(_("a gradient that is too long keeps its direction and gets the norm max_norm"), points=2, inputs=long_gradient)
def long(answer: Answers, right: Facts, g: Array, max_norm: float) -> None:
    answer(g, max_norm).assert_is("g", _nearly(right(g, max_norm)["g"]))


@prop(_("zeros, a single number, a norm that is just as large as max_norm"), 1, gradient_at_the_edge, "long", edge=True)
def edges(answer: Answers, right: Facts, g: Array, max_norm: float) -> None:
    got = answer(g, max_norm)
    got.assert_is("g", _nearly(right(g, max_norm)["g"]))
    got.assert_quiet()


def _nearly(expected: Expected) -> Expected:
    return expected.between(True, expected.low * (1 - ROOM), expected.high)


JACOBIAN = Exercise(
    "state_jacobian(H, Wh) -> J",
    (
        agrees("jacobian", _("the product of the steps' Jacobians, the latest on the left"), 3, states, ["J"]),
        slope_of_states,
        agrees(
            "edges",
            _("a single step or unit, many steps, saturated units"),
            1,
            states_at_the_edge,
            ["J"],
            "jacobian",
            edge=True,
        ),
        pure(1, after="jacobian"),
    ),
)

BACKWARD = Exercise(
    "rnn_backward(X, H, h0, Wx, Wh, Wy, dO) -> dWx, dWh, dbh, dWy, dby, dh0",
    (
        agrees("output", _("dWy and dby of the output layer"), 1, arriving, ["dWy", "dby"]),
        agrees("time", _("dWx, dWh and dbh, back through all of time"), 3, arriving, ["dWx", "dWh", "dbh"]),
        agrees("start", _("dh0, what reaches the first state"), 1, arriving, ["dh0"]),
        slope,
        agrees(
            "edges",
            _("a single step, input, unit or class, many steps, integers"),
            1,
            arriving_at_the_edge,
            ["dWx", "dWh", "dbh", "dWy", "dby", "dh0"],
            "time",
            edge=True,
        ),
        pure(1, after="time"),
    ),
)

CLIP = Exercise(
    "clip_gradient(g, max_norm) -> g",
    (
        long,
        agrees("short", _("a gradient that is short enough stays as it is"), 1, short_gradient, ["g"], "long"),
        edges,
        pure(1, after="long"),
    ),
)
