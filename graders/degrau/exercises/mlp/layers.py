"""06_mlp, the network: forwards and backwards."""

import numpy as np

from ...base.text import _
from ...judging.laws import Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...plain.numbers import Array
from .inputs import arriving, arriving_at_the_edge, layers, layers_at_the_edge, measured


@prop(
    _("numerical differences give the same gradients"),
    points=1,
    inputs=measured,
    after="second",
    count=12,
)
def slope(answer: Answers, right: Facts, X: Array, W1: Array, b1: Array, W2: Array, b2: Array, dZ: Array) -> None:
    gradients = answer(X, np.tanh(X @ W1.T + b1), W2, dZ)
    for place, part in ((1, "dW1"), (2, "db1"), (3, "dW2"), (4, "db2")):
        gradients.assert_is(part, right.slope("mlp_forward", place, X, W1, b1, W2, b2, cotangent=dZ))


FORWARD = Exercise(
    "mlp_forward(X, W1, b1, W2, b2) -> Z, H",
    (
        agrees("hidden", _("H is the output of the hidden layer"), 2, layers, ["H"]),
        agrees("output", _("Z is the output of the network"), 2, layers, ["Z"]),
        agrees(
            "edges",
            _("a single example or unit, integers, saturation"),
            1,
            layers_at_the_edge,
            ["Z", "H"],
            "output",
            edge=True,
        ),
        pure(1, after="output"),
    ),
)

BACKWARD = Exercise(
    "mlp_backward(X, H, W2, dZ) -> dW1, db1, dW2, db2",
    (
        agrees("second", _("dW2 and db2 of the output layer"), 2, arriving, ["dW2", "db2"]),
        agrees("first", _("dW1 and db1 of the hidden layer"), 3, arriving, ["dW1", "db1"]),
        slope,
        agrees(
            "edges",
            _("a single example, a single unit, integers"),
            1,
            arriving_at_the_edge,
            ["dW1", "db1", "dW2", "db2"],
            "first",
            edge=True,
        ),
        pure(1, after="first"),
    ),
)
