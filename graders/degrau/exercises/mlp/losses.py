"""06_mlp, the losses, and how small the gradients of deep networks become."""

from ...base.text import _
from ...judging.laws import Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...plain.numbers import Array
from ..faint import once, size
from .inputs import (
    far_logits,
    layers_in_a_row,
    logits,
    logits_at_the_edge,
    mild_logits,
    mild_pairs,
    one_layer,
    pairs,
    pairs_at_the_edge,
    two_neurons,
    whole_neurons,
)

EDGE = _("a single example, class or column, integers")
MEASURED = _("numerical differences give the same gradient")
SIGMOID_TWICE = "1 / (1 + np.exp(-w2 / (1 + np.exp(-x * w1))))"


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
        agrees("far", _("stable up to ±10,000"), 1, far_logits, ["loss", "dZ"], "loss", edge=True),
        pure(1, after="loss"),
    ),
    indices=("y",),
    faint=once,
)


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


@prop(MEASURED, points=1, inputs=two_neurons, after="second", count=24)
def slope_of_two(answer: Answers, right: Facts, x: float, y: float, w1: float, w2: float) -> None:
    got, cost = answer(x, y, w1, w2), f"lambda x, y, w1, w2: ({SIGMOID_TWICE} - y) ** 2"
    got.assert_is("dw1", right.slope(cost, 2, x, y, w1, w2))
    got.assert_is("dw2", right.slope(cost, 3, x, y, w1, w2))


TWO = Exercise(
    "two_neuron_gradient(x, y, w1, w2) -> dw1, dw2",
    (
        agrees("second", _("dw2, of the output neuron"), 1, two_neurons, ["dw2"]),
        agrees("first", _("dw1, of the neuron behind"), 2, two_neurons, ["dw1"]),
        slope_of_two,
        agrees("integers", _("integers"), 1, whole_neurons, ["dw1", "dw2"], "second", edge=True),
    ),
    floor=0.01,
    faint=lambda x, y, w1, w2: size(w2 * x),
)

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
    faint=once,
    sharp=True,
)
