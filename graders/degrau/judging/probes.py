"""The questions put to one function in a grading run, and what is known of their answers.

Made once for a class, where the solutions are. For self-check the same thing is recorded as data, so that a student's
install holds no solution.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, overload

import numpy as np

from ..base.text import Text
from ..plain import codec
from ..plain.call import Source, call
from ..plain.codec import Calls
from ..plain.outcomes import NotPlain, Outcome, Raised, Returned
from .draw import Args
from .laws import Expected
from .numerical import gradient
from .tolerance import Function, expect
from .types import Assignment, Exercise

Key = bytes
# The two kinds of known mistakes in a file.
MISTAKES = ("mistakes", "propagated")
# Of so many outcomes of a mistake, one may hang on the machine.
SELDOM = 20
# So many calls are asked a second time.
REPEATED = 12


def key(args: Args) -> Key:
    """Tells calls apart: equal for the same values of the same types."""
    return codec.encode(list(args), trusted=True)


@dataclass(frozen=True)
class KnownMistake:
    """A wrong answer that students are known to give, and what it gives for each of the probes' calls.

    `erratum` is the number of the slides' erratum that it comes from, if it does. `inside` is the other function in
    which it is made, if it is: then the rest is right.
    """

    id: str
    title: Text
    explanation: Text
    erratum: str | None
    outcomes: Sequence[Outcome]
    inside: str = ""


class Recorded(Sequence[Outcome]):
    """Outcomes as they were written down; each is read when it is asked for the first time.

    Of most mistakes the first few tell that an answer is none of theirs.
    """

    def __init__(self, written: Sequence[bytes]) -> None:
        self._written = written
        self._read: dict[int, Outcome] = {}

    def __len__(self) -> int:
        return len(self._written)

    @overload
    def __getitem__(self, at: int) -> Outcome: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Outcome]: ...
    def __getitem__(self, at: int | slice) -> Outcome | Sequence[Outcome]:
        if isinstance(at, slice):
            return Recorded(self._written[at])
        if at not in self._read:
            self._read[at] = _outcome(codec.decode(self._written[at], trusted=True))
        return self._read[at]


@dataclass(frozen=True)
class Edit:
    """A right solution with one slip in it: the kind of slip, and what is left of the function.

    `rank`: of several that come to the same the lowest is said, the one whose words say most and are seldom chance.
    """

    words: Text
    function: Function
    rank: int = 0


@dataclass(frozen=True)
class KnownFacts:
    """The facts of the reference, by call; new ones are computed where `references` holds the functions."""

    exercise: Exercise
    values: dict[Key, dict[str, Expected]] = field(default_factory=dict)
    slopes: dict[tuple[str, int, Key], Expected] = field(default_factory=dict)
    references: Mapping[str, Function] = field(default_factory=dict)
    anchored: dict[tuple[int, ...], tuple[Args, Key]] = field(default_factory=dict)

    def anchor(self, args: Args) -> None:
        """Makes these very arguments known without looking into them; they are kept, so that nothing takes their id."""
        self.anchored[tuple(map(id, args))] = args, key(args)

    def key(self, args: Args) -> Key:
        """The key of these arguments, which is known already of those that are anchored."""
        found = self.anchored.get(tuple(map(id, args)))
        return found[1] if found else key(args)

    def __call__(self, *args: object) -> dict[str, Expected]:
        k = self.key(args)
        if k not in self.values:
            self.values[k] = expect(self.reference, args, self.exercise.reading)
        return self.values[k]

    def slope(self, function: str, parameter: int, *args: object, cotangent: object = 1.0) -> Expected:
        k = (function, parameter, key((*args, cotangent)))
        if k not in self.slopes:
            measured = Source(function).value(self.references)

            def weighed(*at: object) -> float:
                value = measured(*at)
                return float(np.sum(cotangent * np.asarray(value[0] if isinstance(value, tuple) else value)))

            slopes, errors = gradient(weighed, args, parameter)
            size = np.abs(slopes) + np.max(np.abs(slopes), initial=1.0)
            # A float32 answer gets room for terms that cancel.
            single = Expected(slopes, slopes, 10 * errors + 1e-4 * size)
            self.slopes[k] = Expected(slopes, slopes, 10 * errors + 1e-6 * size, single)
        return self.slopes[k]

    def reference(self, *args: object) -> Any:
        """What the reference returns."""
        function = self.references[self.exercise.name]
        if self.exercise.iterable or any(isinstance(arg, Source) for arg in args):
            return call(function, args, self.references, self.exercise.iterable).value
        return function(*args)


@dataclass(frozen=True)
class Probes:
    """Everything that judging one function needs.

    `propagated` are known mistakes of other functions that this one uses, `edits` slips in solutions, where those are
    at hand. `lawful` holds the digests of answers, all in all, that are known to keep every law; `remembered` what was
    worked out of questions about other arguments, which hangs on no student. `stand_ins`: the functions of the
    notebook, all earlier, for which right ones may answer where this one uses them.
    """

    exercise: Exercise
    examples: Mapping[str, tuple[Args, ...]]
    calls: Calls
    facts: KnownFacts
    mistakes: Callable[[], tuple[KnownMistake, ...]]
    propagated: Callable[[], tuple[KnownMistake, ...]] = tuple
    edits: Callable[[], tuple[Edit, ...]] = tuple
    lawful: set[bytes] = field(default_factory=set)
    remembered: dict[tuple[str, int], Any] = field(default_factory=dict)
    stand_ins: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for args in (*self.calls, *(args for found in self.examples.values() for args in found)):
            self.facts.anchor(args)

    @cached_property
    def repeated(self) -> tuple[Sequence[int], Calls]:
        """The calls that are asked a second time, and where they stand: the last first."""
        chosen = range(0, len(self.calls), max(1, len(self.calls) // REPEATED))[::-1]
        return chosen, Calls(self.calls[i] for i in chosen)

    @cached_property
    def positions(self) -> dict[Key, int]:
        return {self.facts.key(args): i for i, args in enumerate(self.calls)}

    @cached_property
    def _identities(self) -> dict[tuple[int, ...], int]:
        return {tuple(map(id, args)): i for i, args in enumerate(self.calls)}

    def draws(self, at: int) -> bool:
        """Whether the function is given a generator in this call."""
        return any(isinstance(arg, Source) and "default_rng" in str(arg) for arg in self.calls[at])

    def position(self, args: Args) -> int | None:
        """Which of the calls this is, if it is one of them; those very objects are found without looking into them."""
        found = self._identities.get(tuple(map(id, args)))
        return self.positions.get(key(args)) if found is None else found


def path(assignment: Assignment) -> Path:
    """Where the public probes of an assignment lie, in a clone as in an install."""
    return assignment.folder / "probes.npz"


def matches(where: Path, probes: list[Probes]) -> bool:
    """Whether the file holds these probes, up to what machines differ in.

    The calls and the mistakes are the same, numbers up to rounding, exceptions by type. Not compared is how far right
    numbers may be off, which follows from how a machine rounds; and what a mistake gives may hang on the last digit of
    an exponential, so that few calls of it may have other numbers.
    """
    if not where.exists():
        return False
    with np.load(where) as members:
        kept = {name: _decode(members[name]) for name in members.files}
    return kept.keys() == {p.exercise.name for p in probes} and all(
        _same(_comparable(_plain(p)), _comparable(kept[p.exercise.name])) for p in probes
    )


def _comparable(plain: dict[str, Any]) -> dict[str, Any]:
    """What recorded probes say, with the keys of facts and the outcomes of mistakes read, and without tolerances."""

    def read(found: Key) -> Any:
        return codec.decode(found, trusted=True)

    mistakes = {kind: [m | {"outcomes": list(map(read, m["outcomes"]))} for m in plain[kind]] for kind in MISTAKES}
    return (
        plain
        | mistakes
        | {
            "right": [
                [read(k), {part: interval[:2] for part, interval in right.items()}] for k, right in plain["right"]
            ],
            "slopes": [[f, p, read(k), interval[:2]] for f, p, k, interval in plain["slopes"]],
        }
    )


def _same(new: dict[str, Any], old: dict[str, Any]) -> bool:
    others = new.keys() - MISTAKES
    return (
        new.keys() == old.keys()
        and all(_alike(new[kind], old[kind]) for kind in others)
        and all(len(new[kind]) == len(old[kind]) and all(map(_same_mistake, new[kind], old[kind])) for kind in MISTAKES)
    )


def _same_mistake(new: dict[str, Any], old: dict[str, Any]) -> bool:
    pairs = list(zip(new["outcomes"], old["outcomes"], strict=False))
    unlike = [pair for pair in pairs if not _alike(*pair)]
    return (
        len(new["outcomes"]) == len(old["outcomes"])
        and _alike(new | {"outcomes": ()}, old | {"outcomes": ()})
        and len(unlike) <= max(1, len(pairs) // SELDOM)
        and all(a[0] == b[0] == "returned" for a, b in unlike)
    )


def _alike(a: Any, b: Any) -> bool:
    match a, b:
        # Each version of NumPy has words of its own.
        case [str("raised"), str(kind), str()], [str("raised"), str(other), str()]:
            return kind == other
    if isinstance(a, dict):
        return isinstance(b, dict) and a.keys() == b.keys() and all(_alike(a[k], b[k]) for k in a)
    if isinstance(a, (list, tuple)):
        return isinstance(b, (list, tuple)) and len(a) == len(b) and all(map(_alike, a, b))
    if isinstance(a, (float, np.ndarray, np.generic)):
        return np.shape(a) == np.shape(b) and bool(np.allclose(a, b, rtol=1e-6, equal_nan=True))
    return bool(a == b)


def save(where: Path, probes: list[Probes]) -> None:
    """Writes the probes of one assignment."""
    members: dict[str, Any] = {p.exercise.name: np.frombuffer(to_bytes(p), dtype=np.uint8) for p in probes}
    where.parent.mkdir(exist_ok=True)
    np.savez_compressed(where, **members)


def load(assignment: Assignment, name: str) -> Probes:
    """The recorded probes of one function; raises KeyError where there are none."""
    with np.load(path(assignment)) as members:
        return from_bytes(assignment.by_name[name], members[name].tobytes(), {})


def to_bytes(probes: Probes) -> bytes:
    """The probes of one function; raises ValueError where a known mistake neither returns nor raises."""
    plain = _plain(probes)
    # Most answers need no known mistake to be explained: what those answer is read when it is asked for.
    later = {kind: codec.encode(plain[kind], trusted=True) for kind in MISTAKES}
    return codec.encode(plain | later, trusted=True)


def from_bytes(exercise: Exercise, data: bytes, references: Mapping[str, Function]) -> Probes:
    """The probes that `to_bytes` made this of; further facts come from the references, if there are any."""
    return _probes(exercise, codec.decode(data, trusted=True), references)


def _decode(member: np.ndarray[Any, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = codec.decode(member.tobytes(), trusted=True)
    return plain | {kind: codec.decode(plain[kind], trusted=True) for kind in MISTAKES if kind in plain}


def _plain(probes: Probes) -> dict[str, Any]:
    at = probes.positions
    return {
        "calls": [list(args) for args in probes.calls],
        "examples": {name: [_example(at, args) for args in found] for name, found in probes.examples.items()},
        "right": [[k, {part: _interval(e) for part, e in right.items()}] for k, right in probes.facts.values.items()],
        "slopes": [[f, p, k, _interval(e)] for (f, p, k), e in probes.facts.slopes.items()],
        "stand_ins": list(probes.stand_ins),
        "mistakes": list(map(_plain_mistake, probes.mistakes())),
        "propagated": list(map(_plain_mistake, probes.propagated())),
    }


def _plain_mistake(mistake: KnownMistake) -> dict[str, Any]:
    return {
        "id": mistake.id,
        "title": mistake.title.plain(),
        "explanation": mistake.explanation.plain(),
        "erratum": mistake.erratum,
        "outcomes": [codec.encode(_plain_outcome(outcome), trusted=True) for outcome in mistake.outcomes],
        "inside": mistake.inside,
    }


def _mistake(plain: dict[str, Any]) -> KnownMistake:
    title, explanation = Text(**plain["title"]), Text(**plain["explanation"])
    return KnownMistake(plain["id"], title, explanation, plain["erratum"], Recorded(plain["outcomes"]), plain["inside"])


def _example(at: dict[Key, int], args: Args) -> int | list[Any]:
    """An example by the number of the call that it is, or as it is where a law makes other calls of it."""
    return at.get(key(args), list(args))


def _interval(expected: Expected) -> list[Any]:
    return [expected.low, expected.high, expected.tolerance, expected.single and _interval(expected.single)]


def _expected(interval: list[Any]) -> Expected:
    low, high, tolerance, single = interval
    return Expected(low, high, tolerance, single and _expected(single))


def _plain_outcome(outcome: Outcome) -> list[Any]:
    match outcome:
        case Returned(value, changed, warned):
            return ["returned", value, list(changed), warned]
        case Raised(type=kind, message=message):
            return ["raised", kind, message]
        case NotPlain(type=kind):
            return ["not plain", kind]
    raise ValueError(f"a known mistake must return or raise, but this one gave {outcome}")


def _outcome(plain: list[Any]) -> Outcome:
    if plain[0] == "returned":
        return Returned(plain[1], tuple(plain[2]), plain[3])
    return Raised(plain[1], plain[2]) if plain[0] == "raised" else NotPlain(plain[1])


def _probes(exercise: Exercise, plain: dict[str, Any], references: Mapping[str, Function]) -> Probes:
    calls = Calls(tuple(args) for args in plain["calls"])
    facts = KnownFacts(
        exercise,
        {k: {part: _expected(e) for part, e in right.items()} for k, right in plain["right"]},
        {(f, p, k): _expected(e) for f, p, k, e in plain["slopes"]},
        references,
    )

    examples = {
        name: tuple(calls[e] if isinstance(e, int) else tuple(e) for e in found)
        for name, found in plain["examples"].items()
    }
    return Probes(
        exercise,
        examples,
        calls,
        facts,
        _read(plain["mistakes"]),
        _read(plain["propagated"]),
        stand_ins=tuple(plain["stand_ins"]),
    )


def _read(mistakes: bytes) -> Callable[[], tuple[KnownMistake, ...]]:
    """What reads them once, when it is asked for the first time."""
    return cache(lambda: tuple(map(_mistake, codec.decode(mistakes, trusted=True))))
