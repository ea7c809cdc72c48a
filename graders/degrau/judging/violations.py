"""How an answer can break a property: one class for each way, each able to say it in both languages."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..outcomes import Crashed, Missing, NotPlain, Outcome, Raised, TimedOut
from ..text import Language, Text, _
from .words import Call, ordinal_index, shape_words, value_words


@dataclass
class Violation(Exception):
    """A property does not hold for this call."""

    call: Call

    def explain(self, language: Language) -> str:
        """The call, what came back, what was expected, where first."""
        raise NotImplementedError


@dataclass
class WrongValue(Violation):
    """The numbers differ; `index` is the first place where they do, `count` in how many places.

    What is right lies between `expected` and `highest`, which are the same except where there is a choice.
    """

    part: str
    got: npt.NDArray[Any]
    expected: npt.NDArray[Any]
    highest: npt.NDArray[Any]
    index: tuple[int, ...]
    count: int

    def explain(self, language: Language) -> str:
        if self.got.ndim == 0:
            text = _("{call} → {part}{got}, expected {expected}")
            place = ""
        else:
            text = _(
                "{call} → {part}{got}, expected {expected}\n"
                "{count} of {size} values differ; the first at [{place}]: {first}, expected {right}"
            )
            place = ordinal_index(self.index)
        whole = self.got.dtype.kind != "f" and bool(np.all(self.expected == np.round(self.expected)))
        right = self.expected.astype(int) if whole else self.expected
        first_right = self._choice(language) or value_words(right[self.index])
        return text.to(
            language,
            call=self.call,
            part=f"{self.part} = " if self.part else "",
            got=value_words(self.got[()]),
            expected=first_right if self.got.ndim == 0 else value_words(right[()]),
            count=self.count,
            size=self.got.size,
            place=place,
            first=value_words(self.got[self.index]),
            right=first_right,
        )

    def _choice(self, language: Language) -> str:
        """What is right at the first difference, where that is more than one number."""
        low, high = self.expected[self.index], self.highest[self.index]
        if low == high:
            return ""
        text = _("any value from {low} to {high}")
        return text.to(language, low=value_words(low), high=value_words(high))


@dataclass
class WrongShape(Violation):
    """The shape differs from what the course's signature says; nothing is broadcast."""

    part: str
    got: npt.NDArray[Any]
    expected: tuple[int, ...]

    def explain(self, language: Language) -> str:
        text = _("{call} → {part}{value}, of shape {got}; expected the shape {expected}")
        return text.to(
            language,
            call=self.call,
            part=f"{self.part} = " if self.part else "",
            value=value_words(self.got[()]),
            got=shape_words(self.got.shape, language),
            expected=shape_words(self.expected, language),
        )


@dataclass
class WrongParts(Violation):
    """The function should return several things, or one, and returns something else."""

    got: str
    expected: tuple[str, ...]

    def explain(self, language: Language) -> str:
        text = _("{call} → {got}, expected ({expected}): {n} results, in this order")
        return text.to(language, call=self.call, got=self.got, expected=", ".join(self.expected), n=len(self.expected))


@dataclass
class NotNumbers(Violation):
    """The result is not made of numbers: text, a ragged list, a dict, nothing at all."""

    part: str
    got: str

    def explain(self, language: Language) -> str:
        text = _("{call} → {part}{got}, expected a number or an array of numbers")
        return text.to(language, call=self.call, part=f"{self.part} = " if self.part else "", got=self.got)


@dataclass
class Broken(Violation):
    """A law of its own does not hold; `reason` says what is the matter."""

    got: str
    reason: Text

    def explain(self, language: Language) -> str:
        text = _("{call} → {got}\n{reason}")
        return text.to(language, call=self.call, got=self.got, reason=self.reason.to(language))


@dataclass
class Warned(Violation):
    """The right answer, but NumPy warned on the way to it."""

    got: str
    warning: str

    def explain(self, language: Language) -> str:
        text = _("{call} → {got}, with a warning from NumPy on the way: {warning}")
        return text.to(language, call=self.call, got=self.got, warning=self.warning)


@dataclass
class ChangedArgument(Violation):
    """The call altered one of its arguments in place."""

    parameter: str

    def explain(self, language: Language) -> str:
        text = _("{call} changes its argument {parameter}, which belongs to the caller; return a new value")
        return text.to(language, call=self.call, parameter=self.parameter)


@dataclass
class NotRepeatable(Violation):
    """The same call gave another answer the second time."""

    first: str
    second: str

    def explain(self, language: Language) -> str:
        text = _("{call} → {first} the first time and {second} the second: something is kept between the calls")
        return text.to(language, call=self.call, first=self.first, second=self.second)


@dataclass
class Remembers(Violation):
    """The call is right, or repeatable, as the first one, and was not after others."""

    def explain(self, language: Language) -> str:
        text = _("{call}: the answer changes after other calls; something is kept between them, or depends on chance")
        return text.to(language, call=self.call)


@dataclass
class NoAnswer(Violation):
    """The call did not return plain data."""

    outcome: Outcome

    def explain(self, language: Language) -> str:
        return _NO_ANSWER[type(self.outcome)].to(language, call=self.call, **_details(self.outcome))


_NO_ANSWER = {
    Raised: _("{call} → {type}: {message}{where}"),
    NotPlain: _("{call} → a {type} object; return a number, a NumPy array or a list"),
    TimedOut: _("{call} did not end within {seconds:g} s: is there an endless loop?"),
    Crashed: _("{call} took the process down: {reason}"),
    Missing: _("no cell defines the function; is its name written as in the exercise?"),
}


def _details(outcome: Outcome) -> dict[str, object]:
    if isinstance(outcome, Raised):
        where = "".join(f"\n    [{cell}:{line}] {source}" for cell, line, source in outcome.lines)
        return {"type": outcome.type, "message": outcome.message, "where": where}
    return dict(vars(outcome))


def first_difference(wrong: npt.NDArray[np.bool_]) -> tuple[int, ...]:
    """The index of the first True, in C order."""
    return tuple(int(i) for i in np.argwhere(wrong)[0])
