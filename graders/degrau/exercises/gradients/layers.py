"""05_gradients, the layers: Y = X @ W.T, and Y = X @ W.T + b, backwards."""

import numpy as np

from ...base.text import _
from ...judging.laws import Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...plain.numbers import Array
from .inputs import layer, layer_at_the_edge, mild_layer

MEASURED = _("numerical differences give the same gradients")
EDGE = _("a single example, a single unit, integers")


@prop(MEASURED, points=1, inputs=mild_layer, after="to_X", count=12)
def slope_of_the_product(answer: Answers, right: Facts, X: Array, W: Array, dY: Array) -> None:
    got = answer(X, W, dY)
    got.assert_is("dX", right.slope("lambda X, W: X @ W.T", 0, X, W, cotangent=dY))
    got.assert_is("dW", right.slope("lambda X, W: X @ W.T", 1, X, W, cotangent=dY))


@prop(MEASURED, points=1, inputs=mild_layer, after="to_X", count=12)
def slope_of_the_layer(answer: Answers, right: Facts, X: Array, W: Array, dY: Array) -> None:
    got, b = answer(X, W, dY), np.zeros(len(W))
    for place, part in enumerate(("dX", "dW", "db")):
        got.assert_is(part, right.slope("lambda X, W, b: X @ W.T + b", place, X, W, b, cotangent=dY))


MATMUL = Exercise(
    "matmul_backward(X, W, dY) -> dX, dW",
    (
        agrees("to_X", _("dX, the gradient that reaches X"), 2, layer, ["dX"]),
        agrees("to_W", _("dW, the gradient that reaches W"), 2, layer, ["dW"]),
        slope_of_the_product,
        agrees("edges", EDGE, 1, layer_at_the_edge, ["dX", "dW"], "to_X", edge=True),
        pure(1, after="to_X"),
    ),
)

AFFINE = Exercise(
    "affine_backward(X, W, dY) -> dX, dW, db",
    (
        agrees("to_X", _("dX, the gradient that reaches X"), 1, layer, ["dX"]),
        agrees("to_W", _("dW, the gradient that reaches W"), 1, layer, ["dW"]),
        agrees("to_b", _("db adds up the examples"), 2, layer, ["db"]),
        slope_of_the_layer,
        agrees("edges", EDGE, 1, layer_at_the_edge, ["dX", "dW", "db"], "to_X", edge=True),
        pure(1, after="to_X"),
    ),
)

LAYERS = (MATMUL, AFFINE)
