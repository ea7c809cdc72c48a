"""Designed inputs for 08_rnn: sequences, states and weights; gradients that are long or short; gates open and shut.

T steps, d inputs, m units, k classes: all different in ordinary inputs, or a transpose would hide. Sums stay within
about 3, where 1 − tanh² keeps its digits in float32 too.
"""

import numpy as np

from ...judging.draw import Args, Draw
from ...plain.numbers import Array
from ..inputs import DECIMAL, INTEGER, QUARTERS, WHOLE, Regime, table

WEIGHTS = Regime("weights", 0.125, 6)
STATES = Regime("states", 2.0**-6, 60)
FAR = Regime("far", 100.0, 100)
ORDINARY = (QUARTERS, WHOLE, DECIMAL)

SHAPES = ((3, 2, 4, 5), (4, 3, 2, 5), (2, 4, 3, 5), (5, 2, 3, 4), (3, 4, 2, 6), (6, 3, 4, 2))
EDGES = ((1, 2, 3, 4), (1, 1, 1, 1), (2, 1, 1, 3), (3, 3, 3, 3), (1, 3, 1, 2), (4, 1, 2, 1), (12, 2, 3, 2))
LONG = ((60, 3), (12, 9), (9, 1))
FORMS = ((3,), (2, 3), (4,), (3, 2), (2, 2, 3), (5,))


def step(draw: Draw) -> tuple[Array, ...]:
    """x, h and the weights of a network."""
    X, h, *weights = _network(draw, draw.turn(ORDINARY), *draw.pick(SHAPES))
    return (X[0], h, *weights)


def step_at_the_edge(draw: Draw) -> tuple[Array, ...]:
    """One input, unit or class, all of one size, or an x of integers."""
    X, h, *weights = _network(draw, draw.turn((INTEGER, QUARTERS)), *draw.pick(EDGES))
    return (X[0], h, *weights)


def far_step(draw: Draw) -> tuple[Array, ...]:
    """Logits of up to some ±1e4, sums that saturate the units."""
    X, h, *weights = _far(draw, draw.pick(SHAPES))
    return (X[0], h, *weights)


def sequence(draw: Draw) -> tuple[Array, ...]:
    """X, h0 and the weights of a network."""
    return _network(draw, draw.turn(ORDINARY), *draw.pick(SHAPES))


def sequence_at_the_edge(draw: Draw) -> tuple[Array, ...]:
    """One step, one input, unit or class, all of one size, twelve steps, or integers."""
    return _network(draw, draw.turn((INTEGER, QUARTERS)), *draw.pick(EDGES))


def far_sequence(draw: Draw) -> tuple[Array, ...]:
    return _far(draw, draw.pick(SHAPES))


def _network(draw: Draw, regime: Regime, T: int, d: int, m: int, k: int) -> tuple[Array, ...]:
    """X, h0, Wx, Wh, bh, Wy, by."""
    return (regime.array(draw, T, d), STATES.array(draw, m), *_weights(draw, d, m, k))


def _weights(draw: Draw, d: int, m: int, k: int) -> tuple[Array, ...]:
    shapes = ((m, d), (m, m), (m,), (k, m), (k,))
    return tuple(table(draw, WEIGHTS, *shape) for shape in shapes)


def _far(draw: Draw, shape: tuple[int, int, int, int]) -> tuple[Array, ...]:
    """Units that are saturated, so far that e^z overflows; logits that are far apart, or far from step to step."""
    X, h0, Wx, Wh, bh, Wy, _by = _network(draw, draw.turn((WHOLE, QUARTERS)), *shape)
    return X * draw.pick((100, 10000)), h0, Wx, Wh, bh, Wy * draw.pick((1, 1000)), FAR.array(draw, len(Wy))


def states(draw: Draw) -> tuple[Array, Array]:
    """The states H of a sequence, and Wh."""
    T, _d, m, _k = draw.pick(SHAPES)
    return STATES.array(draw, T, m), table(draw, WEIGHTS, m, m)


def states_at_the_edge(draw: Draw) -> tuple[Array, Array]:
    """One step, one unit, as many steps as units, twelve steps, units that are saturated, or nothing that fades."""
    T, m = draw.turn(((1, 3), (2, 1), (1, 1), (3, 3), (12, 2), (4, 3), draw.pick(LONG)))
    if (T, m) in LONG:
        # States of 0, and weights that exchange them: the first step counts as much as the last.
        return np.zeros((T, m)), np.roll(np.diag([-1.0] * (m - 1) + [draw.pick((0.875, 1.125))]), 1, axis=0)
    H = STATES.array(draw, T, m)
    return (np.sign(H) if draw.integer(0, 3) == 3 else H), table(draw, WEIGHTS, m, m)


def measured_states(draw: Draw) -> tuple[Array, ...]:
    """X, h0, Wx, Wh, bh for numerical derivatives."""
    X, h0, Wx, Wh, bh, _Wy, _by = _network(draw, QUARTERS, *draw.pick(SHAPES[:4]))
    return X, h0, Wx, Wh, bh


def arriving(draw: Draw) -> tuple[Array, ...]:
    """X, H, h0, Wx, Wh, Wy, dO."""
    return _arriving(draw, draw.turn(ORDINARY), draw.pick(SHAPES))


def arriving_at_the_edge(draw: Draw) -> tuple[Array, ...]:
    """The edges of a sequence, units that are saturated, or a gradient that arrives at the last step alone."""
    X, H, *rest, dO = _arriving(draw, draw.turn((INTEGER, QUARTERS)), draw.pick(EDGES))
    if draw.integer(0, 2) == 2:
        dO[:-1] = 0.0
    return (X, draw.pick((H, H, H, np.sign(H))), *rest, dO)


def _arriving(draw: Draw, regime: Regime, shape: tuple[int, int, int, int]) -> tuple[Array, ...]:
    T, _d, m, k = shape
    X, h0, Wx, Wh, _bh, Wy, _by = _network(draw, regime, *shape)
    return X, STATES.array(draw, T, m), h0, Wx, Wh, Wy, QUARTERS.array(draw, T, k)


def measured(draw: Draw) -> tuple[Array, ...]:
    """X, h0, Wx, Wh, bh, Wy, by, dO for numerical derivatives."""
    shape = draw.pick(SHAPES[:4])
    return (*_network(draw, QUARTERS, *shape), QUARTERS.array(draw, shape[0], shape[3]))


def long_gradient(draw: Draw) -> tuple[Array, float]:
    """A gradient of a norm that is clearly larger than allowed."""
    g = _gradient(draw, draw.turn((QUARTERS, WHOLE, DECIMAL, FAR)), draw.pick(FORMS))
    return g, draw.pick((0.5, 0.25, 0.1, 0.99)) * float(np.linalg.norm(g))


def short_gradient(draw: Draw) -> tuple[Array, float]:
    """A gradient of a norm that is allowed, with entries or their sum larger than that now and then."""
    g = _gradient(draw, draw.turn((QUARTERS, WHOLE, DECIMAL)), draw.pick(FORMS))
    return g, draw.pick((1.25, 2.0, 1.05, 10.0)) * float(np.linalg.norm(g))


def gradient_at_the_edge(draw: Draw) -> tuple[Array, float]:
    """Zeros, a single number, a norm that is just as large as allowed, a bound that is an integer."""
    zeros = np.zeros(draw.pick(((3,), (2, 3), (1,), (2, 1))))
    single = np.array([draw.pick((-1.0, 1.0)) * draw.integer(1, 12) / 4])
    just = np.array([3.0, -4.0]) * draw.pick((1.0, 0.5, 2.0))
    g = draw.turn((zeros, single, just, np.array([[6.0, 0.0], [-8.0, 0.0]])))
    whole = draw.pick((1, 2, 5, 10))
    return g, float(np.linalg.norm(g)) if g is just else draw.pick((0.5, whole))


def _gradient(draw: Draw, regime: Regime, shape: tuple[int, ...]) -> Array:
    """Numbers of both signs, none of them all 0."""
    g = regime.array(draw, *shape)
    g.flat[0] = regime.unit * regime.most
    return g


def gates(draw: Draw) -> tuple[Array, ...]:
    """x, h, c, Wx, Wh, b of an LSTM."""
    _T, d, m, _k = draw.pick(SHAPES)
    return _gates(draw, draw.turn(ORDINARY), d, m)


def gates_at_the_edge(draw: Draw) -> tuple[Array, ...]:
    """One input, one unit, both alike, or an x of integers."""
    return _gates(draw, draw.turn((INTEGER, QUARTERS)), *draw.pick(((1, 1), (2, 1), (1, 2), (3, 3), (4, 1))))


def far_gates(draw: Draw) -> tuple[Array, ...]:
    """Gates that are open or shut for good: sums of up to some ±1e4; and a cell that holds large numbers."""
    _T, d, m, _k = draw.pick(SHAPES)
    x, h, c, Wx, Wh, _b = _gates(draw, draw.turn((WHOLE, QUARTERS)), d, m)
    return x, h, c * draw.pick((1, 16, 1000)), Wx, Wh, FAR.array(draw, 4 * m)


def _gates(draw: Draw, regime: Regime, d: int, m: int) -> Args:
    shapes = ((4 * m, d), (4 * m, m), (4 * m,))
    rest = tuple(table(draw, WEIGHTS, *shape) for shape in shapes)
    return (regime.array(draw, d), STATES.array(draw, m), QUARTERS.array(draw, m), *rest)
