"""Designed inputs for 01_adaline: numbers and arrays, examples and single samples, training sets."""

import numpy as np

from ...judging.draw import Args, Draw
from ...plain.numbers import Array
from ..inputs import DECIMAL, INTEGER, QUARTERS, REAL, SIZES, WHOLE, Regime, regression, regression_at_the_edge

RATES = (0.5, 0.25, 0.1, 1.0, 0.01, 2.0)


def number(draw: Draw) -> tuple[float | int]:
    """Any number, float or int."""
    k = draw.integer(-200, 200)
    return (draw.pick((float(k), k, k / 64, k * 2.0**-30, k * 1024.0)),)


def array(draw: Draw) -> tuple[Array]:
    """An array of any shape."""
    shape = draw.pick(((2,), (3,), (2, 3), (1,), (), (4, 1), (2, 1, 3)))
    return (draw.turn((*REAL, INTEGER)).array(draw, *shape),)


def examples(draw: Draw) -> tuple[Array, Array, float]:
    """X, w and b."""
    X, _, w, b = regression(draw)
    return X, w, b


def examples_at_the_edge(draw: Draw) -> tuple[Array, Array, float]:
    """X, w and b with one example, one feature, or integers."""
    X, _, w, b = regression_at_the_edge(draw)
    return X, w, b


def sample(draw: Draw) -> tuple[Array, float, Array, float, float]:
    """One sample x with its target y, w, b, and a learning rate."""
    regime = draw.turn(REAL)
    d = draw.pick((2, 3, 5, 7))
    w, b, x = regime.weights(draw, d), regime.bias(draw), regime.array(draw, d)
    return w, b, x, float(regime.array(draw)), draw.pick(RATES)


def sample_at_the_edge(draw: Draw) -> tuple[Array, float, Array, float | int, float]:
    """One sample with a single feature, or with integers."""
    regime = draw.turn((INTEGER, WHOLE, INTEGER, DECIMAL))
    d = draw.pick((1, 2, 3)) if regime is INTEGER else 1
    w, b, x = regime.weights(draw, d), regime.bias(draw) + 0.5, regime.array(draw, d)
    return w, b, x, regime.array(draw).item(), draw.pick((0.5, 0.25, 0.1))


def training_set(draw: Draw) -> tuple[Array, Array, Array, float, float, int]:
    """A small regression and a rate with which every step makes its own sample's error smaller."""
    return _training(draw, draw.turn((WHOLE, QUARTERS, DECIMAL)), draw.pick(SIZES[:6]))


def training_at_the_edge(draw: Draw) -> tuple[Array, Array, Array, float, float, int]:
    """A single sample, a single feature, or integers."""
    return _training(draw, draw.turn((INTEGER, QUARTERS, INTEGER)), draw.pick(((1, 1), (2, 1), (1, 2), (3, 2))))


def _training(draw: Draw, regime: Regime, size: tuple[int, int]) -> tuple[Array, Array, Array, float, float, int]:
    n, d = size
    X = regime.array(draw, n, d)
    w, b = draw.pick((regime.weights(draw, d), np.zeros(d))), draw.pick((0.0, regime.bias(draw)))
    # Now and then nothing is left to learn: the weights stay, and every epoch still has its cost.
    y = draw.pick((regime.array(draw, n), X @ w + b, regime.array(draw, n), regime.array(draw, n)))
    steepest = 1.0 + float(np.max(np.sum(np.square(X), axis=1)))
    halvings = int(np.ceil(np.log2(steepest)))
    lr = draw.pick((1.0, 0.5, 0.8)) * 2.0**-halvings
    return X, y, w, b, lr, draw.pick((2, 1, 3, 5, 12))


# Trainings that a builder hardly finds: without an epoch; costs that rise, or rise and fall by turns; integer weights
# that meet inputs with a fraction; rates that are integers, or tiny.
TRAININGS: tuple[Args, ...] = (
    (np.array([[0.5, -1.0], [1.0, 2.0]]), np.array([0.5, -2.0]), np.array([1.0, -2.0]), 0.5, 0.5, 0),
    (np.array([[3, 1]]), np.array([2]), np.array([1, 2]), 0.5, 1, 0),
    (np.array([[0.5, -1.5], [0.25, 1.0], [-1.25, 0.5]]), np.array([1, 0, -2]), np.array([1, -2]), 0.5, 0.25, 3),
    (np.array([[0.5], [-0.25], [1.0]]), np.array([1, 3, -2]), np.array([2]), 1.5, 1, 4),
    (np.array([[-3.0], [-3.0], [-2.0]]), np.array([4.0, -2.0, -3.0]), np.zeros(1), 0.0, 0.25, 20),
    (np.array([[0.0], [1.0], [3.0]]), np.array([-1.0, -1.0, -4.0]), np.zeros(1), 0.0, 0.25, 24),
    (np.array([[0.0], [-2.0], [-3.0]]), np.array([-3.0, 2.0, 2.0]), np.zeros(1), 0.0, 0.25, 60),
    (np.array([[1.0], [2.0]]), np.array([3.0, -1.0]), np.array([0.5]), 0.0, 1e-4, 20),
)
