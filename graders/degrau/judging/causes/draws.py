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
EQUALLY = _("whatever comes comes equally often, where some should come more often than others")
ADVICE = _("Which chances does the draw get, and from which generator?")
NEVER = _("some of what should come now and then never comes; what comes may come")
MANY = 100
# What comes so often among right draws does not stay away by chance.
OFTEN = 30
# So far from its mean, in its deviations, a count of draws that are equally likely may be.
FAR = 5.0


def draws(case: Case) -> Iterator[Statement]:
    """What holds of the draws in all examples that were found wrong."""
    broken = [found for found in case.trials if found.violation is not None and found.asked]
    if len(broken) < ENOUGH_OF_DRAWS:
        return
    found = [drawn for trial in broken if (drawn := _drawn(case, trial.asked[0])) is not None]
    if len(found) < len(broken):
        return
    if all(len(np.unique(drawn)) == 1 for drawn in found):
        yield Statement(ALWAYS, advice=ADVICE)
    elif all(_lacks(case, trial.asked[0], drawn) for trial, drawn in zip(broken, found, strict=True)):
        yield Statement(NEVER, advice=ADVICE)
    elif all(_is_even(drawn) for drawn in found):
        yield Statement(EQUALLY, advice=ADVICE)


def _drawn(case: Case, at: int) -> Array | None:
    """The numbers that a script of many draws gives."""
    outcome, question = case.evidence.outcomes[at], case.question(at)
    if not question or not isinstance(question[0], Script) or not isinstance(outcome, Returned):
        return None
    numbers = as_numbers(outcome.value)
    return numbers if numbers is not None and numbers.ndim == 1 and len(numbers) >= MANY else None


def _lacks(case: Case, at: int, drawn: Array) -> bool:
    """Whether something never came that comes often among right draws, and nothing else came."""
    if not case.can_ask:
        return False
    outcome = case.right_outcome(at)
    right = as_numbers(outcome.value) if isinstance(outcome, Returned) else None
    if right is None:
        return False
    values, counts = np.unique(right, return_counts=True)
    return bool(np.isin(drawn, values).all() and np.setdiff1d(values[counts >= OFTEN], drawn).size)


def _is_even(drawn: Array) -> bool:
    """Whether each of several numbers comes as often as the others, as far as so many draws can tell."""
    _values, counts = np.unique(drawn, return_counts=True)
    mean = len(drawn) / len(counts)
    return len(counts) > 1 and bool(np.all(np.abs(counts - mean) <= FAR * np.sqrt(mean)))
