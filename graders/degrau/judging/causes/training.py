"""Answers of functions that go through epochs, or steps: how far they are right, and what each step is made with."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from ...base.text import _
from ...plain.numbers import Array
from ..draw import Args
from .case import Case
from .statement import ENOUGH, Statement

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
    words = EARLIER if not capped else FIRST_ALONE if k == 1 else CAPPED
    yield Statement(words, values=values)


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
    for words, together in ((TOGETHER, True), (ONE_BY_ONE, False)):
        if all(_is_gone(case, times, at, anew, together) for at in order):
            yield Statement(words, values={"parts": _names(case, anew)})


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
