"""Numerical derivatives good to about 1e-11, with an honest estimate of their own error.

Ridders' method: central differences on a ladder of steps h, h/1.6, h/1.6², …, extrapolated to h = 0 by Neville's
scheme; the entry of the table with the smallest error estimate is taken. C. J. F. Ridders, Advances in Engineering
Software 4 (1982) 75–76.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from ..plain.numbers import Array

RUNGS, SHRINK = 9, 1.6


def derivative(f: Callable[[float], float], x: float) -> tuple[float, float]:
    """f′(x) and an estimate of its error; f must be smooth within 0.05·max(1, |x|) of x.

    >>> slope, error = derivative(lambda x: x**3, 2.0)
    >>> abs(slope - 12.0) < 1e-9
    True
    """
    step = 0.05 * max(1.0, abs(x))
    table = np.zeros((RUNGS, RUNGS))
    best, error = np.nan, np.inf
    for i in range(RUNGS):
        h = step / SHRINK**i
        table[i, 0] = (f(x + h) - f(x - h)) / (2 * h)
        for j in range(1, i + 1):
            factor = SHRINK ** (2 * j)
            table[i, j] = (factor * table[i, j - 1] - table[i - 1, j - 1]) / (factor - 1)
            estimate = max(abs(table[i, j] - table[i, j - 1]), abs(table[i, j] - table[i - 1, j - 1]))
            if estimate < error:
                best, error = float(table[i, j]), float(estimate)
    return best, error


def gradient(f: Callable[..., float], args: tuple[Any, ...], parameter: int) -> tuple[Array, Array]:
    """The derivative of `f(*args)` by every entry of argument number `parameter`, and its error estimates."""
    at = np.asarray(args[parameter], dtype=np.float64)
    slopes, errors = np.empty_like(at), np.empty_like(at)
    for index in np.ndindex(at.shape):

        def along(x: float, index: tuple[int, ...] = index) -> float:
            return f(*_moved(args, parameter, at, index, x))

        slopes[index], errors[index] = derivative(along, float(at[index]))
    return slopes, errors


def _moved(args: tuple[Any, ...], parameter: int, at: Array, index: tuple[int, ...], x: float) -> tuple[Any, ...]:
    moved = at.copy()
    moved[index] = x
    return (*args[:parameter], moved if moved.ndim else float(moved), *args[parameter + 1 :])
