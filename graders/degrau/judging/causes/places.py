"""Answers that are always right at one end, or wrong only there: an entry, a row, a column, whatever has that index."""

from collections.abc import Iterator, Sequence

import numpy as np

from ...base.text import _
from ...plain.numbers import Array
from .case import Case
from .statement import ENOUGH, NOTHING, Statement

FIRST_RIGHT = {
    "entry": _("in every call, the first entry of {what} is right; what is wrong begins with the second"),
    "row": _("in every call, the first row of {what} is right; what is wrong begins with the second"),
    "column": _("in every call, the first column of {what} is right; what is wrong begins with the second"),
    "index": _(
        "in every call, {what} is right where the index of its first axis is 0; what is wrong begins with the next one"
    ),
}
LAST_RIGHT = {
    "entry": _("in every call, the last entry of {what} is right; what is wrong comes before it"),
    "row": _("in every call, the last row of {what} is right; what is wrong comes before it"),
    "column": _("in every call, the last column of {what} is right; what is wrong comes before it"),
    "index": _("in every call, {what} is right at the last index of its first axis; what is wrong comes before it"),
}
FIRST_WRONG = {
    "entry": _("wherever {what} is wrong, it is in its first entry alone"),
    "row": _("wherever {what} is wrong, it is in its first row alone"),
    "column": _("wherever {what} is wrong, it is in its first column alone"),
    "index": _("wherever {what} is wrong, it is at the first index of its first axis alone"),
}
LAST_WRONG = {
    "entry": _("wherever {what} is wrong, it is in its last entry alone"),
    "row": _("wherever {what} is wrong, it is in its last row alone"),
    "column": _("wherever {what} is wrong, it is in its last column alone"),
    "index": _("wherever {what} is wrong, it is at the last index of its first axis alone"),
}
KEPT = _("What is different from then on: something that should be kept, or begun anew, or another index?")
KINDS: dict[int, tuple[str, ...]] = {0: (), 1: ("entry",), 2: ("row", "column")}
CHANCE = 1e-3


def places(case: Case) -> Iterator[Statement]:
    """Of what is wrong in all calls, whether it leaves one end alone, or is there alone, by no chance."""
    wrong = [at for at in case.everywhere if case.is_wrong(at)]
    masks = [mask for at in wrong if (mask := case.bad(at)) is not None]
    dimensions = {mask.ndim for mask in masks}
    if len(masks) < len(wrong) or len(dimensions) != 1 or any(map(case.is_doubtful, case.everywhere)):
        return
    for axis, kind in enumerate(KINDS.get(dimensions.pop(), ("index",))):
        slices = [_by_index(mask, axis) for mask in masks if mask.shape[axis] > 1]
        if len(slices) >= ENOUGH and len(slices) >= len(masks) / 2:
            yield from _told(slices, [_by_index(mask, axis) for mask in masks], kind)


def _by_index(mask: Array, axis: int) -> Array:
    """Whether anything is wrong at each index of the axis."""
    return np.asarray(mask.any(axis=tuple(a for a in range(mask.ndim) if a != axis)))


def _told(slices: Sequence[Array], every: Sequence[Array], kind: str) -> Iterator[Statement]:
    for end, rights, wrongs in ((0, FIRST_RIGHT, FIRST_WRONG), (-1, LAST_RIGHT, LAST_WRONG)):
        others = np.concatenate([np.delete(found, end) for found in slices])
        if not any(found[end] for found in every) and (1 - others.mean()) ** len(slices) < CHANCE:
            yield Statement(rights[kind], advice=NOTHING if end else KEPT)
        alone = float(np.prod([1 / len(found) for found in slices]))
        if not others.any() and alone < CHANCE:
            yield Statement(wrongs[kind])
