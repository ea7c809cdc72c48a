"""What a function answered beside what is right: all that a cause has to agree with.

Call by call; and property by property, example by example, with the calls that each asked for.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy import ndarray

from ...plain.numbers import Array, as_numbers
from ...plain.outcomes import Outcome, Returned
from ..draw import Args
from ..laws import Answer, Expected
from ..tolerance import FLOAT32, FLOAT64
from ..transcript import Transcript, same
from ..types import Property
from ..violations import Violation

Parts = tuple[Array | None, ...]


class Evidence:
    """The answers of one function that keeps not every law, and where right ones lie."""

    def __init__(self, transcript: Transcript) -> None:
        self.probes = transcript.probes
        self.outcomes = transcript.outcomes
        self._single = transcript.evidently_single
        self._expected: dict[int, tuple[Expected, ...] | None] = {}

    def expected(self, at: int) -> tuple[Expected, ...] | None:
        """Where right numbers of this call lie, part by part, if that is known."""
        if at not in self._expected:
            facts, names = self.probes.facts, self.probes.exercise.parts
            found = facts.values.get(facts.key(self.probes.calls[at]))
            right = None if found is None else tuple(self._asked(q, found[name]) for q, name in enumerate(names))
            self._expected[at] = right
        return self._expected[at]

    def _asked(self, part: int, expected: Expected) -> Expected:
        """What is asked of this function: less of one that is evidently float32."""
        return expected.single if expected.single is not None and self._single(part) else expected

    def parts(self, outcome: Outcome) -> Parts | None:
        """What came back as numbers, part by part; None where there are not as many parts as there should be."""
        several = len(self.probes.exercise.parts)
        if not isinstance(outcome, Returned):
            return None
        value: Any = outcome.value
        if several == 1:
            return (_floats(value),)
        # What a known mistake answers is as it came, in an array too.
        unpacks = isinstance(value, (tuple, list)) or (isinstance(value, ndarray) and value.ndim > 0)
        return tuple(map(_floats, value)) if unpacks and len(value) == several else None

    def tolerance(self, at: int, part: int, foretold: Array) -> Array:
        """How near to what is foretold for this call an answer has to be: as near as to what is right."""
        precision, expected = FLOAT32 if self._single(part) else FLOAT64, self.expected(at)
        own = precision.tolerance(foretold, np.abs(foretold), self.probes.exercise.floor)
        if expected is None or expected[part].low.shape != foretold.shape:
            return own
        return np.asarray(np.maximum(own, expected[part].tolerance))

    def near(self, at: int, part: int, got: Array, foretold: Array) -> Array:
        """Which numbers are those that were foretold, both of one shape."""
        with np.errstate(invalid="ignore", over="ignore"):
            close = np.abs(got - foretold) <= self.tolerance(at, part, foretold)
        return np.asarray(close | (got == foretold) | (np.isnan(got) & np.isnan(foretold)))

    def alike(self, at: int, known: Outcome, found: Outcome) -> bool:
        """Whether two outcomes of a call are the same to who judges it."""
        ours, theirs = self.parts(known), self.parts(found)
        if known is found or ours is None or theirs is None:
            return same(known, found)
        for part, (foretold, got) in enumerate(zip(ours, theirs, strict=True)):
            if foretold is None or got is None:
                return same(known, found)
            if foretold.shape != got.shape:
                return False
            # Most that are alike are so to the last bit.
            if foretold.tobytes() != got.tobytes() and not self.near(at, part, got, foretold).all():
                return False
        return True


def _floats(value: object) -> Array | None:
    numbers = as_numbers(value)
    return None if numbers is None else numbers.astype(np.float64)


@dataclass(frozen=True)
class Tried:
    """One example of a property: the calls that its law asked for, by number, and what is wrong there."""

    asked: tuple[int, ...]
    violation: Violation | None


class _Noted:
    """The answers to the probes' calls, as a law sees them; which calls those were is noted."""

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript
        self.asked: list[int] = []

    def __call__(self, *args: object) -> Answer:
        at = self._transcript.probes.position(args)
        if at is None:
            raise _UnknownCall
        self.asked.append(at)
        return self._transcript(*args)


class _UnknownCall(Exception):
    """A wrong answer leads the law to a call that is none of the probes'."""


def tried(prop: Property, transcript: Transcript) -> list[Tried]:
    """Every example of the property; nothing is found at those that lead beyond the calls of the probes."""
    return [_tried(prop, transcript, args) for args in transcript.probes.examples.get(prop.name, ())]


def _tried(prop: Property, transcript: Transcript, args: Args) -> Tried:
    assert prop.law is not None
    noted, violation = _Noted(transcript), None
    try:
        prop.law(noted, transcript.probes.facts, *args)
    except _UnknownCall:
        return Tried((), None)
    except Violation as found:
        violation = found
    return Tried(tuple(dict.fromkeys(noted.asked)), violation)
