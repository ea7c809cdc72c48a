"""Designed inputs for 06_mlp, the training: a few rows, for steps that are followed; and tasks, to be learned."""

from collections.abc import Callable
from typing import Any

import numpy as np

from ...judging.draw import Draw
from ...plain.call import Source
from ...plain.numbers import Array
from .inputs import EIGHTHS

# The function, the points where it is shown, and (hidden, epochs, batch_size, lr).
CURVES: tuple[tuple[Callable[[Array], Array], tuple[float, float, int], tuple[int, int, int, float]], ...] = (
    (np.square, (-1.5, 1.5, 16), (8, 400, 4, 0.1)),
    (np.reciprocal, (0.5, 2.0, 16), (8, 300, 4, 0.1)),
    (np.sin, (-np.pi, np.pi, 24), (12, 400, 8, 0.05)),
)


# How many epochs and with which rates; long trainings have one that no loss swings with, or that it hardly falls with.
LENGTHS = (
    (1, (0.5, 0.25)),
    (2, (0.5, 0.25)),
    (5, (0.5, 0.25, 1)),
    (4, (0.25,)),
    (3, (0.5, 1)),
    (40, (2e-6,)),
    (250, (0.1,)),
)
# From so many epochs on, all rows ask for the same: what is learned long before the end is learned on.
LONG = 100
# As many rows as no batch has that is not asked for.
ONE_BATCH = ((np.full((130, 1), 0.5), np.ones((130, 1)), Source("mse"), 2, 1, 130, 0.125, 7),)
Training = tuple[Array, Array, Source, int, int, int, float, int]


def steps(draw: Draw) -> Training:
    """X, y, the loss, hidden units, epochs, batch size, rate, seed: rows that differ, in one batch of all of them."""
    epochs, rates = draw.turn(LENGTHS)
    n = draw.pick((3, 5))
    X, y, loss = draw.turn((_to_targets, _to_classes))(draw, EIGHTHS.array(draw, n, 2))
    lr = draw.pick(rates)
    if epochs > LONG and y.ndim == 2:
        y = np.repeat(y[:1], n, axis=0)
    return X, y, loss, draw.pick((3, 2, 4)), epochs, n + draw.pick((0, 2)), lr, draw.integer(0, 999)


def equal_rows(draw: Draw) -> Training:
    """The same with rows that are all equal, so that it does not matter which of them a batch has."""
    n, batch_size = draw.turn(((5, 2), (3, 2), (7, 3), (4, 3), (3, 1), (5, 1), (40, 40)))
    X, y, loss = draw.turn((_to_targets, _to_classes))(draw, np.repeat(EIGHTHS.array(draw, 1, 2), n, axis=0))
    # As many as are no multiple of the two losses, so that each length meets both.
    epochs, rates = draw.turn(((1, (0.5, 0.25)), (40, (0.1,)), (0, (0.5,)), (4, (0.1, 0.25)), (2, (0.1,))))
    # The last row has the last class, so that all classes are there; training then sees it in one batch of all rows.
    y = np.repeat(y[-1:], n, axis=0)
    return X, y, loss, draw.pick((3, 2)), epochs, batch_size, draw.pick(rates), draw.integer(0, 999)


def four_rows(draw: Draw) -> tuple[Array, Array, Source, int, float, int]:
    """X, y, the loss, hidden units, a rate, where the seeds start: four rows of which each asks for something else."""
    X = np.array([[1.0, 0.25], [-0.5, 1.0], [0.25, -1.25], [-1.0, -0.75]])
    return X, np.array([[1.0], [-1.5], [0.5], [2.0]]), Source("mse"), 2, 0.2, draw.integer(0, 999) * 100


def _to_targets(draw: Draw, X: Array) -> tuple[Array, Array, Source]:
    return X, EIGHTHS.array(draw, len(X), draw.pick((1, 3))), Source("mse")


def _to_classes(draw: Draw, X: Array) -> tuple[Array, Array, Source]:
    classes = [draw.integer(0, 1) for _i in range(len(X) - 1)]
    return X, np.array([*classes, 2]), Source("softmax_cross_entropy")


def xor(draw: Draw) -> tuple[Any, ...]:
    X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return X, np.array([0, 1, 1, 0]), Source("softmax_cross_entropy"), 8, 400, 4, 0.5, draw.integer(0, 999) * 10


def circles(draw: Draw) -> tuple[Any, ...]:
    """Two concentric circles, for four hidden units."""
    angle, inner = np.arange(40) * (2 * np.pi / 40), np.arange(40) % 2
    X = np.where(inner, 0.5, 1.5)[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return X, inner, Source("softmax_cross_entropy"), 4, 400, 10, 0.3, draw.integer(0, 999) * 10


def curves(draw: Draw) -> tuple[Any, ...]:
    """x², 1/x and sin x."""
    function, (low, high, n), settings = draw.turn(CURVES)
    x = np.linspace(low, high, n)[:, None]
    return x, function(x), Source("mse"), *settings, draw.integer(0, 999) * 10
