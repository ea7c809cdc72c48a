"""Which known mistake an answer is, judged by what it does and never by how it is written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

import numpy as np

from ...base.text import Language, _
from ...plain.numbers import Array
from ...plain.outcomes import Outcome, Returned
from ...report.types import Mistake
from ..probes import KnownMistake, Probes
from ..transcript import Transcript, same
from ..types import Property, Told
from .case import Case
from .evidence import Evidence, Tried, tried
from .statement import EXPLAINED, Foretold, Statement, holds

SOURCE = _("It comes from slides {deck}: erratum {number} of the course.")
# Which deck of slides each erratum is in; docs/errata.md says what is wrong there.
DECKS = {f"E{n}": "A" if n <= 13 else "B" if n <= 15 else "D" for n in range(1, 20)}
# An answer that is only not exact enough comes near to mistakes that are right where it is wrong: those are no cause.
AS_WRONG = 0.9
MANY_DRAWS = 30
IN_PART = _("{title} (seen in `{part}`)")
# What behaves so need not use the other function at all, and that one may be right.
INSIDE = _("{title} (as if in `{function}`)")
AS_IF = _("This is what comes out where `{function}` has that mistake; one here may do the same. {explanation}")
Pairs = Sequence[tuple[Outcome, Outcome]]


def recognise(transcript: Transcript, failed: Property, warned: bool, language: Language) -> tuple[Mistake, ...]:
    """The known mistake that answers every call exactly alike, or else every call of the property that `failed`.

    `warned`: what was wrong there is a warning. Mistakes that cannot be told apart are all given; none where no
    mistake matches.
    """
    probes, evidence = transcript.probes, Evidence(transcript)
    examples = tried(failed, transcript)
    everywhere = range(len(probes.calls))
    there = list(dict.fromkeys(at for found in examples for at in found.asked))
    for where in (everywhere, there):
        same_values = [m for m in probes.mistakes() if where and _alike(evidence, m, where)]
        # A mistake that only warns is told by its warnings; any other is the same with its warnings silenced.
        same_warnings = [m for m in same_values if _warned(transcript.outcomes, where) == _warned(m.outcomes, where)]
        alike = same_warnings or ([] if warned else same_values)
        causes = [m for m in alike if _as_wrong(m, failed, probes, examples)]
        if where is there:
            telling = [m for m in causes if _says_something(evidence, m, examples)]
            causes = [m for m in telling if not contradicted(m, transcript) and _is_particular(evidence, m, there)]
        # Of several, those that fail with the same words are nearer than those that fail in the same way.
        same_words = [m for m in causes if _say_the_same(_pairs(transcript.outcomes, m, where))]
        if nearest := same_words or causes:
            return tuple(_named(mistake, language) for mistake in nearest)
    return ()


def _is_particular(evidence: Evidence, mistake: KnownMistake, where: Sequence[int]) -> bool:
    """Whether the mistake differs from most others in many of these calls, if they are draws.

    Of the hundreds of draws that a law asks for, few may be wrong, and many a mistake gives those.
    """
    probes = evidence.probes
    if not (probes.calls and probes.draws(0)):
        return True
    others = [other for other in probes.mistakes() if other is not mistake]
    different = (sum(not same(mistake.outcomes[at], m.outcomes[at]) for m in others) for at in where)
    return sum(2 * found > len(others) for found in different) >= MANY_DRAWS


def contradicted(mistake: KnownMistake, transcript: Transcript) -> bool:
    """Whether the mistake breaks a property of ordinary inputs that the answer keeps.

    Of a step function it is enough that it breaks one example that the answer keeps: its few numbers agree by chance.
    """
    its = _told_by(mistake, transcript.probes)
    ordinary = [prop for prop in transcript.probes.exercise.properties if prop.law and not prop.edge]
    each = not transcript.probes.exercise.smooth
    return any(_breaks(tried(prop, its), tried(prop, transcript), each) for prop in ordinary)


def _breaks(its: Sequence[Tried], found: Sequence[Tried], each: bool) -> bool:
    """Whether the mistake is wrong, and the answer right: in one of the examples, or in all of them."""
    if each:
        return any(i.violation is not None and f.violation is None and f.asked for i, f in zip(its, found, strict=True))
    return all(f.violation is None for f in found) and any(i.violation is not None for i in its)


def _told_by(mistake: KnownMistake, probes: Probes) -> Transcript:
    """What the mistake answers, as if it were asked."""
    return Transcript(probes, Told(lambda *args: mistake.outcomes[probes.positions[probes.facts.key(args)]]))


def _alike(evidence: Evidence, mistake: KnownMistake, where: Sequence[int]) -> bool:
    found, known = evidence.outcomes, mistake.outcomes
    if not all(evidence.alike(at, known[at], found[at]) and _changed(known[at]) == _changed(found[at]) for at in where):
        return False
    # Where nothing but exceptions came back their kind says little: many mistakes end in a TypeError.
    return any(isinstance(known[at], Returned) for at in where) or _say_the_same(_pairs(found, mistake, where))


def _says_something(evidence: Evidence, mistake: KnownMistake, examples: Sequence[Tried]) -> bool:
    """Whether the mistake gives anything but infinities and NaN in the wrong examples: many end in those."""
    outcomes = [mistake.outcomes[at] for found in examples if found.violation for at in found.asked]
    numbers = [array for outcome in outcomes for array in evidence.parts(outcome) or () if array is not None]
    return not numbers or any(np.isfinite(array).any() for array in numbers)


def _as_wrong(mistake: KnownMistake, failed: Property, probes: Probes, examples: Sequence[Tried]) -> bool:
    """Whether the mistake itself is wrong at the examples where the answer is, but for one in ten."""
    its = tried(failed, _told_by(mistake, probes))
    both = [its[i].violation is not None for i, found in enumerate(examples) if found.violation is not None]
    return sum(both) >= AS_WRONG * len(both)


def _pairs(outcomes: Sequence[Outcome], mistake: KnownMistake, where: Iterable[int]) -> Pairs:
    return [(mistake.outcomes[i], outcomes[i]) for i in where]


def _say_the_same(pairs: Pairs) -> bool:
    return all(getattr(known, "message", "") == getattr(found, "message", "") for known, found in pairs)


def _changed(outcome: Outcome) -> bool:
    return isinstance(outcome, Returned) and bool(outcome.changed)


def _warned(outcomes: Sequence[Outcome], where: Iterable[int]) -> list[bool]:
    return [bool(getattr(outcomes[i], "warned", "")) for i in where]


def in_part(case: Case, transcript: Transcript, language: Language) -> tuple[Mistake, ...]:
    """The known mistake that gives the part of the answer that fails, and contradicts no other; else one that is made
    inside another function, and gives all parts.
    """
    for mistake in _seen(case):
        if not contradicted(mistake, transcript):
            named = _named(mistake, language, case.name)
            return (named if _wrong_parts(case, mistake) == case.wrong_parts() else replace(named, explanation=""),)
    for mistake in case.in_time(case.probes.propagated()):
        whole = _is_whole(case, mistake) and holds(Statement(INSIDE, _told(case, mistake)), case)
        if whole and not contradicted(mistake, transcript):
            return (_named(mistake, language),)
    return ()


def _is_whole(case: Case, mistake: KnownMistake) -> bool:
    """Whether the mistake gives all parts, in every call of the property, and in most of what is wrong elsewhere."""

    def alike(at: int) -> bool:
        return case.evidence.alike(at, mistake.outcomes[at], case.evidence.outcomes[at])

    if not all(map(alike, case.order)):
        return False
    others = [at for at in case.elsewhere if case.is_wrong_anywhere(at)]
    return sum(map(alike, others)) >= EXPLAINED * len(others)


def in_part_only(case: Case, language: Language) -> tuple[Mistake, ...]:
    """The same where other parts are right that are wrong with that mistake: its explanation may be about those."""
    return tuple(replace(_named(mistake, language, case.name), explanation="") for mistake in list(_seen(case))[:1])


def _wrong_parts(case: Case, mistake: KnownMistake) -> list[int]:
    """The parts that are wrong with the mistake: its explanation may say of the others that they are right."""
    return [q for q in range(len(case.exercise.parts)) if any(_is_off(case, mistake, at, q) for at in case.everywhere)]


def _is_off(case: Case, mistake: KnownMistake, at: int, part: int) -> bool:
    parts = case.evidence.parts(mistake.outcomes[at])
    told, right = None if parts is None else parts[part], case.right_part(at, part)
    if told is None or told.shape != right.shape:
        return True
    return not case.evidence.near(at, part, told, right).all()


def _seen(case: Case) -> Iterator[KnownMistake]:
    # Of a function with one result, `recognise` has said it.
    own = case.probes.mistakes() if case.several else ()
    return (mistake for mistake in own if holds(Statement(IN_PART, _told(case, mistake)), case))


def _told(case: Case, mistake: KnownMistake) -> Foretold:
    def told(at: int) -> Array | None:
        parts = case.evidence.parts(mistake.outcomes[at])
        return None if parts is None else parts[case.part]

    return told


def _named(mistake: KnownMistake, language: Language, part: str = "") -> Mistake:
    number = mistake.erratum
    source = SOURCE.to(language, deck=DECKS[number], number=number) if number else ""
    title, explanation = mistake.title.to(language), mistake.explanation.to(language)
    if mistake.inside:
        title = INSIDE.to(language, title=title, function=mistake.inside)
        explanation = AS_IF.to(language, function=mistake.inside, explanation=explanation)
    elif part:
        title = IN_PART.to(language, title=title, part=part)
    kind: Literal["known", "propagated"] = "propagated" if mistake.inside else "known"
    return Mistake(mistake.id, title, explanation, source, kind)
