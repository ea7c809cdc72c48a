"""09_cnn, pooling: the largest pixel of each window, or the mean, and the way back."""

import numpy as np

from ...base.text import _
from ...judging.laws import Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...plain.numbers import Array
from .inputs import (
    apart,
    apart_at_the_edge,
    pools,
    pools_at_the_edge,
    spread,
    spread_at_the_edge,
    tied,
)

EDGES = _("windows of one pixel, a single window or channel, integers")


def _in_windows(x: Array, size: int) -> Array:
    """The pixels of each window together: (C, H/size, W/size, size²)."""
    C, H, W = x.shape
    parts = x.reshape(C, H // size, size, W // size, size)
    return parts.transpose(0, 1, 3, 2, 4).reshape(C, H // size, W // size, size * size)


@prop(_("where several pixels are the largest, they share dy"), points=1, inputs=tied, after="largest")
def ties(answer: Answers, right: Facts, x: Array, size: int, dy: Array) -> None:
    got, expected = answer(x, size, dy), right(x, size, dy)["dx"]
    largest = np.repeat(np.repeat(_in_windows(x, size).max(axis=-1), size, axis=1), size, axis=2)
    several = np.repeat(np.repeat(_several(x, size), size, axis=1), size, axis=2)
    anything = 1e6
    got.assert_is("dx", expected.between((x == largest) & several, -anything, anything))
    total = _in_windows(got.array("dx"), size).sum(axis=-1)
    near = 1e-5 + 1e-6 * np.abs(dy)
    got.require(bool(np.all(np.abs(total - dy) <= near)), _("what the pixels of a window get must add up to its dy"))


def _several(x: Array, size: int) -> Array:
    """Which windows have more than one largest pixel."""
    inside = _in_windows(x, size)
    return np.asarray((inside == inside.max(axis=-1, keepdims=True)).sum(axis=-1) > 1)


MAX = Exercise(
    "max_pool2d(x, size) -> y",
    (
        agrees("largest", _("the largest pixel of each window"), 2, pools, ["y"]),
        agrees("edges", EDGES, 1, pools_at_the_edge, ["y"], "largest", edge=True),
        pure(1, after="largest"),
    ),
    indices=("size",),
)

MAX_BACKWARD = Exercise(
    "max_pool2d_backward(x, size, dy) -> dx",
    (
        agrees("largest", _("dy goes to the largest pixel of each window"), 3, apart, ["dx"]),
        ties,
        agrees("edges", EDGES, 1, apart_at_the_edge, ["dx"], "largest", edge=True),
        pure(1, after="largest"),
    ),
    # At a tie it is not continuous in x.
    indices=("x", "size"),
)

AVERAGE = Exercise(
    "average_pool2d(x, size) -> y",
    (
        agrees("mean", _("the mean of each window"), 2, pools, ["y"]),
        agrees("edges", EDGES, 1, pools_at_the_edge, ["y"], "mean", edge=True),
        pure(1, after="mean"),
    ),
    indices=("size",),
)

AVERAGE_BACKWARD = Exercise(
    "average_pool2d_backward(dy, size) -> dx",
    (
        agrees("share", _("every pixel of a window gets its share of dy"), 2, spread, ["dx"]),
        agrees(
            "edges",
            _("windows of one pixel, a single window or channel"),
            1,
            spread_at_the_edge,
            ["dx"],
            "share",
            edge=True,
        ),
        pure(1, after="share"),
    ),
    indices=("size",),
)
