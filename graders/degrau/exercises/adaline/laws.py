"""01_adaline: a linear neuron that knows how wrong it is, and goes down the slope of its cost."""

from ...base.text import _
from ...judging.laws import Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...plain.numbers import Array
from ..inputs import mild_regression, regression, regression_at_the_edge
from .inputs import (
    TRAININGS,
    array,
    examples,
    examples_at_the_edge,
    number,
    sample,
    sample_at_the_edge,
    training_at_the_edge,
    training_set,
)


@prop(
    _("numerical differences of the cost give the same gradient"),
    points=1,
    inputs=mild_regression,
    after="in_w",
)
def slope(answer: Answers, right: Facts, X: Array, y: Array, w: Array, b: float) -> None:
    gradient = answer(X, y, w, b)
    gradient.assert_is("dw", right.slope("adaline_cost", 2, X, y, w, b))
    gradient.assert_is("db", right.slope("adaline_cost", 3, X, y, w, b))


LINEAR = Exercise(
    "linear(z) -> z",
    (
        agrees("numbers", _("returns z itself"), 1, number, ["z"]),
        agrees("arrays", _("arrays of any shape"), 1, array, ["z"]),
        pure(1, after="arrays"),
    ),
    curve=True,
)

OUTPUT = Exercise(
    "adaline_output(X, w, b) -> y",
    (
        agrees("output", _("the output for each example"), 2, examples, ["y"]),
        agrees(
            "edges",
            _("a single example, a single feature, integers"),
            1,
            examples_at_the_edge,
            ["y"],
            "output",
            edge=True,
        ),
        pure(1, after="output"),
    ),
)

COST = Exercise(
    "adaline_cost(X, y, w, b) -> cost",
    (
        agrees("cost", _("half the sum of squares"), 2, regression, ["cost"]),
        agrees(
            "edges",
            _("a single example, a single feature, integers"),
            1,
            regression_at_the_edge,
            ["cost"],
            "cost",
            edge=True,
        ),
        pure(1, after="cost"),
    ),
)

GRADIENT = Exercise(
    "adaline_gradient(X, y, w, b) -> dw, db",
    (
        agrees(
            "in_w",
            _("dw is the slope of the cost in w"),
            2,
            regression,
            ["dw"],
        ),
        agrees(
            "in_b",
            _("db is the slope of the cost in b"),
            1,
            regression,
            ["db"],
        ),
        slope,
        agrees(
            "edges",
            _("a single example, a single feature, integers"),
            1,
            regression_at_the_edge,
            ["dw", "db"],
            "in_w",
            edge=True,
        ),
        pure(1, after="in_w"),
    ),
)

UPDATE = Exercise(
    "adaline_update(w, b, x, y, lr) -> w, b",
    (
        agrees("weights", _("w takes the step of the delta rule"), 2, sample, ["w"]),
        agrees("bias", _("b takes the step of the delta rule"), 1, sample, ["b"]),
        agrees(
            "edges",
            _("a single feature, integers without truncation"),
            1,
            sample_at_the_edge,
            ["w", "b"],
            "weights",
            edge=True,
        ),
        pure(1, after="weights"),
    ),
)

TRAIN = Exercise(
    "train_adaline(X, y, w, b, lr, epochs) -> w, b, costs",
    (
        agrees("weights", _("the final weights w and b"), 2, training_set, ["w", "b"]),
        agrees("costs", _("the cost after each epoch"), 2, training_set, ["costs"]),
        agrees(
            "edges",
            _("no epochs, many epochs, a single example, integers"),
            1,
            training_at_the_edge,
            ["w", "b", "costs"],
            "weights",
            edge=True,
            named=TRAININGS,
        ),
        pure(1, after="weights"),
    ),
)
