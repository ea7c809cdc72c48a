"""Answers of functions that go through epochs, or steps: how far they are right, and what each step is made with.

Where only the law knows what is right, it asks twice, once with none of them: then it is what they change.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...base.text import Text, _
from ...plain.numbers import Array
from ..draw import Args
from ..violations import WrongValue
from .case import Case
from .evidence import Tried
from .scale import MEAN, SIGN, words
from .statement import ENOUGH, NOTHING, Statement

CAPPED = _("what comes back as `{parts}` is right after {k} of `{times}`, if more are asked for: it goes no further")
FIRST_ALONE = _(
    "what comes back as `{parts}` is right after the first of `{times}`: it ends there, or begins anew each time"
)
EARLIER = _(
    "what comes back as `{parts}` is right after fewer epochs than `{times}` says: it ends too soon, or goes back"
)
TOGETHER = _(
    "what comes back as `{parts}` is what one step with all examples in each epoch gives, not one for each of them"
)
ONE_BY_ONE = _(
    "what comes back as `{parts}` is what a step for each example gives, not one with all of them in each epoch"
)
SORTED = _("`{record}` has the right numbers, but from the largest to the smallest")
CUT = _("`{record}` is right as far as it goes, but too short")
ONE_RIGHT = _("in every call, `{record}` is right for the first of `{times}`; what is wrong begins with the second")
FIRST_RIGHT = _("in every call, `{record}` is right for the first {k} of `{times}`; what is wrong begins after them")
NEVER = _("in the calls that were tried, the answer is wrong exactly where `{times}` is 0")
UP_TO = _(
    "in the calls that were tried, the answer is right where `{times}` is at most {k}; of the wrong ones, the least "
    "has {m}"
)
LATER = _("What is different then: a rate, an order, something that should be kept, or begun anew?")
TIMES = ("epochs", "steps")
# So many calls are tried before all the others; where it would take longer than this, nothing is said.
TRIED, MOST_EPOCHS, MOST_STEPS = 4, 60, 600
HALF = 0.5
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


def training(case: Case) -> Iterator[Statement]:
    """What is true of all calls, whatever they are made for: of one property, few may be wrong."""
    times, wrong, anew = _gone_through(case)
    if anew and any(_is_wrong(case, at, anew) for at in wrong):
        if case.can_ask:
            yield from _earlier(case, times, wrong, anew)
            yield from _ways(case, times, wrong, anew)
    elif anew:
        for part, name in _records(case, times):
            yield from _unlike(case, wrong, part, name)


def begins(case: Case) -> Iterator[Statement]:
    """How far what is noted of each epoch is right in every call."""
    times, wrong, _anew = _gone_through(case)
    if not wrong:
        return
    often = {at: _times(case, times, at) for at in case.everywhere}
    if all(often[at] == 0 for at in wrong) and len(wrong) == list(often.values()).count(0):
        yield Statement(NEVER, values={"times": times})
    yield from up_to(times, [(often[at], case.is_wrong_anywhere(at)) for at in case.everywhere])
    for part, name in _records(case, times):
        started = all(len(case.right_part(at, part)) == _times(case, times, at) + 1 for at in wrong)
        firsts = [_first_wrong(case, at, part) for at in wrong]
        k = min(firsts) - started
        if k >= 1 and all(first < _longer(case, at, part) for at, first in zip(wrong, firsts, strict=True)):
            yield Statement(
                ONE_RIGHT if k == 1 else FIRST_RIGHT, values={"record": name, "times": times, "k": k}, advice=LATER
            )


def up_to(times: str, calls: Sequence[tuple[int, bool]]) -> Iterator[Statement]:
    """The least number of times with which a call is wrong, of calls by their number and whether they are.

    Where of those with more times few are wrong, those with fewer are right by chance.
    """
    m = min((n for n, bad in calls if bad), default=0)
    right, later = [n for n, _bad in calls if 1 <= n < m], [bad for n, bad in calls if n >= m]
    if len(right) >= ENOUGH <= sum(later) and sum(later) >= HALF * len(later):
        yield Statement(UP_TO, values={"times": times, "k": max(right), "m": m}, advice=LATER)


def _gone_through(case: Case) -> tuple[str, list[int], list[int]]:
    """The parameter that says how often, the wrong calls, and the parts that go from epoch to epoch; or nothing."""
    times = next((name for name in TIMES if name in case.exercise.parameters), "")
    wrong = [at for at in case.everywhere if case.is_wrong_anywhere(at)] if times else []
    if len(wrong) < ENOUGH or any(case.got_part(at, 0) is None for at in wrong):
        return "", [], []
    return times, wrong, [case.exercise.parts.index(n) for n in case.exercise.parameters if n in case.exercise.parts]


def _records(case: Case, times: str) -> Iterator[tuple[int, str]]:
    """The parts that have an entry for each epoch, or one more; fewer where it ended by itself."""
    for part, name in enumerate(case.exercise.parts):
        rights = [(at, case.right_part(at, part)) for at in case.everywhere]
        alone = name not in case.exercise.parameters
        if alone and all(right.ndim and len(right) <= _times(case, times, at) + 1 for at, right in rights):
            yield part, name


def _is_wrong(case: Case, at: int, parts: Sequence[int]) -> bool:
    return any(not _near(case, at, part, case.right_part(at, part)) for part in parts)


def _near(case: Case, at: int, part: int, foretold: Any) -> bool:
    got, told = case.got_part(at, part), np.asarray(foretold, dtype=np.float64)
    return got is not None and got.shape == told.shape and bool(case.evidence.near(at, part, got, told).all())


def _times(case: Case, times: str, at: int) -> int:
    return int(case.argument(at, times))


def _with(case: Case, args: Sequence[Any], **other: Any) -> Args:
    """The arguments with some in the place of those of these names."""
    return tuple(other.get(name, arg) for name, arg in zip(case.exercise.parameters, args, strict=False))


def _names(case: Case, parts: Sequence[int]) -> str:
    return "`, `".join(case.exercise.parts[part] for part in parts)


def _earlier(case: Case, times: str, wrong: Sequence[int], anew: Sequence[int]) -> Iterator[Statement]:
    """What an earlier epoch had, wherever it is wrong; which one that is, if it is always the same."""
    found: list[int] = []
    for at in (at for at in wrong if _is_wrong(case, at, anew)):
        k = next(
            (k for k in range(min(_times(case, times, at), MOST_EPOCHS)) if _is_of(case, times, at, k, anew)), None
        )
        if k is None:
            return
        found.append(k)
    if len(found) < ENOUGH:
        return
    k = max(found)
    capped = k > 0 and all(_is_of(case, times, at, min(k, _times(case, times, at)), anew) for at in case.everywhere)
    values = {"k": k, "times": times, "parts": _names(case, anew)}
    said = EARLIER if not capped else FIRST_ALONE if k == 1 else CAPPED
    yield Statement(said, values=values)


def _is_of(case: Case, times: str, at: int, k: int, anew: Sequence[int]) -> bool:
    fewer = _with(case, case.call(at), **{times: k})
    right = case.known(f"after {k}", at, lambda: case.probes.facts.reference(*fewer))
    return all(_near(case, at, part, right[part]) for part in anew)


def _ways(case: Case, times: str, wrong: Sequence[int], anew: Sequence[int]) -> Iterator[Statement]:
    """All examples together in one step, or each in its own."""
    if not {"X", "y"} <= set(case.exercise.parameters):
        return
    steps = {at: _times(case, times, at) * len(case.argument(at, "X")) for at in case.everywhere}
    if max(steps[at] for at in wrong) > MOST_STEPS:
        return
    right = [at for at in case.everywhere if at not in wrong and steps[at] <= MOST_STEPS]
    order = (*sorted(wrong, key=steps.__getitem__), *right)
    for said, together in ((TOGETHER, True), (ONE_BY_ONE, False)):
        if all(_is_gone(case, times, at, anew, together) for at in order):
            yield Statement(said, values={"parts": _names(case, anew)})


def _is_gone(case: Case, times: str, at: int, anew: Sequence[int], together: bool) -> bool:
    end = case.known(f"together {together}", at, lambda: _gone(case, times, at, anew, together))
    return all(_near(case, at, part, value) for part, value in zip(anew, end, strict=True))


def _gone(case: Case, times: str, at: int, anew: Sequence[int], together: bool) -> list[Array]:
    """What there is in the end, each step being asked of the reference with one example."""
    names, args = [case.exercise.parts[part] for part in anew], case.call(at)
    X, y = case.argument(at, "X"), case.argument(at, "y")
    now = [np.asarray(case.argument(at, name), dtype=np.float64) for name in names]
    for _epoch in range(_times(case, times, at)):
        start, moves = now, [np.zeros(value.shape) for value in now]
        for i in range(len(X)):
            one = dict(zip(names, now, strict=True)) | {times: 1, "X": X[i : i + 1], "y": y[i : i + 1]}
            found = case.probes.facts.reference(*_with(case, args, **one))
            ends = [np.asarray(found[part], dtype=np.float64) for part in anew]
            moves = [move + end - old for move, end, old in zip(moves, ends, start, strict=True)]
            now = now if together else ends
        now = [old + move for old, move in zip(start, moves, strict=True)] if together else now
    return now


def _unlike(case: Case, wrong: Sequence[int], part: int, name: str) -> Iterator[Statement]:
    """The record alone is wrong: it is in another order, or too short."""
    got = {at: array for at in wrong if (array := case.got_part(at, part)) is not None and array.ndim}
    right = {at: case.right_part(at, part) for at in wrong}
    if len(got) == len(wrong) and all(_near(case, at, part, np.sort(right[at], axis=0)[::-1]) for at in wrong):
        yield Statement(SORTED, values={"record": name})
    if len(got) == len(wrong) and all(_near(case, at, part, right[at][: len(got[at])]) for at in wrong):
        yield Statement(CUT, values={"record": name})


def _first_wrong(case: Case, at: int, part: int) -> int:
    """The number of the first entry that is wrong, or not there."""
    got, expected = case.got_part(at, part), case.evidence.expected(at)
    assert expected is not None
    low, high = expected[part].lowest, expected[part].highest
    if got is None or not got.ndim or got.shape[1:] != low.shape[1:]:
        return 0
    most = min(len(got), len(low))
    fits = [bool(np.all((got[k] >= low[k]) & (got[k] <= high[k]))) for k in range(most)]
    return fits.index(False) if False in fits else most


def _longer(case: Case, at: int, part: int) -> int:
    """How many entries there are, or should be."""
    got = case.got_part(at, part)
    return max(len(case.right_part(at, part)), 0 if got is None or not got.ndim else len(got))


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


def judged_by_law(case: Case) -> Iterator[tuple[str, Statement]]:
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
