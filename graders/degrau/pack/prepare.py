"""Makes the probes of an exercise from its reference and its bank: once for a class, the same for every student."""

import copy
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from itertools import takewhile
from typing import Any, NoReturn, cast

from ..base.disk import digest, once
from ..judging.bounded import AUTHORS, authored, given
from ..judging.bounded import outcomes as outcomes_of
from ..judging.domain import Domain
from ..judging.draw import Args, Designed, Inputs, Small
from ..judging.laws import Answer, is_ready_made
from ..judging.probes import Edit, Key, KnownFacts, KnownMistake, Probes, from_bytes, key, to_bytes
from ..judging.registry import assignments
from ..judging.tolerance import Function
from ..judging.transcript import same
from ..judging.types import Exercise, Property
from ..judging.violations import Violation
from ..judging.watch import TookTooLong
from ..plain.call import Call, call, names_in
from ..plain.cell import used as read_in
from ..plain.codec import Calls
from ..plain.outcomes import Outcome, TimedOut
from .bank import Variant
from .edits import edits
from .pack import Pack, fingerprint
from .regions import tries
from .source import AuthoringError, line_of

SMALL, DESIGNED, GENERATED = 12, 48, 48
MOST_ALIKE = 0.9
# A function that is asked for what it is not made for may never end; a right one takes milliseconds.
SECONDS = 5.0


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


@dataclass(frozen=True)
class Choosing:
    """How examples are chosen: of an input builder, with the seed and a count; and of a domain, with the seed."""

    examples: Callable[[Inputs, int, int | None], tuple[Args, ...]]
    tries: Callable[[Domain, int], tuple[Args, ...]]


GRADED = Choosing(corpus, tries)


@lru_cache(maxsize=256)
def prepare(pack: Pack, assignment: str, name: str, seed: int, choosing: Choosing = GRADED) -> Probes:
    """The probes of the function `name`."""
    exercise = assignments()[assignment].by_name[name]
    facts = KnownFacts(exercise, references=pack.names(assignment))
    examples, calls = _plan(exercise, facts, choosing, seed, partial(pack.where, assignment))

    @cache
    def mistakes() -> tuple[KnownMistake, ...]:
        return tuple(
            KnownMistake(v.id, v.title, v.explanation, v.erratum, found)
            for v in pack.bank(assignment)
            if v.exercise == name and v.title is not None and v.explanation is not None
            if (found := _answered_in_time(v.function, calls, exercise.iterable))
        )

    inside = cache(lambda: () if _is_long(exercise) else tuple(_propagated(pack, assignment, exercise, calls)))
    probes = Probes(exercise, examples, calls, facts, mistakes, inside, _edits(pack, assignment, exercise))
    return replace(probes, stand_ins=tuple(_stand_ins(pack, assignment, probes)))


def prepare_all(pack: Pack, assignment: str, seed: int, choosing: Choosing = GRADED) -> list[Probes]:
    """The probes of every function of an assignment."""
    return [prepare(pack, assignment, e.name, seed, choosing) for e in assignments()[assignment].exercises]


@lru_cache(maxsize=256)
def kept_probes(pack: Pack, assignment: str, name: str, seed: int) -> Probes:
    """The probes of the function `name`, as `prepare` makes them; made once on this machine."""
    exercise = assignments()[assignment].by_name[name]
    return once(
        digest(fingerprint(pack, assignment, name), str(seed)),
        lambda: prepare(pack, assignment, name, seed),
        to_bytes,
        lambda data: replace(
            from_bytes(exercise, data, pack.names(assignment)), edits=_edits(pack, assignment, exercise)
        ),
    )


def _propagated(pack: Pack, assignment: str, exercise: Exercise, calls: Calls) -> Iterator[KnownMistake]:
    """What the reference answers with each known mistake of a function that it uses, where that changes an answer."""
    written = pack.written(assignment)
    used = _uses(written, exercise.name)
    reference = pack.reference(assignment)[exercise.name]
    right = outcomes_of(reference, calls, exercise.iterable, AUTHORS) if used else []
    # Those of the notebook's first functions come first: what is made of them is wrong for the same reason.
    order = list(written)
    for variant in sorted(pack.bank(assignment), key=lambda v: order.index(v.exercise)):
        if variant.exercise in used and variant.title is not None and variant.explanation is not None:
            function = _with_variant(pack.names(assignment), written, used | {exercise.name}, variant, exercise.name)
            outcomes = _answered_in_time(function, calls, exercise.iterable)
            if outcomes and not all(map(same, outcomes, right)):
                words = variant.title, variant.explanation, variant.erratum
                yield KnownMistake(variant.id, *words, outcomes, variant.exercise)


def _answered_in_time(function: Function, calls: Calls, iterate: bool) -> tuple[Outcome, ...]:
    """What a mistake comes to in these calls; nothing where it takes too long to be known by that."""
    found = tuple(outcomes_of(function, calls, iterate, AUTHORS))
    return () if any(isinstance(outcome, TimedOut) for outcome in found) else found


def _uses(written: Mapping[str, str], name: str) -> Set[str]:
    """The functions of the notebook that this one uses, directly or not."""
    found: set[str] = set()
    pending = [name]
    while pending:
        new = (read_in(written[pending.pop()]) & written.keys()) - found - {name}
        found |= new
        pending += sorted(new)
    return found


def _with_variant(
    names: Mapping[str, Any], written: Mapping[str, str], functions: Set[str], variant: Variant, name: str
) -> Function:
    """The function `name`, for which all these functions, itself among them, are defined anew around the variant."""
    namespace = dict(names)
    for function in sorted(functions):
        exec(compile(written[function], f"<{function}>", "exec"), namespace)
    namespace[variant.exercise] = variant.function
    made: Function = namespace[name]
    return made


def _edits(pack: Pack, assignment: str, exercise: Exercise) -> Callable[[], tuple[Edit, ...]]:
    return tuple if _is_long(exercise) else partial(edits, pack, assignment, exercise.name)


def _is_long(exercise: Exercise) -> bool:
    """Whether the function takes so long that it is tried on few examples: nor is it run once more with changes."""
    return all(prop.count is not None for prop in exercise.properties if prop.law)


def _stand_ins(pack: Pack, assignment: str, probes: Probes) -> Iterator[str]:
    """The earlier functions of the notebook for which right ones may answer where this one uses them.

    Not one that could be handed in for this one, unless the reference calls it too; and no class, for its objects are
    no plain data.
    """
    names, name = pack.names(assignment), probes.exercise.name
    used = names_in(names[name].__code__) if hasattr(names[name], "__code__") else ()
    for other in takewhile(lambda exercise: exercise.name != name, assignments()[assignment].exercises):
        function = names[other.name]
        if not isinstance(function, type) and (other.name in used or not _answers_for(function, probes)):
            yield other.name


def _answers_for(function: Callable[..., Any], probes: Probes) -> bool:
    """Whether a function, as an answer to these probes, keeps the laws in nearly all examples.

    Most do not even take the arguments, or fail soon: no more is looked at than decides.
    """
    exercise = probes.exercise
    # What wrong answers lead to is nothing that needs to be kept.
    facts = replace(probes.facts, values=dict(probes.facts.values), slopes=dict(probes.facts.slopes))

    def answer(*args: object) -> Answer:
        value = call(function, copy.deepcopy(args), {}, exercise.iterable).value
        return Answer(Call(exercise.name, args, exercise.iterable), value, exercise.parts)

    examples = [(p.law, args) for p in exercise.properties if p.law for args in probes.examples.get(p.name, ())]
    left = len(examples) * (1 - MOST_ALIKE)
    for law, args in examples:
        try:
            given(partial(law, answer, facts, *args), SECONDS)
        except (Exception, SystemExit):
            left -= 1
            if left < 0:
                return False
    return True


def _plan(
    exercise: Exercise, facts: KnownFacts, choosing: Choosing, seed: int, at: Callable[[BaseException], str]
) -> tuple[dict[str, tuple[Args, ...]], Calls]:
    """The examples by property, and every call that they lead to, found by running the laws on the right answers."""
    examples: dict[str, tuple[Args, ...]] = {}
    calls: dict[Key, Args] = {}
    asked: list[Args] = []

    def answer(*args: object) -> Answer:
        asked.append(args)
        calls.setdefault(key(args), args)
        return Answer(
            Call(exercise.name, args, exercise.iterable), facts.reference(*copy.deepcopy(args)), exercise.parts
        )

    domain = exercise.domain
    of_domain = (domain.mend or domain.legal or domain.where) if domain else None
    with _blamed(exercise, "its domain", at, of_domain):
        tried = authored(partial(_tries, choosing, domain, seed)) if domain else ()
    for prop in exercise.properties:
        if prop.inputs is None or prop.law is None:
            continue
        with _blamed(exercise, prop.name, at, prop.inputs):
            authored(partial(_refuse_builder, exercise, prop.inputs, seed))
            examples[prop.name] = prop.named + authored(partial(choosing.examples, prop.inputs, seed, prop.count))
        if domain and prop.name in domain.judged_by:
            examples[prop.name] += tried
        before = len(asked)
        for args in examples[prop.name]:
            with _blamed(exercise, prop.name, at, prop.inputs if is_ready_made(prop.law) else prop.law, args):
                told = authored(partial(cast("Callable[..., object]", prop.law), answer, facts, *args))
            _refuse_given(exercise, prop, told)
        if examples[prop.name] and len(asked) == before:
            _refuse(exercise, prop.law, "it asks for no answer; call answer(…) in it")
    return examples, Calls(calls.values())


def _tries(choosing: Choosing, domain: Domain, seed: int) -> tuple[Args, ...]:
    found = choosing.tries(domain, seed)
    return tuple(domain.example(*args) for args in found) if domain.example else found


def _refuse_builder(exercise: Exercise, inputs: Inputs, seed: int) -> None:
    """Raises AuthoringError where a builder gives no arguments, or others for the same draw."""
    first, again = inputs(Small(seed, 0)), inputs(Small(seed, 0))
    if not isinstance(first, tuple):
        _refuse(exercise, inputs, f"it gives {type(first).__name__}, no tuple of arguments; write: return x, y")
    if key(first) != key(again):
        _refuse(exercise, inputs, "it gives something else the second time; all that it chooses comes from the draw")


def _refuse_given(exercise: Exercise, prop: Property, given: object) -> None:
    """A law says that it does not hold by raising; what it gives is looked at by nobody."""
    if given is not None:
        _refuse(
            exercise,
            prop.law,
            f"it gives {type(given).__name__}, and a law gives nothing; write got.require(…, Text(…)) in it",
        )


def _refuse(exercise: Exercise, written: Callable[..., Any] | None, problem: str) -> NoReturn:
    code = getattr(written, "__code__", None)
    where = f"{code.co_filename}:{code.co_firstlineno}: " if code else ""
    raise AuthoringError(f"{where}{exercise.name}: {getattr(written, '__name__', '')}: {problem}")


@contextmanager
def _blamed(
    exercise: Exercise,
    judged: str,
    at: Callable[[BaseException], str],
    written: Callable[..., Any] | None,
    args: Args | None = None,
) -> Iterator[None]:
    """Says of what an author's builder, law or reference raises where that stands, and for which example."""
    try:
        yield
    except AuthoringError:
        raise
    except (Exception, SystemExit, TookTooLong) as error:
        call = f" for {Call(exercise.name, args, exercise.iterable)}" if args is not None else ""
        if where := at(error):
            raise AuthoringError(f"{where}: {exercise.name}: the reference {_said(error)}{call}") from error
        code = getattr(written, "__code__", None)
        file, line = (code.co_filename, code.co_firstlineno) if code else ("", 0)
        where = f"{file}:{line_of(error, file) or line}: " if file else ""
        whose = "the reference's own answer" if isinstance(error, Violation) else "it"
        raise AuthoringError(f"{where}{exercise.name}, {judged}: {whose} {_said(error)}{call}") from error


def _said(error: BaseException) -> str:
    """What it does that it must not."""
    match error:
        case TookTooLong():
            return "does not end"
        case SystemExit():
            return "calls exit()"
        case Violation():
            return f"fails: {type(error).__name__}: {error.explain('en')}"
    return f"raises {type(error).__name__}: {error}"
