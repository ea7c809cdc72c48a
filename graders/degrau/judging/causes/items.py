"""Answers made of the right things, but too few, too many, or in another order: entries, rows, columns, items.

Or they are taken from an argument, as they should be, but are other things of it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from ...base.text import Text, _
from ...plain.numbers import Array, as_numbers
from ...plain.outcomes import Outcome, Returned
from .case import Case
from .statement import ENOUGH, Statement

# What numbers are compared to, and how many different things there must be for it to be no chance.
DIGITS, DIFFERENT = 6, 3
ORDER = {
    "columns": _("{what} has the right columns, in another order"),
    "rows": _("{what} has the right rows, in another order"),
    "numbers": _("{what} has the right numbers, in another order"),
}
FEWER = {
    "columns": _("every column of {what} is a right one, but some are missing"),
    "rows": _("every row of {what} is a right one, but some are missing"),
    "numbers": _("every number of {what} is a right one, but some are missing"),
}
MORE = {
    "columns": _("all the right columns are in {what}, with others that should not be there"),
    "rows": _("all the right rows are in {what}, with others that should not be there"),
    "numbers": _("all the right numbers are in {what}, with others that should not be there"),
}
INTRUDES = _("`{argument}` is in {what} wherever that is wrong, and never in what is right")
ONCE = _("each thing that should come several times came once only; nothing else is wrong")
TIMES = _("each thing came {c} times as often as it should; nothing else is wrong")
BOTH_WAYS = _("of each pair and its reverse together, half as many came as should: one direction is missing")
REVERSED = _("each pair is the wrong way round")
ALIKE_LEFT_OUT = _("what is missing are the pairs of two equal things, and nothing else is wrong")
ALIKE_TOO_MANY = _("what should not be there are pairs of two equal things, and nothing else is wrong")
MISSING = _("nothing came that should not, but some of what should is missing")
TOO_MANY = _("all that should come came, but some of it too often, or with something else")
NUMBERS_TAKEN = _("every number of {what} is one of `{argument}`, as it should be, but not always the right one")
ROWS_TAKEN = _("every row of {what} is one of `{argument}`, as it should be, but not always the right one")
WHICH = _("Which index is taken, and from which part of `{argument}`?")
# Of few different numbers much is taken by chance.
ENOUGH_TO_TAKE = 5


def permuted(case: Case) -> Iterator[Statement]:
    """The right columns, rows or numbers, in another order."""
    if case.exercise.iterable or (case.steps and not case.chooses):
        return
    for kind in ORDER if case.same_shape else ():
        if _compared(case, kind, lambda got, right: got == right):
            yield Statement(ORDER[kind])


def intruding(case: Case) -> Iterator[Statement]:
    """One of the arguments among the numbers, where it should never be."""
    for name in case.exercise.parameters if len(case.wrong) >= ENOUGH else ():
        if any(_has(case, at, name, case.right(at)) is not False for at in case.everywhere):
            continue
        if all(_has(case, at, name, case.got(at)) for at in case.wrong):
            yield Statement(INTRUDES, values={"argument": name})


def _has(case: Case, at: int, name: str, among: Array | None) -> bool | None:
    """Whether an argument, a whole number, is among several; None where it is another thing, or they are."""
    value = case.argument(at, name)
    if among is None or among.ndim != 1 or not isinstance(value, int) or isinstance(value, bool):
        return None
    return bool(np.any(among == value))


def amount(case: Case) -> Iterator[Statement]:
    """Right columns, rows or numbers, of which some are missing, or with others."""
    if case.exercise.iterable or (case.steps and not case.chooses):
        return
    for kind in ORDER:
        if _compared(case, kind, lambda got, right: got <= right, differ=True):
            yield Statement(FEWER[kind])
        if _compared(case, kind, lambda got, right: right <= got, differ=True):
            yield Statement(MORE[kind])


def _compared(
    case: Case,
    kind: str,
    fits: Callable[[Counter[tuple[float, ...]], Counter[tuple[float, ...]]], bool],
    differ: bool = False,
) -> bool:
    """Whether in all wrong calls the parts of what came and of what is right are so, and say enough."""
    telling = 0
    for at in case.order:
        got, right = case.got(at), case.right(at)
        if not case.is_wrong(at):
            continue
        if got is None or got.ndim != right.ndim or not got.size or (differ and got.shape == right.shape):
            return False
        if got.shape == right.shape and np.allclose(got, right, rtol=0, atol=2 * 10.0**-DIGITS * _largest(right)):
            # All is in its place, but not exact.
            return False
        ours, theirs = _parts(got, kind, right), _parts(right, kind, right)
        if ours is None or theirs is None or not fits(ours, theirs):
            return False
        telling += len(set(theirs)) >= DIFFERENT and len(set(ours)) >= min(2, len(theirs))
    return telling >= ENOUGH


def _parts(array: Array, kind: str, right: Array) -> Counter[tuple[float, ...]] | None:
    """The columns, rows or numbers of an array, each to six digits of the largest number that is right."""
    rounded = np.round(array / _largest(right), DIGITS) + 0.0
    if not np.isfinite(rounded).all():
        return None
    if kind == "numbers":
        return Counter((number,) for number in rounded.ravel().tolist())
    if rounded.ndim != 2:
        return None
    return Counter(map(tuple, (rounded.T if kind == "columns" else rounded).tolist()))


def _largest(right: Array) -> float:
    return float(np.max(np.abs(right), where=np.isfinite(right), initial=0.0)) or 1.0


def gathered(case: Case) -> Iterator[Statement]:
    """Of what is gone through in any order, and only a law judges: how it differs from what should come."""
    if not case.exercise.iterable or not case.can_ask or len(case.violations) < ENOUGH:
        return
    pairs = [(_items(case.evidence.outcomes[at]), _items(case.right_outcome(at))) for at in case.tried]
    compared = [(got, right) for got, right in pairs if got is not None and right is not None]
    if len(compared) < len(pairs):
        return
    wrong = [(got, right) for got, right in compared if got != right]
    if len(wrong) >= ENOUGH:
        yield from (Statement(words) for words in _told(compared, wrong))


Counted = Counter[tuple[float, ...]]


def _told(compared: Sequence[tuple[Counted, Counted]], wrong: Sequence[tuple[Counted, Counted]]) -> Iterator[Text]:
    for c in (2, 3, 4):
        if all(got == Counter({item: c * n for item, n in right.items()}) for got, right in compared):
            yield TIMES.filled(c=c)
    if all(got == Counter(set(right)) for got, right in compared):
        yield ONCE
    if all(len(item) == 2 for got, right in compared for item in (*got, *right)):
        yield from _of_pairs(compared, wrong)
    if all(got <= right for got, right in compared) and all(got for got, _right in wrong[:1]):
        yield MISSING
    if all(right <= got for got, right in compared):
        yield TOO_MANY


def _of_pairs(compared: Sequence[tuple[Counted, Counted]], wrong: Sequence[tuple[Counted, Counted]]) -> Iterator[Text]:
    if all(_turned(got) == right for got, right in compared):
        yield REVERSED
    if all(got + _turned(got) == right for got, right in compared):
        yield BOTH_WAYS
    if all(got == Counter({p: n for p, n in right.items() if p[0] != p[1]}) for got, right in compared):
        yield ALIKE_LEFT_OUT
    if all(right <= got and all(p[0] == p[1] for p in got - right) for got, right in compared):
        yield ALIKE_TOO_MANY


def _turned(pairs: Counted) -> Counted:
    return Counter({pair[::-1]: n for pair, n in pairs.items()})


def _items(outcome: Outcome) -> Counted | None:
    return _counted(outcome.value) if isinstance(outcome, Returned) else None


def _counted(value: object) -> Counted | None:
    """The items of a value, and how often each comes; None where they are no numbers."""
    array = as_numbers(value)
    if array is None or not array.ndim:
        return None
    if not len(array):
        return Counter()
    return Counter(map(tuple, array.reshape(len(array), -1).astype(float).tolist()))


def taken(case: Case) -> Iterator[Statement]:
    """Whether all that is right, and all that came, stands in one of the arguments."""
    if case.steps or not case.same_shape or len(case.wrong) < ENOUGH:
        return
    for name, array in case.numbers(case.wrong[0]):
        for rows, said in ((True, ROWS_TAKEN), (False, NUMBERS_TAKEN)):
            if name != case.name and array.ndim > rows and _are_taken(case, name, rows):
                yield Statement(said, values={"argument": name}, advice=WHICH.filled(argument=name))


def _are_taken(case: Case, name: str, rows: bool) -> bool:
    different = 0
    for at in case.everywhere:
        own, right, got = dict(case.numbers(at)).get(name), case.right(at), case.got(at)
        if own is None or got is None or not (own.ndim and _things(right, rows) <= _things(own, rows)):
            return False
        if case.is_wrong(at):
            if not _things(got, rows) <= _things(own, rows):
                return False
            different += len(_things(own, rows)) >= ENOUGH_TO_TAKE
    return different >= ENOUGH


def _things(array: Array, rows: bool) -> set[tuple[float, ...]]:
    """Its rows, or its numbers."""
    if not array.size:
        return set()
    table = array.reshape(-1, array.shape[-1]) if rows and array.ndim else array.reshape(-1, 1)
    return set(map(tuple, np.asarray(table, dtype=np.float64).tolist()))
