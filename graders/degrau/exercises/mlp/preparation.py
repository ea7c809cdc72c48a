"""06_mlp, before learning: classes and columns prepared, first weights drawn, networks made by hand."""

import numpy as np

from ...base.text import _
from ...judging.distribution import follows, normal
from ...judging.laws import Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...plain.call import generator
from ...plain.numbers import Array
from .inputs import (
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

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
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
)
def constants(answer: Answers, right: Facts, X: Array) -> None:
    got, expected = answer(X), right(X)
    still = np.all(X[0] == X, axis=0)
    got.assert_is("Z", expected["Z"])
    got.assert_is("mean", expected["mean"])
    got.assert_is("std", expected["std"].between(still, 0.0, 1.0))
    spread = got.array("std")
    got.require(
        bool(np.all((spread == 0) | (spread == 1) | ~still)),
        _("the deviation of a constant column is 0 (or 1, where it serves as divisor)"),
    )
    got.assert_quiet()


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
    count=3,
)
def he(answer: Answers, right: Facts, n_in: int, n_out: int, seed: int) -> None:
    got = answer(n_in, n_out, generator(seed))
    W = got.array("W")
    got.require(
        W.shape == (n_out, n_in) and follows(W, normal(np.sqrt(2 / n_in))),
        _(
            "the {size} weights do not follow that distribution: their mean is {mean:.3g} and their deviation "
            "{std:.3g}, where about 0 and {right:.3g} are expected"
        ).filled(size=W.size, mean=np.mean(W), std=np.std(W), right=np.sqrt(2 / n_in)),
    )


@prop(
    _("another rng, other weights"),
    points=1,
    inputs=layer_sizes,
    after="shapes",
    count=6,
)
def anew(answer: Answers, right: Facts, n_in: int, n_out: int, seed: int) -> None:
    got = answer(n_in, n_out, generator(seed))
    other = answer(n_in, n_out, generator(seed + 1000))
    got.require(
        not np.array_equal(got.array("W"), other.array("W")),
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
    got.require(
        output.tolist() == [0, 1, 1, 0],
        _("at (0,0), (0,1), (1,0), (1,1) the network answers {found}; expected 0, 1, 1, 0").filled(found=found),
    )


XOR = Exercise("xor_network() -> W1, b1, W2, b2", (sizes, xor, pure(1, after="sizes")), smooth=False)

BUMP = Exercise(
    "bump(x, left, right, height, steepness) -> y",
    (
        agrees("hill", _("the difference of the two sigmoids"), 2, hills, ["y"]),
        agrees("integers", _("integers give real results"), 1, whole_hills, ["y"], "hill", edge=True),
        pure(1, after="hill"),
    ),
)
