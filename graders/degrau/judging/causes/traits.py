"""What all answers have in common that right ones have not, where only a law knows what is right.

Of numbers that are drawn at random it is how far they spread, beside right ones, and how far the farthest are.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np

from ...base.text import Text, _
from ...plain.numbers import Array
from ...plain.outcomes import Returned
from ..draw import Args
from .case import Case
from .statement import ANSWER, ENOUGH, Statement

SAME = _("all the numbers of {part} are the same, in every call")
ROWS = _("all rows of {part} are the same, in every call")
POSITIVE = _("no number of {part} is negative, in any call")
NEGATIVE = _("no number of {part} is positive, in any call")
WHOLE = _("all the numbers of {part} are whole, in every call")
SORTED = _("the numbers of {part} are always in ascending order")

TRAITS: tuple[tuple[Text, Callable[[Array], bool]], ...] = (
    (SAME, lambda a: bool(np.all(a == a.ravel()[0]))),
    (ROWS, lambda a: a.ndim > 1 and bool(np.all(a == a[:1]))),
    (POSITIVE, lambda a: bool(np.all(a >= 0))),
    (NEGATIVE, lambda a: bool(np.all(a <= 0))),
    (WHOLE, lambda a: bool(np.all(a == np.round(a)))),
    (SORTED, lambda a: bool(np.all(np.diff(a, axis=0) >= 0))),
)
# With fewer numbers much is so by chance.
LARGE = 30
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


def traits(case: Case) -> Iterator[Statement]:
    """What is true of one part in all large answers, and of no right one."""
    if not case.can_ask:
        return
    for part, name in enumerate(case.exercise.parts):
        found = [(at, got) for at in range(len(case.probes.calls)) if (got := _large(case, at, part)) is not None]
        for words, holds in TRAITS:
            if len(found) >= ENOUGH and all(holds(got) for _at, got in found) and _is_new(case, part, holds, found):
                yield Statement(words, values={"part": f"`{name}`" if case.several else ANSWER})


def _large(case: Case, at: int, part: int) -> Array | None:
    got = case.got_part(at, part)
    return got if got is not None and got.size >= LARGE and np.isfinite(got).all() else None


def _is_new(case: Case, part: int, holds: Callable[[Array], bool], found: list[tuple[int, Array]]) -> bool:
    """Whether no right answer of a few of these calls is so."""
    for at, got in found[:ENOUGH]:
        right = case.evidence.parts(case.right_outcome(at))
        value = None if right is None else right[part]
        if value is None or value.shape != got.shape or holds(value):
            return False
    return True


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
