"""Answers that are taken from an argument, as they should be, but are other numbers of it, or other rows."""

from collections.abc import Iterator

import numpy as np

from ...base.text import _
from ...plain.numbers import Array
from .case import Case
from .statement import ENOUGH, Statement

NUMBERS = _("every number of {what} is one of `{argument}`, as it should be, but not always the right one")
ROWS = _("every row of {what} is one of `{argument}`, as it should be, but not always the right one")
WHICH = _("Which index is taken, and from which part of `{argument}`?")
# Of few different numbers much is taken by chance.
DIFFERENT = 5


def taken(case: Case) -> Iterator[Statement]:
    """Whether all that is right, and all that came, stands in one of the arguments."""
    if case.steps or not case.same_shape or len(case.wrong) < ENOUGH:
        return
    for name, array in case.numbers(case.wrong[0]):
        for rows, said in ((True, ROWS), (False, NUMBERS)):
            if name != case.name and array.ndim > rows and _are_taken(case, name, rows):
                yield Statement(said, values={"argument": name}, advice=WHICH.filled(argument=name))


def _are_taken(case: Case, name: str, rows: bool) -> bool:
    different = 0
    for at in case.everywhere:
        own, right, got = dict(case.numbers(at)).get(name), case.right(at), case.got(at)
        if own is None or got is None or not (own.ndim and _items(right, rows) <= _items(own, rows)):
            return False
        if case.is_wrong(at):
            if not _items(got, rows) <= _items(own, rows):
                return False
            different += len(_items(own, rows)) >= DIFFERENT
    return different >= ENOUGH


def _items(array: Array, rows: bool) -> set[tuple[float, ...]]:
    """Its rows, or its numbers."""
    if not array.size:
        return set()
    table = array.reshape(-1, array.shape[-1]) if rows and array.ndim else array.reshape(-1, 1)
    return set(map(tuple, np.asarray(table, dtype=np.float64).tolist()))
