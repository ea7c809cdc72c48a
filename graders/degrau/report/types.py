"""The report on one notebook: the only thing that judging produces, whatever way the answers were reached."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from ..base.text import Language

# Of points: thirds of a function's add up to it again.
DECIMALS = 9
Status = Literal["passed", "failed", "error", "blank", "missing", "timeout", "crashed"]


@dataclass(frozen=True)
class Curve:
    """A function of one number: what it gives at each `x`, beside what is right there, and where that is wrong.

    `name` is that of its argument; `derivative`: what is right is the slope of another function.
    """

    name: str
    derivative: bool
    x: tuple[float, ...]
    got: tuple[float, ...]
    right: tuple[float, ...]
    wrong: tuple[bool, ...]


@dataclass(frozen=True)
class Comparison:
    """Numbers that are wrong: what was returned and expected, as text to paste, and in words where they differ first.

    `got` and `right` are the numbers themselves, of this shape in C order, with a label each, and `wrong` where they
    differ; `curve` is what the function does elsewhere, if it can be drawn.
    """

    returned: str
    expected: str
    remark: str
    shape: tuple[int, ...]
    labels: tuple[str, ...]
    got: tuple[float, ...]
    right: tuple[float, ...]
    wrong: tuple[bool, ...]
    curve: Curve | None = None


@dataclass(frozen=True)
class PropertyReport:
    """Whether one property holds; `counterexample` is the smallest failing call found, ready to paste.

    It is None where the property holds or was not judged, and empty where it is not to be shown. `comparison` has the
    numbers behind the message, where numbers are what is wrong and they are few enough to be looked at.
    """

    name: str
    title: str
    points: float
    max_points: float
    passed: bool
    message: str = ""
    counterexample: str | None = None
    comparison: Comparison | None = None


@dataclass(frozen=True)
class Mistake:
    """What may be wrong with an answer.

    A `known` mistake is in the bank, and behaves exactly like the answer; a `propagated` one does so inside a function
    that this one uses. A `relation` is no mistake, but what is true of all the answers that fail.
    """

    id: str
    """The name of the wrong variant in the bank, or the kind of relation."""
    title: str
    """What was done, in a few words."""
    explanation: str
    """Why that is wrong, and what to think about."""
    source: str = ""
    """Which slide teaches it, if one does."""
    kind: Literal["known", "propagated", "relation"] = "known"


@dataclass(frozen=True)
class ExerciseReport:
    """The verdict on one function."""

    name: str
    """The function's name."""
    status: Status
    """How it stands as a whole."""
    properties: tuple[PropertyReport, ...]
    """What holds and what does not, in the order of the exercise."""
    mistakes: tuple[Mistake, ...] = ()
    """The mistakes that the answer may be; several where they cannot be told apart."""
    message: str = ""
    """What is to be said of the function as a whole; of its properties, each says its own."""
    hint: str = ""
    """Where to start, if another function is the cause."""
    hints: tuple[str, ...] = ()
    """Two steps towards mending this one; none where there is nothing to advise."""
    stood_in: tuple[str, ...] = ()
    """The earlier functions in whose place right ones answered while this one was judged."""

    @property
    def points(self) -> float:
        return round(sum(p.points for p in self.properties), DECIMALS)

    @property
    def max_points(self) -> float:
        return round(sum(p.max_points for p in self.properties), DECIMALS)

    def worth(self, points: float) -> "ExerciseReport":
        """The same verdict where the function is worth so much, in proportion."""
        if points == self.max_points or not self.max_points:
            return self
        factor = points / self.max_points
        properties = (replace(p, points=p.points * factor, max_points=p.max_points * factor) for p in self.properties)
        return replace(self, properties=tuple(properties))

    @property
    def full(self) -> bool:
        """Whether all points were given."""
        return self.points == self.max_points

    def recognises(self, mistake: str) -> bool:
        """Whether this known mistake is named, alone or with those that behave alike."""
        return any(found.kind == "known" and found.id == mistake for found in self.mistakes)

    def names_only(self) -> "ExerciseReport":
        """The same verdict without inputs, answers and causes: which properties hold, and which do not."""
        properties = tuple(
            replace(p, message="", counterexample=p.counterexample and "", comparison=None) for p in self.properties
        )
        return ExerciseReport(self.name, self.status, properties, stood_in=self.stood_in)

    def as_json(self) -> dict[str, Any]:
        """As it is in a JSON report, where a property's message says what its comparison shows."""
        plain = asdict(self)
        for prop in plain["properties"]:
            del prop["comparison"]
        mistakes = plain.pop("mistakes")
        named = {"misconceptions": mistakes, "misconception": mistakes[0] if mistakes else None}
        return {**plain, **named, "points": self.points, "max_points": self.max_points}


@dataclass(frozen=True)
class Printed:
    """What a function printed while it was checked: the beginning, and how many lines there were in all."""

    text: str
    lines: int


@dataclass(frozen=True)
class Report:
    """The verdict on one notebook; `sandbox` is the tier it ran in, `notes` what was mended on the way in.

    A notebook that cannot be read has `error`, and exercises without points where its assignment is known.
    """

    notebook: str
    assignment: str | None
    language: Language
    sandbox: str | None
    exercises: tuple[ExerciseReport, ...]
    notes: tuple[str, ...] = ()
    error: str | None = None

    @property
    def points(self) -> float:
        return sum(e.points for e in self.exercises)

    @property
    def max_points(self) -> float:
        return sum(e.max_points for e in self.exercises)

    def worth(self, points: Mapping[str, float]) -> "Report":
        """The same report on these functions alone, which are worth so much, by their names."""
        own = (exercise.worth(points[exercise.name]) for exercise in self.exercises if exercise.name in points)
        return replace(self, exercises=tuple(own))

    def names_only(self) -> "Report":
        """The same report, for an exam: nothing about any function but which properties hold."""
        return replace(self, exercises=tuple(exercise.names_only() for exercise in self.exercises))

    def as_json(self) -> dict[str, Any]:
        """One JSON object, as `degrau judge --json` prints it."""
        known = {
            "notebook": self.notebook,
            "assignment": self.assignment,
            "language": self.language,
            "points": self.points,
            "max_points": self.max_points,
            "sandbox": self.sandbox,
            "exercises": [exercise.as_json() for exercise in self.exercises],
            "notes": list(self.notes),
        }
        return known if self.error is None else {**known, "error": self.error}
