"""Designed inputs for 07_optimizers: rates and epochs, weights and their price, numbers to drop."""

import numpy as np

from ...judging.draw import Draw
from ...plain.call import Source, generator
from ...plain.numbers import Array
from ..inputs import DECIMAL, INTEGER, MINUTE, QUARTERS, WHOLE

RATES = (0.5, 0.1, 1.0, 0.25, 0.003)
MANY = (60, 120)
CHANCES = (0.5, 0.25, 0.75, 0.2, 0.9)


def in_steps(draw: Draw) -> tuple[float, float, int, int]:
    """An epoch anywhere within a step of the rate."""
    every = draw.pick((2, 3, 10, 1, 7))
    return draw.pick(RATES), draw.pick((0.5, 0.1, 0.9, 0.75)), every, draw.integer(0, 6) * every + draw.integer(1, 30)


def at_the_boundary(draw: Draw) -> tuple[float | int, float | int, int, int]:
    """The first or the last epoch of a step, epoch 0, a rate that never drops, integers."""
    every = draw.pick((3, 4, 5, 10))
    epoch = draw.pick((0, every, 2 * every, every - 1, 2 * every - 1, 3 * every))
    return draw.pick((0.5, 1, 0.1)), draw.pick((0.5, 0.25, 0.1, 1)), every, epoch


def smoothly(draw: Draw) -> tuple[float, float, int]:
    """A rate, how fast it falls, and an epoch."""
    return draw.pick(RATES), draw.pick((0.5, 0.25, 0.1, 0.01, 1.0, 2.0)), draw.integer(1, 9)


def smoothly_at_the_edge(draw: Draw) -> tuple[float | int, float | int, int]:
    """Epoch 0, a rate that does not fall, integers."""
    lr, k = draw.pick((0.5, 1, 0.1)), draw.pick((0.5, 1, 0, 0.01))
    return lr, k, draw.pick((0, 1, 3, 50))


def weights(draw: Draw) -> tuple[Array, float, int]:
    """A layer's weights, none of them zero, a price, and a number of examples."""
    regime = draw.turn((WHOLE, QUARTERS, DECIMAL, MINUTE))
    W = regime.array(draw, *draw.pick(((2, 3), (3, 2), (1, 3), (2, 2), (5, 3))))
    return np.where(W == 0, 0.75, W), draw.pick((0.5, 0.25, 2.0, 0.137, 0.003)), draw.pick((3, 2, 8, 10, 50))


def weights_at_the_edge(draw: Draw) -> tuple[Array, float | int, int]:
    """Integers, a single weight, zeros, a single example, no price."""
    W = draw.turn((INTEGER, WHOLE)).array(draw, *draw.pick(((2, 2), (1, 1), (2, 1), (2, 3))))
    W = W * draw.pick((1, 1, 0))
    return W, draw.pick((0.5, 1, 0.1, 0.0)), draw.pick((4, 3, 1))


def small_weights(draw: Draw) -> tuple[Array, float, int]:
    """Few weights, well away from zero."""
    W = WHOLE.array(draw, *draw.pick(((1, 2), (2, 2), (2, 1))))
    return np.where(W == 0, -1.25, W), draw.pick((0.5, 2.0, 0.1)), draw.pick((3, 2, 10))


def layer(draw: Draw) -> tuple[Array, float, Source]:
    """Numbers to drop, the chance, and a generator."""
    X = draw.turn((WHOLE, QUARTERS, DECIMAL, INTEGER)).array(draw, *draw.pick(((2, 3), (3, 2), (5, 4), (1, 5), (6, 1))))
    return X, draw.pick(CHANCES), generator(draw.integer(0, 999))


def nothing_to_drop(draw: Draw) -> tuple[Array, float | int, Source]:
    """p = 0."""
    X = draw.turn((QUARTERS, INTEGER)).array(draw, *draw.pick(((2, 3), (1, 1), (4, 1), (1, 3))))
    return X, draw.pick((0.0, 0)), generator(draw.integer(0, 999))


def lottery(draw: Draw) -> tuple[Source, float, int]:
    """A small X, the chance, and the first of many seeds."""
    tables = ("np.ones((4, 5))", "np.zeros((5, 4))", "np.arange(20.0).reshape(2, 10)")
    # Of a single number all is dropped as often as nothing, of two mostly nothing; of many, with a small chance, some.
    rare = (("np.ones((1, 1))", 0.5), ("np.ones((1, 2))", 0.1), ("np.ones((19, 20))", 0.00195))
    X, p = draw.turn((*zip((*tables, *tables), CHANCES, strict=False), *rare))
    return Source(X), p, draw.integer(0, 99) * 1000


def many(draw: Draw) -> tuple[Source, float, Source]:
    """A large X, the chance, and a generator."""
    X = Source(f"np.ones({MANY})")
    return X, draw.turn((0.05, 0.25, 0.9, 0.5, 0.005)), generator(draw.integer(0, 999))


def arriving(draw: Draw) -> tuple[Array, Array]:
    """A gradient, and the mask of the way there."""
    shape = draw.pick(((2, 3), (3, 2), (5, 4), (1, 5)))
    dY = draw.turn((WHOLE, QUARTERS, DECIMAL)).array(draw, *shape)
    return np.where(dY == 0, -1.5, dY), _mask(draw, shape, draw.pick((0.5, 0.75, 0.2, 0.25)))


def arriving_at_the_edge(draw: Draw) -> tuple[Array, Array]:
    """A single number, a gradient with zeros, nothing dropped, everything dropped."""
    shape = draw.pick(((1, 1), (1, 2), (3, 1)))
    mask = _mask(draw, shape, draw.pick((0.0, 0.5)))
    return QUARTERS.array(draw, *shape), mask * draw.pick((1.0, 1.0, 0.0))


def _mask(draw: Draw, shape: tuple[int, ...], p: float) -> Array:
    kept = [draw.integer(0, 1) if p else 1 for _i in range(int(np.prod(shape)))]
    return np.array(kept).reshape(shape) / (1 - p)
