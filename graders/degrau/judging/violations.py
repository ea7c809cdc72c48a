"""How an answer can break a property: one class for each way, each able to say it in both languages.

Each is itself and equal to no other: who handles exceptions compares and hashes them, and arrays have no one truth.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from ..base.text import Language, Text, _
from ..plain.call import Call, value_words
from ..plain.outcomes import (
    MASKED,
    Crashed,
    Endless,
    Missing,
    NotPlain,
    Outcome,
    OutOfTime,
    Raised,
    Returned,
    TimedOut,
)
from ..report.types import Comparison, Curve

# Beyond this, whole numbers are written as floats: an integer would claim digits that nobody knows.
LARGEST_INTEGER = 2.0**53


@dataclass(eq=False)
class Violation(Exception):
    """A property does not hold for this call."""

    call: Call

    def explain(self, language: Language) -> str:
        """The call, what came back, what was expected, where first."""
        raise NotImplementedError


# So many numbers are not looked through to be shown; so much is shown of what was printed.
MANY, SHORT = 1000, 60
# By whether anything in a range is right, and whether one value is wrong alone.
_REMARKS = {
    (False, True): _("1 of {size} values differs, at [{place}]: {first}, expected {right}"),
    (False, False): _("{count} of {size} values differ; the first at [{place}]: {first}, expected {right}"),
    (True, True): _("1 of {size} values differs, at [{place}]: {first}, expected any value from {low} to {high}"),
    (True, False): _(
        "{count} of {size} values differ; the first at [{place}]: {first}, expected any value from {low} to {high}"
    ),
}


@dataclass(eq=False)
class WrongValue(Violation):
    """The numbers differ, where `wrong` says so.

    What is right lies between `expected` and `highest`, which are the same except where there is a choice.
    """

    part: str
    got: npt.NDArray[Any]
    expected: npt.NDArray[Any]
    highest: npt.NDArray[Any]
    wrong: npt.NDArray[np.bool_]

    @property
    def index(self) -> tuple[int, ...]:
        """The first place where the numbers differ, in C order."""
        return tuple(int(i) for i in np.argwhere(self.wrong)[0])

    def explain(self, language: Language) -> str:
        values = {"call": self.call, "part": self._label, "got": value_words(self._got[()])}
        if not self.got.ndim and self._choice:
            text = _("{call} → {part}{got}, expected any value from {low} to {high}")
            return text.to(language, **values, **self._choice)
        values["expected"] = value_words(self._right[()])
        if self.got.size == 1:
            return _("{call} → {part}{got}, expected {expected}").to(language, **values)
        text = _("{call} → {part}{got}, expected {expected}\n{remark}")
        return text.to(language, **values, remark=self._remark(language))

    def comparison(self, language: Language, curve: Curve | None = None) -> Comparison:
        """The same as plain data, to be laid out and drawn."""
        returned, expected = (f"{self._label}{value_words(a[()])}" for a in (self._got, self._right))
        got, right = (tuple(map(float, a.ravel())) for a in (self._got, self._right))
        remark = self._remark(language) if self.got.size > 1 else ""
        wrong = tuple(map(bool, self.wrong.ravel()))
        labels = self.call.labels or tuple(f"[{i}]" for i in range(self.got.size))
        return Comparison(returned, expected, remark, self.got.shape, labels, got, right, wrong, curve)

    def _remark(self, language: Language) -> str:
        """In how many places the numbers differ, and the first of them."""
        values = {
            "count": int(self.wrong.sum()),
            "size": self.got.size,
            "place": ", ".join(map(str, self.index)),
            "first": value_words(self._got[self.index]),
            **(self._choice or {"right": value_words(self._right[self.index])}),
        }
        text = _REMARKS[bool(self._choice), values["count"] == 1]
        return text.to(language, **values)

    @property
    def _label(self) -> str:
        return f"{self.part} = " if self.part else ""

    @property
    def _got(self) -> npt.NDArray[Any]:
        """What came back, to six digits where they tell it from what is right."""
        return self._short[0]

    @property
    def _right(self) -> npt.NDArray[Any]:
        """What is right, to six digits where they tell it from what came back; integers where both sides are whole."""
        fits = bool(np.all((self.expected == np.round(self.expected)) & (np.abs(self.expected) < LARGEST_INTEGER)))
        whole = self.got.dtype.kind != "f" and fits
        # Adding 0 makes 0 of −0.
        return self.expected.astype(int) if whole else self._short[1] + 0.0

    @cached_property
    def _short(self) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
        got, right = _to_six_digits(self.got), _to_six_digits(self.expected)
        told_apart = bool(np.all((got != right)[self.wrong]))
        return (got, right) if told_apart else (self.got, self.expected)

    @property
    def _choice(self) -> dict[str, str]:
        """From where to where anything is right at the first difference; nothing where only one number is."""
        low, high = self.expected[self.index], self.highest[self.index]
        return {} if low == high else {"low": value_words(low), "high": value_words(high)}


def _to_six_digits(numbers: npt.NDArray[Any]) -> npt.NDArray[Any]:
    if numbers.dtype.kind != "f":
        return numbers
    return np.array([float(f"{number:.6g}") for number in numbers.ravel().tolist()]).reshape(numbers.shape)


@dataclass(eq=False)
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
            value=value_words(_to_six_digits(self.got)[()] if self.got.size <= MANY else self.got),
            got=_shape_words(self.got.shape, language),
            expected=_shape_words(self.expected, language),
        )


@dataclass(eq=False)
class WrongParts(Violation):
    """The function should return several things, or one, and returns something else."""

    got: str
    expected: tuple[str, ...]

    def explain(self, language: Language) -> str:
        text = _("{call} → {got}, expected ({expected}): {n} results, in this order")
        return text.to(language, call=self.call, got=self.got, expected=", ".join(self.expected), n=len(self.expected))


NO_NUMBERS = _("{call} → {part}{got}, expected a number or an array of numbers")
COMPLEX = _("{call} → {part}{got}, which is complex; expected a real number or an array of real numbers")


@dataclass(eq=False)
class NotNumbers(Violation):
    """The result is not made of real numbers: text, a ragged list, a dict, complex numbers, nothing at all."""

    part: str
    got: str
    kind: str = ""
    """What it is instead: the name of a type, or "complex" for numbers of that kind, in an array too."""

    def explain(self, language: Language) -> str:
        text = COMPLEX if self.kind == "complex" else NO_NUMBERS
        return text.to(language, call=self.call, part=f"{self.part} = " if self.part else "", got=self.got)


@dataclass(eq=False)
class Broken(Violation):
    """A law of its own does not hold; `reason` says what is the matter."""

    got: str
    reason: Text

    def explain(self, language: Language) -> str:
        text = _("{call} → {got}\n{reason}")
        return text.to(language, call=self.call, got=self.got, reason=self.reason.to(language))


@dataclass(eq=False)
class Warned(Violation):
    """The right answer, but NumPy warned on the way to it."""

    got: str
    warning: str

    def explain(self, language: Language) -> str:
        text = _("{call} → {got}, with a warning from NumPy on the way: {warning}")
        return text.to(language, call=self.call, got=self.got, warning=self.warning)


@dataclass(eq=False)
class ChangedArgument(Violation):
    """The call altered one of its arguments in place."""

    parameter: str

    def explain(self, language: Language) -> str:
        text = _("{call} changes its argument {parameter}, which belongs to the caller; return a new value")
        return text.to(language, call=self.call, parameter=self.parameter)


@dataclass(eq=False)
class NotRepeatable(Violation):
    """The same call gave another answer the second time."""

    first: str
    second: str

    def explain(self, language: Language) -> str:
        text = _("{call} → {first} the first time and {second} the second: something is kept between the calls")
        return text.to(language, call=self.call, first=self.first, second=self.second)


@dataclass(eq=False)
class Remembers(Violation):
    """The call is right, or repeatable, as the first one, and was not after others."""

    def explain(self, language: Language) -> str:
        text = _("{call}: the answer changes after other calls; something is kept between them, or depends on chance")
        return text.to(language, call=self.call)


@dataclass(eq=False)
class NoAnswer(Violation):
    """The call did not return plain data, or returned None."""

    outcome: Outcome

    @property
    def called(self) -> bool:
        """Whether there was a function to call."""
        return not (isinstance(self.outcome, Missing) or (isinstance(self.outcome, Raised) and self.outcome.cell))

    def explain(self, language: Language) -> str:
        outcome = self.outcome
        if isinstance(outcome, Raised):
            return _raised(self.call, outcome, language)
        if isinstance(outcome, Returned):
            text = PRINTED if outcome.printed.strip() else NONE
            return text.to(language, call=self.call, printed=_one_line(outcome.printed))
        if outcome == NotPlain(MASKED):
            return MASKED_ENTRIES.to(language, call=self.call)
        text = NOT_RUN if isinstance(outcome, Missing) and outcome.kernel else _NO_ANSWER[type(outcome)]
        return text.to(language, call=self.call, **vars(outcome))


NONE = _("{call} returned None")
MASKED_ENTRIES = _("{call} → a masked array, some entries of which are masked; return a number for each")
PRINTED = _("{call} printed `{printed}` and returned None")
NOT_RUN = _("in this kernel there is no such function: no cell that has run defines it")
_NO_ANSWER = {
    Endless: _("{call} gave more than {items} items, and did not end"),
    NotPlain: _("{call} → a {type} object; return a number, a NumPy array or a list"),
    TimedOut: _("{call} did not end within {seconds:g} s: is there an endless loop?"),
    OutOfTime: _("the notebook took more than {seconds:g} s in all, so that nothing more was asked of this function"),
    Crashed: _("{call} took the process down: {reason}"),
    Missing: _("no cell defines the function; is its name written as in the exercise?"),
}


_INVOLVED = {
    "array": _("`{name}` has shape {shape}"),
    "NoneType": _("`{name}` is None"),
    "int": _("`{name}` is an int, a single number"),
    "float": _("`{name}` is a float, a single number"),
    "bool": _("`{name}` is a bool, True or False"),
    "list": _("`{name}` is a list, its length is {length}"),
    "tuple": _("`{name}` is a tuple, its length is {length}"),
    "str": _("`{name}` is text (str)"),
}


def _raised(call: Call, error: Raised, language: Language) -> str:
    """The exception, the student's own lines on the way to it, and the shapes and types in the last of them."""
    first = f"{error.type}: {error.message}" if error.cell else f"{call} → {error.type}: {error.message}"
    lines = [f"    [{cell}:{number}] {source}" for cell, number, source in error.lines]
    known = [(name, kind, shape) for name, kind, shape in error.involved if kind in _INVOLVED]
    told = [_INVOLVED[kind].to(language, name=name, shape=shape, length=sum(shape)) for name, kind, shape in known]
    return "\n".join([first, *lines, *told])


def _one_line(text: str) -> str:
    """The beginning of what was printed, in one line."""
    line = " ".join(text.split())
    return f"{line[:SHORT]}…" if len(line) > SHORT else line


def _shape_words(shape: tuple[int, ...], language: Language) -> str:
    """A shape as NumPy writes it; a scalar in words."""
    return str(shape) if shape else _("() (a single number)").to(language)
