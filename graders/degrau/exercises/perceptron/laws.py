"""00_perceptron: a threshold, a line, and Rosenblatt's rule."""

from ...base.text import _
from ...judging.laws import agrees, pure
from ...judging.types import Exercise
from ..inputs import neuron, neuron_at_the_edge, neuron_on_the_line
from .inputs import (
    TRAININGS,
    array,
    integer_sample,
    number,
    right_prediction,
    sample_on_the_line,
    training_at_the_edge,
    training_set,
    wrong_prediction,
    zeros,
)

STEP = Exercise(
    "step(z) -> z",
    (
        agrees("numbers", _("1 for z > 0 and 0 for z < 0"), 1, number, ["z"]),
        agrees("arrays", _("arrays of any shape"), 1, array, ["z"]),
        agrees("zero", _("1 at z = 0 as well"), 1, zeros, ["z"], after="numbers", edge=True),
        pure(1, after="arrays"),
    ),
    smooth=False,
    curve=True,
)

PREDICT = Exercise(
    "predict(X, w, b) -> y",
    (
        agrees("sides", _("the class on each side of the line"), 2, neuron, ["y"]),
        agrees(
            "line",
            _("class 1 on the line itself"),
            1,
            neuron_on_the_line,
            ["y"],
            "sides",
        ),
        agrees(
            "edges",
            _("a single example, a single feature, integers"),
            1,
            neuron_at_the_edge,
            ["y"],
            "sides",
            edge=True,
        ),
        pure(1, after="sides"),
    ),
    smooth=False,
)

UPDATE = Exercise(
    "perceptron_update(w, b, x, y, lr) -> w, b",
    (
        agrees(
            "wrong",
            _("a wrong prediction moves w and b as the rule says"),
            2,
            wrong_prediction,
            ["w", "b"],
        ),
        agrees(
            "right",
            _("a right prediction leaves everything as it is"),
            1,
            right_prediction,
            ["w", "b"],
            "wrong",
        ),
        agrees(
            "line",
            _("a sample on the line is predicted as 1"),
            1,
            sample_on_the_line,
            ["w", "b"],
            "wrong",
        ),
        agrees(
            "integers",
            _("integer weights and inputs, without truncation"),
            1,
            integer_sample,
            ["w", "b"],
            "wrong",
            edge=True,
        ),
        pure(1, after="wrong"),
    ),
    smooth=False,
)

TRAIN = Exercise(
    "train_perceptron(X, y, w, b, lr, epochs) -> w, b, mistakes",
    (
        agrees("weights", _("the final weights w and b"), 2, training_set, ["w", "b"]),
        agrees(
            "mistakes",
            _("the mistakes of each epoch, and the stop at the first with none"),
            2,
            training_set,
            ["mistakes"],
        ),
        agrees(
            "edges",
            _("no epochs, many epochs, a single example, integers"),
            1,
            training_at_the_edge,
            ["w", "b", "mistakes"],
            "weights",
            edge=True,
            named=TRAININGS,
        ),
        pure(1, after="weights"),
    ),
    smooth=False,
)
