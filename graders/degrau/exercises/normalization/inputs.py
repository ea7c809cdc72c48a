"""Designed inputs for 12_normalization: batches, scales and shifts, gradients that arrive, statistics so far.

Rows and columns differ in number, and scales vary, or one norm would pass for the other. `eps` is large, or the spread
small, so that it shows. Means are moderate, and columns or rows that are constant hold exact numbers, so that float32
and E[x²] − E[x]² agree.
"""

import numpy as np

from ...judging.draw import Args, Draw
from ..inputs import DECIMAL, INTEGER, QUARTERS, WHOLE, Regime, table

ORDINARY = (QUARTERS, WHOLE, DECIMAL)
EIGHTHS = Regime("eighths", 0.125, 16)
NARROW = Regime("narrow", 2.0**-10, 6)
# n rows, d columns.
SHAPES = ((3, 2), (4, 3), (2, 3), (5, 2), (3, 5), (6, 4))
BATCHES_AT_THE_EDGE = ((2, 1), (2, 2), (3, 3), (5, 1), (2, 4), (8, 2))
ROWS_AT_THE_EDGE = ((1, 3), (1, 2), (3, 3), (3, 1), (2, 4), (1, 1))
EPS = (0.5, 0.25, 1.0, 2.0)


def batch(draw: Draw) -> Args:
    """X, gamma, beta and an eps that shows."""
    return _batch(draw, draw.turn(ORDINARY), draw.pick(SHAPES), draw.pick(EPS))


def narrow_batch(draw: Draw) -> Args:
    """X whose spread is so small that the default of eps shows; eps is left out."""
    return _batch(draw, NARROW, draw.pick(SHAPES))


def batch_at_the_edge(draw: Draw) -> Args:
    """Two rows, a single column, as many of both, a constant column, integers."""
    X, *rest = _batch(draw, draw.turn((INTEGER, QUARTERS)), draw.pick(BATCHES_AT_THE_EDGE), draw.pick(EPS))
    if draw.integer(0, 1):
        X[:, -1] = X[0, -1]
    return X, *rest


def rows_at_the_edge(draw: Draw) -> Args:
    """A single row or column, as many of both, a constant row, integers."""
    X, *rest = _batch(draw, draw.turn((INTEGER, QUARTERS)), draw.pick(ROWS_AT_THE_EDGE), draw.pick(EPS))
    if draw.integer(0, 1):
        X[-1] = X[-1, 0]
    return X, *rest


def _batch(draw: Draw, regime: Regime, shape: tuple[int, int], *eps: float) -> Args:
    n, d = shape
    X = table(draw, regime, n, d)
    if regime is not NARROW and draw.integer(0, 1):
        X = X + draw.pick((4, -8, 16))
    return X, table(draw, EIGHTHS, d), table(draw, EIGHTHS, d), *eps


def arriving(draw: Draw) -> Args:
    """dY, X, gamma, beta and an eps that shows."""
    return _arriving(draw, batch(draw))


def narrow_arriving(draw: Draw) -> Args:
    """The same where the spread is so small that the default of eps shows."""
    return _arriving(draw, narrow_batch(draw))


def arriving_at_the_batch_edge(draw: Draw) -> Args:
    return _arriving(draw, batch_at_the_edge(draw))


def arriving_at_the_row_edge(draw: Draw) -> Args:
    return _arriving(draw, rows_at_the_edge(draw))


def _arriving(draw: Draw, args: Args) -> Args:
    return table(draw, QUARTERS, *args[0].shape), *args


def measured(draw: Draw) -> Args:
    """dY, X, gamma, beta and eps for numerical derivatives."""
    return _arriving(draw, _batch(draw, QUARTERS, draw.pick(SHAPES[:4]), draw.pick(EPS)))


def pairs(draw: Draw) -> Args:
    """Which of two is asked last, and dY, X, gamma, beta, eps of the one and of the other, of other sizes."""
    shapes = draw.pick((((3, 2), (4, 3)), ((4, 3), (3, 2)), ((3, 2), (3, 2)), ((2, 3), (5, 2)), ((4, 3), (4, 3))))
    both = (_arriving(draw, _batch(draw, QUARTERS, shape, draw.pick(EPS))) for shape in shapes)
    return draw.turn((0, 1)), *(arg for args in both for arg in args)


def statistics(draw: Draw) -> Args:
    """mean, var, X and a momentum."""
    return _statistics(draw, draw.turn(ORDINARY), draw.pick(SHAPES), draw.pick((0.25, 0.1, 0.75, 0.5, 0.9)))


def statistics_at_the_edge(draw: Draw) -> Args:
    """Two rows, a single column, as many of both, integers; no momentum, or one by which old or new does not count."""
    momentum = draw.turn(((), (1.0,), (0.25,), (0.0,)))
    return _statistics(draw, draw.turn((INTEGER, QUARTERS)), draw.pick(BATCHES_AT_THE_EDGE), *momentum)


def _statistics(draw: Draw, regime: Regime, shape: tuple[int, int], *momentum: float) -> Args:
    n, d = shape
    return table(draw, QUARTERS, d), np.abs(table(draw, QUARTERS, d)), table(draw, regime, n, d), *momentum


def inference(draw: Draw) -> Args:
    """X, gamma, beta, mean, var and an eps that shows."""
    return _inference(draw, draw.turn(ORDINARY), draw.pick(SHAPES), draw.pick(EPS))


def narrow_inference(draw: Draw) -> Args:
    """A variance so small that the default of eps shows; eps is left out."""
    X, gamma, beta, mean, var = _inference(draw, NARROW, draw.pick(SHAPES))
    return X, gamma, beta, mean * 2.0**-10, var * 2.0**-18


def inference_at_the_edge(draw: Draw) -> Args:
    """A single row or column, as many of both, a variance of 0, integers."""
    X, gamma, beta, mean, var, eps = _inference(
        draw, draw.turn((INTEGER, QUARTERS)), draw.pick(ROWS_AT_THE_EDGE), draw.pick(EPS)
    )
    return X, gamma, beta, mean, draw.pick((var, np.zeros_like(var))), eps


def _inference(draw: Draw, regime: Regime, shape: tuple[int, int], *eps: float) -> Args:
    X, gamma, beta, *_ = _batch(draw, regime, shape)
    mean, var = table(draw, QUARTERS, shape[1]), np.abs(table(draw, QUARTERS, shape[1]))
    return X, gamma, beta, mean, var, *eps
