"""Which known mistake an answer is, judged by what it does and never by how it is written."""

from collections.abc import Iterable

from ..outcomes import Outcome, Returned
from ..report import MisconceptionReport
from ..text import Language
from .probes import KnownMistake, key
from .transcript import Transcript, same


def recognise(transcript: Transcript, failed: str, language: Language) -> MisconceptionReport | None:
    """The known mistake that answers every call exactly alike, or else every call of the property `failed`.

    Mistakes that cannot be told apart are named together. None where no mistake matches.
    """
    probes = transcript.probes
    everywhere = range(len(probes.calls))
    there = [probes.positions[k] for args in probes.examples.get(failed, ()) if (k := key(args)) in probes.positions]
    for where in (everywhere, there):
        alike = [m for m in probes.mistakes() if where and _alike(transcript.outcomes, m, where)]
        if alike:
            return _named(alike, language)
    return None


def _alike(outcomes: list[Outcome], mistake: KnownMistake, where: Iterable[int]) -> bool:
    return all(
        same(mistake.outcomes[i], outcomes[i]) and _changed(mistake.outcomes[i]) == _changed(outcomes[i]) for i in where
    )


def _changed(outcome: Outcome) -> bool:
    return isinstance(outcome, Returned) and bool(outcome.changed)


def _named(mistakes: list[KnownMistake], language: Language) -> MisconceptionReport:
    return MisconceptionReport(
        id=" · ".join(m.id for m in mistakes),
        title=" · ".join(m.title.to(language) for m in mistakes),
        explanation="\n".join(m.explanation.to(language) for m in mistakes),
    )
