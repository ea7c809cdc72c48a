"""Designed inputs for neurons: examples X (n, d), weights w (d,), a bias b, labels or targets y (n,).

Numbers come in regimes of magnitude. They are integers times powers of two, so that sums are exact in any order and in
float32 too, and a decision at w·x + b = 0 is the same for every right answer; only `decimal` and `wide` are not.
Ordinary inputs keep n ≠ d, or a transpose would hide; edges have one example, one feature, or integers.
"""

from dataclasses import dataclass

import numpy as np

from ..judging.draw import Draw
from ..plain.numbers import Array


@dataclass(frozen=True)
class Regime:
    """Entries are k·unit with |k| ≤ most, of the given dtype."""

    name: str
    unit: float
    most: int
    weight_unit: float = 1.0
    dtype: type = float

    def array(self, draw: Draw, *shape: int) -> Array:
        return self._entries(draw, shape, self.unit)

    def weights(self, draw: Draw, d: int) -> Array:
        return self._entries(draw, (d,), self.weight_unit)

    def bias(self, draw: Draw) -> float:
        """A bias of the size of w·x, and a multiple of its smallest step."""
        return draw.integer(-self.most, self.most) * self.unit * max(1.0, self.weight_unit)

    def _entries(self, draw: Draw, shape: tuple[int, ...], unit: float) -> Array:
        entries = [draw.integer(-self.most, self.most) for _i in range(int(np.prod(shape)))]
        return np.asarray(np.array(entries, dtype=np.int64).reshape(shape) * unit).astype(self.dtype)


def table(draw: Draw, regime: Regime, *shape: int) -> Array:
    """An array of a regime's numbers, all by one choice: what makes examples smaller tries sizes, not each number."""
    rng = np.random.default_rng(draw.integer(0, 9999))
    whole = rng.integers(-regime.most, regime.most, shape, endpoint=True)
    return np.asarray(whole * regime.unit).astype(regime.dtype)


WHOLE = Regime("whole", 1.0, 3)
INTEGER = Regime("integer", 1.0, 9, dtype=np.int64)
QUARTERS = Regime("quarters", 0.25, 12, 0.25)
FINE = Regime("fine", 2.0**-6, 192, 2.0**-6)
LARGE = Regime("large", 16.0, 192, 0.25)
EIGHTS = Regime("eights", 8.0, 12, 0.25)
SMALL = Regime("small", 2.0**-10, 192, 0.25)
MINUTE = Regime("minute", 2.0**-20, 192, 0.25)
TINY = Regime("tiny", 2.0**-60, 192, 0.25)
DECIMAL = Regime("decimal", 0.001, 3000, 0.001)
WIDE = Regime("wide", 0.01, 1200, 0.1)

EXACT = (WHOLE, QUARTERS, FINE, LARGE, TINY)
REAL = (WHOLE, QUARTERS, FINE, LARGE, SMALL, MINUTE, DECIMAL, WIDE)
SIZES = ((2, 1), (3, 1), (2, 3), (3, 2), (5, 2), (2, 5), (7, 3), (5, 7))
EDGES = ((1, 1), (1, 3), (1, 2), (3, 1), (1, 5), (2, 2))


def not_zero(draw: Draw, low: int, high: int) -> int:
    """An integer between `low` and `high` that is not 0."""
    return draw.integer(low, high) or 1


def label(draw: Draw) -> int:
    return draw.integer(0, 1)


def labels(draw: Draw, n: int) -> Array:
    """Labels 0/1, as floats or as integers."""
    return np.array([label(draw) for _i in range(n)], dtype=draw.pick((float, int)))


def neuron(draw: Draw) -> tuple[Array, Array, float]:
    """X, w and b with no example on the decision line."""
    regime = draw.turn(EXACT)
    n, d = draw.pick(SIZES)
    return _off_the_line(regime.array(draw, n, d), regime.weights(draw, d), regime.bias(draw), regime)


def neuron_at_the_edge(draw: Draw) -> tuple[Array, Array, float]:
    """One example, one feature, or integers; none on the decision line."""
    regime = draw.turn((INTEGER, QUARTERS, INTEGER, WHOLE))
    n, d = draw.pick(SIZES if regime is INTEGER else EDGES)
    return _off_the_line(regime.array(draw, n, d), regime.weights(draw, d), regime.bias(draw), regime)


def neuron_on_the_line(draw: Draw) -> tuple[Array, Array, float]:
    """X, w and b with at least one example exactly on the decision line, w·x + b = 0."""
    X, w, _ = neuron(draw)
    return X, w, -float(X[draw.integer(0, len(X) - 1)] @ w)


def _off_the_line(X: Array, w: Array, b: float, regime: Regime) -> tuple[Array, Array, float]:
    step = regime.unit * min(1.0, regime.weight_unit) / 2
    return (X, w, b) if np.all(X @ w + b != 0) else (X, w, float(b + step))


def regression(draw: Draw) -> tuple[Array, Array, Array, float]:
    """X, real targets y, w and b."""
    return _regression(draw, draw.turn(REAL), draw.pick(SIZES))


def regression_at_the_edge(draw: Draw) -> tuple[Array, Array, Array, float]:
    """One example, one feature, integers, or rows that are all equal."""
    regime = draw.turn((INTEGER, QUARTERS, DECIMAL, INTEGER))
    X, y, w, b = _regression(draw, regime, draw.pick(SIZES if regime is INTEGER else EDGES))
    return (np.repeat(X[:1], len(X), axis=0) if draw.integer(0, 3) == 3 else X), y, w, b + 0.5


def mild_regression(draw: Draw) -> tuple[Array, Array, Array, float]:
    """Numbers of ordinary size, for numerical derivatives."""
    return _regression(draw, draw.turn((WHOLE, QUARTERS, DECIMAL)), draw.pick(SIZES))


def _regression(draw: Draw, regime: Regime, size: tuple[int, int]) -> tuple[Array, Array, Array, float]:
    n, d = size
    return regime.array(draw, n, d), regime.array(draw, n), regime.weights(draw, d), regime.bias(draw)
