"""Saboteurs of a reference: right everywhere but in one region of the legal calls, where they are wrong in one way.

A grader that never tries a region finds no error in it. Saboteurs cost little: what the reference answered is altered
in the region, and only those examples are judged again that asked for it. One that no right law refuses even where it
is asked on purpose (a hundredth off, below what rounding may do) is none.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..judging.bounded import AUTHORS, Within
from ..judging.domain import Domain, Where
from ..judging.draw import Args
from ..judging.probes import Probes
from ..judging.transcript import Transcript
from ..judging.types import Ask, Property
from ..judging.violations import Violation
from ..pack.regions import Region, regions
from ..plain.numbers import Array
from ..plain.outcomes import Outcome, Returned

WITNESSES = 10


def _off(right: Array, labels: bool) -> Array:
    if labels or right.dtype.kind == "b":
        return 1.0 - right
    return right * 1.01 if right.dtype.kind == "f" else right + 1.0


def _constant(right: Array, labels: bool) -> Array:
    return np.zeros(right.shape) if labels else np.where(right == 0, 1.0, 0.0)


def _truncated(right: Array, labels: bool) -> Array:
    return np.ones(right.shape) if labels else np.trunc(right)


ERRORS: Mapping[str, Callable[[Array, bool], Array]] = {
    "a hundredth off": _off,
    "a constant": _constant,
    "truncated": _truncated,
}


@dataclass(frozen=True)
class Tried:
    """What becomes of the regions of a domain, and of the saboteurs in them, by name.

    `unvisited` are regions that no example asks for, `impossible` those of which no legal call can be made. Of the
    saboteurs, so many were `killed` at once; `late` were only with other seeds, and `alive` never.
    """

    regions: int = 0
    unvisited: tuple[str, ...] = ()
    impossible: tuple[str, ...] = ()
    killed: int = 0
    late: tuple[str, ...] = ()
    alive: tuple[str, ...] = ()

    @property
    def saboteurs(self) -> int:
        """How many there are that a right law refuses somewhere."""
        return self.killed + len(self.late) + len(self.alive)

    def after(self, later: Iterable["Tried"]) -> "Tried":
        """The same when it is known what lives with other seeds."""
        alive = set(self.alive).intersection(*(set(tried.alive) for tried in later))
        return replace(
            self,
            late=tuple(name for name in self.alive if name not in alive),
            alive=tuple(name for name in self.alive if name in alive),
        )


def unvisited(probes: Probes) -> list[Region]:
    """The regions of the exercise's domain that none of its calls is in."""
    domain = probes.exercise.domain
    if domain is None:
        return []
    found = [domain.traits(args) for args in probes.calls]
    return [region for region in regions(domain) if not any(region.within(t) is not False for t in found)]


def reason(domain: Domain, name: str) -> str | None:
    """By which of the domain's reasons this region, or saboteur, is not tried: of its own name, or of one trait."""
    region = name.partition(": ")[0]
    return next((known for known in (name, region, *region.split(" & ")) if known in domain.untried), None)


def sabotage(probes: Probes, reference: Callable[..., Any]) -> Tried:
    """Judges all saboteurs of the reference."""
    domain = probes.exercise.domain
    if domain is None:
        return Tried()
    stage = _Stage(probes, domain, Within(reference, AUTHORS))
    wanted = regions(domain)
    killed, alive, impossible = 0, [], []
    for region in wanted:
        here = {i: where for i, traits in enumerate(stage.traits) if (where := region.within(traits)) is not False}
        standing = [error for error in ERRORS if not stage.is_killed(error, here)]
        killed += len(ERRORS) - len(standing)
        witnesses = stage.witnesses(region) if standing else []
        if standing and not witnesses:
            impossible.append(str(region))
        alive += [f"{region}: {error}" for error in standing if stage.is_real(error, witnesses)]
    missed = (str(region) for region in unvisited(probes))
    return Tried(len(wanted), tuple(missed), tuple(impossible), killed, alive=tuple(alive))


class _Stage:
    """A grader's examples, with what the reference answers to the calls that they lead to."""

    def __init__(self, probes: Probes, domain: Domain, ask: Ask) -> None:
        self._probes, self._domain, self._ask = probes, domain, ask
        self.traits = [domain.traits(args) for args in probes.calls]
        self._right = Transcript(probes, ask)
        self._asked = [(prop, args, self._calls_of(prop, args)) for prop, args in self._examples()]

    def _examples(self) -> list[tuple[Property, Args]]:
        lawful = [prop for prop in self._probes.exercise.properties if prop.law]
        return [(prop, args) for prop in lawful for args in self._probes.examples[prop.name]]

    def _calls_of(self, prop: Property, args: Args) -> set[int]:
        """Which of the probes' calls an example leads to."""
        asked: set[int | None] = set()

        def noted(*call: Any) -> Any:
            asked.add(self._probes.position(call))
            return self._right(*call)

        assert prop.law is not None
        prop.law(noted, self._probes.facts, *args)
        return {position for position in asked if position is not None}

    def is_killed(self, error: str, here: Mapping[int, Where]) -> bool:
        """Whether some example refuses the reference with this error in these calls."""
        outcomes = list(self._right.outcomes)
        for position, where in here.items():
            outcomes[position] = _altered(outcomes[position], error, where, self._domain.labels)
        transcript = _Altered(self._probes, self._ask, outcomes)
        examples = ((prop, args) for prop, args, calls in self._asked if not calls.isdisjoint(here))
        return any(_refused(prop, args, transcript, self._probes) for prop, args in examples)

    def witnesses(self, region: Region) -> list[tuple[Args, Outcome, Where]]:
        """Calls made for the region, with what the reference answers and where they lie in it."""
        rng = np.random.default_rng(7)
        made = [self._domain.make(rng, region.chosen) for _i in range(WITNESSES)]
        calls = [args for args in made if args is not None]
        found = zip(calls, map(self._domain.traits, calls), strict=True)
        lying = [(args, where) for args, traits in found if (where := region.within(traits)) is not False]
        outcomes = self._ask([args for args, _ in lying], self._probes.exercise.iterable)
        return [(args, outcome, where) for (args, where), outcome in zip(lying, outcomes, strict=True)]

    def is_real(self, error: str, witnesses: Sequence[tuple[Args, Outcome, Where]]) -> bool:
        """Whether a law that is right on the whole domain refuses the error at one of these calls."""
        laws = [prop for prop in self._probes.exercise.properties if prop.name in self._domain.judged_by]
        for args, outcome, where in witnesses:
            altered = _altered(outcome, error, where, self._domain.labels)
            transcript = _Altered(self._probes, _Always(altered), [])
            example = self._domain.example(*args) if self._domain.example else args
            if any(_refused(prop, example, transcript, self._probes) for prop in laws):
                return True
        return False


class _Altered(Transcript):
    """A transcript whose outcomes are given."""

    def __init__(self, probes: Probes, ask: Ask, outcomes: list[Outcome]) -> None:
        self.probes, self._ask, self.outcomes = probes, ask, outcomes

    def evidently_single(self, part: int) -> bool:
        return False

    def _outcome(self, args: Args) -> Outcome:
        position = self.probes.position(args) if self.outcomes else None
        return self._asked([args])[0] if position is None else self.outcomes[position]


class _Always(Ask):
    """Whatever is asked, the answer is the same."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome

    def __call__(self, calls: Sequence[Args], iterate: bool = False) -> list[Outcome]:
        return [self._outcome] * len(calls)


def _refused(prop: Property, args: Args, transcript: Transcript, probes: Probes) -> bool:
    assert prop.law is not None
    try:
        prop.law(transcript, probes.facts, *args)
    except Violation:
        return True
    return False


def _altered(outcome: Outcome, error: str, where: Where, labels: bool) -> Outcome:
    """The same outcome with the error, everywhere or at some entries."""
    if not isinstance(outcome, Returned):
        return outcome
    return Returned(_wrong(outcome.value, error, where, labels), outcome.changed, outcome.warned)


def _wrong(value: Any, error: str, where: Where, labels: bool) -> Any:
    if isinstance(value, tuple) or (isinstance(value, list) and value and not isinstance(value[0], (int, float))):
        return type(value)(_wrong(item, error, where, labels) for item in value)
    right = np.asarray(value)
    wrong = ERRORS[error](right, labels)
    if isinstance(where, np.ndarray) and where.shape == wrong.shape:
        wrong = np.where(where, wrong, right)
    return wrong if wrong.ndim else wrong.item()
