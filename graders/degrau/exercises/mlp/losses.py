"""06_mlp: the losses, and how small the gradients of deep networks become; and the whole assignment."""

import numpy as np

from ...base.text import _
from ...judging.draw import Array, Draw
from ...judging.laws import Answers, Facts, agrees, prop, pure, quiet
from ...judging.types import Exercise
from ..inputs import DECIMAL, EIGHTS, FINE, INTEGER, QUARTERS, WHOLE, Regime
from .preparation import SIZES

EDGE = _("a single example, class or column, integers")
MEASURED = _("numerical differences give the same gradient")
FAR = Regime("far", 100.0, 100)


def logits(draw: Draw) -> tuple[Array, Array]:
    """Logits Z (n, k) and class indices y."""
    return _logits(draw, draw.turn((QUARTERS, WHOLE, DECIMAL, FINE)), draw.pick(SIZES))


def logits_at_the_edge(draw: Draw) -> tuple[Array, Array]:
    """One example, one or two classes, equal logits, or integers."""
    Z, y = _logits(draw, draw.turn((INTEGER, QUARTERS)), draw.pick(((1, 3), (1, 2), (3, 1), (2, 2), (3, 3), (1, 1))))
    return (np.full_like(Z, Z[0, 0]) if draw.integer(0, 3) == 3 else Z), y


def far_logits(draw: Draw) -> tuple[Array, Array]:
    """Logits of up to ±1e4."""
    return _logits(draw, FAR, draw.pick(SIZES))


def mild_logits(draw: Draw) -> tuple[Array, Array]:
    return _logits(draw, DECIMAL, draw.pick(SIZES[:4]))


def _logits(draw: Draw, regime: Regime, size: tuple[int, int]) -> tuple[Array, Array]:
    n, k = size
    return regime.array(draw, n, k), np.array([draw.integer(0, k - 1) for _i in range(n)])


@prop(MEASURED, points=1, inputs=mild_logits, after="dZ", count=16)
def slope_of_the_entropy(answer: Answers, right: Facts, Z: Array, y: Array) -> None:
    answer(Z, y).assert_is("dZ", right.slope("softmax_cross_entropy", 0, Z, y))


CROSS_ENTROPY = Exercise(
    "softmax_cross_entropy(Z, y) -> loss, dZ",
    (
        agrees("loss", _("the mean loss"), 2, logits, ["loss"]),
        agrees("dZ", _("the gradient in Z"), 2, logits, ["dZ"]),
        slope_of_the_entropy,
        agrees("edges", EDGE, 1, logits_at_the_edge, ["loss", "dZ"], "dZ", edge=True),
        quiet("far", _("stable up to ±10,000, no warning"), 1, far_logits, "loss"),
        pure(1, after="loss"),
    ),
    indices=("y",),
)


def pairs(draw: Draw) -> tuple[Array, Array]:
    """Outputs Z and targets T."""
    regime, size = draw.turn((QUARTERS, WHOLE, DECIMAL, EIGHTS)), draw.pick(SIZES)
    return regime.array(draw, *size), regime.array(draw, *size)


def pairs_at_the_edge(draw: Draw) -> tuple[Array, Array]:
    regime, size = draw.turn((INTEGER, QUARTERS)), draw.pick(((1, 1), (1, 3), (3, 1), (2, 2)))
    return regime.array(draw, *size), regime.array(draw, *size)


def mild_pairs(draw: Draw) -> tuple[Array, Array]:
    size = draw.pick(SIZES[:4])
    return DECIMAL.array(draw, *size), DECIMAL.array(draw, *size)


@prop(MEASURED, points=1, inputs=mild_pairs, after="dZ", count=16)
def slope_of_the_squares(answer: Answers, right: Facts, Z: Array, T: Array) -> None:
    answer(Z, T).assert_is("dZ", right.slope("mse", 0, Z, T))


MSE = Exercise(
    "mse(Z, T) -> loss, dZ",
    (
        agrees("loss", _("the mean loss"), 2, pairs, ["loss"]),
        agrees("dZ", _("the gradient in Z"), 2, pairs, ["dZ"]),
        slope_of_the_squares,
        agrees("edges", EDGE, 1, pairs_at_the_edge, ["loss", "dZ"], "dZ", edge=True),
        pure(1, after="dZ"),
    ),
)


def two_neurons(draw: Draw) -> tuple[float, float, float, float]:
    """x, the target y, w1 and w2."""
    k = [draw.integer(-12, 12) for _i in range(3)]
    unit = draw.turn((0.25, 1.0, 0.1, 0.5))
    return k[0] * unit, draw.integer(0, 4) / 4, k[1] * 0.25, k[2] * 0.25


def whole_neurons(draw: Draw) -> tuple[int, int, int, int]:
    return draw.integer(-3, 3), draw.integer(0, 1), draw.integer(-3, 3), draw.integer(-3, 3)


@prop(MEASURED, points=1, inputs=two_neurons, after="second", count=24)
def slope_of_two(answer: Answers, right: Facts, x: float, y: float, w1: float, w2: float) -> None:
    got, cost = answer(x, y, w1, w2), f"lambda x, y, w1, w2: ({SIGMOID_TWICE} - y) ** 2"
    got.assert_is("dw1", right.slope(cost, 2, x, y, w1, w2))
    got.assert_is("dw2", right.slope(cost, 3, x, y, w1, w2))


SIGMOID_TWICE = "1 / (1 + np.exp(-w2 / (1 + np.exp(-x * w1))))"

TWO = Exercise(
    "two_neuron_gradient(x, y, w1, w2) -> dw1, dw2",
    (
        agrees("second", _("dw2, of the output neuron"), 1, two_neurons, ["dw2"]),
        agrees("first", _("dw1, of the neuron behind"), 2, two_neurons, ["dw1"]),
        slope_of_two,
        agrees("integers", _("integers"), 1, whole_neurons, ["dw1", "dw2"], "second", edge=True),
    ),
    floor=0.01,
)


def layers_in_a_row(draw: Draw) -> tuple[Array]:
    """The inputs z of M logistic layers."""
    return (draw.turn((QUARTERS, WHOLE, DECIMAL)).array(draw, draw.pick((3, 2, 5, 4, 7, 10))),)


def one_layer(draw: Draw) -> tuple[Array]:
    """A single layer, integers, or layers that are all alike."""
    z = draw.turn((INTEGER, QUARTERS)).array(draw, draw.pick((1, 2, 3, 4)))
    return (draw.pick((z, np.full_like(z, z[0]))),)


FACTORS = Exercise(
    "backprop_factors(z) -> factors",
    (
        agrees(
            "factors",
            _("the product of the slopes from there to the output"),
            3,
            layers_in_a_row,
            ["factors"],
        ),
        agrees("edges", _("a single layer, integers"), 1, one_layer, ["factors"], "factors", edge=True),
        pure(1, after="factors"),
    ),
    floor=1e-6,
)
