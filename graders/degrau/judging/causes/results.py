"""How many results came back and in which order; and which of them are right."""

from collections.abc import Iterator, Sequence

import numpy as np

from ...base.text import _
from ...plain.numbers import Array, as_numbers
from ...plain.outcomes import Returned
from ..violations import WrongParts
from .case import Case
from .statement import ENOUGH, Statement

ONLY = _("only `{part}` came back")
ORDER = _("what came back is, in this order: {order}")
JOINED = _("all results came back joined in one array")
PARTLY = _("wrong: {wrong}; right in every call that was tried: {right}")
UNKNOWN = "…"


def results(case: Case) -> Iterator[Statement]:
    """What came back in place of as many results as there should be, or that these are in another order."""
    if not any(isinstance(violation, WrongParts) for violation in case.violations):
        yield from _exchanged(case)
        return
    returned = [(at, _value(case, at)) for at in case.scope if case.returned(at)]
    if len(returned) < ENOUGH:
        return
    names = case.exercise.parts
    for part, name in enumerate(names):
        if all(_is(case, at, part, value) for at, value in returned):
            yield Statement(ONLY, values={"part": name})
    if (found := _order(case, returned)) and any(name != UNKNOWN for name in found):
        yield Statement(ORDER, values={"order": ", ".join(f"`{name}`" for name in found)})
    if all(_is_joined(case, at, value) for at, value in returned):
        yield Statement(JOINED)


def _exchanged(case: Case) -> Iterator[Statement]:
    """All results are right, but in another order, in the calls of all properties."""
    names = list(case.exercise.parts)
    if not case.several or len(case.wrong) < ENOUGH:
        return
    order = _order(case, [(at, _value(case, at)) for at in case.everywhere if case.returned(at)])
    if order != names and sorted(order) == sorted(names):
        yield Statement(ORDER, values={"order": ", ".join(f"`{name}`" for name in order)})


def _value(case: Case, at: int) -> object:
    outcome = case.evidence.outcomes[at]
    return outcome.value if isinstance(outcome, Returned) else None


def _is(case: Case, at: int, part: int, value: object) -> bool:
    """Whether the value is what is right for this part."""
    got, right = as_numbers(value), case.right_part(at, part)
    return got is not None and got.shape == right.shape and bool(case.evidence.near(at, part, got, right).all())


def _order(case: Case, returned: Sequence[tuple[int, object]]) -> list[str]:
    """Which part each of the results is, where there are as many in every call."""
    lengths = {len(value) if isinstance(value, (tuple, list)) else 0 for _at, value in returned}
    return [_which(case, returned, place) for place in range(lengths.pop())] if len(lengths) == 1 else []


def _which(case: Case, returned: Sequence[tuple[int, object]], place: int) -> str:
    names = case.exercise.parts
    # Several may be the same everywhere: what is where it belongs is not another one.
    for part, name in sorted(enumerate(names), key=lambda found: found[0] != place):
        if all(isinstance(v, (tuple, list)) and _is(case, at, part, v[place]) for at, v in returned):
            return name
    return UNKNOWN


def _is_joined(case: Case, at: int, value: object) -> bool:
    got = as_numbers(value)
    right: Array = np.concatenate([case.right_part(at, part).ravel() for part in range(len(case.exercise.parts))])
    return got is not None and got.shape == right.shape and bool(case.evidence.near(at, 0, got, right).all())


def partly(case: Case) -> Iterator[Statement]:
    """Which results are wrong and which are right in all calls; of the function as a whole, so it says least."""
    wrong, names = case.wrong_parts(), case.exercise.parts
    if len(case.wrong) >= ENOUGH and 0 < len(wrong) < len(names):
        bad = ", ".join(f"`{names[part]}`" for part in wrong)
        good = ", ".join(f"`{name}`" for part, name in enumerate(names) if part not in wrong)
        yield Statement(PARTLY, values={"wrong": bad, "right": good})
