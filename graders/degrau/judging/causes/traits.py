"""What all answers have in common that right ones have not, where only a law knows what is right."""

from collections.abc import Callable, Iterator

import numpy as np

from ...base.text import Text, _
from ...plain.numbers import Array
from .case import Case
from .statement import ANSWER, ENOUGH, Statement

SAME = _("all the numbers of {part} are the same, in every call")
ROWS = _("all rows of {part} are the same, in every call")
POSITIVE = _("no number of {part} is negative, in any call")
NEGATIVE = _("no number of {part} is positive, in any call")
WHOLE = _("all the numbers of {part} are whole, in every call")
SORTED = _("the numbers of {part} are always in ascending order")

TRAITS: tuple[tuple[Text, Callable[[Array], bool]], ...] = (
    (SAME, lambda a: bool(np.all(a == a.ravel()[0]))),
    (ROWS, lambda a: a.ndim > 1 and bool(np.all(a == a[:1]))),
    (POSITIVE, lambda a: bool(np.all(a >= 0))),
    (NEGATIVE, lambda a: bool(np.all(a <= 0))),
    (WHOLE, lambda a: bool(np.all(a == np.round(a)))),
    (SORTED, lambda a: bool(np.all(np.diff(a, axis=0) >= 0))),
)
# With fewer numbers much is so by chance.
LARGE = 30


def traits(case: Case) -> Iterator[Statement]:
    """What is true of one part in all large answers, and of no right one."""
    if not case.can_ask:
        return
    for part, name in enumerate(case.exercise.parts):
        found = [(at, got) for at in range(len(case.probes.calls)) if (got := _large(case, at, part)) is not None]
        for words, holds in TRAITS:
            if len(found) >= ENOUGH and all(holds(got) for _at, got in found) and _is_new(case, part, holds, found):
                yield Statement(words, values={"part": f"`{name}`" if case.several else ANSWER})


def _large(case: Case, at: int, part: int) -> Array | None:
    got = case.got_part(at, part)
    return got if got is not None and got.size >= LARGE and np.isfinite(got).all() else None


def _is_new(case: Case, part: int, holds: Callable[[Array], bool], found: list[tuple[int, Array]]) -> bool:
    """Whether no right answer of a few of these calls is so."""
    for at, got in found[:ENOUGH]:
        right = case.evidence.parts(case.right_outcome(at))
        value = None if right is None else right[part]
        if value is None or value.shape != got.shape or holds(value):
            return False
    return True
