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
    """Of what is wrong in all calls, whether it is at one end alone, or leaves one alone, by no chance."""
    wrong = [at for at in case.everywhere if case.is_wrong(at)]
    masks = {at: mask for at in wrong if (mask := case.bad(at)) is not None}
    dimensions = {mask.ndim for mask in masks.values()}
    if len(masks) < len(wrong) or len(dimensions) != 1 or any(map(case.is_doubtful, case.everywhere)):
        return
    for axis, kind in enumerate(KINDS.get(dimensions.pop(), ("index",))):
        found = [(_by_index(mask, axis), _by_index(case.right(at) != 0, axis)) for at, mask in masks.items()]
        several = [bad for bad, _some in found if len(bad) > 1]
        if len(several) >= ENOUGH and len(several) >= len(masks) / 2:
            yield from _wrong_alone(several, kind)
            yield from _right_alone(found, several, kind)


def _by_index(mask: Array, axis: int) -> Array:
    """Whether anything is so at each index of the axis."""
    return np.asarray(mask.any(axis=tuple(a for a in range(mask.ndim) if a != axis)))


def _wrong_alone(several: Sequence[Array], kind: str) -> Iterator[Statement]:
    chance = float(np.prod([1 / len(bad) for bad in several]))
    for end, said in ((0, FIRST_WRONG), (-1, LAST_WRONG)):
        if chance < CHANCE and not any(np.delete(bad, end).any() for bad in several):
            yield Statement(said[kind])


def _right_alone(found: Sequence[tuple[Array, Array]], several: Sequence[Array], kind: str) -> Iterator[Statement]:
    for end, said, advice in ((0, FIRST_RIGHT, KEPT), (-1, LAST_RIGHT, NOTHING)):
        share = np.concatenate([np.delete(bad, end) for bad in several]).mean()
        # Where there are but zeros, most of what is wrong is right.
        something = any(some[end] for _bad, some in found if len(some))
        right = not any(bad[end] for bad, _some in found if len(bad))
        if right and something and (1 - share) ** len(several) < CHANCE:
            yield Statement(said[kind], advice=advice)
