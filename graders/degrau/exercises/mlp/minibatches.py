"""06_mlp, the mini-batches: how the rows are shuffled is free; each comes once, and all orders are equally likely."""

import numpy as np

from ...base.text import _
from ...judging.distribution import frequency
from ...judging.laws import Answer, Answers, Facts, prop, pure
from ...judging.types import Exercise
from ...plain.call import Source, generator
from ...plain.numbers import Array, as_numbers
from .inputs import many_seeds, rows


@prop(
    _("each row appears once an epoch, with its y"),
    points=2,
    inputs=rows,
)
def partition(answer: Answers, right: Facts, X: Array, y: Array, batch_size: int, rng: Source) -> None:
    got = answer(X, y, batch_size, rng)
    xs, ys = _stacked(got, X, y)
    order = np.argsort(xs[:, 0], kind="stable")
    got.require(len(xs) == len(X), _("expected {rows} rows in all").filled(rows=len(X)))
    got.require(np.array_equal(xs[order], X), _("each row of X must appear once"))
    got.require(np.array_equal(ys[order], y), _("each row's y must go with it"))


@prop(
    _("all batches have the size asked for; only the last may be shorter"),
    points=1,
    inputs=rows,
    after="partition",
)
def sizes(answer: Answers, right: Facts, X: Array, y: Array, batch_size: int, rng: Source) -> None:
    got = answer(X, y, batch_size, rng)
    found = [len(x) for x, _ in _batches(got)]
    expected = [min(batch_size, len(X) - start) for start in range(0, len(X), batch_size)]
    got.require(found == expected, _("expected batches of {expected} rows").filled(expected=expected))


@prop(
    _("the order is drawn anew with each rng, and all orders are equally likely"),
    points=2,
    inputs=many_seeds,
    after="partition",
    count=2,
)
def shuffled(answer: Answers, right: Facts, X: Array, y: Array, batch_size: int, first: int) -> None:
    answers = [answer(X, y, batch_size, generator(first + i)) for i in range(400)]
    orders = np.array([_stacked(a, X, y)[0][:, 0] // 2 for a in answers], dtype=int)
    uneven = _("in 400 epochs some orders come out more than others")
    for row in range(5):
        for place in range(5):
            answers[0].require(frequency(int(np.sum(orders[:, place] == row)), 400, 1 / 5), uneven)
        # In a fair order, any row follows any other at 4 of its 20 pairs of places.
        for other in range(5):
            follows = np.sum((orders[:, :-1] == row) & (orders[:, 1:] == other))
            answers[0].require(other == row or frequency(int(follows), 400, 4 / 20), uneven)


def _batches(got: Answer) -> list[tuple[Array, Array]]:
    """The batches as pairs of arrays; raises the violation that says why they are none."""
    pairs = _("expected pairs (X, y)")
    items = got.value if isinstance(got.value, (list, tuple)) else []
    got.require(isinstance(got.value, (list, tuple)), pairs)
    got.require(len(items) > 0, _("no batches came"))
    got.require(all(isinstance(i, (tuple, list)) and len(i) == 2 for i in items), pairs)
    found = []
    for item in items:
        x, y = map(as_numbers, item)
        whole = x is not None and y is not None and x.ndim > 0 and y.ndim > 0 and len(x) == len(y) > 0
        got.require(whole, pairs)
        found.append((np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)))
    return found


def _stacked(got: Answer, X: Array, y: Array) -> tuple[Array, Array]:
    """All rows of all batches, in their order."""
    found = _batches(got)
    shapes = _("each row of X has the shape {row} and each y {target}").filled(row=X.shape[1:], target=y.shape[1:])
    got.require(all(x.shape[1:] == X.shape[1:] and t.shape[1:] == y.shape[1:] for x, t in found), shapes)
    return np.concatenate([x for x, _ in found]), np.concatenate([t for _, t in found])


MINIBATCHES = Exercise(
    "minibatches(X, y, batch_size, rng) -> batches",
    (partition, sizes, shuffled, pure(1, after="partition")),
    iterable=True,
)
