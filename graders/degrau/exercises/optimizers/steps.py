"""07_optimizers, the steps: ways down the slope, one step at a time, and a whole descent."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from ...base.text import _
from ...judging.laws import Answers, Expected, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...plain.numbers import Array
from .steps_inputs import (
    JOURNEYS,
    adam,
    adam_at_the_edge,
    descent,
    descent_at_the_edge,
    journey,
    momentum,
    momentum_at_the_edge,
    rmsprop,
    rmsprop_at_the_edge,
    sgd,
    sgd_at_the_edge,
)


def _side_by_side(
    answer: Answers, right: Facts, parts: Sequence[str], w: Array, gradients: Array, rest: Callable[[int], Any]
) -> None:
    """One step after the other, each from the state that the last one returned; `rest(t)` are further arguments."""
    own = true = [w, *(np.zeros_like(w) for _ in parts[1:])]
    sizes = [np.abs(w), *true[1:]]
    for t, g in enumerate(gradients, start=1):
        got, expected = answer(own[0], g, *own[1:], *rest(t)), right(true[0], g, *true[1:], *rest(t))
        true = [expected[part].low for part in parts]
        sizes = [np.maximum(size, np.abs(value)) for size, value in zip(sizes, true, strict=True)]
        for part, size in zip(parts, sizes, strict=True):
            got.assert_is(part, _on_the_way(expected[part], size))
        own = [got.array(part).astype(np.float64) for part in parts]


def _on_the_way(expected: Expected, size: Array) -> Expected:
    """The same with room for the rounding of earlier steps, when this part was as large as `size`."""
    single = expected.single or expected
    return replace(
        expected,
        tolerance=expected.tolerance + 1e-14 * size,
        single=replace(single, tolerance=single.tolerance + 1e-5 * size, single=None),
    )


FIVE_STEPS = _("five steps in a row, from averages of zero")
EDGES = _("a zero gradient, a single weight, integers")


@prop(FIVE_STEPS, points=1, inputs=journey, after="weights", count=16)
def momentum_journey(answer: Answers, right: Facts, w: Array, gradients: Array, lr: float) -> None:
    _side_by_side(answer, right, ("w", "v"), w, gradients, lambda t: (lr,))


@prop(FIVE_STEPS, points=1, inputs=journey, after="weights", count=16)
def rmsprop_journey(answer: Answers, right: Facts, w: Array, gradients: Array, lr: float) -> None:
    _side_by_side(answer, right, ("w", "s"), w, gradients, lambda t: (lr,))


@prop(FIVE_STEPS, points=1, inputs=journey, after="weights", count=16)
def adam_journey(answer: Answers, right: Facts, w: Array, gradients: Array, lr: float) -> None:
    _side_by_side(answer, right, ("w", "m", "v"), w, gradients, lambda t: (t, lr))


SGD = Exercise(
    "sgd_step(w, g, lr) -> w",
    (
        agrees("step", _("a step against the gradient"), 2, sgd, ["w"]),
        agrees("edges", EDGES, 1, sgd_at_the_edge, ["w"], "step", edge=True),
        pure(1, after="step"),
    ),
    floor=1e-9,
)

MOMENTUM = Exercise(
    "momentum_step(w, g, v, lr, beta) -> w, v",
    (
        agrees("weights", _("w walks along the new average"), 2, momentum, ["w"]),
        agrees("average", _("v is the average of the gradients"), 1, momentum, ["v"]),
        momentum_journey,
        agrees("edges", EDGES, 1, momentum_at_the_edge, ["w", "v"], "weights", edge=True),
        pure(1, after="weights"),
    ),
    floor=1e-9,
)

RMSPROP = Exercise(
    "rmsprop_step(w, g, s, lr, beta, eps) -> w, s",
    (
        agrees(
            "weights",
            _("w takes a step divided by the typical size"),
            2,
            rmsprop,
            ["w"],
        ),
        agrees("average", _("s is the average of the squares"), 1, rmsprop, ["s"]),
        rmsprop_journey,
        agrees("edges", EDGES, 1, rmsprop_at_the_edge, ["w", "s"], "average", edge=True),
        pure(1, after="average"),
    ),
    floor=1e-9,
)

ADAM = Exercise(
    "adam_step(w, g, m, v, t, lr, beta1, beta2, eps) -> w, m, v",
    (
        agrees(
            "weights",
            _("w takes the step with the corrected averages"),
            2,
            adam,
            ["w"],
        ),
        agrees(
            "averages",
            _("m and v are the averages, not corrected"),
            1,
            adam,
            ["m", "v"],
        ),
        adam_journey,
        agrees("edges", EDGES, 1, adam_at_the_edge, ["w", "m", "v"], "averages", edge=True),
        pure(1, after="averages"),
    ),
    floor=1e-9,
)

MINIMIZE = Exercise(
    "adam_minimize(grad, w, steps, lr) -> path",
    (
        agrees("path", _("the whole path, with its start"), 3, descent, ["path"]),
        agrees(
            "edges",
            _("no step, a single weight, integers, a zero gradient"),
            1,
            descent_at_the_edge,
            ["path"],
            "path",
            edge=True,
            named=JOURNEYS,
        ),
        pure(1, after="path"),
    ),
)
