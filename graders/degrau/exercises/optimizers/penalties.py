"""07_optimizers, the penalties: the price of large weights."""

import numpy as np

from ...base.text import _
from ...judging.laws import Answers, Expected, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...plain.numbers import Array
from .inputs import small_weights, weights, weights_at_the_edge

NUDGE = 2.0**-4


def _measured(right: Facts, W: Array, lam: float, n: int) -> Expected:
    """The slope of the penalty by each weight, by differences that are exact for squares and for absolute values."""
    slopes = np.zeros(W.shape)
    for index in np.ndindex(W.shape):
        nudge = np.zeros(W.shape)
        nudge[index] = NUDGE
        there, back = right(W + nudge, lam, n)["penalty"].low, right(W - nudge, lam, n)["penalty"].low
        slopes[index] = (there - back) / (2 * NUDGE)
    return Expected(slopes, slopes, 1e-4 * np.abs(slopes))


@prop(
    _("differences of the penalty give the same dW"),
    points=1,
    inputs=small_weights,
    after="penalty",
    count=6,
)
def slope(answer: Answers, right: Facts, W: Array, lam: float, n: int) -> None:
    answer(W, lam, n).assert_is("dW", _measured(right, W, lam, n))


@prop(
    _("integers, a single weight, zeros, a single example"),
    points=1,
    inputs=weights_at_the_edge,
    after="derivative",
)
def corners(answer: Answers, right: Facts, W: Array, lam: float, n: int) -> None:
    got, expected = answer(W, lam, n), right(W, lam, n)
    got.assert_is("penalty", expected["penalty"])
    dW, corner, steepest = got.array("dW"), W == 0, (1 + 1e-6) * lam / n
    if dW.shape == W.shape:
        flat_enough = bool(np.all(np.abs(dW[corner]) <= steepest))
        got.require(
            flat_enough,
            _("where W is 0, dW has to lie between −λ/n and λ/n"),
        )
    got.assert_is("dW", expected["dW"].between(corner, -steepest, steepest))


L2 = Exercise(
    "l2_penalty(W, lam, n) -> penalty, dW",
    (
        agrees("penalty", _("λ/(2n) times the sum of squares"), 1, weights, ["penalty"]),
        agrees("derivative", _("dW is the derivative"), 2, weights, ["dW"]),
        slope,
        agrees(
            "edges",
            _("integers, a single weight, zeros, a single example"),
            1,
            weights_at_the_edge,
            ["penalty", "dW"],
            "derivative",
            edge=True,
        ),
        pure(1, after="penalty"),
    ),
    floor=1e-9,
)

L1 = Exercise(
    "l1_penalty(W, lam, n) -> penalty, dW",
    (
        agrees("penalty", _("λ/n times the sum of absolute values"), 1, weights, ["penalty"]),
        agrees("derivative", _("dW is the derivative, away from zero"), 2, weights, ["dW"]),
        slope,
        corners,
        pure(1, after="penalty"),
    ),
    floor=1e-9,
)

PENALTIES = (L2, L1)
