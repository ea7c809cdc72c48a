"""The central types of judging: what an exercise is, what a law sees of an answer, and what it may ask.

How answers come about is in `transcript`; what is known of right ones in `probes`; the verdict in `judge`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol, Self

from ..base.text import Text, _
from ..plain.call import Call, value_words
from .compare import Expected, Reading, assert_equal, numbers
from .draw import Array, Inputs
from .violations import Broken, Violation, Warned, WrongParts

# A law of its own says what is wrong; the value itself need not be shown whole.
SHORT = 160


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
SIGNATURE = re.compile(r"(\w+)\(((?:\w+(?:, )?)*)\) -> (\w+(?:, \w+)*)")


@dataclass(frozen=True)
class Property:
    """One thing that must hold for every input that `inputs` can make."""

    name: str
    """Tells it from the exercise's other properties."""
    title: Text
    """What holds, in words for the student."""
    points: float
    """What it is worth."""
    inputs: Inputs | None = None
    """Makes the arguments of one example."""
    law: Law | None = None
    """`law(answer, right, *args)` raises a Violation where the property does not hold. Without a law, the property is
    that calls leave their arguments alone and can be repeated."""
    after: str | None = None
    """It is judged only if the property of this name, which comes before it, holds, so that an edge case earns nothing
    for an answer that is wrong at heart."""
    count: int | None = None
    """How many examples, all designed, where many would take too long."""
    edge: bool = False
    """Whether its inputs are special ones, tried where the ordinary ones are right: then the hints are about those."""
    parts: tuple[str, ...] = ()
    """The parts of the answer that it looks at; none named: it may look at all."""


@dataclass(frozen=True)
class Exercise:
    """A function of the course and the properties that it must have.

    What does not fit together raises ValueError when the exercise is made, with a sentence that names it.
    """

    signature: str
    """As in `adaline_gradient(X, y, w, b) -> dw, db`: its name, its parameters, and the parts of its answer."""
    properties: tuple[Property, ...]
    """What must hold, in the order in which it is judged and shown."""
    smooth: bool = True
    """Whether the results are continuous in the inputs."""
    floor: float = 1.0
    """The size of a result below which differences are noise."""
    indices: tuple[str, ...] = ()
    """Which parameters are class indices or masks."""
    iterable: bool = False
    """Whether the result is any iterable, whose items are judged."""
    curve: bool = False
    """Whether the first argument is a number, or an array that is gone through entry by entry: then it can be drawn."""
    hints: tuple[Text, ...] = ()
    """Where to look when a value is wrong, in two steps."""
    name: str = field(init=False)
    """The function's name."""
    parameters: tuple[str, ...] = field(init=False)
    """The names of its parameters, in order."""
    parts: tuple[str, ...] = field(init=False)
    """The names of the parts of its answer, in order."""
    reading: Reading = field(init=False)
    """How its arguments and results are read when the tolerance is worked out."""
    points: float = field(init=False)
    """What all its properties are worth together."""

    def __post_init__(self) -> None:
        form = SIGNATURE.fullmatch(self.signature)
        self._require(form is not None, "write its signature as in f(x, y) -> a, b")
        assert form is not None
        name, inside, answer = form.groups()
        parameters, parts = (tuple(re.findall(r"\w+", names)) for names in (inside, answer))
        made: dict[str, object] = {"name": name, "parameters": parameters, "parts": parts}
        for wrong in set(self.indices) - set(parameters):
            self._require(False, f"it has no parameter {wrong} to be an index")
        fixed = frozenset(parameters.index(index) for index in self.indices)
        made["reading"] = Reading(parts, self.smooth, self.floor, fixed)
        made["points"] = sum(prop.points for prop in self.properties)
        for key, value in made.items():
            object.__setattr__(self, key, value)
        self._check_properties()

    def _check_properties(self) -> None:
        seen: set[str] = set()
        for prop in self.properties:
            self._require(prop.name not in seen, f"it has two properties {prop.name}")
            before = prop.after is None or prop.after in seen
            self._require(before, f"{prop.name} is judged after {prop.after}, but no property before it has that name")
            for part in set(prop.parts) - set(self.parts):
                self._require(False, f"{prop.name} looks at {part}, but its parts are {', '.join(self.parts)}")
            seen.add(prop.name)

    def _require(self, fits: bool, words: str) -> None:
        if not fits:
            raise ValueError(f"exercise {self.signature}: {words}")


@dataclass(frozen=True)
class Assignment:
    """The exercises of one notebook."""

    name: str
    """That of its source and its notebooks, such as 01_adaline."""
    exercises: tuple[Exercise, ...]
    """Its functions, in the notebook's order."""
    folder: Path
    """Where its graders are, and its public probes."""

    @classmethod
    def of(cls, name: str, folder: Path, hints: Mapping[str, tuple[Text, Text]], *exercises: Exercise) -> Self:
        """An assignment whose exercises get these hints, by function."""
        return cls(name, tuple(replace(e, hints=hints.get(e.name, ())) for e in exercises), folder)

    def exercise(self, name: str) -> Exercise:
        """The exercise of this name; raises KeyError where there is none."""
        return {e.name: e for e in self.exercises}[name]

    @cached_property
    def points(self) -> dict[str, float]:
        """What each function is worth."""
        return {e.name: e.points for e in self.exercises}
