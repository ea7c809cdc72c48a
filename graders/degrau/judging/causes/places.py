"""Answers that are right in some places alone: at one end of an axis, or for single numbers and not for arrays."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from ...base.text import Text, _
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
NOT_FOR = _("{what} is right for {right}, but not for {wrong}")
BOTH = _("What NumPy has takes both: `np.exp(x)`, `np.where(x > 0, …)`, and `+ - * /` too.")
NUMBERS, VECTORS, TABLES = _("single numbers"), _("arrays with one axis"), _("arrays with two axes or more")
ARRAYS, AND = _("arrays"), _("{a} and {b}")
RANKS = (NUMBERS, VECTORS, TABLES)


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


def ranks(case: Case) -> Iterator[Statement]:
    """How many axes what comes in may have, by all ordinary calls: whatever is wrong fails for all of a kind."""
    found = _found(case)
    right = [kind for kind, wrong in found.items() if len(wrong) >= ENOUGH and not any(wrong)]
    wrong = [kind for kind, wrong in found.items() if len(wrong) >= ENOUGH and all(wrong)]
    if right and wrong and len(right) + len(wrong) == len(found):
        yield Statement(NOT_FOR, values={"right": _named(right), "wrong": _named(wrong)}, advice=BOTH)


def _found(case: Case) -> Mapping[int, list[bool]]:
    """Whether the calls are wrong, by the most axes that their arguments have; arrays of one number are neither."""
    names = _varying(case)
    found: dict[int, list[bool]] = {}
    for at in case.ordinary if names else ():
        arrays = [array for name, array in case.numbers(at) if name in names]
        sizes = [array.size for array in arrays]
        if arrays and all(size > 1 or not array.ndim for size, array in zip(sizes, arrays, strict=True)):
            kind = min(max(array.ndim for array in arrays), len(RANKS) - 1)
            found.setdefault(kind, []).append(case.is_wrong_anywhere(at))
    return found


def _varying(case: Case) -> set[str]:
    """The arguments that may be single numbers as well as arrays."""
    axes: dict[str, set[int]] = {}
    for at in case.ordinary:
        for name, array in case.numbers(at):
            axes.setdefault(name, set()).add(np.ndim(array))
    return {name for name, found in axes.items() if 0 in found and len(found) > 1}


def _named(kinds: list[int]) -> Text:
    if set(kinds) == {1, 2}:
        return ARRAYS
    first, *rest = (RANKS[kind] for kind in sorted(kinds))
    for other in rest:
        first = AND.filled(a=first, b=other)
    return first
