"""Whatever plain data a function returns, there is a report, and it costs little time and memory."""

import random
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from degrau.judging.draw import Small
from degrau.judging.judge import judge
from degrau.judging.registry import assignments
from degrau.judging.transcript import MOST_LISTED, answered
from degrau.judging.types import Exercise, Told
from degrau.plain import codec
from degrau.plain.call import Source
from degrau.plain.codec import NotPlainError
from degrau.plain.outcomes import Crashed, NotPlain, Outcome, Returned
from degrau.sandbox import replies
from degrau.sandbox.limits import Limits
from degrau.selfcheck.check import load

from ..at_hand import LANGUAGE

FUNCTIONS = [(a.name, name) for a in assignments().values() for name in a.points]
SHAPES = ((), (0,), (1,), (3,), (2, 3), (0, 65_536), (65_536, 0), (3, 0, 2), (1,) * 8, (40_000,))
KINDS = ("?", "i1", "u8", "i8", "f2", "f4", "f8", "c16")
ODD = (
    10**400,
    -(10**400),
    2**64,
    -(2**63) - 1,
    True,
    None,
    "",
    "1.5",
    b"x",
    1j,
    float("nan"),
    float("-inf"),
    1e308,
    5e-324,
    "x" * 400_000,
    [0] * 60_000,
    ["x"] * 2000 + ["y" * 400_000],
    {"a": 1},
    {},
    [],
    (),
    [[]],
    np.float32(1.5),
    np.int8(-1),
)


def kind(exercise: Exercise) -> tuple[object, ...]:
    """What its answers are, and what is no number or array among its arguments."""
    inputs = next(prop.inputs for prop in exercise.properties if prop.inputs)
    told = {type(arg).__name__ for arg in inputs(Small(0, 0)) if isinstance(arg, (Source, list, dict))}
    return exercise.iterable, min(len(exercise.parts), 3), *sorted(told)


# The last of each kind stands for the others in the suite.
FEW = set({kind(e): e.name for a in assignments().values() for e in a.exercises}.values())


def value(chance: random.Random, depth: int = 3) -> Any:
    """Some plain data."""
    pick = chance.random()
    if pick < 0.35:
        return chance.choice(ODD)
    if pick < 0.55:
        kind = np.dtype(chance.choice(KINDS))
        numbers = np.full(chance.choice(SHAPES), chance.choice((0, 1, 3)))
        return numbers.astype(kind) if kind.kind != "f" else (numbers * chance.choice((1, 0.1, np.nan))).astype(kind)
    if pick < 0.7 or not depth:
        return chance.choice((chance.uniform(-2, 2), chance.randint(-3, 3)))
    return chance.choice((list, tuple))(value(chance, depth - 1) for _ in range(chance.randint(0, 4)))


def forged(chance: random.Random) -> Outcome:
    """What the judge makes of a reply that no box of ours would send, or of one that a student's code has written."""
    parts = {
        "value": value(chance, 1),
        "changed": chance.choice(([], [0], [10**30], "x")),
        "warned": chance.choice(("", "w" * 1000, None)),
        "printed": chance.choice(("", 1, "p" * 1000)),
        "endless": chance.choice((3, -1, "x")),
        "missing": chance.choice((True, 1)),
        "error": {"type": "E", "message": "m" * 1000, "lines": [["a", 10**30, "x"]], "involved": [["x", "list", [-1]]]},
    }
    kept = chance.sample(sorted(parts), chance.randint(0, len(parts)))
    try:
        said = bytearray(codec.encode({name: parts[name] for name in kept}))
        for _ in range(chance.choice((0, 0, 1, 2))):
            said[chance.randrange(len(said))] = chance.randrange(256)
        return replies.outcome(bytes(said))
    except NotPlainError as error:
        return NotPlain(str(error))
    except codec.WireError:
        return Crashed("broke the protocol")


def answering(chance: random.Random) -> Callable[..., Outcome]:
    """A function that gives the same for every call, or something else for each; as a box passes it on, or forged."""
    constant = value(chance) if chance.random() < 0.5 else None
    forges, room = chance.random() < 0.3, [Limits.batch_bytes]

    def outcome(*_args: object) -> Outcome:
        if forges and chance.random() < 0.5:
            return forged(chance)
        try:
            said = codec.encode(value(chance) if constant is None else constant)
            room[0] -= len(said)
            return Returned(codec.decode(said)) if room[0] >= 0 else Crashed("reply too large")
        except NotPlainError as error:
            return NotPlain(str(error))

    return outcome


@pytest.mark.parametrize(
    ("assignment", "name"),
    [pytest.param(*pair, marks=() if pair[1] in FEW else pytest.mark.long) for pair in FUNCTIONS],
)
def test_every_answer_gets_a_report(assignment: str, name: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "degrau")
    chance = random.Random(name)
    for _ in range(6):
        report = judge(load(assignment, name), Told(answering(chance)), LANGUAGE)
        assert report.name == name
        assert 0 <= report.points <= report.max_points
    assert caplog.messages == []


@pytest.mark.ours
def test_arrays_of_few_bytes_are_no_lists_of_many() -> None:
    exercise = assignments()["06_mlp"].by_name["minibatches"]
    outcomes = answered(exercise, Told(lambda *_: Returned(np.zeros(40_000, np.int8))), [()] * 100)
    lists = [o.value for o in outcomes if isinstance(o, Returned) and isinstance(o.value, list)]
    assert lists
    assert sum(map(len, lists)) <= MOST_LISTED
    assert len(outcomes) == 100
