"""What a property says of answers, example by example, and which calls it asked for."""

from dataclasses import dataclass

from ..draw import Args
from ..laws import Answer
from ..transcript import Transcript
from ..types import Property
from ..violations import Violation


@dataclass(frozen=True)
class Tried:
    """One example of a property: the calls that its law asked for, by number, and what is wrong there."""

    asked: tuple[int, ...]
    violation: Violation | None


class _Noted:
    """The answers to the probes' calls, as a law sees them; which calls those were is noted."""

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript
        self.asked: list[int] = []

    def __call__(self, *args: object) -> Answer:
        at = self._transcript.probes.position(args)
        if at is None:
            raise _UnknownCall
        self.asked.append(at)
        return self._transcript(*args)


class _UnknownCall(Exception):
    """A wrong answer leads the law to a call that is none of the probes'."""


def tried(prop: Property, transcript: Transcript) -> list[Tried]:
    """Every example of the property; nothing is found at those that lead beyond the calls of the probes."""
    return [_tried(prop, transcript, args) for args in transcript.probes.examples.get(prop.name, ())]


def _tried(prop: Property, transcript: Transcript, args: Args) -> Tried:
    assert prop.law is not None
    noted, violation = _Noted(transcript), None
    try:
        prop.law(noted, transcript.probes.facts, *args)
    except _UnknownCall:
        return Tried((), None)
    except Violation as found:
        violation = found
    return Tried(tuple(dict.fromkeys(noted.asked)), violation)
