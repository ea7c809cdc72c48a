"""Answers whose rows or columns do not add up to what they should."""

from collections.abc import Iterator

import numpy as np

from ...base.text import Text, _
from ...plain.numbers import Array
from .case import Case
from .statement import ENOUGH, NOTHING, Statement

ROWS = _("the numbers of each row of {what} should add up to {total}, and do not")
COLUMNS = _("the numbers of each column of {what} should add up to {total}, and do not")
NUMBERS = _("the numbers of {what} should add up to {total}, and do not")
KEPT = {
    ROWS: _("the numbers of each row of {what} add up to {total}, as they should, but are other ones"),
    COLUMNS: _("the numbers of each column of {what} add up to {total}, as they should, but are other ones"),
    NUMBERS: _("the numbers of {what} add up to {total}, as they should, but are other ones"),
}
BEFORE = _("What is done last, so that they add up, seems right: look at what goes into it.")
NEAR, FAR = 1e-9, 1e-4
TOTALS = (1.0, 0.0)


def broken(case: Case) -> Iterator[Statement]:
    """Totals that should be 1, or 0, and are not in any wrong call."""
    for said, values, errors in _compared(case):
        if min(errors) > FAR:
            yield Statement(said, values=values)


def kept(case: Case) -> Iterator[Statement]:
    """Totals that are what they should be, though the numbers are not."""
    for said, values, errors in _compared(case):
        if len(errors) == len(case.wrong) and max(errors) <= NEAR:
            # A softmax comes last; what adds up to 0 may have been made so anywhere.
            yield Statement(KEPT[said], values=values, advice=NOTHING if values["total"] == "0" else BEFORE)


def _compared(case: Case) -> Iterator[tuple[Text, dict[str, object], list[float]]]:
    """Rows, or columns, whose totals are always the same in right answers, and how far those of wrong ones are off."""
    if not case.same_shape or case.steps or len(case.wrong) < ENOUGH:
        return
    dimensions = {case.right(at).ndim for at in case.everywhere}
    if not dimensions <= {1, 2}:
        return
    for said, axis in ((NUMBERS, -1),) if dimensions == {1} else ((ROWS, -1), (COLUMNS, 0)):
        for total in TOTALS:
            errors = _errors(case, axis, total) if _always(case, axis, total) else []
            if len(errors) >= ENOUGH:
                yield said, {"total": f"{total:g}"}, errors


def _errors(case: Case, axis: int, total: float) -> list[float]:
    """Of each wrong call, of those in which several numbers are added."""
    return [
        _largest_error(got, case.right(at), axis, total)
        for at in case.wrong
        if (got := case.got(at)) is not None and got.size and got.shape[axis] > 1
    ]


def _always(case: Case, axis: int, total: float) -> bool:
    """Whether the totals of what is right are always this one, and are of several numbers often enough."""
    rights = [case.right(at) for at in case.everywhere]
    several = [right for right in rights if right.size and right.shape[axis] > 1 and right.any()]
    return len(several) >= ENOUGH and all(_largest_error(right, right, axis, total) <= NEAR for right in several)


def _largest_error(a: Array, right: Array, axis: int, total: float) -> float:
    """How far the totals are from this one, beside the size of what is added."""
    sizes = np.maximum(np.sum(np.abs(right), axis=axis), 1.0 if total else np.finfo(float).tiny)
    return float(np.max(np.abs(np.sum(a, axis=axis) - total) / sizes, initial=0.0))
