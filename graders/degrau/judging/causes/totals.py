"""Answers whose rows or columns do not add up to what they should."""

from collections.abc import Iterator

import numpy as np

from ...base.text import Text, _
from ...plain.numbers import Array
from .case import Case
from .statement import ENOUGH, Statement

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


def totals(case: Case) -> Iterator[Statement]:
    """The totals of rows or columns, where those of right answers are always 1, or 0."""
    if not case.same_shape or case.steps or len(case.wrong) < ENOUGH:
        return
    dimensions = {case.right(at).ndim for at in case.everywhere}
    for said, axis in ((NUMBERS, -1),) if dimensions == {1} else ((ROWS, -1), (COLUMNS, 0)):
        for total in TOTALS:
            if dimensions <= {1, 2} and 0 not in dimensions and _always(case, axis, total):
                yield from _compared(case, said, axis, total)


def _always(case: Case, axis: int, total: float) -> bool:
    """Whether the totals of what is right are always this one, and are of several numbers often enough."""
    rights = [case.right(at) for at in case.everywhere]
    several = [right for right in rights if right.size and right.shape[axis] > 1 and right.any()]
    return len(several) >= ENOUGH and all(_largest_error(right, right, axis, total) <= NEAR for right in several)


def _largest_error(a: Array, right: Array, axis: int, total: float) -> float:
    """How far the totals are from this one, beside the size of what is added."""
    sizes = np.maximum(np.sum(np.abs(right), axis=axis), 1.0 if total else np.finfo(float).tiny)
    return float(np.max(np.abs(np.sum(a, axis=axis) - total) / sizes, initial=0.0))


def _compared(case: Case, said: Text, axis: int, total: float) -> Iterator[Statement]:
    errors = [
        _largest_error(got, case.right(at), axis, total)
        for at in case.wrong
        if (got := case.got(at)) is not None and got.size and got.shape[axis] > 1
    ]
    values = {"total": f"{total:g}"}
    if len(errors) >= ENOUGH and min(errors) > FAR:
        yield Statement(said, values=values)
    elif len(errors) >= ENOUGH and len(errors) == len(case.wrong) and max(errors) <= NEAR:
        yield Statement(KEPT[said], values=values, advice=BEFORE)
