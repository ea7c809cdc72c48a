"""What a notebook's function asks the judge where a right function stands in for another, and what it is told.

Both are plain data. A generator of random numbers travels as its state, and its state comes back; an iterable comes
back as a list. A function cannot be an argument.
"""

import builtins
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from numpy import ndarray
from numpy.random import PCG64, Generator

from . import codec
from .codec import NotPlainError, WireError

# How a question begins, and nothing else that a box says: a map of four, whose first key is "ask".
BEGINNING = b"\x84\xa3ask"
MOST_ASKED, MOST_ANSWERED = 2**16, 2**17
KIND = "PCG64"
NO_ANSWER = "the right {name} gives no answer to this"


@dataclass(frozen=True)
class Question:
    """A call of a function that the judge has: its arguments, and by their places or names the generators in them."""

    name: str
    args: Sequence[Any]
    named: Mapping[str, Any]
    generators: Mapping[str, Generator]


def asked(name: str, args: Sequence[Any], named: Mapping[str, Any]) -> bytes:
    """The bytes of a question; raises NotPlainError for what is no plain data, or too much of it."""
    given = {**{str(i): arg for i, arg in enumerate(args)}, **named}
    states = {place: _state(arg) for place, arg in given.items() if type(arg) is Generator}
    plain = [None if str(i) in states else arg for i, arg in enumerate(args)]
    by_name = {key: None if key in states else arg for key, arg in named.items()}
    codec.refuse_many([plain, by_name])
    # Before they are encoded: that takes as long as there are many.
    if room([plain, by_name]) > MOST_ASKED:
        raise NotPlainError(f"more than {MOST_ASKED} bytes for {name}")
    said = codec.encode({"ask": name, "args": plain, "named": by_name, "generators": states})
    if len(said) > MOST_ASKED:
        raise NotPlainError(f"more than {MOST_ASKED} bytes for {name}")
    return said


def read(said: bytes) -> Question:
    """The question that these bytes are; raises WireError where no box of ours would say them."""
    question = codec.decode(said)
    name, args, named, states = (question.get(key) for key in ("ask", "args", "named", "generators"))
    if type(name) is not str or type(args) is not list or type(named) is not dict or type(states) is not dict:
        raise WireError("no question")
    if len(said) > MOST_ASKED or room([args, named]) > MOST_ASKED:
        raise WireError("a question that is too long")
    generators = {place: _generator(state) for place, state in states.items()}
    for place, generator in generators.items():
        if place in named:
            named[place] = generator
        elif place.isdecimal() and len(place) < 3 and int(place) < len(args):
            args[int(place)] = generator
        else:
            raise WireError("a generator in no place")
    return Question(name, args, named, generators)


def answered(value: Any, question: Question, iterate: bool) -> bytes:
    """The bytes of an answer; raises NotPlainError where it is too long."""
    if room(value) > MOST_ANSWERED:
        raise NotPlainError(f"more than {MOST_ANSWERED} bytes")
    states = {place: _state(generator) for place, generator in question.generators.items()}
    return codec.encode({"value": value, "generators": states, "iterate": iterate}, trusted=True)


def refused(error: Exception) -> bytes:
    """The bytes that say that there is no answer: the kind of exception that the function raised, and nothing else."""
    return codec.encode({"raised": type(error).__name__})


def heard(answer: Mapping[str, Any], name: str, args: Sequence[Any], named: Mapping[str, Any]) -> Any:
    """What the answer to a question gives, its generators as the function left them; raises what that raised."""
    if "raised" in answer:
        raise _exception(answer["raised"])(NO_ANSWER.format(name=name))
    for place, state in answer["generators"].items():
        (named[place] if place in named else args[int(place)]).bit_generator.state = state
    return iter(answer["value"]) if answer["iterate"] else answer["value"]


def room(value: Any) -> int:
    """About how many bytes a value takes, with what is in it; every number in an array counts as one of eight bytes."""
    kind = type(value)
    if kind is ndarray:
        return int(max(value.nbytes, 8 * max(0, value.size, *value.shape)))
    if kind in (list, tuple):
        return 8 + sum(map(room, value))
    if kind is dict:
        return 8 + sum(map(room, value)) + sum(map(room, value.values()))
    return 8 + len(value) if kind in (str, bytes) else 8


def _exception(kind: str) -> Callable[[str], Exception]:
    found = getattr(builtins, kind, None)
    return found if isinstance(found, type) and issubclass(found, Exception) else TypeError


def _state(generator: Generator) -> dict[str, Any]:
    state: dict[str, Any] = dict(generator.bit_generator.state)
    if state["bit_generator"] != KIND:
        raise NotPlainError(f"a generator of the kind {state['bit_generator']}")
    return state


def _generator(state: Any) -> Generator:
    bits = PCG64(0)
    try:
        bits.state = state
        increment = state["state"]["inc"]
    except Exception:
        raise WireError("no state of a generator") from None
    if increment % 2 == 0:
        # One that NumPy never makes: it may give the same number for ever, and whoever waits for another never ends.
        raise WireError("a generator that stands still")
    return Generator(bits)
