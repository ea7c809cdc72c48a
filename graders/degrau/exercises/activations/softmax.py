"""03_activations, the layers: softmax and its Jacobian, and a stack of linear layers that is one."""

import numpy as np

from ...base.text import _
from ...judging.laws import Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...plain.numbers import Array
from ..faint import billionth
from .inputs import (
    FAR_SCORES,
    LARGE_STACKS,
    far_scores,
    mild_scores,
    scores,
    scores_at_the_edge,
    stack,
    stack_at_the_edge,
    tables_of_scores,
)


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
        agrees("far", _("stable up to ±10,000"), 1, far_scores, ["p"], "vectors", edge=True),
        pure(1, after="vectors"),
    ),
    faint=billionth,
    sharp=True,
)

JACOBIAN = Exercise(
    "softmax_jacobian(z) -> J",
    (
        agrees("jacobian", _("the whole matrix"), 3, scores, ["J"]),
        slope,
        agrees(
            "edges",
            _("a single score, equal scores, integers, up to ±10,000"),
            1,
            scores_at_the_edge,
            ["J"],
            "jacobian",
            edge=True,
            named=FAR_SCORES,
        ),
        pure(1, after="jacobian"),
    ),
    faint=billionth,
    sharp=True,
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
            named=LARGE_STACKS,
        ),
        pure(1, after="weights"),
    ),
)
SOFTMAX = (SOFTMAX_FUNCTION, JACOBIAN, COLLAPSE)
