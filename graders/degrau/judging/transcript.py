"""What a student's function answered: every call of the probes, asked in one batch, and further ones as needed."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

import numpy as np

from ..outcomes import Crashed, Outcome, Raised, Returned, TimedOut
from .draw import Args
from .exercise import Answer
from .probes import Probes, key
from .violations import ChangedArgument, NoAnswer, NotRepeatable, Violation
from .words import Call, value_words

Ask = Callable[[Sequence[Args]], list[Outcome]]
REPEATED = 12


class Transcript:
    """The answers of one function. `ask` puts a batch of calls to it, wherever it runs."""

    def __init__(self, probes: Probes, ask: Ask) -> None:
        self.probes = probes
        self._ask = ask
        self.outcomes = ask(probes.calls)

    @property
    def blank(self) -> bool:
        """Whether nothing is written yet: every call returns None or raises NotImplementedError."""
        return all(
            (isinstance(o, Returned) and o.value is None) or (isinstance(o, Raised) and o.type == "NotImplementedError")
            for o in self.outcomes
        )

    @property
    def ended(self) -> bool:
        """Whether some call ended the process or its time."""
        return any(isinstance(o, (TimedOut, Crashed)) for o in self.outcomes)

    def __call__(self, *args: object) -> Answer:
        """The answer to one call; raises NoAnswer where it returned no plain data."""
        call = Call(self.probes.exercise.name, args)
        outcome = self._outcome(args)
        if isinstance(outcome, Returned):
            return Answer(call, outcome.value, self.probes.exercise.parts)
        raise NoAnswer(call, outcome)

    def _outcome(self, args: Args) -> Outcome:
        position = self.probes.positions.get(key(args))
        return self._ask([args])[0] if position is None else self.outcomes[position]

    def impurities(self) -> Iterator[Violation]:
        """The calls that altered an argument, and those that answer otherwise when they are repeated."""
        exercise = self.probes.exercise
        for args, outcome in zip(self.probes.calls, self.outcomes, strict=True):
            for position in getattr(outcome, "changed", ()):
                yield ChangedArgument(Call(exercise.name, args), exercise.parameters[position])
        for args, first, second in self._repeats:
            if not same(first, second):
                yield NotRepeatable(Call(exercise.name, args), outcome_words(first), outcome_words(second))

    @cached_property
    def _repeats(self) -> list[tuple[Args, Outcome, Outcome]]:
        if self.ended:
            return []
        chosen = range(0, len(self.probes.calls), max(1, len(self.probes.calls) // REPEATED))
        calls = [self.probes.calls[i] for i in reversed(chosen)]
        again = self._ask(calls)
        return [(a, self.outcomes[i], o) for a, i, o in zip(calls, reversed(chosen), again, strict=True)]


def outcome_words(outcome: Outcome) -> str:
    """An outcome in few words: the value, or the kind of failure."""
    return (
        value_words(outcome.value)
        if isinstance(outcome, Returned)
        else str(getattr(outcome, "type", type(outcome).__name__))
    )


def same(a: Outcome, b: Outcome) -> bool:
    """Whether two calls came to the same, numbers within a relative 1e-6, arguments changed or not aside."""
    if isinstance(a, Returned) and isinstance(b, Returned):
        return _same_values(a.value, b.value)
    return type(a) is type(b) and getattr(a, "type", None) == getattr(b, "type", None)


def _same_values(a: object, b: object) -> bool:
    if isinstance(a, tuple) or isinstance(b, tuple):
        if not isinstance(a, (tuple, list)) or not isinstance(b, (tuple, list)):
            return False
        return len(a) == len(b) and all(map(_same_values, a, b))
    try:
        x, y = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    except (TypeError, ValueError):
        return type(a) is type(b) and value_words(a) == value_words(b)
    scale = 1e-9 * np.max(np.abs(y), initial=1e-9, where=np.isfinite(y))
    return x.shape == y.shape and bool(np.allclose(x, y, rtol=1e-6, atol=scale, equal_nan=True))
