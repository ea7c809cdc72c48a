"""03_activations, the layers: softmax and its Jacobian, and a stack of linear layers that is one."""

from itertools import pairwise

import numpy as np

from ...base.text import _
from ...judging.draw import Array, Draw
from ...judging.laws import Answers, Facts, agrees, prop, pure, quiet
from ...judging.types import Exercise
from ..inputs import DECIMAL, FINE, INTEGER, QUARTERS, WHOLE, Regime

SCORES = (WHOLE, QUARTERS, DECIMAL, FINE)
# Logits as large as an untrained network may give.
FAR = Regime("far", 10.0, 1000)
COTANGENT = (1.0, -1.0, 0.5, 2.0, -1.5, 0.75)


def scores(draw: Draw) -> tuple[Array]:
    """A vector of scores."""
    return (draw.turn(SCORES).array(draw, draw.pick((3, 2, 4, 5, 7))),)


def tables_of_scores(draw: Draw) -> tuple[Array]:
    """Scores in rows, also of deeper arrays, and square ones."""
    shape = draw.pick(((2, 3), (3, 2), (3, 3), (1, 4), (4, 1), (2, 3, 4), (2, 1, 3), (5, 2)))
    return (draw.turn(SCORES).array(draw, *shape),)


def scores_at_the_edge(draw: Draw) -> tuple[Array]:
    """A single score, equal ones, or integers."""
    regime, k = draw.turn((INTEGER, QUARTERS, INTEGER)), draw.pick((1, 2, 3, 5))
    z = regime.array(draw, k)
    return (draw.pick((z, np.full_like(z, z[0]))),)


def far_scores(draw: Draw) -> tuple[Array]:
    """Scores of up to ±1e4, in a vector or in rows."""
    return (FAR.array(draw, *draw.pick(((3,), (2,), (2, 3), (1,), (5,), (3, 2)))),)


def mild_scores(draw: Draw) -> tuple[Array, Array]:
    """Scores of ordinary size, and a cotangent."""
    k = draw.pick((3, 2, 4, 5))
    return DECIMAL.array(draw, k), np.array([draw.pick(COTANGENT) for _i in range(k)])


def stack(draw: Draw) -> tuple[list[Array], list[Array]]:
    """The weights and biases of two or three layers, the first one's inputs first."""
    return _stack(
        draw,
        draw.turn((WHOLE, QUARTERS, DECIMAL)),
        draw.pick(((2, 3, 1), (2, 2, 2), (3, 1, 2, 4), (4, 3, 2), (2, 3, 4), (3, 2, 3))),
    )


def stack_at_the_edge(draw: Draw) -> tuple[list[Array], list[Array]]:
    """A single layer, four layers, layers of one unit, or integers."""
    sizes = draw.pick(((3, 2), (1, 1), (2, 3, 1, 2, 3), (1, 1, 1), (2, 4), (3, 3, 3)))
    return _stack(draw, draw.turn((INTEGER, QUARTERS)), sizes)


def _stack(draw: Draw, regime: Regime, sizes: tuple[int, ...]) -> tuple[list[Array], list[Array]]:
    pairs = list(pairwise(sizes))
    return [regime.array(draw, b, a) for a, b in pairs], [regime.array(draw, b) for _, b in pairs]


@prop(
    _("numerical differences give the same Jacobian"),
    points=1,
    inputs=mild_scores,
    after="jacobian",
    count=16,
)
def slope(answer: Answers, right: Facts, z: Array, cotangent: Array) -> None:
    got = answer(z)
    jacobian = got.array("J")
    got.require(jacobian.shape == (len(z), len(z)), _("expected a (k, k) matrix"))
    measured = right.slope("softmax", 0, z, cotangent=cotangent)
    weighed = cotangent @ jacobian
    near = np.all(np.abs(weighed - measured.low) <= (measured.single or measured).tolerance)
    got.require(
        bool(near),
        _("the slope of a weighted sum of the outputs does not match the measured one"),
    )


SOFTMAX_FUNCTION = Exercise(
    "softmax(z) -> p",
    (
        agrees("vectors", _("the probabilities of a vector"), 2, scores, ["p"]),
        agrees(
            "rows",
            _("each row on its own, along the last axis"),
            1,
            tables_of_scores,
            ["p"],
        ),
        agrees(
            "edges",
            _("a single score, equal scores, integers"),
            1,
            scores_at_the_edge,
            ["p"],
            "vectors",
            edge=True,
        ),
        quiet("far", _("stable up to ±10,000, no warning"), 1, far_scores, "vectors"),
        pure(1, after="vectors"),
    ),
)

JACOBIAN = Exercise(
    "softmax_jacobian(z) -> J",
    (
        agrees("jacobian", _("the whole matrix"), 3, scores, ["J"]),
        slope,
        agrees(
            "edges",
            _("a single score, equal scores, integers"),
            1,
            scores_at_the_edge,
            ["J"],
            "jacobian",
            edge=True,
        ),
        pure(1, after="jacobian"),
    ),
)

COLLAPSE = Exercise(
    "collapse_linear(weights, biases) -> W, b",
    (
        agrees("weights", _("W of two or three layers"), 2, stack, ["W"]),
        agrees("biases", _("b of two or three layers"), 2, stack, ["b"]),
        agrees(
            "edges",
            _("one layer, four layers, a single unit, integers"),
            1,
            stack_at_the_edge,
            ["W", "b"],
            "weights",
            edge=True,
        ),
        pure(1, after="weights"),
    ),
)

SOFTMAX = (SOFTMAX_FUNCTION, JACOBIAN, COLLAPSE)
