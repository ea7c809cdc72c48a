"""02_sigmoid_neuron: a neuron that answers with a probability, and the cross-entropy that teaches it."""

from ...base.text import _
from ...judging.laws import Answers, Facts, agrees, prop, pure, quiet
from ...judging.types import Exercise
from ...plain.numbers import Array
from ..faint import once, size
from ..numbers import LEVELLING, array, integers, number, saturated
from .inputs import (
    NEARLY_CERTAIN,
    TRAININGS,
    certain_and_right,
    certain_and_wrong,
    classification,
    classification_at_the_edge,
    examples,
    examples_at_the_edge,
    guesses,
    mild_classification,
    saturated_classification,
    saturated_examples,
    training_at_the_edge,
    training_set,
)


@prop(
    _("numerical differences of the cross-entropy give the same gradient"),
    points=1,
    inputs=mild_classification,
    after="in_w",
    count=24,
)
def slope(answer: Answers, right: Facts, X: Array, y: Array, w: Array, b: float) -> None:
    gradient, loss = answer(X, y, w, b), "lambda X, y, w, b: binary_cross_entropy(y, neuron_output(X, w, b))"
    gradient.assert_is("dw", right.slope(loss, 2, X, y, w, b))
    gradient.assert_is("db", right.slope(loss, 3, X, y, w, b))


SIGMOID = Exercise(
    "sigmoid(z) -> p",
    (
        agrees("numbers", _("a number"), 1, number, ["p"]),
        agrees("arrays", _("arrays of any shape"), 1, array, ["p"]),
        agrees("integers", _("integers give real results"), 1, integers, ["p"], "arrays", edge=True),
        quiet(
            "far",
            _("no warning and no overflow, up to |z| = 10,000"),
            2,
            saturated,
            "arrays",
            named=LEVELLING,
        ),
        pure(1, after="arrays"),
    ),
    faint=once,
    sharp=True,
    curve=True,
)

OUTPUT = Exercise(
    "neuron_output(X, w, b) -> p",
    (
        agrees("output", _("the probability of each example"), 2, examples, ["p"]),
        agrees(
            "edges",
            _("a single example, a single feature, integers"),
            1,
            examples_at_the_edge,
            ["p"],
            "output",
            edge=True,
        ),
        quiet("far", _("no warning when saturated"), 1, saturated_examples, "output", named=NEARLY_CERTAIN),
        pure(1, after="output"),
    ),
    faint=once,
    sharp=True,
)

COST = Exercise(
    "binary_cross_entropy(y, p) -> cost",
    (
        agrees("cost", _("the mean cross-entropy"), 2, guesses, ["cost"]),
        quiet(
            "certain",
            _("certainty that is right costs nothing, without a warning"),
            1,
            certain_and_right,
            "cost",
        ),
        quiet(
            "infinite",
            _("certainty that is wrong costs infinity, without a warning"),
            1,
            certain_and_wrong,
            "cost",
        ),
        pure(1, after="cost"),
    ),
    faint=once,
    sharp=True,
    indices=("y",),
)

GRADIENT = Exercise(
    "bce_gradient(X, y, w, b) -> dw, db",
    (
        agrees("in_w", _("dw is the slope of the cost in w"), 2, classification, ["dw"]),
        agrees("in_b", _("db is the slope of the cost in b"), 1, classification, ["db"]),
        slope,
        agrees(
            "edges",
            _("a single example, a single feature, integers"),
            1,
            classification_at_the_edge,
            ["dw", "db"],
            "in_w",
            edge=True,
        ),
        agrees("far", _("finite when saturated"), 1, saturated_classification, ["dw", "db"], "in_w", edge=True),
        pure(1, after="in_w"),
    ),
    faint=lambda X, y, w, b: size(X),
    indices=("y",),
)

TRAIN = Exercise(
    "train_neuron(X, y, w, b, lr, epochs) -> w, b, losses",
    (
        agrees("weights", _("the final weights w and b"), 2, training_set, ["w", "b"]),
        agrees("losses", _("the loss after each epoch"), 2, training_set, ["losses"]),
        agrees(
            "edges",
            _("no epochs, many epochs, a single example, integers"),
            1,
            training_at_the_edge,
            ["w", "b", "losses"],
            "weights",
            edge=True,
            named=TRAININGS,
        ),
        pure(1, after="weights"),
    ),
    indices=("y",),
)
