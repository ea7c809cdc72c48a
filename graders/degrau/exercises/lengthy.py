"""Long inputs for a single call: what stops after so many steps, rows or pixels, or counts them in a byte, shows."""

import numpy as np

from ..plain.numbers import Array

# More than one byte counts, and so few that an answer may call itself at each step.
MANY = 260
SEVERAL = 130
# In each direction of a square: more does not fit into a question where a right function stands in for another.
SQUARE = 80


def many(*shape: int) -> Array:
    """Small whole numbers, in more rows and columns than one might think are enough."""
    place = np.arange(int(np.prod(shape)))
    return np.asarray((3 * place * place + 7 * place) % 19 - 9.0).reshape(shape)


def varied(*shape: int, unit: float = 0.25) -> Array:
    """Short numbers of both signs, neighbours all different."""
    return (np.arange(np.prod(shape, dtype=int)) * 7 % 11 - 5).reshape(shape) * unit


def entries(count: int = 1) -> tuple[Array, ...]:
    """Arrays of many numbers of both signs, none of which is 0, in no order; as many arrays as asked for."""
    return tuple(np.roll(varied(MANY), 3 * place) + 0.125 for place in range(count))


def texts(length: int, words: int) -> Array:
    """So many words, of which each comes again and again."""
    return np.arange(length) * 7 % words
