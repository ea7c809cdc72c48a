"""Answers that are wrong for the kind of number: what an array of integers cannot hold, and what no number holds."""

from collections.abc import Iterator

import numpy as np

from ...base.text import _
from ...plain.numbers import Array
from ...plain.outcomes import Raised
from .case import Case
from .statement import ENOUGH, Foretold, Statement

TRUNCATED = _("where `{argument}` holds integers, {what} has lost its decimals; elsewhere it is right")
LIKE = _(
    "`np.zeros_like`, `np.empty_like` and `copy` make an array of the same kind as the old one: here, of integers."
)
NOT_FINITE = _("wherever {what} is wrong it is NaN or infinite")
INFINITE = _("wherever {what} is wrong, it should be infinite, and is a finite number")
NO_CHANCES = _("the calls that fail were given chances that are NaN, which is no number")
FRACTIONS = _("whole numbers are asked for, such as indices, and {what} has decimals")
ON_THE_WAY = _("Where is a division by 0, a logarithm of 0, or `np.exp` of more than 709, which is infinite?")


def truncated(case: Case) -> Iterator[Statement]:
    """What is right, without decimals where an argument is of integers."""
    if not case.same_shape or case.decides:
        return
    for name in case.exercise.parameters:
        for arrays in (False, True):
            if all(_is_whole(case.argument(at, name), arrays) for at in case.wrong):
                yield Statement(TRUNCATED, _cut(case, name, arrays), {"argument": name}, LIKE, whole=True)


def _is_whole(value: object, array: bool) -> bool:
    if array:
        return isinstance(value, np.ndarray) and value.dtype.kind in "iu"
    return np.asarray(value).dtype.kind in "iu" if isinstance(value, (int, np.ndarray)) else False


def _cut(case: Case, name: str, arrays: bool) -> Foretold:
    def foretold(at: int) -> Array:
        return np.trunc(case.right(at)) if _is_whole(case.argument(at, name), arrays) else case.right(at)

    return foretold


def not_finite(case: Case) -> Iterator[Statement]:
    """Whatever is wrong is no number, where there should be one."""
    right = len(case.scope) - sum(map(case.is_wrong, case.scope))
    if not case.same_shape or len(case.wrong) < ENOUGH or right < ENOUGH:
        return
    if all(_is_no_number(case, at) for at in case.everywhere):
        yield Statement(NOT_FINITE, advice=ON_THE_WAY)


def _is_no_number(case: Case, at: int) -> bool:
    got, bad = case.got(at), case.bad(at)
    if got is None or bad is None:
        return False
    return bool(np.all(np.isfinite(case.right(at)[bad]) & ~np.isfinite(got[bad])))


def infinite(case: Case) -> Iterator[Statement]:
    """Whatever is wrong should be infinite, and is not."""
    if case.same_shape and len(case.wrong) >= ENOUGH and all(_should_be_infinite(case, at) for at in case.everywhere):
        yield Statement(INFINITE)


def _should_be_infinite(case: Case, at: int) -> bool:
    got, bad = case.got(at), case.bad(at)
    return got is not None and bad is not None and bool(np.all(np.isinf(case.right(at)[bad]) & np.isfinite(got[bad])))


def no_chances(case: Case) -> Iterator[Statement]:
    """What is drawn with chances that are no numbers ends in an error that says so."""
    broken = [trial.asked[-1] for trial in case.trials if trial.violation is not None and trial.asked]
    outcomes = [case.evidence.outcomes[at] for at in broken]
    said = [isinstance(found, Raised) and "contain nan" in found.message.lower() for found in outcomes]
    if len(said) >= ENOUGH and all(said):
        yield Statement(NO_CHANCES, advice=ON_THE_WAY)


def fractions(case: Case) -> Iterator[Statement]:
    """Decimals in all answers that are wrong, where what is right never has any."""
    asked = all(_is_all_whole(case.right(at)) for at in case.everywhere)
    given = all((got := case.got(at)) is not None and not _is_all_whole(got) for at in case.wrong)
    if len(case.wrong) >= ENOUGH and asked and given:
        yield Statement(FRACTIONS)


def _is_all_whole(array: Array) -> bool:
    return bool(np.all(array == np.round(array)))
