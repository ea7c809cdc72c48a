"""Designed inputs for 02_sigmoid_neuron: examples, probabilities and labels, training sets; saturated ones too."""

import numpy as np

from ...judging.draw import Args, Draw
from ...plain.numbers import Array
from ..inputs import DECIMAL, EDGES, INTEGER, LARGE, QUARTERS, SIZES, WHOLE, Regime, labels

FAR = Regime("far", 1.0, 10_000, 1.0)
THIRDS = (WHOLE, QUARTERS, DECIMAL)
# Probabilities: exact sixty-fourths, and some that are almost certain.
EXTREMES = (2.0**-30, 2.0**-10, 1e-3, 1 - 2.0**-10, 1 - 2.0**-20)


def examples(draw: Draw) -> tuple[Array, Array, float]:
    """X, w and b."""
    regime = draw.turn((QUARTERS, WHOLE, DECIMAL, LARGE))
    n, d = draw.pick(SIZES)
    return regime.array(draw, n, d), regime.weights(draw, d), regime.bias(draw)


def examples_at_the_edge(draw: Draw) -> tuple[Array, Array, float]:
    """One example, one feature, or integers."""
    regime = draw.turn((INTEGER, QUARTERS))
    n, d = draw.pick(SIZES if regime is INTEGER else EDGES)
    return regime.array(draw, n, d), regime.weights(draw, d), regime.bias(draw) / 8


def saturated_examples(draw: Draw) -> tuple[Array, Array, float]:
    """X, w and b with weighted sums up to tens of thousands."""
    n, d = draw.pick(SIZES)
    return FAR.array(draw, n, d), WHOLE.weights(draw, d), float(draw.integer(-20, 20))


def guesses(draw: Draw) -> tuple[Array, Array]:
    """Labels y and probabilities p, none of them certain."""
    n = draw.pick((2, 3, 1, 5, 8))
    p = [draw.pick((draw.integer(1, 63) / 64, draw.integer(1, 999) / 1000, draw.pick(EXTREMES))) for _i in range(n)]
    return labels(draw, n), np.array(p)


def certain_and_right(draw: Draw) -> tuple[Array, Array]:
    """Certain answers that are right, among others: 0·log 0 is 0."""
    y, p = guesses(draw)
    place = draw.integer(0, len(y) - 1)
    p[place] = y[place]
    return y, p


def certain_and_wrong(draw: Draw) -> tuple[Array, Array]:
    """A certain answer that is wrong: the cost is infinite."""
    y, p = certain_and_right(draw)
    place = draw.integer(0, len(y) - 1)
    p[place] = 1 - y[place]
    return y, p


def classification(draw: Draw) -> tuple[Array, Array, Array, float]:
    """X, labels y, w and b."""
    return _classification(draw, draw.turn((QUARTERS, WHOLE, DECIMAL, LARGE)), draw.pick(SIZES))


def classification_at_the_edge(draw: Draw) -> tuple[Array, Array, Array, float]:
    """One example, one feature, or integers."""
    regime = draw.turn((INTEGER, QUARTERS))
    return _classification(draw, regime, draw.pick(SIZES if regime is INTEGER else EDGES))


def mild_classification(draw: Draw) -> tuple[Array, Array, Array, float]:
    """Weighted sums of ordinary size, for numerical derivatives."""
    X, y, w, b = _classification(draw, draw.turn((QUARTERS, DECIMAL)), draw.pick(SIZES))
    return X / 4, y, w / 4, b / 4


def saturated_classification(draw: Draw) -> tuple[Array, Array, Array, float]:
    """Weighted sums up to tens of thousands."""
    X, w, b = saturated_examples(draw)
    return X, labels(draw, len(X)), w, b


def _classification(draw: Draw, regime: Regime, size: tuple[int, int]) -> tuple[Array, Array, Array, float]:
    n, d = size
    return regime.array(draw, n, d), labels(draw, n), regime.weights(draw, d), regime.bias(draw)


def training_set(draw: Draw) -> tuple[Array, Array, Array, float, float, int]:
    """X, labels y, w, b, a rate and a number of epochs, with weighted sums below 15 all along."""
    return _training(draw, draw.turn(THIRDS), draw.pick(SIZES))


def training_at_the_edge(draw: Draw) -> tuple[Array, Array, Array, float, float, int]:
    """One example, one feature, or integers."""
    regime = draw.turn((Regime("digits", 1.0, 2, dtype=np.int64), QUARTERS))
    return _training(draw, regime, draw.pick(((3, 2), (5, 3)) if regime is not QUARTERS else EDGES))


def _training(draw: Draw, regime: Regime, size: tuple[int, int]) -> tuple[Array, Array, Array, float, float, int]:
    n, d = size
    X, y = regime.array(draw, n, d), labels(draw, n)
    w, b = draw.pick((np.zeros(d), QUARTERS.weights(draw, d) / 8, WHOLE.weights(draw, d) / 4)), draw.pick((0.0, 0.25))
    lr, epochs = draw.pick((0.5, 0.25, 0.1, 1.0)), draw.pick((2, 1, 3, 5, 12))
    # A step moves w·x + b by at most lr·(‖x‖² + 1), so this bounds it over the whole training.
    largest = 1.0 + float(np.max(np.sum(np.square(X), axis=1)))
    while np.max(np.abs(X @ w + b)) + lr * epochs * largest > 14:
        lr, w = lr / 2, w / 2
    return X, y, w, b, lr, epochs


# Trainings that a builder hardly finds: without an epoch; losses that rise, or rise and fall by turns for ever; integer
# weights that meet inputs with a fraction; rates that are integers, or tiny; a loss that is small long before the end;
# so many rows that a step for each part of them shows.
SWINGING = np.array([[3.0], [1.0], [2.0]]), np.array([1, 1, 0]), np.zeros(1), 0.0
APART = np.array([[4.0], [-4.0]]), np.array([1, 0])
TRAININGS: tuple[Args, ...] = (
    (np.array([[0.5, -1.0], [1.0, 2.0]]), np.array([0, 1]), np.array([1.0, -2.0]), 0.5, 0.5, 0),
    (np.array([[3, 1]]), np.array([0]), np.array([1, 2]), 0.5, 1, 0),
    (np.array([[0.5, -1.5], [0.25, 1.0], [-1.25, 0.5]]), np.array([1, 0, 1]), np.array([1, -2]), 0.5, 0.25, 3),
    (np.array([[0.5], [-0.25], [1.0]]), np.array([1, 0, 0]), np.array([2]), 1.5, 1, 4),
    (*SWINGING, 2, 12),
    (*SWINGING, 2.0, 60),
    (*SWINGING, 4.0, 3),
    (np.array([[1.0], [2.0]]), np.array([1.0, 0.0]), np.array([0.5]), 0.0, 1e-4, 20),
    (*APART, np.array([2.0]), 0.0, 0.5, 40),
    (*APART, np.array([3.0]), 0.0, 1.0, 60),
    (np.arange(-35.0, 35.0)[:, None] / 8, np.arange(70) % 3 // 2, np.array([0.5]), 0.25, 1.0, 3),
)

# Neurons that are nearly certain, but not yet quite.
NEARLY_CERTAIN: tuple[Args, ...] = (
    (np.array([[-13.5], [-12.25], [14.0]]), np.array([1.0]), 0.0),
    (np.array([[-2.0, 3.0], [-4.0, 1.5], [5.0, -2.0], [1.0, 1.0]]), np.array([3.0, -4.0]), 0.5),
    (np.array([[-7], [-8], [9], [-11]]), np.array([2]), -0.5),
)
