"""The report on one notebook: the only thing that judging produces, whatever way the answers were reached."""

from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from .text import Language

Status = Literal["passed", "failed", "error", "blank", "timeout", "crashed"]


@dataclass(frozen=True)
class PropertyReport:
    """Whether one property holds; `counterexample` is the smallest failing call found, ready to paste.

    It is None where the property holds or was not judged, and empty where it is not to be shown.
    """

    name: str
    title: str
    points: float
    max_points: float
    passed: bool
    message: str = ""
    counterexample: str | None = None


@dataclass(frozen=True)
class MisconceptionReport:
    """The known mistake that behaves exactly like the answer."""

    id: str
    title: str
    explanation: str


@dataclass(frozen=True)
class ExerciseReport:
    """The verdict on one function; `hint` says where to start, if another function is the cause."""

    name: str
    status: Status
    properties: tuple[PropertyReport, ...]
    misconception: MisconceptionReport | None = None
    message: str = ""
    hint: str = ""

    @property
    def points(self) -> float:
        return sum(p.points for p in self.properties)

    @property
    def max_points(self) -> float:
        return sum(p.max_points for p in self.properties)

    @property
    def full(self) -> bool:
        """Whether all points were given."""
        return self.points == self.max_points

    def recognises(self, mistake: str) -> bool:
        """Whether this known mistake is named, alone or with those that behave alike."""
        return self.misconception is not None and mistake in self.misconception.id.split(" · ")

    def names_only(self) -> "ExerciseReport":
        """The same verdict without inputs, answers and causes: which properties hold, and which do not."""
        properties = tuple(replace(p, message="", counterexample=p.counterexample and "") for p in self.properties)
        return ExerciseReport(self.name, self.status, properties)

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "points": self.points, "max_points": self.max_points}


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
