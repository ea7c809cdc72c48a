"""What is looked at to find a slip, and what is said of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...base.text import Text
from ...plain.about import About
from ...plain.outcomes import Outcome
from ..types import Exercise
from ..violations import Violation

Hints = tuple[Text, ...]


@dataclass(frozen=True)
class Slip:
    """What is certain, in a sentence, and two hints."""

    sentence: Text
    hints: Hints


@dataclass(frozen=True)
class Seen:
    """A function that fails, as far as it is known."""

    exercise: Exercise
    about: About
    outcomes: Sequence[Outcome]
    """What all its calls came to."""
    violation: Violation
    """The first failure."""
    outcome: Outcome | None
    """What the failing call came to, where that was no answer."""

    def say(self, sentence: Text, *hints: Text, **values: object) -> Slip:
        """The slip, with its sentence and hints filled in."""

        def filled(text: Text) -> Text:
            return text.filled(**{"name": self.exercise.name, **values})

        return Slip(filled(sentence), tuple(map(filled, hints)))


def python_kind(kind: str) -> str:
    """The name of a type as Python's messages have it."""
    return "numpy.ndarray" if kind in ("ndarray", "array") else kind


def listed(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
