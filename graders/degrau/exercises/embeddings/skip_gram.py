"""10_embeddings, learning: pairs of neighbours, and the loss that tells them from pairs drawn by lot."""

from collections import Counter

import numpy as np

from ...base.text import _
from ...judging.laws import Answer, Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...plain.numbers import Array, as_numbers
from ..faint import size
from .inputs import far_samples, samples, samples_at_the_edge, texts, texts_at_the_edge


def _counted(got: Answer) -> Counter[tuple[float, float]]:
    """The pairs, and how often each came; raises the violation that says why they are none."""
    array = as_numbers(got.value)
    is_pairs = array is not None and array.ndim > 0 and (len(array) == 0 or array.shape[1:] == (2,))
    got.require(is_pairs, _("expected pairs (centre, context)"))
    pairs = [] if array is None or len(array) == 0 else array.astype(float).tolist()
    return Counter((centre, context) for centre, context in pairs)


def _expected(ids: Array, window: int) -> Counter[tuple[float, float]]:
    places = range(len(ids))
    near = [(i, j) for i in places for j in places if 0 < abs(i - j) <= window]
    return Counter((float(ids[i]), float(ids[j])) for i, j in near)


def _same(got: Answer, ids: Array, window: int) -> None:
    """All pairs of neighbours came, each as often as it occurs; else says of the first that differs how often."""
    found, expected = _counted(got), _expected(ids, window)
    for pair in sorted({*found, *expected}):
        words = _("the pair {pair} came {found} times, expected {expected}")
        name = tuple(int(word) if word == int(word) else word for word in pair if np.isfinite(word))
        got.require(
            found[pair] == expected[pair],
            words.filled(pair=name, found=found[pair], expected=expected[pair]),
        )


@prop(_("all pairs at most window places apart, each as often as it occurs"), points=3, inputs=texts)
def neighbours(answer: Answers, right: Facts, ids: Array, window: int) -> None:
    _same(answer(ids, window), ids, window)


@prop(
    _("a single word, the same word all along, a window longer than the text"),
    points=1,
    inputs=texts_at_the_edge,
    after="neighbours",
    edge=True,
)
def edges(answer: Answers, right: Facts, ids: Array, window: int) -> None:
    _same(answer(ids, window), ids, window)


@prop(_("numerical differences give the same gradients"), points=1, inputs=samples, after="gradients", count=8)
def slope(answer: Answers, right: Facts, v: Array, u: Array, N: Array) -> None:
    got = answer(v, u, N)
    for place, part in enumerate(("dv", "du", "dN")):
        got.assert_is(part, right.slope("negative_sampling", place, v, u, N))


PAIRS = Exercise(
    "skip_gram_pairs(ids, window) -> pairs",
    (neighbours, edges, pure(1, after="neighbours")),
    smooth=False,
    indices=("ids", "window"),
    iterable=True,
)

NEGATIVE = Exercise(
    "negative_sampling(v, u, N) -> loss, dv, du, dN",
    (
        agrees("loss", _("the loss of a pair and its negative words"), 2, samples, ["loss"]),
        agrees("gradients", _("dv, du and dN"), 3, samples, ["dv", "du", "dN"]),
        slope,
        agrees(
            "edges",
            _("one negative word, one entry, zeros, a negative word twice"),
            1,
            samples_at_the_edge,
            ["loss", "dv", "du", "dN"],
            "gradients",
            edge=True,
        ),
        agrees(
            "stable",
            _("finite and right for products of up to ±10000"),
            1,
            far_samples,
            ["loss", "dv", "du", "dN"],
            "gradients",
            edge=True,
        ),
        pure(1, after="loss"),
    ),
    faint=lambda v, u, N: size(v, u, N) * (1 + len(N)),
)
