"""Makes the probes of an exercise from its reference and its bank: once for a class, the same for every student."""

from collections.abc import Callable
from functools import cache, lru_cache

from ..exercises import ASSIGNMENTS
from ..judging.corpus import corpus
from ..judging.draw import Args, Inputs
from ..judging.inprocess import ask_here
from ..judging.probes import KnownFacts, KnownMistake, Probes, plan
from .pack import Pack

Make = Callable[[Inputs, int, int | None], tuple[Args, ...]]


@lru_cache(maxsize=256)
def prepare(pack: Pack, assignment: str, name: str, seed: int, make: Make = corpus) -> Probes:
    """The probes of the function `name`; `make` chooses the examples from an input builder, the seed and a count."""
    exercise = ASSIGNMENTS[assignment].exercise(name)
    facts = KnownFacts(exercise, references=pack.names(assignment))
    examples, calls = plan(exercise, facts, lambda inputs, count: make(inputs, seed, count))

    @cache
    def mistakes() -> tuple[KnownMistake, ...]:
        return tuple(
            KnownMistake(v.id, v.title, v.explanation, v.erratum, tuple(ask_here(v.function)(calls, exercise.iterable)))
            for v in pack.bank(assignment)
            if v.exercise == name and v.title is not None and v.explanation is not None
        )

    return Probes(exercise, examples, calls, facts, mistakes)


def prepare_all(pack: Pack, assignment: str, seed: int, make: Make = corpus) -> list[Probes]:
    """The probes of every function of an assignment."""
    return [prepare(pack, assignment, e.name, seed, make) for e in ASSIGNMENTS[assignment].exercises]
