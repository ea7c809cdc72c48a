"""Calls that end in an exception, as a right solution does: with another argument, or with one slip in it."""

from collections.abc import Callable, Iterator

from ...base.text import _
from ...plain.outcomes import Outcome, Raised
from ..bounded import outcomes
from ..draw import Args
from ..tolerance import Function
from .altered import alterations, changed, words_of
from .case import Case
from .statement import ENOUGH, Statement

INSTEAD = _("the error is the one that comes of `{code}` in place of `{argument}`")
SLIP = _("the error is the one that comes of one slip in a right solution: {slip}")
# With fewer different messages it says little that they are the same.
DIFFERENT = 3


def alike(case: Case) -> Iterator[Statement]:
    """Where calls end in an exception that is not the same everywhere, what a right solution ends in, too."""
    raised = [o for at in case.wrong if isinstance(o := case.evidence.outcomes[at], Raised)]
    if len(raised) < ENOUGH or len({outcome.message for outcome in raised}) < DIFFERENT or case.exercise.iterable:
        return
    if case.can_ask:
        for change in alterations(case):
            if _same(case, f"error of {change.code} for {change.argument}", case.reference, changed(case, change)):
                values, advice = words_of(change)
                yield Statement(INSTEAD, values=values, advice=advice)
    # Slips are many, and shapes that do not fit look alike: there must be wrong numbers, too, that come of it.
    returned = sum(case.got(at) is not None for at in case.wrong)
    for number, edit in enumerate(case.probes.edits()) if returned >= ENOUGH else ():
        if _same(case, f"error of slip {number}", edit.function, case.question):
            yield Statement(SLIP, values={"slip": edit.words})


def _same(case: Case, key: str, function: Function, arguments: Callable[[int], Args | None]) -> bool:
    """Whether the function comes to the same in every call, with these arguments."""
    return all(_is_same(case, at, _outcome(case, key, function, arguments, at)) for at in case.order)


def _outcome(
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
