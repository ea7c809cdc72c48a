"""Probes as data: what self-check knows of the references and of known mistakes, without the code of either.

One member a function in an `.npz`; each holds the public examples, the right numbers with their tolerances, and what
known mistakes answer.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from ..base.text import Text
from ..plain import codec
from ..plain.outcomes import NotPlain, Outcome, Raised, Returned
from .compare import Expected, Function
from .draw import Args
from .probes import Key, KnownFacts, KnownMistake, Probes, key
from .types import Assignment, Exercise


def path(assignment: Assignment) -> Path:
    """Where the public probes of an assignment lie, in a clone as in an install."""
    return assignment.folder / "probes.npz"


def matches(where: Path, probes: list[Probes]) -> bool:
    """Whether the file holds these probes: the same calls and mistakes, numbers up to rounding, exceptions by type."""
    if not where.exists():
        return False
    with np.load(where) as members:
        kept = {name: _decode(members[name]) for name in members.files}
    return kept.keys() == {p.exercise.name for p in probes} and all(
        _alike(_plain(p), kept[p.exercise.name]) for p in probes
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
    members = {p.exercise.name: np.frombuffer(to_bytes(p), dtype=np.uint8) for p in probes}
    where.parent.mkdir(exist_ok=True)
    np.savez_compressed(where, allow_pickle=False, **members)


def load(assignment: Assignment, name: str) -> Probes:
    """The recorded probes of one function; raises KeyError where there are none."""
    with np.load(path(assignment)) as members:
        return from_bytes(assignment.exercise(name), members[name].tobytes(), {})


def to_bytes(probes: Probes) -> bytes:
    """The probes of one function; raises ValueError where a known mistake neither returns nor raises."""
    plain = _plain(probes)
    # Most answers need no known mistake to be explained: what those answer is read when it is asked for.
    return codec.encode(plain | {"mistakes": codec.encode(plain["mistakes"])})


def from_bytes(exercise: Exercise, data: bytes, references: Mapping[str, Function]) -> Probes:
    """The probes that `to_bytes` made this of; further facts come from the references, if there are any."""
    return _probes(exercise, codec.decode(data, trusted=True), references)


def _decode(member: np.ndarray[Any, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = codec.decode(member.tobytes(), trusted=True)
    return plain | {"mistakes": codec.decode(plain["mistakes"], trusted=True)}


def _plain(probes: Probes) -> dict[str, Any]:
    at = probes.positions
    return {
        "calls": [list(args) for args in probes.calls],
        "examples": {name: [_example(at, args) for args in found] for name, found in probes.examples.items()},
        "right": [[k, {part: _interval(e) for part, e in right.items()}] for k, right in probes.facts.values.items()],
        "slopes": [[f, p, k, _interval(e)] for (f, p, k), e in probes.facts.slopes.items()],
        "mistakes": [
            {
                "id": m.id,
                "title": list(m.title),
                "explanation": list(m.explanation),
                "erratum": m.erratum,
                "outcomes": [_plain_outcome(o) for o in m.outcomes],
            }
            for m in probes.mistakes()
        ],
    }


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
    calls = tuple(tuple(args) for args in plain["calls"])
    facts = KnownFacts(
        exercise,
        {k: {part: _expected(e) for part, e in right.items()} for k, right in plain["right"]},
        {(f, p, k): _expected(e) for f, p, k, e in plain["slopes"]},
        references,
    )

    @cache
    def mistakes() -> tuple[KnownMistake, ...]:
        return tuple(
            KnownMistake(
                m["id"], Text(*m["title"]), Text(*m["explanation"]), m["erratum"], tuple(map(_outcome, m["outcomes"]))
            )
            for m in codec.decode(plain["mistakes"], trusted=True)
        )

    examples = {
        name: tuple(calls[e] if isinstance(e, int) else tuple(e) for e in found)
        for name, found in plain["examples"].items()
    }
    return Probes(exercise, examples, calls, facts, mistakes)
