"""How a function is asked: one way of asking, wherever it runs.

The real ways are `kernel.Here`, for one in this process, and `sandbox.answers.Boxed`, for one in a box; `Told` knows
the answers beforehand.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from numpy import ndarray

from ..plain.about import About
from ..plain.outcomes import Outcome, Returned
from .draw import Args
from .types import Exercise

# An item of a list takes a hundred bytes, and one of an array may take one.
MOST_LISTED = 100_000


class Ask(ABC):
    """A function that may be a student's, as the judge reaches it."""

    @abstractmethod
    def __call__(self, calls: Sequence[Args], iterate: bool = False) -> list[Outcome]:
        """What each of these calls comes to, in their order; `iterate`: the items of what is returned are the answer.

        Nothing that the function does is raised here: exceptions, time-outs and crashes are outcomes. Raises NoSandbox
        where no box starts any more.
        """

    def about(self) -> About:
        """What there is to say of the function, apart from its answers; nothing where nothing is known of it."""
        return About()


class Told(Ask):
    """Answers that are known: what `outcome` says of the arguments of a call."""

    def __init__(self, outcome: Callable[..., Outcome]) -> None:
        self._outcome = outcome

    def __call__(self, calls: Sequence[Args], iterate: bool = False) -> list[Outcome]:
        return [self._outcome(*args) for args in calls]


class Rows(tuple[Any, ...]):
    """Several results that came in one array, whose first axis they are; or one result that happens to be as long."""


def answered(exercise: Exercise, ask: Ask, calls: Sequence[Args]) -> list[Outcome]:
    """What the calls of an exercise's function come to: several results are a tuple, whatever held them."""
    several = len(exercise.parts) > 1
    outcomes = ask(calls, exercise.iterable or several)
    if exercise.iterable:
        return list(_listed(outcomes))
    return [_unpacked(exercise, outcome) for outcome in outcomes] if several else outcomes


def _listed(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """The items of an array in a list; where they are too many, all in all, arrays stay what they are."""
    room = MOST_LISTED
    for outcome in outcomes:
        array = getattr(outcome, "value", None)
        if isinstance(outcome, Returned) and isinstance(array, ndarray) and array.ndim and len(array) <= room:
            room -= len(array)
            yield replace(outcome, value=list(array))
        else:
            yield outcome


def _unpacked(exercise: Exercise, outcome: Outcome) -> Outcome:
    if not isinstance(outcome, Returned):
        return outcome
    value: Any = outcome.value
    is_array = isinstance(value, ndarray) and value.ndim > 0
    if not (is_array or isinstance(value, list)) or len(value) != len(exercise.parts):
        return outcome
    return replace(outcome, value=Rows(value) if is_array else tuple(value))
