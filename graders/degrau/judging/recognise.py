"""Which known mistake an answer is, judged by what it does and never by how it is written."""

from collections.abc import Iterable, Sequence

from ..outcomes import Outcome, Returned
from ..report import MisconceptionReport
from ..text import Language, _
from .probes import KnownMistake
from .transcript import Transcript, same

SOURCE = _("It comes from slides {deck}: erratum {number} of the course.")
# Which deck of slides each erratum is in; docs/errata.md says what is wrong there.
DECKS = {f"E{n}": "A" if n <= 13 else "B" if n <= 15 else "D" for n in range(1, 20)}
Pairs = Sequence[tuple[Outcome, Outcome]]


def recognise(transcript: Transcript, failed: str, warned: bool, language: Language) -> MisconceptionReport | None:
    """The known mistake that answers every call exactly alike, or else every call of the property `failed`.

    `warned`: what was wrong there is a warning. Mistakes that cannot be told apart are named together. None where no
    mistake matches.
    """
    probes = transcript.probes
    everywhere = range(len(probes.calls))
    there = [at for args in probes.examples.get(failed, ()) if (at := probes.position(args)) is not None]
    for where in (everywhere, there):
        same_values = [m for m in probes.mistakes() if where and _alike(transcript.outcomes, m, where)]
        # A mistake that only warns is told by its warnings; any other is the same with its warnings silenced.
        same_warnings = [m for m in same_values if _warned(transcript.outcomes, where) == _warned(m.outcomes, where)]
        alike = same_warnings or ([] if warned else same_values)
        # Of several, those that fail with the same words are nearer than those that fail in the same way.
        same_words = [m for m in alike if _say_the_same(_pairs(transcript.outcomes, m, where))]
        if nearest := same_words or alike:
            return _named(nearest, language)
    return None


def _alike(outcomes: list[Outcome], mistake: KnownMistake, where: Iterable[int]) -> bool:
    pairs = _pairs(outcomes, mistake, where)
    alike = all(same(known, found) and _changed(known) == _changed(found) for known, found in pairs)
    # Where nothing but exceptions came back their kind says little: many mistakes end in a TypeError.
    return alike and (any(isinstance(known, Returned) for known, _found in pairs) or _say_the_same(pairs))


def _pairs(outcomes: list[Outcome], mistake: KnownMistake, where: Iterable[int]) -> Pairs:
    return [(mistake.outcomes[i], outcomes[i]) for i in where]


def _say_the_same(pairs: Pairs) -> bool:
    return all(getattr(known, "message", "") == getattr(found, "message", "") for known, found in pairs)


def _changed(outcome: Outcome) -> bool:
    return isinstance(outcome, Returned) and bool(outcome.changed)


def _warned(outcomes: Sequence[Outcome], where: Iterable[int]) -> list[bool]:
    return [bool(getattr(outcomes[i], "warned", "")) for i in where]


def _named(mistakes: list[KnownMistake], language: Language) -> MisconceptionReport:
    errata = dict.fromkeys(m.erratum for m in mistakes if m.erratum)
    told = dict.fromkeys((m.title.to(language), m.explanation.to(language)) for m in mistakes)
    return MisconceptionReport(
        id=" · ".join(m.id for m in mistakes),
        title=" · ".join(title for title, _why in told),
        explanation="\n".join(why for _title, why in told),
        source=" ".join(SOURCE.to(language, deck=DECKS[number], number=number) for number in errata),
    )
