"""Designed inputs for 00_perceptron: numbers and arrays, samples off the decision line and on it, training sets."""

from typing import Any

import numpy as np

from ...judging.draw import Args, Draw
from ...plain.numbers import Array
from ..inputs import EIGHTS, INTEGER, QUARTERS, WHOLE, label, labels, neuron, not_zero

RATES = (1.0, 0.5, 2.0, 0.25, 0.125)


def number(draw: Draw) -> tuple[float | int]:
    """A number that is not 0, float or int."""
    k = not_zero(draw, -200, 200)
    return (draw.pick((float(k), k, k / 64, k * 2.0**-100, k * 1024.0)),)


def array(draw: Draw) -> tuple[Array]:
    """An array of any shape, of both signs, without 0."""
    shape = draw.pick(((2,), (3,), (2, 3), (1,), (), (4, 1), (2, 1, 3)))
    unit = draw.pick((1.0, 0.25, 2.0**-100, 1024.0))
    entries = [not_zero(draw, -200, 200) for _i in range(int(np.prod(shape)))]
    whole = np.array(entries).reshape(shape)
    return (whole if draw.pick((False, True)) else np.asarray(whole * unit),)


def zeros(draw: Draw) -> tuple[Any]:
    """Zeros of both signs, alone or among other numbers."""
    k = draw.integer(-3, 3)
    return (draw.pick((0.0, -0.0, 0, np.array([0.0, k]), np.array([k, 0, -1]), np.array([[-0.0], [1.0]]))),)


def wrong_prediction(draw: Draw) -> tuple[Array, float, Array, float, float]:
    """A sample off the line that the neuron gets wrong."""
    X, w, b = neuron(draw)
    y = X[0] @ w + b < 0
    return w, b, X[0], draw.pick((int, float))(y), draw.pick((*RATES, 0.1))


def right_prediction(draw: Draw) -> tuple[Array, float, Array, float, float]:
    """A sample off the line that the neuron gets right."""
    w, b, x, y, lr = wrong_prediction(draw)
    return w, b, x, 1 - y, lr


def sample_on_the_line(draw: Draw) -> tuple[Array, float, Array, float, float]:
    """A sample with w·x + b = 0 exactly, which the neuron takes for class 1."""
    w, _, x, _, lr = wrong_prediction(draw)
    return w, -float(x @ w), x, label(draw), lr


def integer_sample(draw: Draw) -> tuple[Array, float, Array, float, float]:
    """Integer weights and inputs, with rates that leave the integers; now and then a single feature."""
    regime = draw.turn((INTEGER, WHOLE))
    d = draw.pick((1, 2, 3))
    bias = draw.integer(-9, 9) + 0.5
    return regime.weights(draw, d), bias, regime.array(draw, d), label(draw), draw.pick((0.5, 0.25, 1.0))


def training_set(draw: Draw) -> tuple[Array, Array, Array, float, float, int]:
    """Labels drawn by lot, or by a line so that training can end early; any starting weights."""
    regime = draw.turn((WHOLE, QUARTERS, WHOLE, EIGHTS))
    n, d = draw.pick(((2, 1), (3, 2), (4, 2), (5, 3), (3, 1), (6, 2), (3, 4)))
    X = regime.array(draw, n, d)
    by_line: Array = (X @ regime.weights(draw, d) >= regime.bias(draw)).astype(draw.pick((int, float)))
    y = draw.pick((labels(draw, n), by_line, by_line))
    w = draw.pick((np.zeros(d), regime.weights(draw, d)))
    return X, y, w, draw.pick((0.0, regime.bias(draw))), draw.pick(RATES), draw.pick((3, 1, 2, 20, 6))


def training_at_the_edge(draw: Draw) -> tuple[Array, Array, Array, float, float, int]:
    """A single sample, a single feature, integer inputs and weights, rates that leave the integers."""
    n, d = draw.pick(((1, 1), (2, 1), (1, 2), (3, 2)))
    X, w = INTEGER.array(draw, n, d), INTEGER.weights(draw, d)
    return X, labels(draw, n), w, float(draw.integer(-3, 3)), draw.pick((0.5, 0.25)), draw.pick((2, 4))


# Trainings that a builder hardly finds: without an epoch; one that never ends; mistakes that rise and stall before they
# end; integer weights that meet inputs with a fraction, rates that are integers.
SLOW = np.array([[-3.0, -3.0], [2.0, -1.0], [3.0, 0.0], [3.0, -3.0]])
TRAININGS: tuple[Args, ...] = (
    (np.array([[0.5, -1.0], [1.0, 2.0]]), np.array([0, 1]), np.array([1.0, -2.0]), 0.5, 1.0, 0),
    (np.array([[3, 1]]), np.array([0]), np.array([1, 2]), 0.5, 1, 0),
    (np.array([[0.5, -1.5], [0.25, 2.0], [-1.25, 0.5]]), np.array([1, 0, 1]), np.array([1, -2]), 0.5, 0.25, 3),
    (np.array([[0.5, -1.5], [0.25, 2.0], [-1.25, 0.5]]), np.array([1, 0, 1]), np.array([0, 2]), -0.5, 3, 2),
    (SLOW, np.array([1, 1, 0, 0]), np.zeros(2), 0.0, 1.0, 60),
    (SLOW, np.array([1, 1, 0, 0]), np.zeros(2), 0.0, 1, 26),
    (np.array([[3.0, -2.0], [2.0, -1.0], [-3.0, 3.0], [3.0, -3.0]]), np.array([1, 1, 1, 0]), np.zeros(2), 0.0, 2, 40),
    (np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0]), np.zeros(2), 0.0, 1.0, 60),
)
