"""Designed inputs for 04_backpropagation: surfaces to climb, and the numbers of circuits."""

import numpy as np

from ...judging.draw import Args, Draw
from ...plain.call import Source, generator
from ...plain.numbers import Array
from ..inputs import DECIMAL, QUARTERS, REAL, WHOLE, Regime

SURFACES = (
    Source("lambda x, y: x * y"),
    Source("lambda x, y: -1 - x ** 2 - y ** 2"),
    Source("lambda x, y: x - 2 * y + 5"),
    Source("lambda x, y: np.sin(3 * x) + np.cos(2 * y)"),
    Source("lambda x, y: np.exp(-(x - 0.5) ** 2 - 4 * y ** 2)"),
    Source("lambda x, y: x ** 3 - 3 * x * y - 8"),
)
# Values far below any that a record might start from; nothing at all but −inf, in places or everywhere.
DEEP: tuple[Args, ...] = (
    (Source("lambda x, y: -1000 - x ** 2 - y"), 3, generator(1)),
    (Source("lambda x, y: -1e30 * (2 + x * y)"), 2, generator(2)),
    (Source("lambda x, y: np.where(x > 0, -5000 - y ** 2, -np.inf)"), 8, generator(3)),
    (Source("lambda x, y: 0 * x - np.inf"), 3, generator(4)),
    (Source("lambda x, y: 0 * x - np.inf"), 1, generator(5)),
)
DEEP_WALKS: tuple[Args, ...] = (
    (Source("lambda x, y: -1000 - x ** 2 - y"), 0.5, -0.25, 0.5, 5, generator(1)),
    (Source("lambda x, y: np.where(x > 0, -5000 - y ** 2, -np.inf)"), -0.25, 0.5, 1, 8, generator(2)),
    (Source("lambda x, y: 0 * x - np.inf"), 0.5, 3, 0.25, 4, generator(3)),
)
# Planes that show how far the points reach, with the value that hardly any 2,000 of them miss; steps that come after
# long without anything better, and are next to nothing, or little beside what was there before.
REACHES = (
    (Source("lambda x, y: 1e-12 * (x > 0.97)"), 0.5e-12),
    (Source("lambda x, y: 1e6 + (y < -0.97)"), 1e6 + 0.5),
    (Source("lambda x, y: x"), 0.97),
    (Source("lambda x, y: 3 - y"), 3.97),
    (Source("lambda x, y: x + y"), 1.6),
)
# Whatever is larger is better, be it by next to nothing.
GENTLE, GENTLY = Source("lambda x, y: 1e-12 * x"), 1e-12
STAIRS = Source("lambda x, y: np.floor(x / 0.9)")


def _numbers_only(number: str, *rest: str) -> Source:
    """A function of two numbers that is asked for arrays too; `number` is it, with `rest` made anew for it."""
    one = "np.vectorize(f, otypes=[float])(x, y) if np.ndim(x) or np.ndim(y) else f(x, y)"
    return Source(f"(lambda f: lambda x, y: {one})(({number})({', '.join(rest)}))")


# 0 everywhere but at the last of so many points, where it is 1. And the same for steps from 0.5, 0.25: at the six
# hundredth point that is neither the start nor the point before, for steps may go back and forth.
COUNTED = 1010
LAST = _numbers_only(
    f"lambda seen: lambda x, y: float(seen.setdefault((float(x), float(y)), len(seen)) == {COUNTED - 1})", "{}"
)
# Of the first five hundred points those on the left are better, of later ones those far to the right are better still.
ELSEWHERE = _numbers_only(
    "lambda seen: lambda x, y: float(x > 0.5) if seen.setdefault((float(x), float(y)), len(seen)) >= 500"
    " else 0.5 * (x < 0)",
    "{}",
)
LATE = _numbers_only(
    "lambda old, new: lambda x, y: (x, y) not in ((0.5, 0.25), old[-1]) and"
    " (old.append((x, y)), len(old) == 601 and new.append((x, y))) and 0.0 or float((x, y) in new)",
    "[()]",
    "[]",
)
# It rises up to a chasm that no step of 1 crosses: what comes to lie beyond came there with a longer one.
EDGE = 4.0
CHASM = Source(f"lambda x, y: x - 9 * (x >= {EDGE}) + 99 * (x > {EDGE + 1.001})")
# Planes, the coordinate in which each rises, and in which direction.
SLOPES = {
    Source("lambda x, y: x"): ("x", 1.0),
    Source("lambda x, y: -x - 1000"): ("x", -1.0),
    Source("lambda x, y: y - 1000"): ("y", 1.0),
    Source("lambda x, y: -y"): ("y", -1.0),
    Source("lambda x, y: x - y"): ("x", 1.0),
    Source("lambda x, y: y - x - 1000"): ("x", -1.0),
}
PEAKS = (
    (Source("lambda x, y: -(x - 2) ** 2 - (y + 1) ** 2"), 2.0, -1.0),
    (Source("lambda x, y: 0 * x + 0 * y"), 0.5, -0.25),
    (Source("lambda x, y: 5 - abs(x) - abs(y)"), 0.0, 0.0),
    (Source("lambda x, y: -3 + 0 * x * y"), -1.5, 3.0),
)
STARTS = (0.5, -0.25, 1.0, 0.1, -2.0, 0, 3, 0.999)
STEPS = (0.5, 0.25, 0.1, 1.0, 0.01, 2.0)
MILD = (WHOLE, QUARTERS, DECIMAL)
LONG = 400


def search(draw: Draw) -> tuple[Source, int, Source]:
    """f, the number of tries, and a generator."""
    return draw.turn(SURFACES), draw.pick((2, 1, 5, 20, 3)), generator(draw.integer(0, 10**6))


def race(draw: Draw) -> tuple[Source, int, Source]:
    """A plane that rises in one direction, the number of tries, and a generator."""
    planes = (Source("lambda x, y: x"), Source("lambda x, y: y - 3"))
    return draw.turn(planes), draw.turn((2, 30)), generator(draw.integer(1000, 10**6))


def single_try(draw: Draw) -> tuple[Source, int, Source]:
    """A single try, which is the best whatever f is."""
    return Source("lambda x, y: x"), 1, generator(draw.integer(1000, 10**6))


def walk(draw: Draw) -> tuple[Source, float, float, float, int, Source]:
    """f, a start inside the square or outside, the step, the number of tries, and a generator."""
    f, seed = draw.turn(SURFACES), generator(draw.integer(0, 10**6))
    return f, draw.pick(STARTS), draw.pick(STARTS), draw.pick(STEPS), draw.pick((1, 2, 5, 20, 3)), seed


def walk_from_the_top(draw: Draw) -> tuple[Source, float, float, float, int, Source]:
    """A start that nothing is better than, or no tries at all."""
    if draw.integer(0, 3) == 3:
        f, x, y, step, _, rng = walk(draw)
        return f, x, y, step, 0, rng
    f, x, y = draw.turn(PEAKS)
    return f, x, y, draw.pick(STEPS), draw.pick((1, 3, 10, 0)), generator(draw.integer(0, 10**6))


def hillside(draw: Draw) -> tuple[Source, float, float, float, int, Source]:
    """A plane, a start, a step, and enough tries to get far."""
    f, seed = draw.turn(tuple(SLOPES)), generator(draw.integer(1000, 10**6))
    return f, draw.pick(STARTS), draw.pick(STARTS), draw.pick(STEPS), LONG, seed


def pair(draw: Draw) -> tuple[float, float]:
    """x and y."""
    x, y = _numbers(draw, draw.turn(REAL), 2)
    return x, y


def pair_at_the_edge(draw: Draw) -> tuple[float, float]:
    """x and y that are integers, or zero."""
    x, y = draw.integer(-9, 9), draw.integer(-9, 9)
    return draw.turn(((x, y), (0.0, y / 4), (x / 4, 0.0), (x, y / 4)))


def mild_pair(draw: Draw) -> tuple[float, float]:
    """x and y of ordinary size, for numerical derivatives."""
    x, y = _numbers(draw, draw.turn(MILD), 2)
    return x, y


def pair_and_step(draw: Draw) -> tuple[float, float, float]:
    """x, y and a step."""
    return *pair(draw), draw.pick(STEPS)


def pair_and_step_at_the_edge(draw: Draw) -> tuple[float, float, float]:
    """The same with integers, or zeros."""
    return *pair_at_the_edge(draw), draw.pick((0.5, 0.1, 1, 0.25))


def triple(draw: Draw) -> tuple[float, float, float]:
    """x, y and z."""
    x, y, z = _numbers(draw, draw.turn(REAL), 3)
    return x, y, z


def triple_at_the_edge(draw: Draw) -> tuple[float, float, float]:
    """x, y and z that are integers, or where x + y or z is 0."""
    x, y, z = (draw.integer(-9, 9) for _i in range(3))
    return draw.turn(((x, y, z), (x / 4, -x / 4, float(z)), (x / 2, float(y), 0.0), (x, y, z / 2)))


def mild_triple(draw: Draw) -> tuple[float, float, float]:
    """x, y and z of ordinary size, for numerical derivatives."""
    x, y, z = _numbers(draw, draw.turn(MILD), 3)
    return x, y, z


def neuron(draw: Draw) -> tuple[Array, Array]:
    """w and x of a neuron that is not saturated: |z| stays below 14."""
    return _neuron(draw, draw.turn((QUARTERS, DECIMAL, WHOLE, Regime("sixteenths", 2.0**-4, 40, 2.0**-4))))


def neuron_at_the_edge(draw: Draw) -> tuple[Array, Array]:
    """Integers, zero weights, or zero inputs."""
    w, x = _neuron(draw, draw.turn((Regime("few", 1.0, 2, dtype=int), WHOLE, QUARTERS)))
    return draw.pick(((w, x), (w * 0, x), (w, x * 0)))


def mild_neuron(draw: Draw) -> tuple[Array, Array]:
    """w and x of ordinary size, for numerical derivatives."""
    return _neuron(draw, draw.turn((QUARTERS, DECIMAL)))


def _numbers(draw: Draw, regime: Regime, n: int) -> list[float]:
    numbers: list[float] = regime.array(draw, n).tolist()
    return numbers


def _neuron(draw: Draw, regime: Regime) -> tuple[Array, Array]:
    w, x = regime.weights(draw, 3), regime.array(draw, 2)
    while abs(w[:2] @ x + w[2]) > 14:
        x = x / 2
    return w, x


# Integers beside fractions, and neurons that are nearly certain.
NEURONS: tuple[Args, ...] = (
    (np.array([1, -2, 1]), np.array([0.5, 0.25])),
    (np.array([2, 1, -1]), np.array([-0.25, 1.75])),
    (np.array([0.5, -0.25, 0.125]), np.array([3, -2])),
    (np.array([1, 0, 2]), np.array([1, 5])),
    (np.array([-3.0, -2.5, 0.5]), np.array([3.0, 2.0])),
    (np.array([3.0, -2.0, 1.0]), np.array([5.0, 1.0])),
    (np.array([4, 3, -2]), np.array([-2, -1])),
    (np.array([3.0, -2.0, 0.25]), np.array([5.0, 1.5])),
)
