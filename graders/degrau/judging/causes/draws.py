"""What is drawn again and again with one generator: always the same, or all alike."""

from collections.abc import Iterator

import numpy as np

from ...base.text import _
from ...plain.call import Script
from ...plain.numbers import Array, as_numbers
from ...plain.outcomes import Returned
from .case import Case
from .lawful import ENOUGH_OF_DRAWS
from .statement import Statement

ALWAYS = _(
    "in every cell that was tried, all draws give the same: nothing is left to chance, or the generator begins anew"
)
ALWAYS_THERE = _("in the cells that fail, all draws give the same: nothing is left to chance there")
EQUALLY = _("whatever comes comes equally often, where some should come more often than others")
ADVICE = _("Which chances does the draw get, and from which generator?")
NEVER = _("some of what should come now and then never comes; what comes may come")
FURTHER = _("now and then something comes that should come hardly ever, or never")
MATCHED = _(
    "the chances are right, and go to the wrong ones: what comes often should come seldom, or the other way round"
)
SHARPER = _("what should come most often comes more often still: the chances are too far apart")
FLATTER = _("what should come most often comes too seldom: the chances are too close to each other")
MANY = 100
# What comes so often among right draws, together, does not stay away by chance; and what comes so often is no rarity.
OFTEN, SEVERAL = 20, 5
# So far from its mean, in its deviations, a count of draws that are equally likely may be.
FAR = 5.0
# That something comes too often, or too seldom, in each of several examples that are wrong, is seen from here on.
ASIDE = 3.5


def alike(case: Case) -> Iterator[Statement]:
    """All draws the same, in all examples or in those that were found wrong."""
    broken = _broken(case)
    if broken and all(_is_same(drawn) for _at, drawn in broken):
        drawn = [found for trial in case.trials if trial.asked and (found := _drawn(case, trial.asked[0])) is not None]
        yield Statement(ALWAYS if all(map(_is_same, drawn)) else ALWAYS_THERE, advice=ADVICE)


def _is_same(drawn: Array) -> bool:
    return len(np.unique(drawn)) == 1


def draws(case: Case) -> Iterator[Statement]:
    """What holds of the draws in all examples that were found wrong."""
    broken = _broken(case)
    if not broken:
        return
    if all(_lacks(case, at, drawn) for at, drawn in broken):
        yield Statement(NEVER, advice=ADVICE)
    elif all(_is_even(drawn) for _at, drawn in broken):
        yield Statement(EQUALLY, advice=ADVICE)
    elif case.can_ask:
        if all(_adds(case, at, drawn) for at, drawn in broken):
            yield Statement(FURTHER, advice=ADVICE)
        pairs = [_counted(case, at, drawn) for at, drawn in broken]
        yield from (Statement(said, advice=ADVICE) for said, holds in COMPARED if all(map(holds, pairs)))


def _broken(case: Case) -> list[tuple[int, Array]]:
    """The many draws of each example that was found wrong; none where they are too few, or something else is wrong."""
    asked = [trial.asked[0] for trial in case.trials if trial.violation is not None and trial.asked]
    found = [(at, drawn) for at in asked if (drawn := _drawn(case, at)) is not None]
    return found if len(found) == len(asked) >= ENOUGH_OF_DRAWS else []


def _drawn(case: Case, at: int) -> Array | None:
    """The numbers that a script of many draws gives."""
    outcome, question = case.evidence.outcomes[at], case.question(at)
    if not question or not isinstance(question[0], Script) or not isinstance(outcome, Returned):
        return None
    numbers = as_numbers(outcome.value)
    return numbers if numbers is not None and numbers.ndim == 1 and len(numbers) >= MANY else None


def _right(case: Case, at: int) -> Array | None:
    """The numbers that a right solution draws in a call."""
    outcome = case.right_outcome(at)
    return as_numbers(outcome.value) if isinstance(outcome, Returned) else None


def _lacks(case: Case, at: int, drawn: Array) -> bool:
    """Whether something never came that comes often among right draws, and nothing else came."""
    if not case.can_ask:
        return False
    right = _right(case, at)
    if right is None:
        return False
    return bool(np.isin(drawn, right).all() and np.sum(~np.isin(right, drawn)) >= OFTEN)


def _adds(case: Case, at: int, drawn: Array) -> bool:
    """Whether what never came among right draws comes several times."""
    right = _right(case, at)
    return right is not None and bool(np.sum(~np.isin(drawn, right)) >= SEVERAL)


def _counted(case: Case, at: int, drawn: Array) -> tuple[Array, Array]:
    """How often each of the words came among right draws, and how often it comes; nothing where others come, too."""
    right = _right(case, at)
    if right is None or not np.isin(drawn, right).all():
        return np.zeros(0), np.zeros(0)
    words = np.unique(right)
    return np.array([np.sum(right == word) for word in words]), np.array([np.sum(drawn == word) for word in words])


def _far(right: Array, got: Array) -> Array:
    """By how many deviations each count is larger than among right draws."""
    return np.asarray((got - right) / np.sqrt(np.maximum(got + right, 1)))


def _is_matched(pair: tuple[Array, Array]) -> bool:
    """Whether the counts are the right ones, but for other words."""
    right, got = pair
    apart = _far(right, got)
    alike = np.abs(_far(np.sort(right), np.sort(got)))
    return bool(apart.size and np.max(np.abs(apart)) > FAR > np.max(alike))


def _is_sharper(pair: tuple[Array, Array]) -> bool:
    return bool(pair[0].size and _far(*pair)[np.argmax(pair[0])] > ASIDE)


def _is_flatter(pair: tuple[Array, Array]) -> bool:
    return bool(pair[0].size and _far(*pair)[np.argmax(pair[0])] < -ASIDE)


COMPARED = ((MATCHED, _is_matched), (SHARPER, _is_sharper), (FLATTER, _is_flatter))


def _is_even(drawn: Array) -> bool:
    """Whether each of several numbers comes as often as the others, as far as so many draws can tell."""
    _values, counts = np.unique(drawn, return_counts=True)
    mean = len(drawn) / len(counts)
    return len(counts) > 1 and bool(np.all(np.abs(counts - mean) <= FAR * np.sqrt(mean)))
