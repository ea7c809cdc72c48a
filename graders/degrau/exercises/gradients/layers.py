"""05_gradients, the layers: Y = X @ W.T, and Y = X @ W.T + b, backwards."""

import numpy as np

from ...base.text import _
from ...judging.draw import Array, Draw
from ...judging.laws import Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ..inputs import DECIMAL, FINE, INTEGER, QUARTERS, WHOLE, Regime
from .gates import MILD, arriving

# n examples, inputs, outputs: all different, or a transpose would hide.
SIZES = ((2, 3, 1), (3, 2, 4), (1, 2, 3), (4, 1, 2), (2, 4, 3), (5, 3, 2), (3, 1, 5))
EDGES = ((1, 1, 1), (2, 2, 2), (1, 3, 1), (3, 3, 3), (1, 1, 2), (4, 2, 2))


def layer(draw: Draw) -> tuple[Array, Array, Array]:
    """X (n, d), W (k, d) and dY (n, k)."""
    return _layer(draw, draw.turn((QUARTERS, WHOLE, FINE, DECIMAL)), draw.pick(SIZES))


def layer_at_the_edge(draw: Draw) -> tuple[Array, Array, Array]:
    """One example, one input or output, square matrices, or integers."""
    regime = draw.turn((INTEGER, QUARTERS))
    return _layer(draw, regime, draw.pick(SIZES if regime is INTEGER else EDGES))


def mild_layer(draw: Draw) -> tuple[Array, Array, Array]:
    return _layer(draw, MILD, draw.pick(SIZES[:4]))


def _layer(draw: Draw, regime: Regime, size: tuple[int, int, int]) -> tuple[Array, Array, Array]:
    n, d, k = size
    return regime.array(draw, n, d), regime.array(draw, k, d), arriving(draw, n, k)


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
