"""Makes the probes of an exercise from its reference and its bank: once for a class, the same for every student."""

import copy
from collections.abc import Callable
from functools import cache, lru_cache

from ..base.disk import digest, once
from ..judging.draw import Args, Designed, Inputs, Small
from ..judging.kernel import Here
from ..judging.laws import Answer
from ..judging.probes import Key, KnownFacts, KnownMistake, Probes, from_bytes, key, to_bytes
from ..judging.registry import assignments
from ..judging.types import Exercise
from ..plain.call import Call
from ..plain.codec import Calls
from .pack import Pack, fingerprint

Make = Callable[[Inputs, int, int | None], tuple[Args, ...]]
SMALL, DESIGNED, GENERATED = 12, 48, 48


@lru_cache(maxsize=512)
def corpus(inputs: Inputs, seed: int, count: int | None = None) -> tuple[Args, ...]:
    """The examples that a property is judged on when a class is graded: `count` designed ones, or as many as needed."""
    if count is not None:
        return tuple(inputs(Designed(seed, i)) for i in range(count))
    from ..judging.search import generate

    return designed(inputs, seed) + generate(inputs, GENERATED, seed)


def designed(inputs: Inputs, seed: int) -> tuple[Args, ...]:
    """Small examples, the ones a person would try first, then one regime of magnitudes after the other."""
    small = tuple(inputs(Small(seed, i)) for i in range(SMALL))
    return small + tuple(inputs(Designed(seed, i)) for i in range(DESIGNED))


@lru_cache(maxsize=256)
def prepare(pack: Pack, assignment: str, name: str, seed: int, make: Make = corpus) -> Probes:
    """The probes of the function `name`; `make` chooses the examples from an input builder, the seed and a count."""
    exercise = assignments()[assignment].by_name[name]
    facts = KnownFacts(exercise, references=pack.names(assignment))
    examples, calls = _plan(exercise, facts, lambda inputs, count: make(inputs, seed, count))

    @cache
    def mistakes() -> tuple[KnownMistake, ...]:
        return tuple(
            KnownMistake(v.id, v.title, v.explanation, v.erratum, tuple(Here(v.function)(calls, exercise.iterable)))
            for v in pack.bank(assignment)
            if v.exercise == name and v.title is not None and v.explanation is not None
        )

    return Probes(exercise, examples, calls, facts, mistakes)


def prepare_all(pack: Pack, assignment: str, seed: int, make: Make = corpus) -> list[Probes]:
    """The probes of every function of an assignment."""
    return [prepare(pack, assignment, e.name, seed, make) for e in assignments()[assignment].exercises]


@lru_cache(maxsize=256)
def kept_probes(pack: Pack, assignment: str, name: str, seed: int) -> Probes:
    """The probes of the function `name`, as `prepare` makes them; made once on this machine."""
    exercise = assignments()[assignment].by_name[name]
    return once(
        digest(fingerprint(pack, assignment, name), str(seed)),
        lambda: prepare(pack, assignment, name, seed),
        to_bytes,
        lambda data: from_bytes(exercise, data, pack.names(assignment)),
    )


def _plan(
    exercise: Exercise, facts: KnownFacts, make: Callable[[Inputs, int | None], tuple[Args, ...]]
) -> tuple[dict[str, tuple[Args, ...]], Calls]:
    """The examples by property, and every call that they lead to, found by running the laws on the right answers."""
    examples: dict[str, tuple[Args, ...]] = {}
    calls: dict[Key, Args] = {}

    def answer(*args: object) -> Answer:
        calls.setdefault(key(args), args)
        return Answer(
            Call(exercise.name, args, exercise.iterable), facts.reference(*copy.deepcopy(args)), exercise.parts
        )

    for prop in exercise.properties:
        if prop.inputs is None or prop.law is None:
            continue
        examples[prop.name] = make(prop.inputs, prop.count)
        for args in examples[prop.name]:
            prop.law(answer, facts, *args)
    return examples, Calls(calls.values())
