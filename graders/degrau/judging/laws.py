"""What laws are made of: the answer that a law sees, the numbers that are right, and how it becomes a property.

An answer is right if it has the right shape, strictly, and each of its numbers lies in the interval of those that are
right; where that lies is in `tolerance`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np

from ..base.text import Text, _
from ..plain.call import Call, value_words
from ..plain.numbers import Array, as_numbers
from .draw import Args, Inputs
from .types import Law, Property
from .violations import Broken, NotNumbers, Violation, Warned, WrongParts, WrongShape, WrongValue

# A law of its own says what is wrong; the value itself need not be shown whole.
SHORT = 160


@dataclass(frozen=True)
class Expected:
    """Where right numbers lie: `low − tolerance ≤ answer ≤ high + tolerance`, all of the answer's shape.

    `single` is what is asked of an answer that is evidently float32, where it may be less exact.
    """

    low: Array
    high: Array
    tolerance: Array
    single: "Expected | None" = None

    @cached_property
    def lowest(self) -> Array:
        """The least that is right."""
        return self.low - self.tolerance

    @cached_property
    def highest(self) -> Array:
        """The most that is right."""
        return self.high + self.tolerance

    def within(self, further: float) -> "Expected":
        """The same, with so much more tolerance everywhere."""
        if not further:
            return self
        single = self.single and self.single.within(further)
        return Expected(self.low, self.high, self.tolerance + further, single)

    def between(self, where: Array | bool, low: Array | float, high: Array | float) -> "Expected":
        """The same, except that at `where` anything from `low` to `high` is right: a kink, a tie, a choice."""
        return Expected(
            np.where(where, np.minimum(low, high), self.low),
            np.where(where, np.maximum(low, high), self.high),
            self.tolerance,
            self.single and self.single.between(where, low, high),
        )


class Rows(tuple[Any, ...]):
    """Several results that came in one array, whose first axis they are; or one result that happens to be as long."""


@dataclass(frozen=True)
class Answer:
    """What the student's function gave for one call; parts are looked up by the names in the signature.

    `warned` is the text of the first RuntimeWarning, if there was one; `single` tells of a part whether all of the
    function's answers are float32 there.
    """

    call: Call
    value: object
    parts: tuple[str, ...]
    warned: str = ""
    single: Callable[[int], bool] = lambda part: False

    def __getitem__(self, part: str) -> object:
        if part not in self.parts:
            raise LookupError(f"the answer has no part {part}; its parts: {', '.join(self.parts)}")
        if len(self.parts) == 1:
            return self.value
        if not isinstance(self.value, (tuple, list)) or len(self.value) != len(self.parts):
            raise WrongParts(self.call, value_words(self.value), self.parts)
        return self.value[self.parts.index(part)]

    def array(self, part: str) -> Array:
        """This part as an array of numbers; raises NotNumbers where it is none."""
        return numbers(self.call, self._label(part), self[part])

    def number(self, part: str) -> float:
        """This part as one number; raises the Violation that says why it is none."""
        array = self.array(part)
        self.require(array.size == 1, _("expected a single number"))
        return float(array.reshape(()))

    def assert_is(self, part: str, expected: Expected) -> None:
        """This part has the expected shape and values; raises the Violation that says where it has not."""
        try:
            assert_equal(self.call, self._label(part), self[part], expected)
        except WrongShape:
            if isinstance(self.value, Rows):
                raise WrongParts(self.call, value_words(np.asarray(self.value)), self.parts) from None
            raise
        except Violation:
            if expected.single is None or not self.single(self.parts.index(part)):
                raise
            assert_equal(self.call, self._label(part), self[part], expected.single)

    def assert_quiet(self) -> None:
        """The call caused no RuntimeWarning; raises Warned, with its text, if it did."""
        if self.warned:
            raise Warned(self.call, value_words(self.value), self.warned)

    def require(self, holds: bool, words: Text) -> None:
        """Raises Broken unless `holds`; `words` say what is the matter."""
        if not holds:
            raise Broken(self.call, value_words(self.value, SHORT), words)

    def _label(self, part: str) -> str:
        return part if len(self.parts) > 1 else ""


class Answers(Protocol):
    """The student's function, as a property sees it."""

    def __call__(self, *args: Any) -> Answer: ...


class Facts(Protocol):
    """What the reference says: plain facts, computed where the solutions are and recorded where they are not."""

    def __call__(self, *args: Any) -> dict[str, Expected]:
        """The right answer to this call, part by part."""

    def slope(self, function: str, parameter: int, *args: Any, cotangent: Any = 1.0) -> Expected:
        """The numerical derivative of a function by its argument number `parameter`.

        `function` is the name of one of the assignment, or a lambda that calls some: "lambda w: cost(output(w))".
        Where that returns an array, the derivative of the sum of its entries, each weighed by `cotangent`; where it
        returns several things, of the first.
        """


def prop(
    title: Text,
    points: float,
    inputs: Inputs,
    after: str | None = None,
    count: int | None = None,
    edge: bool = False,
    named: tuple[Args, ...] = (),
) -> Callable[[Law], Property]:
    """Makes a property of a law; its name is the law's."""

    def decorate(law: Law) -> Property:
        return Property(law.__name__, title, points, inputs, law, after, count, edge, named=named)

    return decorate


def agrees(
    name: str,
    title: Text,
    points: float,
    inputs: Inputs,
    parts: Sequence[str],
    after: str | None = None,
    count: int | None = None,
    edge: bool = False,
    named: tuple[Args, ...] = (),
) -> Property:
    """The property that these parts of the answer are the reference's, within the tolerance of honest rounding."""

    def law(answer: Answers, right: Facts, *args: Any) -> None:
        expected, got = right(*args), answer(*args)
        for part in parts:
            got.assert_is(part, expected[part])

    return Property(name, title, points, inputs, law, after, count, edge, tuple(parts), named)


def quiet(
    name: str,
    title: Text,
    points: float,
    inputs: Inputs,
    after: str | None = None,
    edge: bool = True,
    named: tuple[Args, ...] = (),
) -> Property:
    """The property that the answer is the reference's, and that no RuntimeWarning is caused on the way."""

    def law(answer: Answers, right: Facts, *args: Any) -> None:
        got = answer(*args)
        for part, expected in right(*args).items():
            got.assert_is(part, expected)
        got.assert_quiet()

    return Property(name, title, points, inputs, law, after, edge=edge, named=named)


def is_ready_made(law: Law) -> bool:
    """Whether a law is one that `agrees` or `quiet` made, and none that a grader's author wrote."""
    return getattr(law, "__module__", "") == __name__


def pure(points: float, after: str) -> Property:
    """The property that calls leave their arguments alone and give the same answer when they are repeated."""
    title = _("leaves its arguments alone and always answers the same")
    return Property("pure", title, points, after=after)


def assert_equal(call: Call, part: str, value: object, expected: Expected) -> None:
    """Shape first, then numbers; NaN is never right. Raises the Violation that says what differs."""
    got = numbers(call, part, value)
    if got.shape != expected.low.shape:
        raise WrongShape(call, part, got, expected.low.shape)
    with np.errstate(invalid="ignore"):
        right = (got >= expected.lowest) & (got <= expected.highest)
    if not right.all():
        raise WrongValue(call, part, got, expected.low, expected.high, np.atleast_1d(~right).reshape(got.shape))


def numbers(call: Call, part: str, value: object) -> Array:
    """`value` as an array of real numbers: it may be a number, a bool, an array, or a (nested, regular) list.

    Raises NotNumbers for anything else: text, None, complex numbers, ragged lists.
    """
    array = as_numbers(value)
    if array is None:
        raise NotNumbers(call, part, value_words(value), _kind(value))
    return array


def _kind(value: object) -> str:
    """What plain data are that are no real numbers: the name of a type; complex, also where only some of them are."""
    waiting, kinds = [value], set()
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, (list, tuple)):
            waiting += inner
        else:
            kinds.add("complex" if _is_complex(inner) else type(inner).__name__)
    return next((kind for kind in ("NoneType", "str", "dict", "complex") if kind in kinds), "")


def _is_complex(value: object) -> bool:
    return isinstance(value, complex) or getattr(getattr(value, "dtype", None), "kind", "") == "c"
