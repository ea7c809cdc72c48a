"""The central types of a course: an assignment has exercises, each a function with the properties that it must have.

How the judge asks such a function, an `Ask`, is the same wherever it runs. What laws work with is in `laws`; how
answers come about in `transcript`; what is known of right ones in `probes`; the verdict in `judge`.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Self

from ..base.text import Text
from ..plain.about import About
from ..plain.outcomes import Outcome
from .domain import Domain
from .draw import Args, Inputs

Law = Callable[..., None]
Faint = Callable[..., float]
SIGNATURE = re.compile(r"(\w+)\(((?:\w+(?:, )?)*)\) -> (\w+(?:, \w+)*)")


@dataclass(frozen=True)
class Reading:
    """How a function's arguments and results are read when its tolerance is worked out.

    `smooth`: whether it is continuous in its inputs; of a step function only exact inputs are asked. `floor`: the size
    of a result below which differences are noise. `fixed`: the positions of arguments that are never perturbed or
    rounded: class indices, masks. `faint`, `sharp`: as in Exercise.
    """

    parts: tuple[str, ...]
    smooth: bool = True
    floor: float = 1.0
    fixed: frozenset[int] = frozenset()
    faint: Faint | None = None
    sharp: bool = False


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
    named: tuple[Args, ...] = field(default=(), compare=False, repr=False)
    """Examples that are tried before those that `inputs` makes, because no builder would find them."""


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
    faint: Faint | None = None
    """What an error of 1e-12 near underflow, in a sigmoid that is clipped, may come to in the results, in multiples of
    that: a function of the arguments. None where nothing underflows."""
    sharp: bool = False
    """Whether that is all that is noise, however small the result; `floor` is then for answers in float32."""
    indices: tuple[str, ...] = ()
    """Which parameters are class indices or masks."""
    iterable: bool = False
    """Whether the result is any iterable, whose items are judged."""
    curve: bool = False
    """Whether the first argument is a number, or an array that is gone through entry by entry: then it can be drawn."""
    hints: tuple[Text, ...] = ()
    """Where to look when a value is wrong, in two steps."""
    domain: Domain | None = None
    """Its legal calls: what is tried of them are further examples of some of the properties."""
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
        made["reading"] = Reading(parts, self.smooth, self.floor, fixed, self.faint, self.sharp)
        for prop in self.properties:
            worth = isinstance(prop.points, int | float) and prop.points > 0
            self._require(worth, f"{prop.name} is worth {prop.points!r}, no number of points above 0")
            self._require(isinstance(prop.title, Text), f"the words of {prop.name} are no text; write Text(en=…)")
        texts = isinstance(self.hints, tuple) and all(isinstance(hint, Text) for hint in self.hints)
        self._require(texts, "its hints are no tuple of texts; write hints=(Text(…), Text(…))")
        made["points"] = sum(prop.points for prop in self.properties)
        for key, value in made.items():
            object.__setattr__(self, key, value)
        self._check_properties()

    @property
    def entrywise(self) -> bool:
        """Whether it is known to go through numbers or arrays of any shape entry by entry."""
        return self.domain is not None and self.domain.entrywise

    def _check_properties(self) -> None:
        seen: set[str] = set()
        for prop in self.properties:
            self._require(prop.name not in seen, f"it has two properties {prop.name}")
            before = prop.after is None or prop.after in seen
            self._require(before, f"{prop.name} is judged after {prop.after}, but no property before it has that name")
            for part in set(prop.parts) - set(self.parts):
                self._require(False, f"{prop.name} looks at {part}, but its parts are {', '.join(self.parts)}")
            seen.add(prop.name)
        if self.domain is not None:
            self._check_domain(self.domain, {prop.name for prop in self.properties if prop.law})

    def _check_domain(self, domain: Domain, lawful: Set[str]) -> None:
        named = tuple(argument.name for argument in domain.arguments)
        self._require(named == self.parameters, f"its domain has the arguments {', '.join(named)}")
        for name in set(domain.judged_by) - lawful:
            self._require(False, f"its domain is judged by {name}, but no property with a law has that name")

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
    by_name: Mapping[str, Exercise] = field(init=False, compare=False, repr=False)
    """The exercises by the names of their functions."""
    points: Mapping[str, float] = field(init=False, compare=False, repr=False)
    """What each function is worth."""

    @classmethod
    def of(
        cls,
        name: str,
        folder: Path,
        hints: Mapping[str, tuple[Text, Text]],
        *exercises: Exercise,
        domains: Mapping[str, Domain] = MappingProxyType({}),
    ) -> Self:
        """An assignment whose exercises get these hints and these domains, by function."""
        own = (replace(e, hints=hints.get(e.name, ()), domain=domains.get(e.name)) for e in exercises)
        return cls(name, tuple(own), folder)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {e.name: e for e in self.exercises})
        object.__setattr__(self, "points", {e.name: e.points for e in self.exercises})


class Ask(ABC):
    """A function that may be a student's, as the judge reaches it.

    `kernel.Here` is one in this process, `sandbox.answers.Boxed` one in a box.
    """

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
