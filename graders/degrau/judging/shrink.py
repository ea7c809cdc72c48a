"""The smallest failing input: the smallest of those known, made smaller still by Hypothesis."""

from collections.abc import Callable

from numpy import ndarray

from .draw import Args, Inputs
from .violations import Violation
from .words import value_words

SMALL_ENOUGH = 8
# An example of so many times as many numbers may still be the easier one to read.
READABLE, MOST_TIMES = 2, 100
Failure = tuple[Args, Violation]
Try = Callable[[Args], Violation | None]


def size(args: Args) -> tuple[int, int]:
    """How large an input is: how long to read, and to follow where a number says how often; then how many numbers."""
    return sum(len(value_words(arg)) + _times(arg) for arg in args), _numbers(args)


def _times(arg: object) -> int:
    """What a lone integer may stand for: so many steps, epochs, tries."""
    return min(abs(arg), MOST_TIMES) if isinstance(arg, int) else 0


def _numbers(args: Args) -> int:
    return sum(arg.size if isinstance(arg, ndarray) else 1 for arg in args)


def smallest(inputs: Inputs, failures: list[Failure], attempt: Try | None) -> Failure:
    """The smallest failure known, made smaller still by `attempt` where it is too large to take in at a glance."""
    fewest = min(_numbers(args) for args, _ in failures)
    few = [failure for failure in failures if _numbers(failure[0]) <= READABLE * fewest]
    known = min(few, key=lambda failure: size(failure[0]))
    if attempt is None or _numbers(known[0]) <= SMALL_ENOUGH:
        return known
    from .hypotheses import (
        shrink,  # only after a failure: Hypothesis takes longer to import than a check to run
    )

    found = shrink(inputs, attempt)
    return found if found and size(found[0]) < size(known[0]) else known
