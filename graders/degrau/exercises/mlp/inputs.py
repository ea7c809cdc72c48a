"""Designed inputs for 06_mlp: classes and columns, logits and targets, layers and rows."""

import numpy as np

from ...judging.draw import Args, Draw
from ...plain.call import Source, generator
from ...plain.numbers import Array
from ..inputs import DECIMAL, EIGHTS, FINE, INTEGER, LARGE, QUARTERS, WHOLE, Regime
from ..numbers import array, integers, number

SIZES = ((3, 2), (2, 3), (4, 2), (2, 4), (5, 3), (3, 5), (7, 4))
FAR = Regime("far", 100.0, 100)

EIGHTHS = Regime("eighths", 0.125, 10, 0.125)
SHARES = (1.0, -1.0, 0.5, 2.0, -1.5, 0.75)
# n examples, d inputs, h hidden units, k outputs: all different, or a transpose would hide.
SHAPES = ((2, 3, 4, 1), (4, 2, 3, 1), (3, 1, 2, 4), (5, 2, 3, 4), (2, 5, 3, 1), (7, 3, 5, 2))
EDGES = ((1, 2, 3, 4), (1, 1, 1, 1), (2, 1, 1, 1), (3, 3, 3, 3), (1, 3, 1, 2), (4, 1, 5, 1))


def classes(draw: Draw) -> tuple[Array, int]:
    """Class indices y, and how many classes there are; some may not occur."""
    k, n = draw.pick((3, 2, 4, 5, 7)), draw.pick((2, 3, 4, 1, 6))
    return np.array([draw.integer(0, k - 1) for _i in range(n)]), k


def few_classes(draw: Draw) -> tuple[Array, int]:
    """One example, one class, or all examples of the last class."""
    k, n = draw.pick((1, 2, 3)), draw.pick((1, 2, 3))
    return np.full(n, k - 1), k


def table(draw: Draw) -> tuple[Array]:
    """X with columns that all vary."""
    regime, (n, d) = draw.turn((QUARTERS, WHOLE, DECIMAL, LARGE, FINE)), draw.pick(SIZES)
    X = regime.array(draw, n, d)
    X[0] = X[1:].max(axis=0) + max(regime.unit, 0.25) * draw.integer(1, 5)
    return (X,)


def whole_table(draw: Draw) -> tuple[Array]:
    (n, d) = draw.pick(SIZES)
    X = INTEGER.array(draw, n, d)
    X[0] = X[1:].max(axis=0) + draw.integer(1, 5)
    return (X,)


def table_with_constants(draw: Draw) -> tuple[Array]:
    """X with a constant column, or a single row."""
    X, n = draw.turn((QUARTERS, WHOLE)).array(draw, *draw.pick(SIZES)), draw.pick((2, 1))
    X[0] = X[1:].max(axis=0) + 1.0
    X[:, draw.integer(0, X.shape[1] - 1)] = draw.pick((2.0, 0.0, -1.25, 5.0))
    return (X[:1] if n == 1 else X,)


# Constants whose mean, or whose deviation, does not come out exactly in floating point; one row, or one column.
CONSTANTS: tuple[Args, ...] = (
    # One that is small is not constant.
    (np.column_stack([np.array([1.0, 3.0, -2.0, 6.0]) * 2.0**-20, np.array([1.0, 2.0, 4.0, 9.0])]),),
    *((np.full((n, 1), constant),) for constant, n in ((0.1, 3), (0.3, 7), (1 / 3, 12), (0.7, 10), (-0.1, 6))),
    *((np.full((n, 1), constant),) for constant, n in ((4.9, 41), (123456.789, 7), (1e6 / 3, 5), (1e-3, 29))),
    (np.column_stack([np.full(6, 0.1), np.arange(6.0), np.full(6, -0.7), np.arange(6.0) ** 2]),),
    (np.column_stack([np.arange(12), np.full(12, 1000), np.full(12, 7)]),),
    (np.array([[0.1, 2.0, -3.0]]),),
    # Only in many rows can one be so far from the others: 3.3 and 6.2 deviations.
    (np.append(np.zeros(11), 1.0)[:, None],),
    (np.append(np.full(39, 2.0), -6.0)[:, None],),
)


def layer_sizes(draw: Draw) -> tuple[int, int, int]:
    """Inputs, outputs and a seed."""
    n_in, n_out = draw.pick(((2, 3), (3, 2), (1, 4), (5, 1), (4, 7), (8, 2)))
    return n_in, n_out, draw.integer(0, 999)


def wide_layers(draw: Draw) -> tuple[tuple[tuple[int, int], ...], int]:
    """Wide layers, inputs and outputs, whose weights are many, one of them square; and a seed."""
    return ((100, 100), (8, 1200), (200, 50)), draw.integer(0, 999)


def nothing(draw: Draw) -> Args:
    """No argument at all."""
    return ()


def hills(draw: Draw) -> Args:
    """x, the edges, the height and the steepness of a bump."""
    left = draw.integer(-8, 6) / 4
    right = left + draw.integer(1, 8) / 4
    (x,) = draw.pick((array, number))(draw)
    return x, left, right, draw.pick((1.0, -2.0, 0.5, 3.0)), draw.pick((4.0, 2.0, 10.0, 0.5))


def whole_hills(draw: Draw) -> Args:
    """The same with integers."""
    left = draw.integer(-3, 3)
    return (*integers(draw), left, left + draw.integer(1, 4), draw.pick((2, -1, 3)), draw.pick((1, 2, 3)))


def logits(draw: Draw) -> tuple[Array, Array]:
    """Logits Z (n, k) and class indices y."""
    return _logits(draw, draw.turn((QUARTERS, WHOLE, DECIMAL, FINE)), draw.pick(SIZES))


def logits_at_the_edge(draw: Draw) -> tuple[Array, Array]:
    """One example, one or two classes, equal logits, or integers."""
    Z, y = _logits(draw, draw.turn((INTEGER, QUARTERS)), draw.pick(((1, 3), (1, 2), (3, 1), (2, 2), (3, 3), (1, 1))))
    return (np.full_like(Z, Z[0, 0]) if draw.integer(0, 3) == 3 else Z), y


def far_logits(draw: Draw) -> tuple[Array, Array]:
    """Logits of up to ±1e4."""
    return _logits(draw, FAR, draw.pick(SIZES))


def mild_logits(draw: Draw) -> tuple[Array, Array]:
    return _logits(draw, DECIMAL, draw.pick(SIZES[:4]))


def _logits(draw: Draw, regime: Regime, size: tuple[int, int]) -> tuple[Array, Array]:
    n, k = size
    return regime.array(draw, n, k), np.array([draw.integer(0, k - 1) for _i in range(n)])


def pairs(draw: Draw) -> tuple[Array, Array]:
    """Outputs Z and targets T."""
    regime, size = draw.turn((QUARTERS, WHOLE, DECIMAL, EIGHTS)), draw.pick(SIZES)
    return regime.array(draw, *size), regime.array(draw, *size)


def pairs_at_the_edge(draw: Draw) -> tuple[Array, Array]:
    regime, size = draw.turn((INTEGER, QUARTERS)), draw.pick(((1, 1), (1, 3), (3, 1), (2, 2)))
    return regime.array(draw, *size), regime.array(draw, *size)


def mild_pairs(draw: Draw) -> tuple[Array, Array]:
    size = draw.pick(SIZES[:4])
    return DECIMAL.array(draw, *size), DECIMAL.array(draw, *size)


def two_neurons(draw: Draw) -> tuple[float, float, float, float]:
    """x, the target y, w1 and w2."""
    k = [draw.integer(-12, 12) for _i in range(3)]
    unit = draw.turn((0.25, 1.0, 0.1, 0.5))
    return k[0] * unit, draw.integer(0, 4) / 4, k[1] * 0.25, k[2] * 0.25


def whole_neurons(draw: Draw) -> tuple[int, int, int, int]:
    return draw.integer(-3, 3), draw.integer(0, 1), draw.integer(-3, 3), draw.integer(-3, 3)


def layers_in_a_row(draw: Draw) -> tuple[Array]:
    """The inputs z of M logistic layers."""
    return (draw.turn((QUARTERS, WHOLE, DECIMAL)).array(draw, draw.pick((3, 2, 5, 4, 7, 10))),)


def one_layer(draw: Draw) -> tuple[Array]:
    """A single layer, integers, or layers that are all alike."""
    z = draw.turn((INTEGER, QUARTERS)).array(draw, draw.pick((1, 2, 3, 4)))
    return (draw.pick((z, np.full_like(z, z[0]))),)


def layers(draw: Draw) -> tuple[Array, ...]:
    """X, W1, b1, W2, b2."""
    return _layers(draw, draw.turn((QUARTERS, EIGHTHS, WHOLE, DECIMAL)), *draw.pick(SHAPES))


def layers_at_the_edge(draw: Draw) -> tuple[Array, ...]:
    """One example, single units, square matrices, integers, or a hidden layer that is saturated."""
    regime = draw.turn((INTEGER, EIGHTHS, QUARTERS))
    inputs, *rest = _layers(draw, regime, *draw.pick(EDGES))
    return (inputs * draw.pick((1, 1, 64)), *rest)


def _layers(draw: Draw, regime: Regime, n: int, d: int, h: int, k: int) -> tuple[Array, ...]:
    W1, b1 = EIGHTHS.array(draw, h, d), EIGHTHS.array(draw, h)
    return regime.array(draw, n, d), W1, b1, EIGHTHS.array(draw, k, h), EIGHTHS.array(draw, k)


def arriving(draw: Draw) -> tuple[Array, ...]:
    """X, H, W2, dZ."""
    return _arriving(draw, draw.turn((QUARTERS, EIGHTHS, WHOLE, DECIMAL)), *draw.pick(SHAPES))


def arriving_at_the_edge(draw: Draw) -> tuple[Array, ...]:
    """One example, single units, square matrices, or integers."""
    return _arriving(draw, draw.turn((INTEGER, EIGHTHS)), *draw.pick(EDGES))


def _arriving(draw: Draw, regime: Regime, n: int, d: int, h: int, k: int) -> tuple[Array, ...]:
    H = np.array([draw.integer(-64, 64) / 64 for _i in range(n * h)]).reshape(n, h)
    dZ = np.array([draw.pick(SHARES) for _i in range(n * k)]).reshape(n, k)
    return regime.array(draw, n, d), H, EIGHTHS.array(draw, k, h), dZ


def measured(draw: Draw) -> tuple[Array, ...]:
    """X, W1, b1, W2, b2, dZ for numerical derivatives."""
    n, d, h, k = draw.pick(SHAPES[:4])
    dZ = np.array([draw.pick(SHARES) for _i in range(n * k)]).reshape(n, k)
    return (*_layers(draw, EIGHTHS, n, d, h, k), dZ)


def rows(draw: Draw) -> tuple[Array, Array, int, Source]:
    """X with rows that are all different, y with a value for each, or a row; a batch size, a generator."""
    n, batch_size = draw.pick(((5, 2), (4, 2), (3, 1), (6, 4), (2, 5), (7, 3), (1, 1), (3, 3), (8, 5)))
    X: Array = np.arange(n * 2, dtype=draw.pick((float, int))).reshape(n, 2) + draw.integer(-3, 3)
    y = draw.pick((X[:, 0] * 10, X[:, :1] * 10.0, X @ np.array([[1.0, 2.0], [0.0, 3.0]])))
    return X, y, batch_size, generator(draw.integer(0, 999))


# Rows that are equal are still as many rows.
ALIKE: tuple[Args, ...] = (
    (np.array([[1.0, 2.0], [1.0, 2.0], [3.0, 0.5], [1.0, 2.0]]), np.array([0, 1, 0, 0]), 2, generator(5)),
)


def many_seeds(draw: Draw) -> tuple[Array, Array, int, int, int]:
    """Rows, a batch size, where the seeds start, and how many epochs: few rows in many epochs, or many in a few."""
    n, batch_size, epochs = draw.turn(((5, 2, 450), (24, 30, 300), (3000, 3000, 5)))
    X = np.arange(2 * n).reshape(n, 2)[:, : 1 if n > 5 else 2]
    return X, X[:, 0] * 10, batch_size, draw.integer(0, 999) * 1000, epochs
