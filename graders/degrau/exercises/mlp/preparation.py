"""06_mlp, before learning: classes and columns prepared, first weights drawn, networks made by hand."""

import math
from dataclasses import replace

import numpy as np

from ...base.text import _
from ...judging.distribution import ALARM, follows, frequency, left_to_chance, normal, variance
from ...judging.laws import Answers, Expected, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...plain.call import Source, generator
from ...plain.numbers import Array
from ..faint import size
from .inputs import (
    CONSTANTS,
    classes,
    few_classes,
    hills,
    layer_sizes,
    nothing,
    table,
    table_with_constants,
    whole_hills,
    whole_table,
    wide_layers,
)

ROUNDING = 1e-6
# A factor of √2 with four digits will do.
DIGITS = 1e-4
# Layers of few weights: one input, as many outputs as inputs.
NARROW = ((1, 5), (4, 4))
SHAPE_SEEN = 4000
# What hangs on one of a hundred seeds comes twice among so many.
SEEDS = 40
CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
# What a network answers in the four corners, and what that is called.
GATES = {
    "0, 0, 0, 0": _("always 0"),
    "0, 0, 0, 1": _("AND"),
    "0, 0, 1, 0": _("1 only where the first input is 1 and the second is 0"),
    "0, 0, 1, 1": _("the first input"),
    "0, 1, 0, 0": _("1 only where the first input is 0 and the second is 1"),
    "0, 1, 0, 1": _("the second input"),
    "0, 1, 1, 1": _("OR"),
    "1, 0, 0, 0": _("NOR, the opposite of OR"),
    "1, 0, 0, 1": _("the opposite of XOR"),
    "1, 0, 1, 0": _("the opposite of the second input"),
    "1, 0, 1, 1": _("0 only where the first input is 0 and the second is 1"),
    "1, 1, 0, 0": _("the opposite of the first input"),
    "1, 1, 0, 1": _("0 only where the first input is 1 and the second is 0"),
    "1, 1, 1, 0": _("NAND, the opposite of AND"),
    "1, 1, 1, 1": _("always 1"),
}
PARTS = {"W1": (2, 2), "b1": (2,), "W2": (1, 2), "b2": (1,)}

ONE_HOT = Exercise(
    "one_hot(y, k) -> rows",
    (
        agrees("rows", _("a row for each example, with a single 1"), 2, classes, ["rows"]),
        agrees("edges", _("a single example, a single class"), 1, few_classes, ["rows"], "rows", edge=True),
        pure(1, after="rows"),
    ),
    smooth=False,
    indices=("y",),
)


@prop(
    _("a constant column becomes 0, without a warning"),
    points=1,
    inputs=table_with_constants,
    after="Z",
    named=CONSTANTS,
)
def constants(answer: Answers, right: Facts, X: Array) -> None:
    got, expected = answer(X), right(X)
    still = np.all(X[0] == X, axis=0)
    rounding = ROUNDING * np.maximum(1.0, np.abs(X[0]))
    got.assert_is("Z", _near_zero(expected["Z"], still, rounding))
    got.assert_is("mean", expected["mean"])
    got.assert_is("std", _near_zero(expected["std"], still, rounding).between(still, 0.0, 1.0))
    spread = got.array("std")
    got.require(
        bool(np.all((np.abs(spread) <= rounding) | (np.abs(spread - 1) <= rounding) | ~still)),
        _("the deviation of a constant column is 0 (or 1, where it serves as divisor)"),
    )
    got.assert_quiet()


def _near_zero(expected: Expected, still: Array, rounding: Array) -> Expected:
    """The same, where a column that keeps still has only rounding for room: it must not be moved to see how much."""
    single = expected.single and _near_zero(expected.single, still, rounding)
    return replace(expected, tolerance=np.where(still, rounding, expected.tolerance), single=single)


STANDARDIZE = Exercise(
    "standardize(X) -> Z, mean, std",
    (
        agrees("statistics", _("mean and deviation of each column"), 2, table, ["mean", "std"]),
        agrees("Z", _("the standardised columns"), 1, table, ["Z"], "statistics"),
        constants,
        agrees("integers", _("integers, not truncated"), 1, whole_table, ["Z", "mean", "std"], "Z", edge=True),
        pure(1, after="Z"),
    ),
)


@prop(
    _("W (n_out, n_in) and b (n_out,), with b zero"),
    points=1,
    inputs=layer_sizes,
    count=12,
)
def shapes(answer: Answers, right: Facts, n_in: int, n_out: int, seed: int) -> None:
    got = answer(n_in, n_out, generator(seed))
    W = got.array("W")
    got.require(W.shape == (n_out, n_in), _("W must have the shape (n_out, n_in)"))
    got.assert_is("b", right(n_in, n_out, generator(seed))["b"])


@prop(
    _("normal weights with mean 0 and deviation √(2/n_in)"),
    points=2,
    inputs=wide_layers,
    after="shapes",
    count=1,
)
def he(answer: Answers, right: Facts, layers: tuple[tuple[int, int], ...], seed: int) -> None:
    every, single = [], [answer(1, 1, generator(seed + i)) for i in range(SEEDS)]
    single[-1].require(
        len({got.array("W").item() for got in single}) == SEEDS,
        _("with another rng the weights come out the same"),
    )
    for n_in, n_out in (*NARROW, *layers):
        got = answer(n_in, n_out, generator(seed))
        W, std = got.array("W"), np.sqrt(2 / n_in)
        every.append(W.ravel() / std)
        follows_it = W.shape == (n_out, n_in) and _normal(every[-1]) and _normal(np.concatenate(every))
        got.require(
            follows_it and _unrelated(W / std) and _as_drawn(W / std, seed),
            _(
                "the {size} weights do not follow that distribution: their mean is {mean:.3g} and their deviation "
                "{std:.3g}, where about 0 and {right:.3g} are expected"
            ).filled(size=W.size, mean=np.mean(W), std=np.std(W), right=std),
        )
        distinct = len(np.unique(W)) > 0.9 * W.size
        got.require(distinct, _("many of the {size} weights are equal: each is drawn for itself").filled(size=W.size))
    got.require(
        left_to_chance(every[len(NARROW) :]),
        _("the mean or the deviation of the weights is always just right: do not adjust what is drawn"),
    )


def _unrelated(W: Array) -> bool:
    """Whether the sums of rows, and those of columns, spread as those of independent standard normal numbers do."""
    return all(variance(float(np.sum(np.square(np.sum(w, axis=1)))), len(w), w.shape[1]) for w in (W, W.T))


def _as_drawn(W: Array, seed: int) -> bool:
    """Whether weights that are the generator's own normal numbers, scaled and moved, were left as they are.

    Most answers draw them so, by rows or by columns. By what they are multiplied is known then to the last digit, where
    a sample would leave 3 % of it open.
    """
    own = Source(f"np.random.default_rng({seed}).standard_normal({W.size})").value({})
    for drawn in (own.reshape(W.shape), own.reshape(W.T.shape).T):
        apart = drawn - np.mean(drawn)
        factor = float(np.sum(W * apart) / np.sum(apart**2))
        moved = float(np.mean(W - factor * drawn))
        if np.all(np.abs(W - factor * drawn - moved) <= DIGITS * (abs(factor) + abs(moved))):
            return abs(abs(factor) - 1) <= DIGITS and abs(moved) <= DIGITS
    return True


def _normal(w: Array) -> bool:
    """Whether many numbers may be independent and of the standard normal distribution: its mean, size, tails, shape."""
    size = float(w.size)
    mean = abs(float(np.sum(w))) <= np.sqrt(2 * size * np.log(2 / ALARM))
    tails = all(frequency(int(np.sum(np.abs(w) > t)), w.size, math.erfc(t / math.sqrt(2))) for t in (1.0, 2.0, 3.0))
    some = w.ravel()[:: max(1, w.size // SHAPE_SEEN)]
    return mean and variance(float(np.sum(np.square(w))), w.size, 1.0) and tails and follows(some, normal(1.0))


@prop(
    _("another rng, other weights"),
    points=1,
    inputs=layer_sizes,
    after="shapes",
    count=6,
)
def anew(answer: Answers, right: Facts, n_in: int, n_out: int, seed: int) -> None:
    got = answer(n_in, n_out, generator(seed))
    further = Source(f"np.random.default_rng({seed}).spawn(1)[0]")
    for other in (generator(seed + 1000), further):
        got.require(
            not np.isin(got.array("W"), answer(n_in, n_out, other).array("W")).any(),
            _("with another rng the weights come out the same"),
        )


INIT = Exercise(
    "init_layer(n_in, n_out, rng) -> W, b",
    (shapes, he, anew, pure(1, after="shapes")),
    smooth=False,
    indices=("n_in", "n_out"),
)


@prop(_("the shapes of a 2-2-1 network"), points=1, inputs=nothing, count=1)
def sizes(answer: Answers, right: Facts) -> None:
    got = answer()
    for part, shape in PARTS.items():
        found = got.array(part).shape
        got.require(found == shape, _("{part} must have the shape {shape}").filled(part=part, shape=shape))


@prop(_("answers 0, 1, 1, 0"), points=3, inputs=nothing, after="sizes", count=1)
def xor(answer: Answers, right: Facts) -> None:
    got = answer()
    W1, b1, W2, b2 = (np.asarray(got.array(part), dtype=np.float64) for part in PARTS)
    hidden = (CORNERS @ W1.T + b1 >= 0).astype(float)
    output = (hidden @ W2.T + b2 >= 0).astype(int)[:, 0]
    found = ", ".join(map(str, output))
    said = _("at (0,0), (0,1), (1,0), (1,1) the network answers {found} in place of 0, 1, 1, 0: that is {gate}")
    got.require(found not in GATES, said.filled(found=found, gate=GATES.get(found)))


XOR = Exercise("xor_network() -> W1, b1, W2, b2", (sizes, xor, pure(1, after="sizes")), smooth=False)

BUMP = Exercise(
    "bump(x, left, right, height, steepness) -> y",
    (
        agrees("hill", _("the difference of the two sigmoids"), 2, hills, ["y"]),
        agrees("integers", _("integers give real results"), 1, whole_hills, ["y"], "hill", edge=True),
        pure(1, after="hill"),
    ),
    faint=lambda x, left, right, height, steepness: size(height),
)
