"""11_attention: what must hold for attention, its gradients, its masks, positions and heads."""

import numpy as np

from ...base.text import _
from ...judging.laws import Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...judging.violations import NoAnswer
from ...plain.numbers import Array, as_numbers
from ...plain.outcomes import NotPlain
from ..faint import size
from .inputs import (
    MOST_LISTED,
    arriving,
    arriving_at_the_edge,
    far_heads,
    far_layer,
    far_questions,
    heads,
    heads_at_the_edge,
    layer,
    layer_at_the_edge,
    lengths,
    measured,
    positions,
    positions_at_the_edge,
    questions,
    questions_at_the_edge,
    weights_of,
)

STABLE = _("finite and right for scores of up to ±10000")
OUTPUT = "lambda Q, K, V, mask: attention(Q, K, V, mask)[0]"


@prop(_("numerical differences give the same gradients"), points=1, inputs=measured, after="keys", count=8)
def slope(answer: Answers, right: Facts, Q: Array, K: Array, V: Array, mask: Array, dY: Array) -> None:
    got = answer(Q, K, V, weights_of(Q, K, mask), dY)
    for place, part in enumerate(("dQ", "dK", "dV")):
        got.assert_is(part, right.slope(OUTPUT, place, Q, K, V, mask, cotangent=dY))


@prop(_("True on and below the diagonal, False above it"), points=2, inputs=lengths)
def triangle(answer: Answers, right: Facts, n: int) -> None:
    try:
        got = answer(n)
    except NoAnswer as violation:
        # A list that is too long is no answer; shorter ones have told what there is to be told of it.
        if n <= MOST_LISTED or not isinstance(violation.outcome, NotPlain):
            raise
        return
    got.assert_is("mask", right(n)["mask"])
    array = as_numbers(got["mask"])
    is_boolean = array is not None and array.dtype == np.bool_
    got.require(is_boolean, _("the numbers are these, but a mask holds True and False, not 1 and 0"))


ADDITIVE = Exercise(
    "additive_attention(q, K, V, Wq, Wk, v) -> y, a",
    (
        agrees("weights", _("a, how much of each value is taken"), 2, layer, ["a"]),
        agrees("output", _("y, the values in those shares"), 1, layer, ["y"], "weights"),
        agrees(
            "edges",
            _("a single key or unit, keys that are all alike, integers"),
            1,
            layer_at_the_edge,
            ["y", "a"],
            "output",
            edge=True,
        ),
        agrees("stable", STABLE, 1, far_layer, ["y", "a"], "output", edge=True),
        pure(1, after="weights"),
    ),
)

ATTENTION = Exercise(
    "attention(Q, K, V, mask) -> Y, A",
    (
        agrees("weights", _("A, where each query looks, as far as the mask allows"), 3, questions, ["A"]),
        agrees("output", _("Y, the values in those shares"), 1, questions, ["Y"], "weights"),
        agrees(
            "edges",
            _("a single query, key or column, integers"),
            1,
            questions_at_the_edge,
            ["Y", "A"],
            "output",
            edge=True,
        ),
        agrees("stable", STABLE, 1, far_questions, ["Y", "A"], "output", edge=True),
        pure(1, after="weights"),
    ),
    indices=("mask",),
)

BACKWARD = Exercise(
    "attention_backward(Q, K, V, A, dY) -> dQ, dK, dV",
    (
        agrees("values", _("dV, what goes back to the values"), 1, arriving, ["dV"]),
        agrees("queries", _("dQ, through the softmax"), 2, arriving, ["dQ"]),
        agrees("keys", _("dK, through the softmax"), 2, arriving, ["dK"]),
        slope,
        agrees(
            "edges",
            _("a single query, key or column, integers"),
            1,
            arriving_at_the_edge,
            ["dQ", "dK", "dV"],
            "keys",
            edge=True,
        ),
        pure(1, after="values"),
    ),
    # Where all values are alike nothing comes back: then it is the difference of numbers of this size.
    faint=lambda Q, K, V, A, dY: 0.01 * size(V) * size(dY) * size(Q, K),
)

MASK = Exercise("causal_mask(n) -> mask", (triangle,), smooth=False, indices=("n",))

POSITIONS = Exercise(
    "positional_encoding(n, d) -> P",
    (
        agrees("waves", _("sines in the even columns, cosines in the odd ones"), 3, positions, ["P"]),
        agrees(
            "edges",
            _("a single position, two columns, many columns"),
            1,
            positions_at_the_edge,
            ["P"],
            "waves",
            edge=True,
        ),
    ),
    smooth=False,
    indices=("n", "d"),
)

HEADS = Exercise(
    "multi_head_attention(X, Wq, Wk, Wv, Wo, heads, mask) -> Y",
    (
        agrees("output", _("the heads side by side, then mixed by Wo"), 4, heads, ["Y"]),
        agrees(
            "edges",
            _("a single row or head, heads of one column, integers"),
            1,
            heads_at_the_edge,
            ["Y"],
            "output",
            edge=True,
        ),
        agrees("stable", STABLE, 1, far_heads, ["Y"], "output", edge=True),
        pure(1, after="output"),
    ),
    indices=("heads", "mask"),
)
