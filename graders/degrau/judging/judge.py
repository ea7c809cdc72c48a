"""The verdict on one function: which properties hold, the smallest input where one does not, and why.

`judge` never meets the student's code. It reads the transcript of what that code answered, wherever it ran, and
compares.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial

from numpy import ndarray

from ..base.text import Language, _
from ..plain.about import About
from ..plain.call import value_words
from ..plain.outcomes import Crashed, Missing, Raised, TimedOut
from ..report.types import ExerciseReport, Mistake, PropertyReport, Status
from .causes.first import causes
from .draw import Args, Inputs
from .hints import hints
from .probes import Probes
from .slips import slip
from .slips.seen import Seen
from .transcript import Afresh, Transcript
from .types import Ask, Property
from .violations import ChangedArgument, NoAnswer, NotRepeatable, Remembers, Violation, Warned, WrongShape, WrongValue

LOG = logging.getLogger(__name__)

BLANK = _("not written yet: it returns None")
UNJUDGED = _("not judged: what the notebook's functions returned took too much time or memory to look at")
MOST_NUMBERS = 100
MOST_REMEMBERED = 1000
WAITS = _("judged after: {title}")


@dataclass(frozen=True)
class Verdict:
    """Whether a property holds; if not, the violation and the example, or nothing where it was not judged at all."""

    property: Property
    holds: bool
    violation: Violation | None = None
    example: Args = ()


def judge(probes: Probes, ask: Ask, language: Language, ask_afresh: Ask | None = None) -> ExerciseReport:
    """The report on one function, whose calls `ask` makes.

    With `ask_afresh`, which makes calls where no other was made, the report shows what those say: a function that
    remembers the inputs of earlier calls cannot smuggle them out in its answers, or in its exceptions.
    """
    transcript = Transcript(probes, ask)
    about = cache((ask_afresh or ask).about)
    if transcript.blank and not (transcript.silent and about().written):
        return blank_report(probes.exercise.name, probes.exercise.properties, language)
    verdicts: dict[str, Verdict] = {}
    lawful = transcript.said in probes.lawful
    for prop in probes.exercise.properties:
        ready = prop.after is None or verdicts[prop.after].holds
        first = all(v.holds for v in verdicts.values())
        if not ready:
            verdicts[prop.name] = Verdict(prop, False)
        elif prop.law and lawful:
            verdicts[prop.name] = Verdict(prop, True)
        else:
            verdicts[prop.name] = examine(prop, transcript, shrink=first)
    _remember(transcript, list(verdicts.values()))
    afresh = transcript.afresh(ask_afresh) if ask_afresh else None
    shown = [replace(v, violation=_as_first_call(v, afresh)) if afresh else v for v in verdicts.values()]
    return _report(transcript, afresh or transcript, list(verdicts.values()), shown, about, language)


def passes(probes: Probes, ask: Ask) -> bool:
    """Whether the function would get all points; nothing is explained, and what costs it some ends the search."""
    transcript = Transcript(probes, ask)
    return all(examine(prop, transcript, shrink=False).holds for prop in probes.exercise.properties)


def _remember(transcript: Transcript, verdicts: list[Verdict]) -> None:
    """Answers that keep every law, and led to no other questions, need not be looked into again.

    Most of a class give the same right answers, to the last bit.
    """
    lawful = transcript.probes.lawful
    laws = [verdict.holds for verdict in verdicts if verdict.property.law]
    if transcript.said and all(laws) and not transcript.asked_more and len(lawful) < MOST_REMEMBERED:
        lawful.add(transcript.said)


def _as_first_call(verdict: Verdict, afresh: Afresh) -> Violation | None:
    """The violation as it is where nothing was called before."""
    violation = verdict.violation
    ended = isinstance(violation, NoAnswer) and isinstance(violation.outcome, (TimedOut, Crashed, Missing))
    if violation is None or ended or isinstance(violation, ChangedArgument):
        return violation
    if isinstance(violation, NotRepeatable):
        return afresh.twice(violation.call)
    return _violation(verdict.property, afresh, verdict.example) or Remembers(violation.call)


def examine(prop: Property, transcript: Transcript, shrink: bool) -> Verdict:
    """Whether the property holds for all of its examples; a failure comes with a small example."""
    if prop.law is None:
        violation = next(transcript.impurities(), None)
        return Verdict(prop, violation is None, violation)
    failures = [
        (args, violation)
        for args in transcript.probes.examples[prop.name]
        if (violation := _violation(prop, transcript, args)) is not None
    ]
    if not failures:
        return Verdict(prop, True)
    further = shrink and prop.count is None and not transcript.ended and bool(transcript.probes.facts.references)
    attempt = partial(_attempt, prop, transcript) if further else None
    assert prop.inputs is not None
    example, violation = smallest(prop.inputs, failures, attempt)
    if attempt and transcript.probes.exercise.entrywise and (args := _alone(example, violation)):
        alone = attempt(args)
        example, violation = (args, alone) if alone else (example, violation)
    return Verdict(prop, False, violation, example)


def _alone(args: Args, violation: Violation) -> Args:
    """The call with the first wrong entry alone in place of the arrays that it is in; nothing where they are short."""
    if not isinstance(violation, WrongValue) or violation.got.size <= SMALL_ENOUGH:
        return ()
    shape, index = violation.got.shape, violation.index
    return tuple(arg[index].item() if isinstance(arg, ndarray) and arg.shape == shape else arg for arg in args)


def _attempt(prop: Property, transcript: Transcript, args: Args) -> Violation | None:
    """The same for an example that is looked for; nothing is found any more when the time for that is over."""
    return _violation(prop, transcript, args) if transcript.patient and not transcript.ended else None


def _violation(prop: Property, transcript: Transcript, args: Args) -> Violation | None:
    assert prop.law is not None
    try:
        prop.law(transcript, transcript.probes.facts, *args)
    except Violation as violation:
        return violation
    return None


def _report(
    transcript: Transcript,
    displayed: Transcript,
    verdicts: list[Verdict],
    shown: list[Verdict],
    about: Callable[[], About],
    language: Language,
) -> ExerciseReport:
    failed = [v for v in verdicts if v.violation is not None]
    properties = tuple(_property_report(v, shown, language) for v in shown)
    name = transcript.probes.exercise.name
    if not failed:
        return ExerciseReport(name, "passed", properties)
    warned = isinstance(failed[0].violation, Warned)
    mistakes = _causes(transcript, failed[0].property, warned, language)
    first = next(v for v in shown if v.property.name == failed[0].property.name)
    if not _shows_the_same(failed[0], first, language):
        mistakes = _named(mistakes)
    drawn = _drawn(properties, first, displayed, language)
    exercise, violation = transcript.probes.exercise, first.violation
    if violation is None:
        return ExerciseReport(name, _status(failed), drawn, mistakes)
    outcome = violation.outcome if isinstance(violation, NoAnswer) else None
    found = slip(Seen(exercise, about(), transcript.outcomes, violation, outcome))
    sentence = found.sentence.to(language) if found else ""
    advice = found.hints if found else hints(exercise, first.property, violation, _exchanged(displayed, violation))
    steps = tuple(hint.to(language) for hint in advice)
    told = _named(mistakes) if found else mistakes
    return ExerciseReport(name, _status(failed), drawn, told, message=sentence, hints=steps)


def _causes(transcript: Transcript, failed: Property, warned: bool, language: Language) -> tuple[Mistake, ...]:
    """What is told of the answer; nothing where the search for it fails, which costs nobody points or a report."""
    try:
        return causes(transcript, failed, warned, language)
    except Exception as error:
        LOG.info("no cause of %s: %r", transcript.probes.exercise.name, error)
        return ()


def _exchanged(transcript: Transcript, violation: Violation) -> bool:
    """Whether what came back in this call has the shapes of the right results, but in another order."""
    right = transcript.probes.facts.values.get(transcript.probes.facts.key(violation.call.args))
    if not isinstance(violation, WrongShape) or right is None or len(right) == 1:
        return False
    try:
        answer = transcript(*violation.call.args)
        got = [answer.array(part).shape for part in right]
    except Violation:
        # Another part is no numbers at all.
        return False
    shapes = [expected.low.shape for expected in right.values()]
    return got != shapes and sorted(got) == sorted(shapes)


def _named(mistakes: tuple[Mistake, ...]) -> tuple[Mistake, ...]:
    """The mistakes without what is only true of the examples."""
    return tuple(mistake for mistake in mistakes if mistake.kind != "relation")


def _shows_the_same(verdict: Verdict, shown: Verdict, language: Language) -> bool:
    """Whether the failure is the same where nothing was asked before.

    A relation may have numbers of the answers in it, and those must be no memories of other calls.
    """
    own, other = verdict.violation, shown.violation
    return own is other or (own is not None and other is not None and own.explain(language) == other.explain(language))


def _drawn(
    properties: tuple[PropertyReport, ...], first: Verdict, displayed: Transcript, language: Language
) -> tuple[PropertyReport, ...]:
    """The reports, the first failure with the numbers behind it."""
    if not isinstance(first.violation, WrongValue) or first.violation.got.size > MOST_NUMBERS:
        return properties
    comparison = first.violation.comparison(language, displayed.curve(first.violation.call.args))
    name = first.property.name
    return tuple(replace(p, comparison=comparison) if p.name == name else p for p in properties)


def _property_report(verdict: Verdict, verdicts: list[Verdict], language: Language) -> PropertyReport:
    prop, violation = verdict.property, verdict.violation
    message = violation.explain(language) if violation else ""
    if not verdict.holds and violation is None:
        before = next(v.property for v in verdicts if v.property.name == prop.after)
        message = WAITS.to(language, title=before.title.to(language))
    called = violation is not None and (not isinstance(violation, NoAnswer) or violation.called)
    return PropertyReport(
        name=prop.name,
        title=prop.title.to(language),
        points=prop.points if verdict.holds else 0.0,
        max_points=prop.points,
        passed=verdict.holds,
        message=message,
        counterexample=str(violation.call) if violation and called else None,
    )


def _status(failed: list[Verdict]) -> Status:
    outcomes = [v.violation.outcome for v in failed if isinstance(v.violation, NoAnswer)]
    if any(isinstance(o, TimedOut) for o in outcomes):
        return "timeout"
    if any(isinstance(o, Crashed) for o in outcomes):
        return "crashed"
    first = failed[0].violation
    if isinstance(first, NoAnswer) and isinstance(first.outcome, Missing):
        return "missing"
    broken = isinstance(first, NoAnswer) and isinstance(first.outcome, Raised)
    return "error" if broken else "failed"


def blank_report(name: str, properties: tuple[Property, ...], language: Language) -> ExerciseReport:
    """The report on a function that nobody has written: no points, and no reproach."""
    message = BLANK.to(language)
    reports = tuple(
        PropertyReport(p.name, p.title.to(language), 0.0, p.points, passed=False, message=message) for p in properties
    )
    return ExerciseReport(name, "blank", reports, message=message)


def unjudged_report(name: str, properties: tuple[Property, ...], language: Language) -> ExerciseReport:
    """The report on a function of a notebook whose judging had to be ended."""
    reports = tuple(PropertyReport(p.name, p.title.to(language), 0.0, p.points, passed=False) for p in properties)
    return ExerciseReport(name, "crashed", reports, message=UNJUDGED.to(language))


SMALL_ENOUGH = 8
# An example of so many times as many numbers may still be the easier one to read.
READABLE, MOST_TIMES = 2, 100
Failure = tuple[Args, Violation]


def size(args: Args) -> tuple[int, int]:
    """How large an input is: how long to read, and to follow where a number says how often; then how many numbers."""
    return sum(len(value_words(arg)) + _times(arg) for arg in args), _numbers(args)


def _times(arg: object) -> int:
    """What a lone integer may stand for: so many steps, epochs, tries."""
    return min(abs(arg), MOST_TIMES) if isinstance(arg, int) else 0


def _numbers(args: Args) -> int:
    return sum(arg.size if isinstance(arg, ndarray) else 1 for arg in args)


def smallest(inputs: Inputs, failures: list[Failure], attempt: Callable[[Args], Violation | None] | None) -> Failure:
    """The smallest failure known, made smaller still by `attempt` where it is too large to take in at a glance."""
    fewest = min(_numbers(args) for args, _ in failures)
    few = [failure for failure in failures if _numbers(failure[0]) <= READABLE * fewest]
    known = min(few, key=lambda failure: size(failure[0]))
    if attempt is None or _numbers(known[0]) <= SMALL_ENOUGH:
        return known
    from .search import shrink

    found = shrink(inputs, attempt)
    return found if found and size(found[0]) < size(known[0]) else known
