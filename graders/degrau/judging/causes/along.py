"""Answers that are off by the same number, or the same factor, all along: another one for each call, row or column."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from ...base.text import Text, _
from ...plain.numbers import Array
from .case import Case
from .scale import NEARLY
from .statement import ENOUGH, NOTHING, Foretold, Statement, holds_everywhere

Numbers = Callable[[int], Array]
# So many numbers must follow from others of their group: what is read off agrees with itself.
FOLLOW = 8
LENGTH = _("in each call, {what} has the right direction, but another length: all its numbers have the same factor")
STEP_LENGTH = _(
    "in each call, the change of {what} has the right direction, but another length: all its numbers have the same "
    "factor"
)
OF_ROWS = _("Which factor, or divisor, is the same all along a row?")
OF_COLUMNS = _("Which factor, or divisor, is the same all along a column?")
ADDED_TO_ROWS = _("Which term is the same all along a row?")
ADDED_TO_COLUMNS = _("Which term is the same all along a column, such as a bias or a mean?")


@dataclass(frozen=True)
class Groups:
    """The numbers of an array that belong together, as the rows of a table; none for arrays of other axes."""

    of: Callable[[Array], Array | None]
    offset: Text
    factor: Text
    term: Text = NOTHING
    times: Text = NOTHING
    beside: Text = NOTHING


GROUPS = (
    Groups(
        lambda a: a.reshape(1, -1) if a.ndim else None,
        _("in each call, all numbers of {what} are off by the same amount"),
        LENGTH,
        beside=_("in each call, apart from `{term}`, all numbers of {what} are off by the same factor"),
    ),
    Groups(
        lambda a: a.T if a.ndim == 2 else None,
        _("in each column of {what}, all numbers are off by the same amount"),
        _("in each column of {what}, all numbers are off by the same factor"),
        ADDED_TO_COLUMNS,
        OF_COLUMNS,
        _("apart from `{term}`, in each column of {what} all numbers are off by the same factor"),
    ),
    Groups(
        lambda a: a if a.ndim == 2 else None,
        _("in each row of {what}, all numbers are off by the same amount"),
        _("in each row of {what}, all numbers are off by the same factor"),
        ADDED_TO_ROWS,
        OF_ROWS,
        _("apart from `{term}`, in each row of {what} all numbers are off by the same factor"),
    ),
    Groups(
        lambda a: a.reshape(len(a), -1) if a.ndim > 2 and a.size else None,
        _("along the first axis of {what}, all numbers with the same index are off by the same amount"),
        _("along the first axis of {what}, all numbers with the same index are off by the same factor"),
    ),
)


def along(case: Case) -> Iterator[Statement]:
    """An amount or a factor for each group of numbers, read off one of them: the others follow from it."""
    if not case.same_shape or case.steps:
        return
    found = [statement for groups in GROUPS for statement in (*_of(case, groups), *_apart(case, groups))]
    yield from (statement for statement in found if holds_everywhere(statement, case))


def _of(case: Case, groups: Groups) -> Iterator[Statement]:
    def nothing(at: int) -> Array:
        return np.zeros(case.right(at).shape)

    def one(at: int) -> Array:
        return np.ones(case.right(at).shape)

    def old(at: int) -> Array:
        return np.broadcast_to(np.asarray(case.argument(at, case.name), dtype=np.float64), case.right(at).shape)

    def change(at: int) -> Array:
        return case.right(at) - old(at)

    if _follow(case, groups, one) >= FOLLOW:
        yield Statement(groups.offset, _told(case, groups, case.right, one), advice=groups.term, whole=True)
    if _follow(case, groups, case.right) >= FOLLOW:
        told = _told(case, groups, nothing, case.right, clear=True)
        yield Statement(groups.factor, told, advice=groups.times, whole=True)
    if groups.factor is LENGTH and case.name in case.exercise.parameters and _follow(case, groups, change) >= FOLLOW:
        yield Statement(STEP_LENGTH, _told(case, groups, old, change, clear=True), whole=True)


def _apart(case: Case, groups: Groups) -> Iterator[Statement]:
    """The same of the factor, where an argument that is added last is taken off before."""
    for name, array in case.numbers(case.wrong[0]) if groups.beside is not NOTHING else ():
        if array.ndim != 1 or name == case.name:
            continue

        def added(at: int, name: str = name) -> Array:
            return _along_last(dict(case.numbers(at))[name], case.right(at).shape)

        def rest(at: int, added: Numbers = added) -> Array:
            return case.right(at) - added(at)

        if _follow(case, groups, rest) >= FOLLOW:
            told = _told(case, groups, added, rest, clear=True)
            yield Statement(groups.beside, told, {"term": name}, groups.times, whole=True)


def _along_last(array: Array, shape: tuple[int, ...]) -> Array:
    """A vector beside an array: one number for each column, or for each index of the first of three axes."""
    return np.broadcast_to(array[:, None, None] if len(shape) > 2 else array, shape)


def _follow(case: Case, groups: Groups, unit: Numbers) -> int:
    """How many numbers of wrong groups follow from another one; none where too few calls have any."""
    found = [_follow_in(case, groups, unit, at) for at in case.wrong]
    return sum(found) if sum(map(bool, found)) >= ENOUGH else 0


def _follow_in(case: Case, groups: Groups, unit: Numbers, at: int) -> int:
    bad = case.bad(at)
    try:
        units = groups.of(unit(at))
    except (LookupError, TypeError, ValueError):
        return 0
    wrong = None if bad is None else groups.of(bad)
    if units is None or wrong is None:
        return 0
    several = np.count_nonzero(units, axis=1) - 1
    return int(np.sum(np.maximum(several, 0)[wrong.any(axis=1)]))


def _told(case: Case, groups: Groups, start: Numbers, unit: Numbers, clear: bool = False) -> Foretold:
    """The start, and of each group so many units as its most telling number has.

    `clear`: to be told, that has to be farther from one unit than missing digits are.
    """

    def told(at: int) -> Array | None:
        got, before = case.got(at), start(at)
        if got is None or got.shape != before.shape:
            return None
        if not np.isfinite(got).all():
            return None
        moved, units = groups.of(got - before), groups.of(unit(at))
        places = groups.of(np.arange(got.size).reshape(got.shape))
        if moved is None or units is None or places is None or not units.size:
            return case.right(at)
        times = _times(moved, units)
        if clear and np.all(np.abs(times - 1) < NEARLY):
            return case.right(at)
        made = np.empty(got.size)
        made[places.ravel()] = (times * units).ravel()
        return before + made.reshape(got.shape)

    return told


def _times(moved: Array, units: Array) -> Array:
    """How many units each group has, by its largest one."""
    place = np.argmax(np.abs(units), axis=1)[:, None]
    unit = np.take_along_axis(units, place, axis=1)
    return np.where(unit, np.take_along_axis(moved, place, axis=1) / np.where(unit, unit, 1.0), 0.0)
