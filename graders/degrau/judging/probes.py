"""The questions put to one function in a grading run, and what is known of their answers.

Made once for a class, where the solutions are. For self-check the same thing is recorded as data (`probe_file`), so
that a student's install holds no solution.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from ..base.text import Text
from ..plain import codec
from ..plain.call import Source, call
from ..plain.outcomes import Outcome
from .compare import Expected, Function, expect
from .draw import Args
from .numerical import gradient
from .types import Exercise

Key = bytes


def key(args: Args) -> Key:
    """Tells calls apart: equal for the same values of the same types."""
    return codec.encode(list(args))


@dataclass(frozen=True)
class KnownMistake:
    """A wrong answer that students are known to give, and what it gives for each of the probes' calls.

    `erratum` is the number of the slides' erratum that it comes from, if it does.
    """

    id: str
    title: Text
    explanation: Text
    erratum: str | None
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class KnownFacts:
    """The facts of the reference, by call; new ones are computed where `references` holds the functions."""

    exercise: Exercise
    values: dict[Key, dict[str, Expected]] = field(default_factory=dict)
    slopes: dict[tuple[str, int, Key], Expected] = field(default_factory=dict)
    references: Mapping[str, Function] = field(default_factory=dict)
    anchored: dict[tuple[int, ...], tuple[Args, Key]] = field(default_factory=dict)

    def anchor(self, args: Args) -> None:
        """Makes these very arguments known without looking into them; they are kept, so that nothing takes their id."""
        self.anchored[tuple(map(id, args))] = args, key(args)

    def key(self, args: Args) -> Key:
        """The key of these arguments, which is known already of those that are anchored."""
        found = self.anchored.get(tuple(map(id, args)))
        return found[1] if found else key(args)

    def __call__(self, *args: object) -> dict[str, Expected]:
        k = self.key(args)
        if k not in self.values:
            self.values[k] = expect(self.reference, args, self.exercise.reading)
        return self.values[k]

    def slope(self, function: str, parameter: int, *args: object, cotangent: object = 1.0) -> Expected:
        k = (function, parameter, key((*args, cotangent)))
        if k not in self.slopes:
            measured = Source(function).value(self.references)

            def weighed(*at: object) -> float:
                value = measured(*at)
                return float(np.sum(cotangent * np.asarray(value[0] if isinstance(value, tuple) else value)))

            slopes, errors = gradient(weighed, args, parameter)
            size = np.abs(slopes) + np.max(np.abs(slopes), initial=1.0)
            # A float32 answer gets room for terms that cancel.
            single = Expected(slopes, slopes, 10 * errors + 1e-4 * size)
            self.slopes[k] = Expected(slopes, slopes, 10 * errors + 1e-6 * size, single)
        return self.slopes[k]

    def reference(self, *args: object) -> Any:
        """What the reference returns."""
        function = self.references[self.exercise.name]
        if self.exercise.iterable or any(isinstance(arg, Source) for arg in args):
            return call(function, args, self.references, self.exercise.iterable).value
        return function(*args)


@dataclass(frozen=True)
class Probes:
    """Everything that judging one function needs.

    `lawful` holds the digests of answers, all in all, that are known to keep every law.
    """

    exercise: Exercise
    examples: Mapping[str, tuple[Args, ...]]
    calls: tuple[Args, ...]
    facts: KnownFacts
    mistakes: Callable[[], tuple[KnownMistake, ...]]
    lawful: set[bytes] = field(default_factory=set)

    def __post_init__(self) -> None:
        for args in (*self.calls, *(args for found in self.examples.values() for args in found)):
            self.facts.anchor(args)

    @cached_property
    def positions(self) -> dict[Key, int]:
        return {self.facts.key(args): i for i, args in enumerate(self.calls)}

    @cached_property
    def _identities(self) -> dict[tuple[int, ...], int]:
        return {tuple(map(id, args)): i for i, args in enumerate(self.calls)}

    def position(self, args: Args) -> int | None:
        """Which of the calls this is, if it is one of them; those very objects are found without looking into them."""
        found = self._identities.get(tuple(map(id, args)))
        return self.positions.get(key(args)) if found is None else found
