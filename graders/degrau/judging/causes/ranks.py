"""Answers that are right for single numbers and not for arrays, or the other way round."""

from collections.abc import Iterator, Mapping

import numpy as np

from ...base.text import Text, _
from .case import Case
from .statement import ENOUGH, Statement

NOT_FOR = _("{what} is right for {right}, but not for {wrong}")
BOTH = _("What NumPy has takes both: `np.exp(x)`, `np.where(x > 0, …)`, and `+ - * /` too.")
NUMBERS, VECTORS, TABLES = _("single numbers"), _("arrays with one axis"), _("arrays with two axes or more")
ARRAYS, AND = _("arrays"), _("{a} and {b}")
KINDS = (NUMBERS, VECTORS, TABLES)


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
            kind = min(max(array.ndim for array in arrays), len(KINDS) - 1)
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
    first, *rest = (KINDS[kind] for kind in sorted(kinds))
    for other in rest:
        first = AND.filled(a=first, b=other)
    return first
