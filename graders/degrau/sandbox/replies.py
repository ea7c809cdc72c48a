"""What a box says, read and checked: what calls and cells come to.

All raise WireError for what no box of ours would say.
"""

from functools import lru_cache
from typing import Any

import numpy as np

from ..plain import codec
from ..plain.about import MOST_FUNCTIONS, MOST_NAMES, About, bind
from ..plain.codec import WireError
from ..plain.outcomes import (
    DIMENSIONS,
    INVOLVED,
    LINE,
    LINES,
    MESSAGE,
    NAME,
    OUTPUT,
    PRINTED,
    WARNING,
    Endless,
    Missing,
    NotPlain,
    Outcome,
    Raised,
    Returned,
)

READY = codec.encode({"ready": True})
# Most of a class give the same numbers for the same call: what is as short as that, and so many of them, is read once.
SHORT = 512
MOST_KNOWN = 2**15


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


def about(said: bytes) -> About:
    """What a box tells of a function; nothing where that is nothing that it should tell."""
    told = _reply(said).get("about", {})
    if type(told) is not dict or not all(_fits(key, value) for key, value in told.items()):
        return About()
    return bind(told)


def _fits(key: str, value: Any) -> bool:
    """Whether this may be told of a function under this name."""
    if key in ("written", "returns"):
        return type(value) is bool
    if key in ("fewest", "most"):
        return type(value) is int or (key == "most" and value is None)
    if key in ("names", "others"):
        fits = _is_name if key == "names" else _are_names
        return (
            type(value) is dict
            and len(value) <= MOST_FUNCTIONS
            and all(map(_is_name, value))
            and all(map(fits, value.values()))
        )
    return _is_name(value) if key == "kind" else _are_names(value)


def _is_name(value: Any) -> bool:
    return type(value) is str and len(value) <= NAME


def _are_names(value: Any) -> bool:
    return type(value) is list and len(value) <= MOST_NAMES and all(map(_is_name, value))


def _outcome(said: bytes) -> Outcome:
    reply = _reply(said)
    if "value" in reply:
        return _returned(reply, said)
    if "raised" in reply:
        return _raised(reply["raised"])
    if type(reply.get("not_plain")) is str:
        return NotPlain(reply["not_plain"][:NAME])
    if type(reply.get("endless")) is int:
        return Endless(reply["endless"])
    if reply.get("missing") is True:
        return Missing()
    raise WireError("no outcome")


_known = lru_cache(maxsize=MOST_KNOWN)(_outcome)


def _reply(said: bytes) -> dict[str, Any]:
    reply = codec.decode(said)
    if type(reply) is not dict:
        raise WireError("no reply")
    return reply


def _returned(reply: dict[str, Any], said: bytes) -> Returned:
    value, changed, warned, printed = (reply.get(key) for key in ("value", "changed", "warned", "printed"))
    if type(changed) is not list or any(type(i) is not int for i in changed) or type(warned) is not str:
        raise WireError("no value")
    _fix(value)
    printed = printed[:PRINTED] if value is None and type(printed) is str else ""
    return Returned(value, tuple(changed), warned[:WARNING], printed, said)


def _fix(value: Any) -> None:
    """What one answer is compared with must not change it for the next."""
    if type(value) is np.ndarray:
        value.flags.writeable = False
    elif type(value) in (list, tuple):
        for item in value:
            _fix(item)


def _raised(error: Any) -> Raised:
    if type(error) is not dict:
        raise WireError("no exception")
    try:
        kind, message = error["type"], error["message"]
        lines = tuple((cell[:NAME], int(number), source[:LINE]) for cell, number, source in error["lines"][:LINES])
        names = tuple(
            (name[:NAME], held[:NAME], tuple(shape[:DIMENSIONS])) for name, held, shape in error["involved"][:INVOLVED]
        )
        plain = type(kind) is type(message) is str and all(type(c) is type(s) is str for c, _, s in lines)
        if plain and all(type(n) is type(h) is str and all(type(i) is int for i in shape) for n, h, shape in names):
            return Raised(kind[:NAME], message[:MESSAGE], lines, names)
    except (LookupError, TypeError, ValueError, OverflowError):
        pass
    raise WireError("no exception")
