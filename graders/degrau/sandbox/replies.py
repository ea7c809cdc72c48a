"""What a box says, read and checked: what calls and cells come to.

All raise WireError for what no box of ours would say.
"""

from functools import lru_cache
from typing import Any

import numpy as np

from ..plain import codec
from ..plain.codec import WireError
from ..plain.outcomes import (
    DIMENSIONS,
    INVOLVED,
    LINE,
    LINES,
    MESSAGE,
    NAME,
    OUTPUT,
    WARNING,
    Missing,
    NotPlain,
    Outcome,
    Raised,
    Returned,
)

READY = codec.encode({"ready": True})
# Most of a class give the same numbers for the same call: what is as short as that, and so many of them, is read once.
SHORT = 512
MOST_KNOWN = 2**14


def outcome(said: bytes) -> Outcome:
    """What a call came to; the same object for the same words, as far as they are known. Its arrays are read-only."""
    return _known(said) if len(said) <= SHORT else _outcome(said)


def cell(said: bytes) -> tuple[Raised | None, str]:
    """The exception that a cell raised, or None, and what it printed."""
    reply = _reply(said)
    error, output = reply.get("error"), reply.get("output")
    if type(output) is not str:
        raise WireError("no output")
    return (None if error is None else _raised(error)), output[:OUTPUT]


def _outcome(said: bytes) -> Outcome:
    reply = _reply(said)
    if "value" in reply:
        return _returned(reply["value"], reply.get("changed"), reply.get("warned"), said)
    if "raised" in reply:
        return _raised(reply["raised"])
    if type(reply.get("not_plain")) is str:
        return NotPlain(reply["not_plain"][:NAME])
    if reply.get("missing") is True:
        return Missing()
    raise WireError("no outcome")


_known = lru_cache(maxsize=MOST_KNOWN)(_outcome)


def _reply(said: bytes) -> dict[str, Any]:
    reply = codec.decode(said)
    if type(reply) is not dict:
        raise WireError("no reply")
    return reply


def _returned(value: Any, changed: Any, warned: Any, said: bytes) -> Returned:
    if type(changed) is not list or any(type(i) is not int for i in changed) or type(warned) is not str:
        raise WireError("no value")
    _fix(value)
    return Returned(value, tuple(changed), warned[:WARNING], said)


def _fix(value: Any) -> None:
    """What one answer is compared with must not change it for the next."""
    if type(value) is np.ndarray:
        value.flags.writeable = False
    elif type(value) in (list, tuple):
        for item in value:
            _fix(item)


def _raised(error: Any) -> Raised:
    try:
        kind, message = error["type"], error["message"]
        lines = tuple((cell[:NAME], int(number), source[:LINE]) for cell, number, source in error["lines"][:LINES])
        names = tuple(
            (name[:NAME], held[:NAME], tuple(shape[:DIMENSIONS])) for name, held, shape in error["involved"][:INVOLVED]
        )
        plain = type(kind) is type(message) is str and all(type(c) is type(s) is str for c, _, s in lines)
        if plain and all(type(n) is type(h) is str and all(type(i) is int for i in shape) for n, h, shape in names):
            return Raised(kind[:NAME], message[:MESSAGE], lines, names)
    except (KeyError, TypeError, ValueError, OverflowError):
        pass
    raise WireError("no exception")
