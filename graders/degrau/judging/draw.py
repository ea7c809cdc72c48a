"""Where an input's choices come from: a seeded generator, or Hypothesis, which can also shrink them.

An input builder takes a `Draw` and returns a tuple of arguments; written once, it serves both.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import numpy as np

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject

T = TypeVar("T")
Args = tuple[Any, ...]


class Draw(Protocol):
    """A source of choices. Simpler options come first, smaller integers are simpler."""

    def integer(self, low: int, high: int) -> int:
        """An integer between `low` and `high`, both included."""

    def pick(self, options: Sequence[T]) -> T:
        """One of the options."""

    def turn(self, options: Sequence[T]) -> T:
        """One of the options, each in its turn where examples are designed and not found by search."""


Inputs = Callable[[Draw], Args]


class Designed:
    """Choices of the designed example number `index`: uniform, with regimes taken in turn."""

    def __init__(self, seed: int, index: int) -> None:
        self._index = index
        self._rng = np.random.default_rng([seed, index])

    def integer(self, low: int, high: int) -> int:
        return int(self._rng.integers(low, high, endpoint=True))

    def pick(self, options: Sequence[T]) -> T:
        return options[self.integer(0, len(options) - 1)]

    def turn(self, options: Sequence[T]) -> T:
        return options[self._index % len(options)]


class Small(Designed):
    """Choices for small examples, the ones a person would try first: few rows, whole numbers near 0."""

    def integer(self, low: int, high: int) -> int:
        return super().integer(max(low, min(-2, high)), min(high, max(2, low)))

    def pick(self, options: Sequence[T]) -> T:
        return options[super().integer(0, min(len(options), 3) - 1)]

    def turn(self, options: Sequence[T]) -> T:
        return options[self._index % min(len(options), 2)]


class Found:
    """Choices made by Hypothesis."""

    def __init__(self, data: "DataObject") -> None:
        self._data = data

    def integer(self, low: int, high: int) -> int:
        # As `data.draw(integers(low, high))`, without the text that it notes of every draw: five times as fast.
        return self._data.conjecture_data.draw_integer(low, high)

    def pick(self, options: Sequence[T]) -> T:
        return options[self.integer(0, len(options) - 1)]

    turn = pick
