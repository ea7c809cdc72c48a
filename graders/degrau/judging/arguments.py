"""The arguments of a domain that hold many numbers: arrays of one magnitude, and ladders of entries."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from ..plain.call import Source
from ..plain.numbers import Array as Numbers
from .domain import (
    BANDS,
    LIMITS,
    LONGER,
    MOST_WHOLE,
    SHARED,
    Choice,
    Illegal,
    Making,
    Options,
    Traits,
    band,
    large,
    limits,
    only,
    within,
)

ORDINARY = ("(0.1, 1]", "(1, 5]")
# Within a tier the largest number does not hide the smallest behind its tolerance.
TIERS = {"up to 12": (0.0, 12.0), "5 to 1e4": (5.0, 1e4), "above 1e4": (1e4, 1e12)}
# So many numbers of a large array are made, and come again.
DIFFERENT = 32
# Numbers of ladders are now and then that much of what they would be.
SHARES = (0.25, 0.5)


def kind_of(value: Any) -> str:
    return "int" if np.asarray(value).dtype.kind in "iub" else "float"


@dataclass(frozen=True)
class Array:
    """A vector or matrix whose entries are all of about one magnitude: the largest lies in the band chosen."""

    name: str
    shape: tuple[str | int, ...]
    magnitudes: Options
    kinds: Options = ("float", "int")
    signs: Options = ("mixed", "positive", "negative")
    forms: Options = ("exact", "decimal")
    special: Options = ("all equal", "some 0")
    whole: float = MOST_WHOLE

    def __post_init__(self) -> None:
        only(f"{self.name}.magnitudes", self.magnitudes, BANDS, "bands(low, high)")
        only(f"{self.name}.signs", self.signs, ("mixed", "positive", "negative"))

    @cached_property
    def choices(self) -> Mapping[str, Choice]:
        usual = tuple(m for m in self.magnitudes if m in ORDINARY)
        return {
            f"{self.name}.kind": Choice(self.kinds, self.kinds[:1]),
            f"{self.name}.magnitude": Choice(
                self.magnitudes, usual or self.magnitudes[-1:], whole=large(self.magnitudes, self.whole)
            ),
            f"{self.name}.sign": Choice(self.signs, self.signs[:1]),
            f"{self.name}.form": Choice(self.forms, self.forms[:1]),
            f"{self.name}.special": Choice(("none", *self.special), ("none",), ("none",)),
        }

    def make(self, making: Making) -> Any:
        kind, magnitude, sign, form, special = (making.chosen[key] for key in self.choices)
        rng, shape = making.rng, making.lengths(self.shape)
        size, exact = int(np.prod(shape)), form == "exact"
        if kind == "int" and limits(magnitude)[1] > self.whole:
            raise Illegal("integers are not asked so large")
        numbers = np.array([within(rng, magnitude, kind == "int", exact) for _i in range(min(size, DIFFERENT))])
        numbers = numbers[rng.permutation(size) % max(1, len(numbers))]
        smaller = np.floor(numbers * rng.random(size)) if kind == "int" else numbers * rng.choice(SHARES, size)
        lessened = (rng.random(size) < 0.4) & (np.arange(size) != rng.integers(size))
        numbers = np.where(lessened, smaller, numbers)
        signs = {"positive": np.ones(size), "negative": -np.ones(size)}.get(sign, rng.choice((1.0, -1.0), size))
        if sign == "mixed" and size > 1:
            signs[0], signs[-1] = 1.0, -1.0
        # Adding 0 makes 0 of −0.
        array = _specially(rng, (numbers * signs + 0.0).reshape(shape), special)
        return array.astype(np.int64) if kind == "int" else array

    def traits(self, value: Any) -> Traits:
        if isinstance(value, Source):
            return {}
        array = np.asarray(value)
        found = {f"kind={kind_of(array)}"}
        if array.size:
            largest = float(np.max(np.abs(array.astype(float))))
            sign = "positive" if np.all(array >= 0) else "negative" if np.all(array <= 0) else "mixed"
            found |= {f"magnitude={band(largest)}" if largest <= LIMITS[-1] else "", f"sign={sign}"}
            found |= {f"special={name}" for name in _special(array)}
        if array.dtype.kind == "f":
            with np.errstate(over="ignore"):
                exact = np.array_equal(array.astype(np.float32), array)
            found.add("form=exact" if exact else "form=decimal")
        return {f"{self.name}.{trait}": True for trait in found}


def _specially(rng: np.random.Generator, array: Numbers, special: str) -> Numbers:
    """The array changed so that it is special in this way; raises Illegal where it cannot be."""
    few = len(array) < 2 if array.ndim else True
    if special == "all equal":
        return np.full(array.shape, array.flat[int(np.argmax(np.abs(array)))])
    if special == "ascending":
        return np.sort(array, axis=None).reshape(array.shape)
    if special == "none":
        return array
    if (few and special in ("equal rows", "a constant column")) or (array.size < 2 and special == "some 0"):
        raise Illegal(special)
    array = array.copy()
    if special == "some 0":
        array.flat[int(np.argmin(np.abs(array)))] = 0.0
    elif special == "equal rows":
        array[1:] = array[:1]
    elif special == "a row of 0":
        array[int(rng.integers(len(array)))] = 0.0
    elif special == "a constant column":
        array[:, int(rng.integers(array.shape[1]))] = array.flat[0]
    return array


def _special(array: Numbers) -> list[str]:
    """In which ways an array is special."""
    zero, several = array == 0, array.ndim > 0 and len(array) > 1
    tests = {
        "all equal": array.size > 1 and bool(np.all(array == array.flat[0])),
        "some 0": bool(zero.any() and not zero.all()),
        "ascending": array.ndim == 1 and array.size > 2 and bool(np.all(np.diff(array) >= 0)),
        "equal rows": array.ndim == 2 and several and bool(np.all(array == array[:1])),
        "a row of 0": array.ndim == 2 and bool(np.any(np.all(zero, axis=1))),
        "a constant column": array.ndim == 2 and several and bool(np.any(np.all(array == array[:1], axis=0))),
    }
    return [name for name, holds in tests.items() if holds]


@dataclass(frozen=True)
class Entries:
    """A number, or an array of any shape, that is gone through entry by entry.

    Its entries are a ladder: one in each band of a tier. A band that is chosen takes half of them.
    """

    name: str
    magnitudes: Options
    kinds: Options = ("float", "int")
    special: Options = ("all equal", "all negative", "all positive")
    whole: float = MOST_WHOLE
    shape: tuple[str | int, ...] = SHARED

    def __post_init__(self) -> None:
        only(f"{self.name}.magnitudes", self.magnitudes, ("-0", *signed(BANDS)), "signed(bands(low, high))")

    @cached_property
    def choices(self) -> Mapping[str, Choice]:
        tiers = tuple(tier for tier in TIERS if len(self._bands(tier, "float")) > 2)
        return {
            f"{self.name}.kind": Choice(self.kinds, self.kinds[:1]),
            f"{self.name}.magnitude": Choice(
                ("ladder", *self.magnitudes), ("ladder",), ("ladder",), large(self.magnitudes, self.whole)
            ),
            f"{self.name}.tier": Choice(tiers, tiers[:1], tiers),
            f"{self.name}.special": Choice(("none", *self.special), ("none",), ("none",)),
        }

    @cached_property
    def _limits(self) -> Mapping[str, tuple[float, float]]:
        return {m: limits(m.lstrip("+-")) for m in self.magnitudes}

    def _bands(self, tier: str, kind: str) -> list[str]:
        """The bands in a tier that this kind of numbers has."""
        low, high = TIERS[tier]
        found = [m for m, (least, most) in self._limits.items() if low <= least and most <= high]
        return [m for m in found if kind != "int" or self._has_whole(m)]

    def _has_whole(self, magnitude: str) -> bool:
        most = self._limits[magnitude][1]
        return magnitude == "0" or 1 < most <= self.whole

    def make(self, making: Making) -> Any:
        kind, magnitude, tier, special = (making.chosen[key] for key in self.choices)
        rng, shape = making.rng, making.lengths(SHARED)
        size = int(np.prod(shape))
        if kind == "int" and magnitude != "ladder" and not self._has_whole(magnitude):
            raise Illegal("integers are not asked there")
        steps = self._bands(tier, kind) if magnitude == "ladder" else [magnitude, *self._near(kind)]
        if not steps:
            raise Illegal("no such integers")
        first = int(rng.integers(len(steps))) if magnitude == "ladder" else 0
        turns = range(size) if magnitude == "ladder" else [i if i % 2 else 0 for i in range(size)]
        if len(steps) > size and magnitude == "ladder":
            turns = [i * len(steps) // size for i in range(size)]
        numbers = np.array([_signed(rng, steps[(first + i) % len(steps)], kind == "int") for i in turns])
        rng.shuffle(numbers)
        if special == "all equal":
            numbers[:] = numbers[int(np.argmax(np.abs(numbers)))]
        elif special != "none":
            numbers = np.abs(numbers) * (-1.0 if special == "all negative" else 1.0)
        array = (numbers.astype(np.int64) if kind == "int" else numbers).reshape(shape)
        return array.item() if making.chosen["shape"] == "number" else array

    def _near(self, kind: str) -> list[str]:
        ordinary = [m for m in self.magnitudes if m.lstrip("+-") in ORDINARY]
        return ordinary or self._bands("up to 12", kind)

    def traits(self, value: Any) -> Traits:
        if isinstance(value, Source):
            return {}
        array = np.asarray(value)
        x = array.astype(float)
        found: Traits = {f"{self.name}.kind={kind_of(array)}": True}
        places = np.where(x == 0, 0, np.searchsorted(LIMITS, np.abs(x), side="left"))
        for place in np.unique(places).tolist():
            for sign, side in (("+", x > 0), ("-", x < 0)) if place else (("", x == 0),):
                here = np.asarray((places == place) & side)
                if place < len(BANDS) and here.any():
                    found[f"{self.name}.magnitude={sign}{BANDS[place]}"] = here
        minus = np.asarray(np.signbit(x) & (x == 0))
        if minus.any():
            found[f"{self.name}.magnitude=-0"] = minus
        tests = {"all equal": array.size > 1 and np.all(x == x.flat[0]), "all negative": np.all(x <= 0)}
        tests["all positive"] = np.all(x >= 0)
        found |= {f"{self.name}.special={name}": True for name, holds in tests.items() if holds and array.size > 1}
        return found


def signed(magnitudes: Options, *signs: str) -> Options:
    """The bands with both signs, or with these; 0 has none."""
    return tuple(sign + m if m != "0" else m for m in magnitudes for sign in ((signs or "+-") if m != "0" else ("",)))


def _signed(rng: np.random.Generator, magnitude: str, whole: bool) -> float:
    """A number of a signed band."""
    if magnitude == "-0":
        return -0.0
    number = within(rng, magnitude.lstrip("+-"), whole, bool(rng.integers(2)), LONGER)
    return -number if magnitude[0] == "-" else number
