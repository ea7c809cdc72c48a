"""What an exercise is: a function to write, and the properties that its answers must have."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from ..sandbox.inside.calls import Script, Source, generator
from ..text import Text, _
from .compare import Array, Expected, Reading, assert_equal, numbers
from .draw import Inputs
from .violations import Broken, Violation, Warned, WrongParts
from .words import Call, value_words

# A law of its own says what is wrong; the value itself need not be shown whole.
SHORT = 160
__all__ = ["Script", "Source", "generator"]


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


Law = Callable[..., None]


@dataclass(frozen=True)
class Property:
    """One thing that must hold for every input that `inputs` can make, and its points.

    `law(answer, right, *args)` raises a Violation where it does not hold; without a law, the property is that calls
    leave their arguments alone and can be repeated. It is judged only if the property named `after` holds, so that an
    edge case earns nothing for an answer that is wrong at heart. `count`: how many examples, all designed, where many
    would take too long.
    """

    name: str
    title: Text
    points: float
    inputs: Inputs | None = None
    law: Law | None = None
    after: str | None = None
    count: int | None = None


@dataclass(frozen=True)
class Exercise:
    """A function of the course: its signature, as in `adaline_gradient(X, y, w, b) -> dw, db`, and its properties.

    `smooth` says whether the results are continuous in the inputs, `floor` the size of a result below which differences
    are noise, `indices` which parameters are class indices or masks, `iterable` whether the result is any iterable,
    whose items are judged. `curve`: whether the first argument is a number, or an array that is gone through entry by
    entry, so that the function can be drawn. `hints`: where to look when a value is wrong, in two steps.
    """

    signature: str
    properties: tuple[Property, ...]
    smooth: bool = True
    floor: float = 1.0
    indices: tuple[str, ...] = ()
    iterable: bool = False
    curve: bool = False
    hints: tuple[Text, ...] = ()

    @cached_property
    def name(self) -> str:
        return self.signature.partition("(")[0]

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        inside = self.signature.partition("(")[2].partition(")")[0]
        return tuple(name.strip() for name in inside.split(",") if name)

    @cached_property
    def reading(self) -> Reading:
        fixed = frozenset(self.parameters.index(name) for name in self.indices)
        return Reading(self.parts, self.smooth, self.floor, fixed)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        return tuple(name.strip() for name in self.signature.partition("->")[2].split(","))

    @property
    def points(self) -> float:
        return sum(p.points for p in self.properties)


@dataclass(frozen=True)
class Assignment:
    """The exercises of one notebook, in its order."""

    name: str
    exercises: tuple[Exercise, ...]

    def exercise(self, name: str) -> Exercise:
        """The exercise of this name; raises KeyError where there is none."""
        return {e.name: e for e in self.exercises}[name]

    @property
    def points(self) -> dict[str, float]:
        return {e.name: e.points for e in self.exercises}


def prop(
    title: Text, points: float, inputs: Inputs, after: str | None = None, count: int | None = None
) -> Callable[[Law], Property]:
    """Makes a property of a law; its name is the law's."""

    def decorate(law: Law) -> Property:
        return Property(law.__name__, title, points, inputs, law, after, count)

    return decorate


def agrees(
    name: str,
    title: Text,
    points: float,
    inputs: Inputs,
    parts: Sequence[str],
    after: str | None = None,
    count: int | None = None,
) -> Property:
    """The property that these parts of the answer are the reference's, within the tolerance of honest rounding."""

    def law(answer: Answers, right: Facts, *args: Any) -> None:
        expected, got = right(*args), answer(*args)
        for part in parts:
            got.assert_is(part, expected[part])

    return Property(name, title, points, inputs, law, after, count)


def quiet(name: str, title: Text, points: float, inputs: Inputs, after: str | None = None) -> Property:
    """The property that the answer is the reference's, and that no RuntimeWarning is caused on the way."""

    def law(answer: Answers, right: Facts, *args: Any) -> None:
        got = answer(*args)
        for part, expected in right(*args).items():
            got.assert_is(part, expected)
        got.assert_quiet()

    return Property(name, title, points, inputs, law, after)


def pure(points: float, after: str) -> Property:
    """The property that calls leave their arguments alone and give the same answer when they are repeated."""
    title = _("leaves its arguments alone and always answers the same")
    return Property("pure", title, points, after=after)
