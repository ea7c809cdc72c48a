"""What attention is asked with: masks, in which every row may look somewhere, numbers of heads, and their scores."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..judging.domain import Choice, Illegal, Making, Traits
from ..plain.numbers import Array


def some(rng: np.random.Generator, rows: int, columns: int) -> Array:
    """Without a pattern."""
    mask = rng.random((rows, columns)) < 0.5
    mask[np.arange(rows), rng.integers(columns, size=rows)] = True
    return mask


def everywhere(rng: np.random.Generator, rows: int, columns: int) -> Array:
    return np.ones((rows, columns), dtype=bool)


def earlier(rng: np.random.Generator, rows: int, columns: int) -> Array:
    return np.asarray(np.tri(rows, columns, dtype=bool))


def single(rng: np.random.Generator, rows: int, columns: int) -> Array:
    """Every row may look at one place only."""
    return np.asarray(np.eye(columns, dtype=bool)[rng.integers(columns, size=rows)])


MASKS: Mapping[str, Callable[[np.random.Generator, int, int], Array]] = {
    "some": some,
    "everywhere": everywhere,
    "earlier": earlier,
    "single": single,
}


# In how many heads columns are divided; "d": each is a head.
HEADS = ("1", "2", "3-5", "6-13", "d")


def masked(mask: Array) -> Traits:
    """Of which kind a mask is: none is without a pattern that has one."""
    tests = {
        "everywhere": bool(mask.all()),
        "earlier": mask.size > 1 and np.array_equal(mask, np.tri(*mask.shape, dtype=bool)),
        "single": mask.shape[1] > 1 and bool((mask.sum(axis=1) == 1).all()),
    }
    found = [name for name, holds in tests.items() if holds] or ["some"]
    return {f"mask={name}": True for name in found}


@dataclass(frozen=True)
class Mask:
    """A mask in the domain of a function."""

    shape: tuple[str | int, ...]
    name: str = "mask"

    @cached_property
    def choices(self) -> Mapping[str, Choice]:
        return {self.name: Choice(tuple(MASKS), ("some",))}

    def make(self, making: Making) -> Array:
        rows, columns = making.lengths(self.shape)
        return MASKS[making.chosen[self.name]](making.rng, rows, columns)

    def traits(self, value: Array) -> Traits:
        return masked(value)


def scores(Q: Array, K: Array) -> Array:
    return np.asarray(Q.astype(float) @ K.T / np.sqrt(Q.shape[1]))


def head_scores(X: Array, Wq: Array, Wk: Array, heads: int) -> Array:
    """The scores of all heads, one below the other."""
    parts = (np.split(X @ W.T, heads, axis=1) for W in (Wq, Wk))
    return np.vstack([scores(Q, K) for Q, K in zip(*parts, strict=True)])


def divided(making: Making, d: int) -> int:
    """A number of heads that divides the columns."""
    low, high = {"1": (1, 1), "2": (2, 2), "3-5": (3, 5), "6-13": (6, 13), "d": (max(d, 2), d)}[making.chosen["heads"]]
    options = [heads for heads in range(low, high + 1) if d % heads == 0]
    if not options:
        raise Illegal("no such heads")
    return int(making.rng.choice(options))


def of_heads(heads: int, d: int) -> Traits:
    tests = {"1": heads == 1, "2": heads == 2, "3-5": 3 <= heads <= 5, "6-13": heads > 5, "d": heads == d > 1}
    return {f"heads={name}": True for name, holds in tests.items() if holds}
