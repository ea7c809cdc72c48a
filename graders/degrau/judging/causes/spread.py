"""Numbers that are drawn at random: how far they spread, beside right ones, and how far the farthest are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np

from ...base.text import Text, _
from ...plain.numbers import Array
from ...plain.outcomes import Returned
from ..draw import Args
from .case import Case
from .statement import ENOUGH, Statement

ALWAYS = _("the deviation of {part} is always about {c}, whatever the arguments")
TIMES = _("the deviation of {part} is always about {c} times the right one")
SQUARE = _("the deviation of {part} is the square of the right one: is the variance in its place?")
ROOT = _("the deviation of {part} is the square root of the right one")
INSTEAD = _("the deviation of {part} is what it is with `{code}` in place of `{argument}`")
NEARER = _("no number of {part} is farther from 0 than {c} times the right deviation, where some should be")
# Fewer numbers do not tell their deviation; that of so many is off by 1/√n or less, but for so many times that.
MANY, CERTAIN = 1000, 5.0
# So near to 0, beside right ones, the farthest number is by no chance.
NEAR = 0.75


@dataclass(frozen=True)
class Drawn:
    """The numbers that a call gives, those that are right, and the call's number."""

    at: int
    got: Array
    right: Array

    def is_(self, deviation: float) -> bool:
        """Whether numbers of this deviation spread like those that came."""
        return bool(abs(self.got.std() / deviation - 1) <= CERTAIN / np.sqrt(self.got.size))

    def is_new(self, deviation: float) -> bool:
        """Whether right numbers do not spread so."""
        return bool(abs(self.right.std() / deviation - 1) > CERTAIN / np.sqrt(self.got.size))


def spread(case: Case) -> Iterator[Statement]:
    """What is true of the deviation of one part in all calls that draw many numbers."""
    for part, name in enumerate(case.exercise.parts) if case.can_ask else ():
        drawn = [d for at in range(len(case.probes.calls)) if (d := _drawn(case, at, part)) is not None]
        if len(drawn) < ENOUGH:
            continue
        for words, values, deviations in _foretold(case, drawn, part):
            pairs = list(zip(drawn, deviations, strict=True))
            if all(s > 0 and d.is_(s) for d, s in pairs) and any(d.is_new(s) for d, s in pairs):
                yield Statement(words, values={"part": f"`{name}`", **values})
        farthest = [float(np.max(np.abs(d.got)) / d.right.std()) for d in drawn]
        if all(c < NEAR * np.max(np.abs(d.right)) / d.right.std() for c, d in zip(farthest, drawn, strict=True)):
            yield Statement(NEARER, values={"part": f"`{name}`", "c": f"{np.ceil(10 * max(farthest)) / 10:g}"})


def _drawn(case: Case, at: int, part: int) -> Drawn | None:
    if not case.probes.draws(at):
        return None
    got, outcome = case.got_part(at, part), case.right_outcome(at)
    right = (case.evidence.parts(outcome) or {part: None})[part]
    if got is None or right is None or got.shape != right.shape or got.size < MANY or not np.isfinite(got).all():
        return None
    return Drawn(at, got, right) if right.std() and got.std() else None


Foretelling = tuple[Text, dict[str, object], Sequence[float]]


def _foretold(case: Case, drawn: list[Drawn], part: int) -> Iterator[Foretelling]:
    """Deviations, call by call, that may be those of what came."""
    got, right = (
        [float(np.std(numbers)) for numbers in of] for of in zip(*((d.got, d.right) for d in drawn), strict=True)
    )
    ratio = float(np.mean(np.divide(got, right)))
    yield TIMES, {"c": f"{ratio:.2f}"}, [ratio * s for s in right]
    yield ALWAYS, {"c": f"{np.mean(got):.2g}"}, [float(np.mean(got))] * len(drawn)
    yield SQUARE, {}, [s * s for s in right]
    yield ROOT, {}, [s**0.5 for s in right]
    for argument, code, change in _changes(case, drawn[0].at):
        deviations = [_deviation(case, d.at, part, f"{code} for {argument}", change) for d in drawn]
        yield INSTEAD, {"argument": argument, "code": code}, deviations


def _changes(case: Case, at: int) -> Iterator[tuple[str, str, Callable[[Args], Args]]]:
    """One of two sizes replaced by the other one, or by their sum."""
    sizes = [i for i, arg in enumerate(case.question(at)) if isinstance(arg, int)]
    for i, j in permutations(sizes, 2):
        name, other = case.exercise.parameters[i], case.exercise.parameters[j]
        yield name, other, lambda args, i=i, j=j: (*args[:i], args[j], *args[i + 1 :])  # type: ignore[misc]
        yield name, f"({name} + {other})", lambda args, i=i, j=j: (*args[:i], args[i] + args[j], *args[i + 1 :])  # type: ignore[misc]


def _deviation(case: Case, at: int, part: int, key: str, change: Callable[[Args], Args]) -> float:
    """That of what is right with this change of the arguments; 0 where nothing is."""

    def made() -> float | None:
        outcome = case.of_reference(change(case.question(at)))
        parts = case.evidence.parts(outcome) if isinstance(outcome, Returned) else None
        numbers = None if parts is None else parts[part]
        return None if numbers is None or numbers.size < MANY else float(numbers.std())

    return case.known(f"deviation of {part}, {key}", at, made) or 0.0
