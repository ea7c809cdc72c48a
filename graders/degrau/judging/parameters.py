"""The arguments of a domain that are one thing each: a number, a count, labels, a text, a generator."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from ..plain.call import Source, generator
from .arguments import ORDINARY, kind_of
from .domain import (
    BANDS,
    LEFT_OUT,
    LIMITS,
    MOST_WHOLE,
    Choice,
    Illegal,
    Making,
    Options,
    Traits,
    band,
    large,
    only,
    size_name,
    within,
)

COUNTS = {"0": (0, 0), "1": (1, 1), "2-12": (2, 12), "13-100": (13, 40), "101-1000": (101, 300), "> 1000": (1001, 3000)}


@dataclass(frozen=True)
class Number:
    """A lone number: a parameter, a bias. `values` are special ones, as text."""

    name: str
    magnitudes: Options
    kinds: Options = ("float", "int")
    signs: Options = ("positive", "negative")
    values: Options = ()
    usual: Options = ()
    optional: bool = False
    exact: bool = False
    shape: tuple[str | int, ...] = ()

    def __post_init__(self) -> None:
        only(f"{self.name}.magnitudes", self.magnitudes, BANDS, "bands(low, high)")
        only(f"{self.name}.signs", self.signs, ("positive", "negative"))

    @cached_property
    def choices(self) -> Mapping[str, Choice]:
        usual = self.usual or tuple(m for m in self.magnitudes if m in ORDINARY)
        found = {
            f"{self.name}.kind": Choice(self.kinds, self.kinds[:1]),
            f"{self.name}.magnitude": Choice(
                (*self.magnitudes, *self.values), usual, whole=large(self.magnitudes, MOST_WHOLE)
            ),
            f"{self.name}.sign": Choice(self.signs),
        }
        given = {f"{self.name}.given": Choice(("given", "left out"), ("given",))}
        return {**found, **(given if self.optional else {})}

    def make(self, making: Making) -> Any:
        kind, magnitude, sign, *given = (making.chosen[key] for key in self.choices)
        if given == ["left out"]:
            return LEFT_OUT
        if magnitude in self.values:
            number = float(magnitude)
        else:
            exact = self.exact or bool(making.rng.integers(2))
            number = within(making.rng, magnitude, kind == "int", exact) * (-1.0 if sign == "negative" else 1.0) + 0.0
        if kind == "int" and number != int(number):
            raise Illegal(f"{number} is not whole")
        return int(number) if kind == "int" else number

    def traits(self, value: Any) -> Traits:
        number = float(value)
        found = {
            f"kind={kind_of(value)}",
            f"magnitude={band(number) if abs(number) <= LIMITS[-1] else '>'}",
            "given=given",
        }
        found |= {f"magnitude={v}" for v in self.values if float(v) == number}
        found |= {f"sign={'positive' if number > 0 else 'negative'}"} if number else set()
        return {f"{self.name}.{trait}": True for trait in found}


@dataclass(frozen=True)
class Count:
    """How often, or how much: a number of epochs, of steps, of tries."""

    name: str
    options: Options
    usual: Options = ("2-12",)
    shape: tuple[str | int, ...] = ()

    def __post_init__(self) -> None:
        only(f"{self.name}.options", self.options, COUNTS)

    @cached_property
    def choices(self) -> Mapping[str, Choice]:
        return {self.name: Choice(self.options, self.usual)}

    def make(self, making: Making) -> int:
        return int(making.rng.integers(*COUNTS[making.chosen[self.name]], endpoint=True))

    def traits(self, value: Any) -> Traits:
        return {f"{self.name}={count_name(value)}": True}


def count_name(count: int) -> str:
    """The option of a count that a number is."""
    for name, (least, _most) in reversed(COUNTS.items()):
        if count >= least:
            return name
    return "< 0"


@dataclass(frozen=True)
class Labels:
    """Labels 0 or 1: of each row, or a lone one."""

    name: str
    shape: tuple[str | int, ...] = ()
    kinds: Options = ("int", "float")

    @cached_property
    def choices(self) -> Mapping[str, Choice]:
        both = ("mixed",) if self.shape else ()
        return {
            f"{self.name}.kind": Choice(self.kinds),
            f"{self.name}.mix": Choice((*both, "all 0", "all 1"), both),
        }

    def make(self, making: Making) -> Any:
        kind, mix = (making.chosen[key] for key in self.choices)
        rng, shape = making.rng, making.lengths(self.shape)
        y = rng.integers(0, 2, shape) if mix == "mixed" else np.full(shape, int(mix == "all 1"))
        if mix == "mixed":
            if y.size < 2:
                return self._as(kind, rng.integers(0, 2, shape))
            y[0], y[-1] = 0, 1
        return self._as(kind, y)

    def _as(self, kind: str, y: Any) -> Any:
        made = np.asarray(y).astype(float if kind == "float" else np.int64)
        return made if self.shape else made.item()

    def traits(self, value: Any) -> Traits:
        y = np.asarray(value)
        mix = "all 0" if np.all(y == 0) else "all 1" if np.all(y == 1) else "mixed"
        return {f"{self.name}.kind={kind_of(y)}": True, f"{self.name}.mix={mix}": True}


@dataclass(frozen=True)
class Classes:
    """Class indices below the size `of`, one for each row."""

    name: str
    of: str
    shape: tuple[str | int, ...] = ("n",)

    @cached_property
    def choices(self) -> Mapping[str, Choice]:
        mixes = ("any", "one class", "the first class", "the last class", "descending")
        return {f"{self.name}.mix": Choice(mixes, ("any",), ("any",))}

    def make(self, making: Making) -> Any:
        k, shape = making.sizes[self.of], making.lengths(self.shape)
        y = making.rng.integers(0, k, shape)
        mix = making.chosen[f"{self.name}.mix"]
        if mix == "descending":
            return np.sort(y)[::-1].astype(np.int64)
        level = {"one class": int(y[0]), "the first class": 0, "the last class": k - 1}.get(mix)
        return (y if level is None else np.full(shape, level)).astype(np.int64)

    def traits(self, value: Any) -> Traits:
        y = np.asarray(value)
        tests = {
            "one class": y.size > 1 and bool(np.all(y == y[0])),
            "the first class": bool(np.all(y == 0)),
            "descending": y.size > 1 and bool(np.all(np.diff(y) <= 0)),
        }
        return {f"{self.name}.mix={name}": True for name, holds in tests.items() if holds}


@dataclass(frozen=True)
class Text:
    """An argument that travels as Python text: one of these."""

    name: str
    texts: Options
    shape: tuple[str | int, ...] = ()

    @cached_property
    def choices(self) -> Mapping[str, Choice]:
        return {self.name: Choice(self.texts)}

    def make(self, making: Making) -> Source:
        return Source(making.chosen[self.name])

    def traits(self, value: Any) -> Traits:
        return {f"{self.name}={value}": True}


@dataclass(frozen=True)
class Seed:
    """A generator of random numbers, new for every call."""

    name: str = "rng"
    shape: tuple[str | int, ...] = ()

    @cached_property
    def choices(self) -> Mapping[str, Choice]:
        return {}

    def make(self, making: Making) -> Source:
        return generator(int(making.rng.integers(10**6)))

    def traits(self, value: Any) -> Traits:
        return {}


@dataclass(frozen=True)
class Length:
    """The length of some shape, or one drawn for itself: the size of the same letter."""

    name: str
    letter: str
    shape: tuple[str | int, ...] = ()

    @cached_property
    def choices(self) -> Mapping[str, Choice]:
        return {}

    def make(self, making: Making) -> int:
        return making.sizes[self.letter]

    def traits(self, value: Any) -> Traits:
        return {f"{self.letter}={size_name(value)}": True}


@dataclass(frozen=True)
class Open:
    """An argument that the domain's `mend` makes, and whose traits its `where` finds."""

    name: str
    shape: tuple[str | int, ...] = ()

    @cached_property
    def choices(self) -> Mapping[str, Choice]:
        return {}

    def make(self, making: Making) -> None:
        return None

    def traits(self, value: Any) -> Traits:
        return {}
