"""Answers that come out of a right solution with one slip in it; and exceptions that it ends in, too."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from ...base.text import _
from ...plain.numbers import Array, as_numbers
from ...plain.outcomes import Outcome, Raised, Returned
from ..bounded import outcomes
from ..draw import Args
from ..probes import Edit
from ..tolerance import Function
from .altered import alterations, changed, words_of
from .case import Case
from .statement import ENOUGH, Foretold, Statement

SLIP = _("{what} is what comes out of a right solution with one slip in it: {slip}")
# So many wrong answers are looked at before all others.
LOOKED_AT, DIFFERENT = 2, 3
# The rank of those that give by chance what something plainer gives.
BY_CHANCE = 2
EXACTLY = _("what came back is what comes out of a right solution with one slip in it: {slip}")
ERROR_INSTEAD = _("the error is the one that comes of `{code}` in place of `{argument}`")
ERROR_OF_SLIP = _("the error is the one that comes of one slip in a right solution: {slip}")
# With fewer different messages it says little that they are the same.
MESSAGES = 3


def slips(case: Case) -> Iterator[Statement]:
    """One slip in a solution that is right; which line it is in is not said.

    First those that give all answers, of the other properties too. Of a decision, or a choice, it is only those: many
    slips agree with few answers.
    """
    if case.by_chance:
        yield from (statement for _rank, statement in exactly(case))
        return
    if case.got(case.wrong[0]) is None:
        # Nothing but exceptions: many slips end in those.
        return
    found = [
        (e.rank, Statement(SLIP, _told(case, n, e), {"slip": e.words}, whole=True))
        for n, e in enumerate(case.probes.edits())
    ]
    first = [(rank, statement) for rank, statement in case.in_time(found) if _begins(case, statement)]
    ranked = [statement for _rank, statement in sorted(first, key=lambda pair: pair[0])]
    whole = [statement for statement in ranked if _gives_all(case, statement)]
    yield from whole
    if not case.steps:
        yield from (statement for statement in ranked if statement not in whole)


def _begins(case: Case, statement: Statement) -> bool:
    """Whether it gives the first of the wrong answers."""
    return all(_gives(case, statement, at) for at in case.wrong[:LOOKED_AT])


def _gives_all(case: Case, statement: Statement) -> bool:
    return all(_gives(case, statement, at) for at in case.everywhere)


def _gives(case: Case, statement: Statement, at: int) -> bool:
    assert statement.foretold is not None
    told, got = statement.foretold(at), case.got(at)
    if told is None or got is None or told.shape != got.shape:
        return told is None and got is None
    near = case.evidence.near(at, case.part, got, told)
    return bool((near | case.free(at) if case.bad(at) is not None else near).all())


def exactly(case: Case) -> Iterator[tuple[int, Statement]]:
    """The same of answers that only a law judges: all of them are those that come of one slip, and not right ones.

    Each with its rank.
    """
    broken = [found.asked for found in case.trials if found.violation is not None]
    if not case.can_ask or not broken:
        return
    first = tuple(dict.fromkeys(at for places in broken for at in places))
    order = tuple(dict.fromkeys((*first, *case.tried, *range(len(case.probes.calls)))))
    telling = [at for at in first if not case.evidence.alike(at, case.right_outcome(at), case.evidence.outcomes[at])]
    if len(telling) < ENOUGH or not _is_telling(case, telling):
        return
    edits = case.in_time(enumerate(case.probes.edits()))
    found = [edit for number, edit in edits if _is_exactly(case, number, edit, order)]
    for edit in sorted(found, key=lambda edit: edit.rank):
        yield edit.rank, Statement(EXACTLY, values={"slip": edit.words})


def _is_exactly(case: Case, number: int, edit: Edit, order: Sequence[int]) -> bool:
    """Whether all these calls come to the same."""
    key, outcomes = f"outcome of slip {number}", case.evidence.outcomes
    return all(case.evidence.alike(at, _outcome(case, key, edit.function, at), outcomes[at]) for at in order)


def _is_telling(case: Case, where: Sequence[int]) -> bool:
    """Whether there are several numbers in what came back: what is always the same comes out of much."""
    values = [outcome.value for at in where if isinstance(outcome := case.evidence.outcomes[at], Returned)]
    arrays = [array for value in values if (array := as_numbers(value)) is not None]
    return any(len(np.unique(array)) >= DIFFERENT for array in arrays)


def _outcome(case: Case, key: str, function: Function, at: int) -> Outcome:
    return case.known(key, at, lambda: outcomes(function, [case.question(at)], case.exercise.iterable)[0])


def _told(case: Case, number: int, edit: Edit) -> Foretold:
    def value(at: int) -> tuple[Array | None, ...] | None:
        (outcome,) = outcomes(edit.function, [case.question(at)], case.exercise.iterable)
        return case.evidence.parts(outcome)

    def told(at: int) -> Array | None:
        parts = case.known(f"slip {number}", at, lambda: value(at))
        return None if parts is None else parts[case.part]

    return told


def errors(case: Case) -> Iterator[Statement]:
    """Where calls end in an exception that is not the same everywhere, what a right solution ends in, too."""
    raised = [o for at in case.wrong if isinstance(o := case.evidence.outcomes[at], Raised)]
    if len(raised) < ENOUGH or len({outcome.message for outcome in raised}) < MESSAGES or case.exercise.iterable:
        return
    if case.can_ask:
        for change in alterations(case):
            if _same(case, f"error of {change.code} for {change.argument}", case.reference, changed(case, change)):
                values, advice = words_of(change)
                yield Statement(ERROR_INSTEAD, values=values, advice=advice)
    # Slips are many, and shapes that do not fit look alike: there must be wrong numbers, too, that come of it.
    returned = sum(case.got(at) is not None for at in case.wrong)
    for number, edit in enumerate(case.probes.edits()) if returned >= ENOUGH else ():
        if _same(case, f"error of slip {number}", edit.function, case.question):
            yield Statement(ERROR_OF_SLIP, values={"slip": edit.words})


def _same(case: Case, key: str, function: Function, arguments: Callable[[int], Args | None]) -> bool:
    """Whether the function comes to the same in every call, with these arguments."""
    return all(_is_same(case, at, _comes_to(case, key, function, arguments, at)) for at in case.order)


def _comes_to(
    case: Case, key: str, function: Function, arguments: Callable[[int], Args | None], at: int
) -> Outcome | None:
    def made() -> Outcome | None:
        try:
            args = arguments(at)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            return None
        return None if args is None else outcomes(function, [args], False)[0]

    return case.known(key, at, made)


def _is_same(case: Case, at: int, foretold: Outcome | None) -> bool:
    found = case.evidence.outcomes[at]
    if isinstance(found, Raised) or isinstance(foretold, Raised):
        return (
            isinstance(found, Raised)
            and isinstance(foretold, Raised)
            and (found.type, found.message) == (foretold.type, foretold.message)
        )
    parts, got = None if foretold is None else case.evidence.parts(foretold), case.got(at)
    told = None if parts is None else parts[case.part]
    if told is None or got is None or told.shape != got.shape:
        return False
    return bool(case.evidence.near(at, case.part, got, told).all())
