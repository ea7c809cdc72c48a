"""Designed inputs for 03_activations: x, and alpha after it where the function takes one; scores; layers in a stack."""

from itertools import pairwise

import numpy as np

from ...judging.draw import Args, Draw, Inputs
from ...plain.numbers import Array
from ..inputs import DECIMAL, FINE, INTEGER, QUARTERS, WHOLE, Regime
from ..numbers import array_off_zero, integers, number_off_zero, saturated, zeros

# What follows x in a call: alpha, or nothing where its default is asked for.
LEAKS: tuple[Args, ...] = ((0.5,), (0.25,), (0.0,), (0.1,), (0.75,), (0.01,), (0,), (0.99,))
BETWEEN: tuple[Args, ...] = ((0.5,), (0.25,), (0.0,), (0.1,), (0.75,), (0,), (1,))
STEEP: tuple[Args, ...] = ((2.0,), (-1.0,), (-0.5,), (1.5,), (3,), (-2,), (-0.1,), (10.0,))
LEARNED = BETWEEN + STEEP
DEPTHS: tuple[Args, ...] = ((2.0,), (0.5,), (1.0,), (0.1,), (1.5,), (3,), (0.75,))
# Not asked at ±1e4: an exponential that overflows there, its warning silenced, would give 0·∞.
NO_DEPTH: tuple[Args, ...] = ((0.0,),)
DEFAULT: tuple[Args, ...] = ((),)


def edges(draw: Draw) -> Args:
    """Zeros, integers, and numbers of up to ±1e4."""
    return draw.turn((integers, saturated, zeros))(draw)


def mild_number(draw: Draw) -> Args:
    """A float, ⅛ ≤ |x| ≤ 3."""
    return (draw.pick((1, -1)) * draw.integer(2, 48) / 16,)


def followed(inputs: Inputs, alphas: tuple[Args, ...]) -> Inputs:
    """The builder of x, as `inputs` makes it, followed by one of `alphas`."""

    def build(draw: Draw) -> Args:
        return (*inputs(draw), *draw.pick(alphas))

    return build


LEAKY_NUMBER = followed(number_off_zero, LEAKS)
LEAKY_ARRAY = followed(array_off_zero, LEAKS)
LEAKY_EDGES = followed(edges, DEFAULT + LEAKS)
LEARNED_ARRAY = followed(array_off_zero, STEEP + BETWEEN)
LEARNED_EDGES = followed(edges, LEARNED)
ELU_NUMBER = followed(number_off_zero, DEPTHS + NO_DEPTH)
ELU_ARRAY = followed(array_off_zero, DEPTHS + NO_DEPTH)

SCORES = (WHOLE, QUARTERS, DECIMAL, FINE)
# Logits as large as an untrained network may give.
FAR = Regime("far", 10.0, 1000)
COTANGENT = (1.0, -1.0, 0.5, 2.0, -1.5, 0.75)


def scores(draw: Draw) -> tuple[Array]:
    """A vector of scores."""
    return (draw.turn(SCORES).array(draw, draw.pick((3, 2, 4, 5, 7))),)


def tables_of_scores(draw: Draw) -> tuple[Array]:
    """Scores in rows, also of deeper arrays, and square ones."""
    shape = draw.pick(((2, 3), (3, 2), (3, 3), (1, 4), (4, 1), (2, 3, 4), (2, 1, 3), (5, 2)))
    return (draw.turn(SCORES).array(draw, *shape),)


def scores_at_the_edge(draw: Draw) -> tuple[Array]:
    """A single score, equal ones, or integers."""
    regime, k = draw.turn((INTEGER, QUARTERS, INTEGER)), draw.pick((1, 2, 3, 5))
    z = regime.array(draw, k)
    return (draw.pick((z, np.full_like(z, z[0]))),)


def far_scores(draw: Draw) -> tuple[Array]:
    """Scores of up to ±1e4, in a vector or in rows."""
    return (FAR.array(draw, *draw.pick(((3,), (2,), (2, 3), (1,), (5,), (3, 2)))),)


def mild_scores(draw: Draw) -> tuple[Array, Array]:
    """Scores of ordinary size, and a cotangent."""
    k = draw.pick((3, 2, 4, 5))
    return DECIMAL.array(draw, k), np.array([draw.pick(COTANGENT) for _i in range(k)])


def stack(draw: Draw) -> tuple[list[Array], list[Array]]:
    """The weights and biases of two or three layers, the first one's inputs first."""
    return _stack(
        draw,
        draw.turn((WHOLE, QUARTERS, DECIMAL)),
        draw.pick(((2, 3, 1), (2, 2, 2), (3, 1, 2, 4), (4, 3, 2), (2, 3, 4), (3, 2, 3))),
    )


def stack_at_the_edge(draw: Draw) -> tuple[list[Array], list[Array]]:
    """A single layer, four layers, layers of one unit, or integers."""
    sizes = draw.pick(((3, 2), (1, 1), (2, 3, 1, 2, 3), (1, 1, 1), (2, 4), (3, 3, 3)))
    return _stack(draw, draw.turn((INTEGER, QUARTERS)), sizes)


def _stack(draw: Draw, regime: Regime, sizes: tuple[int, ...]) -> tuple[list[Array], list[Array]]:
    pairs = list(pairwise(sizes))
    return [regime.array(draw, b, a) for a, b in pairs], [regime.array(draw, b) for _, b in pairs]


# Scores whose exponentials overflow, or all vanish.
FAR_SCORES: tuple[Args, ...] = (
    (np.array([1e4, -1e4, 0.0]),),
    (np.array([-1e4, -9999.0, -9998.5]),),
    (np.array([1000, 1001, 1002]),),
    (np.array([-800.0, -800.0]),),
    (np.array([720, -5, 718, 3]),),
)
# Stacks in whose product integers overflow, and matrices of which only one is made of integers.
LARGE_STACKS: tuple[Args, ...] = (
    ([np.full((3, 3), 1000)] * 7, [np.full(3, 1000)] * 7),
    (
        [np.array([[999, -1000]]), np.array([[1000], [-7]]), np.array([[-1000, 999]]), np.array([[1000], [3]])] * 2,
        [np.array([1]), np.array([-1000, 5]), np.array([1000]), np.array([0, 1])] * 2,
    ),
    ([np.array([[0.5, -1.25]]), np.array([[2], [-3]])], [np.array([1]), np.array([0.25, -0.75])]),
    ([np.array([[1, -2]]), np.array([[0.5], [0.125]])], [np.array([0.5]), np.array([1, 2])]),
)
