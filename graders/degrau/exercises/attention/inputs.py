"""Designed inputs for 11_attention: queries, keys, values, masks, weights of heads.

All sizes differ in ordinary inputs, or a transpose would hide: queries, keys, the columns of each, heads and their
widths. Where scores are of up to ±10000 they are whole numbers far apart, or equal, so that float32 agrees.
"""

import numpy as np

from ...judging.draw import Args, Draw
from ...plain.numbers import Array
from ..attending import earlier, everywhere, single, some
from ..inputs import DECIMAL, INTEGER, QUARTERS, WHOLE, Regime, table

ORDINARY = (QUARTERS, WHOLE, DECIMAL)
EIGHTHS = Regime("eighths", 0.125, 12)
# Tq queries, Tk keys, d columns of both, s columns of the values.
SHAPES = ((3, 4, 2, 5), (2, 5, 3, 4), (4, 3, 5, 2), (5, 2, 3, 6), (3, 6, 4, 2))
EDGES = ((1, 1, 1, 1), (1, 4, 3, 2), (3, 1, 2, 4), (3, 3, 3, 3), (2, 4, 1, 1))
# p columns of q, T keys, r columns of a key, s of a value, m units.
LAYERS = ((3, 4, 2, 5, 6), (2, 5, 3, 4, 6), (4, 3, 5, 2, 6), (5, 2, 3, 4, 3))
LAYERS_AT_THE_EDGE = ((1, 1, 1, 1, 1), (2, 1, 3, 4, 5), (3, 4, 2, 1, 1), (3, 3, 3, 3, 3))
# n rows, d columns, heads.
HEADS = ((4, 6, 2), (5, 6, 3), (3, 8, 2), (5, 8, 4), (4, 10, 5))
HEADS_AT_THE_EDGE = ((1, 4, 2), (3, 4, 1), (2, 4, 4), (3, 3, 3), (1, 1, 1), (2, 4, 2))

# A square of booleans may come as a list: of a larger one the list would have too many values to be taken.
MOST_LISTED = 125
MASKS = (some, everywhere, earlier, some, single)


def mask(draw: Draw, rows: int, columns: int) -> Array:
    """A mask in which every row may look somewhere."""
    return draw.turn(MASKS)(np.random.default_rng(draw.integer(0, 999)), rows, columns)


def layer(draw: Draw) -> Args:
    """q, K, V, Wq, Wk, v."""
    return _layer(draw, draw.turn(ORDINARY), draw.pick(LAYERS))


def layer_at_the_edge(draw: Draw) -> Args:
    """A single key, unit or column, all of one size, integers, keys that are all alike."""
    q, K, *rest = _layer(draw, draw.turn((INTEGER, QUARTERS)), draw.pick(LAYERS_AT_THE_EDGE))
    return q, draw.pick((K, np.repeat(K[:1], len(K), axis=0))), *rest


def far_layer(draw: Draw) -> Args:
    """Scores of up to some ±1e4, units that are saturated."""
    q, K, V, Wq, Wk, v = _layer(draw, WHOLE, draw.pick(LAYERS))
    return q * 512, K * 512, V, Wq, Wk, np.round(v) * 1000


def _layer(draw: Draw, regime: Regime, sizes: tuple[int, int, int, int, int]) -> Args:
    p, T, r, s, m = sizes
    q, K, V = table(draw, regime, p), table(draw, regime, T, r), table(draw, regime, T, s)
    return q, K, V, table(draw, EIGHTHS, m, p), table(draw, EIGHTHS, m, r), table(draw, EIGHTHS, m)


def questions(draw: Draw) -> Args:
    """Q, K, V and a mask."""
    return _questions(draw, draw.turn(ORDINARY), draw.pick(SHAPES))


def questions_at_the_edge(draw: Draw) -> Args:
    """A single query, key or column, all of one size, integers."""
    return _questions(draw, draw.turn((INTEGER, QUARTERS)), draw.pick(EDGES))


def far_questions(draw: Draw) -> Args:
    """Scores of up to some ±1e4, whole and far apart, or equal: the root of the columns is 2."""
    Q, K, V, where = _questions(draw, WHOLE, draw.pick(((3, 5, 4, 2), (2, 3, 4, 5))))
    return Q * 64, K * 32, V, where


def _questions(draw: Draw, regime: Regime, sizes: tuple[int, int, int, int]) -> Args:
    Tq, Tk, d, s = sizes
    Q, K, V = table(draw, regime, Tq, d), table(draw, regime, Tk, d), table(draw, regime, Tk, s)
    return Q, K, V, mask(draw, Tq, Tk)


def weights_of(Q: Array, K: Array, where: Array) -> Array:
    """A, as `attention` gives it."""
    scores = np.where(where, Q @ K.T / np.sqrt(Q.shape[1]), -np.inf)
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def arriving(draw: Draw) -> Args:
    """Q, K, V, A, dY."""
    return _arriving(draw, draw.turn((EIGHTHS, QUARTERS, DECIMAL)), draw.pick(SHAPES))


def arriving_at_the_edge(draw: Draw) -> Args:
    """A single query, key or column, all of one size, integers."""
    return _arriving(draw, draw.turn((INTEGER, QUARTERS)), draw.pick(EDGES))


def _arriving(draw: Draw, regime: Regime, sizes: tuple[int, int, int, int]) -> Args:
    Q, K, V, where = _questions(draw, regime, sizes)
    return Q, K, V, weights_of(Q, K, where), table(draw, QUARTERS, len(Q), V.shape[1])


def measured(draw: Draw) -> Args:
    """Q, K, V, a mask and dY for numerical derivatives."""
    Q, K, V, where = _questions(draw, EIGHTHS, draw.pick(SHAPES[:3]))
    return Q, K, V, where, table(draw, QUARTERS, len(Q), V.shape[1])


def lengths(draw: Draw) -> tuple[int]:
    return (draw.pick((3, 2, 4, 5, 1, 8)),)


def positions(draw: Draw) -> tuple[int, int]:
    """How many positions, and an even number of columns."""
    return draw.pick(((4, 6), (3, 8), (6, 4), (5, 2), (12, 10), (50, 16)))


def positions_at_the_edge(draw: Draw) -> tuple[int, int]:
    """A single position, two columns, many columns."""
    return draw.turn(((1, 6), (1, 2), (2, 2), (4, 4), (3, 64)))


def heads(draw: Draw) -> Args:
    """X, Wq, Wk, Wv, Wo, the number of heads and a mask."""
    return _heads(draw, draw.turn((QUARTERS, EIGHTHS, DECIMAL)), draw.pick(HEADS))


def heads_at_the_edge(draw: Draw) -> Args:
    """A single row, a single head, heads of one column, integers."""
    return _heads(draw, draw.turn((INTEGER, QUARTERS)), draw.pick(HEADS_AT_THE_EDGE))


def far_heads(draw: Draw) -> Args:
    """Scores of up to some ±1e4, whole and far apart, or equal: the root of a head's columns is 2."""
    X, _Wq, _Wk, Wv, Wo, count, where = _heads(draw, WHOLE, (3, 8, 2))
    signs = [np.diag(np.sign(np.diag(table(draw, EIGHTHS, 8, 8)) + 0.01)) for _i in range(2)]
    return X, signs[0] * 64, signs[1] * 32, Wv, Wo, count, where


def _heads(draw: Draw, regime: Regime, sizes: tuple[int, int, int]) -> Args:
    n, d, count = sizes
    weights = (table(draw, Regime("quarter", 0.125, 6), d, d) for _i in range(4))
    return table(draw, regime, n, d), *weights, count, mask(draw, n, n)
