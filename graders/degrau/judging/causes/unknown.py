"""Answers of which only the law knows what is right: it asks twice, once with an argument that is 0, and compares."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ...base.text import Text, _
from ...plain.numbers import Array
from ..violations import WrongValue
from .case import Case
from .fit import words
from .scale import MEAN, SIGN
from .statement import ENOUGH, NOTHING, Statement
from .training import TIMES, up_to
from .trial import Tried

STAYS = _("what comes back as `{parts}` is the same as with `{argument}` = 0: it never changes")
MINUS = _("where `{times}` is 1, the change of `{part}` is minus the right one")
FACTOR = _("where `{times}` is 1, the change of `{part}` is {c} times the right one")
OVER = _("where `{times}` is 1, the change of `{part}` is the right one divided by the number of rows")
STILL = _("in the calls that fail, what comes back as `{parts}` has not moved from where it began")
AGAINST = _("in all calls that fail, what comes back as `{parts}` has moved against the right direction")
LESS = _("in all calls that fail, what comes back as `{parts}` has moved less far than is right")
MORE = _("in all calls that fail, what comes back as `{parts}` has moved farther than is right")
NEAR = 1e-3
# Of so many changes it is no chance that all go the other way, or are too small, or too large, by so much.
SEVERAL, MUCH = 6, 0.05


@dataclass(frozen=True)
class Change:
    """What an argument changes in a part of the answer, and what it should; both beside what there is without it."""

    part: str
    times: int
    rows: int
    got: Array
    right: Array

    def is_(self, c: float) -> bool:
        """Whether the change is c times the right one."""
        return bool(np.max(np.abs(self.got - c * self.right)) <= NEAR * abs(c) * np.max(np.abs(self.right)))


def unknown(case: Case) -> Iterator[tuple[str, Statement]]:
    """What is true of the changes, and of how often they are made, each with its kind."""
    times = next((name for name in TIMES if name in case.exercise.parameters), None)
    if case.scope or times is None:
        return
    yield from (("step", statement) for statement in _unchanged(case, times))
    changes = [change for trial in case.trials if (change := _change(case, trial, times)) is not None]
    if len(changes) >= ENOUGH:
        yield from (("step", statement) for statement in of_changes(changes, times))
    last = [(int(case.argument(t.asked[-1], times)), t.violation is not None) for t in case.trials if t.asked]
    yield from (("begins", statement) for statement in up_to(times, last))
    if len(changes) == sum(trial.violation is not None for trial in case.trials):
        names = [name for name in case.exercise.parts if any(change.part == name for change in changes)]
        yield from (("step", Statement(said, values={"parts": "`, `".join(names)})) for said in of_all(changes))


def _unchanged(case: Case, times: str) -> Iterator[Statement]:
    """The parts that are never another one, whatever the argument is."""
    pairs = [pair for trial in case.trials if (pair := _pair(case, trial))]
    often = [(name, b, a) for name, b, a in pairs if case.argument(a, times)]
    parts = range(len(case.exercise.parts))
    same = [part for part in parts if all(_equal(case.got_part(b, part), case.got_part(a, part)) for _n, b, a in often)]
    failed = sum(trial.violation is not None for trial in case.trials)
    if same and len(often) >= ENOUGH <= failed:
        names = "`, `".join(case.exercise.parts[part] for part in same)
        yield Statement(STAYS, values={"parts": names, "argument": often[0][0]})


def _equal(a: Array | None, b: Array | None) -> bool:
    return a is not None and b is not None and np.array_equal(a, b)


def _pair(case: Case, trial: Tried) -> tuple[str, int, int] | None:
    """The argument in which the two calls of an example differ, which is 0 in the first, and the two."""
    if len(trial.asked) != 2:
        return None
    before, after = trial.asked
    pairs = zip(case.exercise.parameters, case.question(before), case.question(after), strict=False)
    other = [(name, a) for name, a, b in pairs if a is not b and not np.array_equal(a, b)]
    return (other[0][0], before, after) if [a for _name, a in other] == [0] else None


def _change(case: Case, trial: Tried, times: str) -> Change | None:
    """What is changed of the part that is found wrong, and what should be."""
    found, pair = trial.violation, _pair(case, trial)
    if not isinstance(found, WrongValue) or pair is None or found.part not in case.exercise.parts:
        return None
    _argument, before, after = pair
    start = case.got_part(before, case.exercise.parts.index(found.part))
    if start is None or start.shape != found.got.shape:
        return None
    often, rows = int(case.argument(after, times)), len(case.call(after)[0])
    return Change(found.part, often, rows, found.got - start, found.expected - start)


def of_changes(changes: Sequence[Change], times: str) -> Iterator[Statement]:
    """What the changes are to the right ones, where there is one step."""
    part = changes[0].part
    once = [change for change in changes if change.times == 1 and change.right.any()]
    if len(once) < ENOUGH or any(change.part != part for change in once):
        return
    values = {"part": part, "times": times}
    largest = int(np.argmax(np.abs(once[0].right)))
    c = float(once[0].got.ravel()[largest] / once[0].right.ravel()[largest])
    if c and all(change.is_(c) for change in once):
        advice = SIGN if c < 0 else NOTHING
        yield Statement(
            MINUS if abs(c + 1) < NEAR else FACTOR, values={**values, "c": words(round(c, 3))}, advice=advice
        )
    if len({change.rows for change in once}) > 1 and all(change.is_(1 / change.rows) for change in once):
        yield Statement(OVER, values=values, advice=MEAN)


def of_all(changes: Sequence[Change]) -> Iterator[Text]:
    """What is so of all changes, however many steps they are made of: none, the other way, too small, too large."""
    sizes = [float(np.linalg.norm(change.got)) for change in changes]
    rights = [float(np.linalg.norm(change.right)) for change in changes]
    if len(changes) < ENOUGH or not np.isfinite(sizes).all() or min(rights) == 0:
        return
    if max(sizes) == 0:
        yield STILL
    elif len(changes) >= SEVERAL:
        if all(float(change.got.ravel() @ change.right.ravel()) < 0 for change in changes):
            yield AGAINST
        ratios = np.array(sizes) / np.array(rights)
        if np.all(ratios < 1 - MUCH):
            yield LESS
        elif np.all(ratios > 1 + MUCH):
            yield MORE
