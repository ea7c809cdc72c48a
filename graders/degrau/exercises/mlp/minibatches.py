"""06_mlp, the mini-batches: how the rows are shuffled is free; each comes once, and all orders are equally likely."""

import numpy as np

from ...base.text import _
from ...judging.distribution import ALARM, coins, frequency
from ...judging.laws import Answer, Answers, Facts, prop, pure
from ...judging.types import Exercise
from ...plain.call import Source, generator
from ...plain.numbers import Array, as_numbers
from .inputs import ALIKE, many_seeds, rows

# Of so many rows, hardly any two epochs come in the same order, and none in one that is nearly as it was.
MANY = 20


@prop(
    _("each row appears once an epoch, with its y"),
    points=2,
    inputs=rows,
    named=ALIKE,
)
def partition(answer: Answers, right: Facts, X: Array, y: Array, batch_size: int, rng: Source) -> None:
    got = answer(X, y, batch_size, rng)
    xs, ys = _stacked(got, X, y)
    (in_order, own), (expected, targets) = _in_order(xs, ys), _in_order(X, y)
    _assert_as_many(got, xs, X)
    got.require(np.array_equal(in_order, expected), _("each row of X must appear once"))
    got.require(np.array_equal(own, targets), _("each row's y must go with it"))


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
    lengths = _("the batches have {found} rows, and not {expected}").filled(found=found, expected=expected)
    got.require(found == expected, lengths)


@prop(
    _("the order is drawn anew with each rng, and all orders are equally likely"),
    points=2,
    inputs=many_seeds,
    after="partition",
    count=3,
)
def shuffled(answer: Answers, right: Facts, X: Array, y: Array, batch_size: int, first: int, epochs: int) -> None:
    answers = [answer(X, y, batch_size, generator(first + i)) for i in range(epochs)]
    stacked = [_stacked(got, X, y)[0] for got in answers]
    for got, xs in zip(answers, stacked, strict=True):
        _assert_as_many(got, xs, X)
    orders = np.array([xs[:, 0] // 2 for xs in stacked], dtype=int)
    uneven = _("in {epochs} epochs some orders come out more than others").filled(epochs=epochs)
    if len(X) > MANY:
        whole = bool(np.all(np.sort(orders, axis=1) == np.arange(len(X))))
        answers[0].require(whole, _("each row of X must appear once"))
        answers[0].require(_fair(orders) and _free(orders) and _mixed(orders) and _apart(orders), uneven)
        return
    n = len(X)
    answers[0].require(_in_no_order(orders), uneven)
    for row in range(n):
        for place in range(n):
            answers[0].require(frequency(int(np.sum(orders[:, place] == row)), epochs, 1 / n), uneven)
        # In a fair order, any row follows any other at n − 1 of its n(n − 1) pairs of places.
        for other in range(n):
            follows = np.sum((orders[:, :-1] == row) & (orders[:, 1:] == other))
            answers[0].require(other == row or frequency(int(follows), epochs, 1 / n), uneven)


def _in_no_order(orders: Array) -> bool:
    """Whether as many pairs of rows are in their old order as not.

    Where every order of n rows is equally likely, the pairs that are not are the sum of n independent numbers, uniform
    from 0 to n − 1 at most, of mean n(n − 1)/4 and variance n(n − 1)(2n + 5)/72. D. E. Knuth, The Art of Computer
    Programming 3, 5.1.1. It tells a shuffle by random keys of which some are equal.
    """
    epochs, n = orders.shape
    turned = sum(int(np.sum(orders[:, i] > orders[:, j])) for i in range(n) for j in range(i + 1, n))
    mean, spread = epochs * n * (n - 1) / 4, epochs * n * (n - 1) * (2 * n + 5) / 72
    return coins(turned, mean, spread, (n - 1) / 2)


def _fair(orders: Array) -> bool:
    """Whether the orders, of many rows each, go forth and back as fair ones do.

    Where every order of n rows is equally likely, how often a row comes from further on, and how often one follows
    that stood behind it, both have Euler's distribution: that of n coins, of mean (n − 1)/2 and variance (n + 1)/12.
    L. H. Harper (1967), Annals of Mathematical Statistics 38, 410–414. It tells Fisher and Yates's shuffle from the one
    that exchanges each row with any other.
    """
    epochs, n = orders.shape
    mean, spread = epochs * (n - 1) / 2, epochs * (n + 1) / 12
    later, falls = np.sum(orders > np.arange(n)), np.sum(orders[:, 1:] < orders[:, :-1])
    return coins(int(later), mean, spread) and coins(int(falls), mean, spread)


def _free(orders: Array) -> bool:
    """Whether neither the first row nor the last is at the first place, or at the last, again and again."""
    epochs, n = orders.shape
    ends = (0, n - 1)
    return all(frequency(int(np.sum(orders[:, i] == row)), epochs, 1 / n) for i in ends for row in ends)


def _mixed(orders: Array) -> bool:
    """Whether the first rows, be they 2 or 4 or 8 or more, are among the others as often as they should.

    How many of them are at the first places has a hypergeometric distribution, whose tails are not above those of the
    binomial one. W. Hoeffding (1963), Journal of the American Statistical Association 58, 13–30, theorem 4.
    """
    epochs, n = orders.shape
    firsts = (2**power for power in range(1, n.bit_length()) if 2**power < n)
    return all(frequency(int(np.sum(orders[:, :k] < k)), epochs * k, k / n) for k in firsts)


def _apart(orders: Array) -> bool:
    """Whether no order comes twice, none is nearly as it was, and at no place rows go up, or down, again and again.

    Of as many rows, going up but for one place has a chance below ALARM. Rows that stay where they were have the
    factorial moments of Poisson's distribution, or smaller ones: so are more than k of them no likelier than there.
    """
    epochs, n = orders.shape
    down = orders[:, 1:] < orders[:, :-1]
    falls, places = np.sum(down, axis=1), np.sum(down, axis=0)
    stayed = max(int(np.sum(orders == np.arange(n))), epochs)
    return (
        len(np.unique(orders, axis=0)) == epochs
        and bool(np.all((falls > 1) & (falls < n - 2)))
        and all(frequency(int(count), epochs, 1 / 2) for count in (np.min(places), np.max(places)))
        and stayed * np.log(stayed / epochs) - stayed + epochs <= np.log(1 / ALARM)
    )


def _batches(got: Answer) -> list[tuple[Array, Array]]:
    """The batches as pairs of arrays; raises the violation that says why they are none."""
    pairs = _("expected pairs (X, y)")
    items = got.value if isinstance(got.value, (list, tuple)) else []
    got.require(isinstance(got.value, (list, tuple)), pairs)
    got.require(len(items) > 0, _("no batches came"))
    got.require(all(map(_is_pair, items)), pairs)
    found = []
    for item in items:
        x, y = map(as_numbers, item)
        whole = x is not None and y is not None and x.ndim > 0 and y.ndim > 0 and len(x) == len(y) > 0
        got.require(whole, pairs)
        found.append((np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)))
    return found


def _is_pair(item: object) -> bool:
    """Whether it unpacks into two."""
    several = isinstance(item, (tuple, list)) or (isinstance(item, np.ndarray) and item.ndim > 0)
    return several and len(item) == 2  # type: ignore[arg-type]


def _stacked(got: Answer, X: Array, y: Array) -> tuple[Array, Array]:
    """All rows of all batches, in their order."""
    found = _batches(got)
    shapes = _("each row of X has the shape {row} and each y {target}").filled(row=X.shape[1:], target=y.shape[1:])
    got.require(all(x.shape[1:] == X.shape[1:] and t.shape[1:] == y.shape[1:] for x, t in found), shapes)
    return np.concatenate([x for x, _ in found]), np.concatenate([t for _, t in found])


def _assert_as_many(got: Answer, xs: Array, X: Array) -> None:
    in_all = _("{found} rows came in all, and X has {rows}").filled(found=len(xs), rows=len(X))
    got.require(len(xs) == len(X), in_all)


def _in_order(X: Array, y: Array) -> tuple[Array, Array]:
    """The rows in ascending order, and of equal ones that with the smaller y first."""
    order = np.lexsort(np.column_stack([X, y]).T[::-1])
    return X[order], y[order]


MINIBATCHES = Exercise(
    "minibatches(X, y, batch_size, rng) -> batches",
    (partition, sizes, shuffled, pure(1, after="partition")),
    iterable=True,
)
