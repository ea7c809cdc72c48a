"""How a function is asked: one way of asking, wherever it runs.

The real ways are `kernel.Here`, for one in this process, and `sandbox.answers.Boxed`, for one in a box; `Told` knows
the answers beforehand.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

from ..plain.outcomes import Outcome
from .draw import Args


class Ask(ABC):
    """A function that may be a student's, as the judge reaches it."""

    @abstractmethod
    def __call__(self, calls: Sequence[Args], iterate: bool = False) -> list[Outcome]:
        """What each of these calls comes to, in their order; `iterate`: the items of what is returned are the answer.

        Nothing that the function does is raised here: exceptions, time-outs and crashes are outcomes. Raises NoSandbox
        where no box starts any more.
        """


class Told(Ask):
    """Answers that are known: what `outcome` says of the arguments of a call."""

    def __init__(self, outcome: Callable[..., Outcome]) -> None:
        self._outcome = outcome

    def __call__(self, calls: Sequence[Args], iterate: bool = False) -> list[Outcome]:
        return [self._outcome(*args) for args in calls]
