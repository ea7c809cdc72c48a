"""What is told of a mistake that is not known: each wrong variant of a bank in turn is taken out of what is."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..base.text import Language
from ..judging.bounded import AUTHORS, Within
from ..judging.causes.evidence import tried
from ..judging.judge import judge
from ..judging.probes import KnownMistake, Probes
from ..judging.transcript import Transcript, same
from ..judging.violations import Broken, Violation, Warned
from ..pack.bank import Variant
from ..report.types import ExerciseReport, Mistake

# What is said in full where the failure is shown: an argument changed, a warning, another answer the second time.
SAYS_ALL = "says all"
# A law has a sentence of its own for what is wrong; one that only gives what was expected says no more than numbers.
REQUIREMENT, ONLY_EXPECTED = "requirement", re.compile(r"\bexpected\b")
# What it is besides, in a sentence of its own: a beginner's slip.
SENTENCE = "sentence"
UNTOLD = "untold"


@dataclass(frozen=True)
class LeftOut:
    """A wrong variant, and the report on it where it is not known; `seconds` is the processor's time for both.

    `failure`: what the failure itself says, where nothing is told: all, or which requirement is broken.
    """

    variant: Variant
    report: ExerciseReport
    failure: str
    seconds: float

    @property
    def told(self) -> Mistake | None:
        """What is said of it."""
        return self.report.mistakes[0] if self.report.mistakes else None

    @property
    def kind(self) -> str:
        """The kind of what is said: known, propagated, the kind of relation, or that nothing is."""
        if self.told is None:
            return SENTENCE if self.report.message else self.failure
        return self.told.id if self.told.kind == "relation" else self.told.kind


def left_out(probes: Probes, variant: Variant, language: Language) -> LeftOut:
    """The report on a wrong variant by what is known without it, and without those that behave exactly like it."""
    began = time.process_time()
    rest = without(probes, variant.id)
    report = judge(rest, Within(variant.function, AUTHORS), language)
    seconds = time.process_time() - began
    return LeftOut(variant, report, _failure(rest, variant, report), seconds)


def _failure(probes: Probes, variant: Variant, report: ExerciseReport) -> str:
    """What the first failure says: all, if it is an argument changed, an answer not repeated, or but a warning."""
    first = next((p.name for p in report.properties if not p.passed), None)
    prop = next((p for p in probes.exercise.properties if p.name == first), None)
    if prop is None:
        return UNTOLD
    found = tried(prop, Transcript(probes, Within(variant.function, AUTHORS))) if prop.law else ()
    broken = [example.violation for example in found if example.violation is not None]
    if all(isinstance(violation, Warned) for violation in broken):
        return SAYS_ALL
    return REQUIREMENT if all(map(_says_what_is_required, broken)) else UNTOLD


def _says_what_is_required(violation: Violation) -> bool:
    return isinstance(violation, Broken) and not ONLY_EXPECTED.search(violation.reason.to("en"))


def without(probes: Probes, known: str) -> Probes:
    """The same probes, where this mistake, and those that answer everything alike, are not known."""
    rest = tuple(_others(probes, known))
    return replace(probes, mistakes=lambda: rest)


def _others(probes: Probes, known: str) -> Iterator[KnownMistake]:
    one = next(m for m in probes.mistakes() if m.id == known)
    for other in probes.mistakes():
        if not all(same(a, b) for a, b in zip(one.outcomes, other.outcomes, strict=True)):
            yield other
