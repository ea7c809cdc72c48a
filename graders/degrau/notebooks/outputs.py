"""Leaves the outputs out of a notebook's JSON before it is parsed: they may be a hundred times the rest."""

import re
from mmap import mmap

# The closing quote is optional: a string that never ends must not be searched again from its every quote.
STRING = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?'
TOKEN = re.compile(STRING + rb"|[\[\]{}]", re.DOTALL)
VALUE = re.compile(rb"\s*:\s*(?=[\[{])")
# The keys of a cell's outputs, and of the state of all sliders and buttons.
HEAVY = (b'"outputs"', b'"widgets"')
LONGEST = max(map(len, HEAVY))
OPENING, CLOSING = b"[{", b"]}"
MAX_TOKENS = 20_000_000


class TooIntricate(ValueError):
    """There are too many strings and brackets to look through."""


def without_outputs(data: bytes | mmap) -> bytes:
    """The same JSON text with nothing in its outputs; raises TooIntricate.

    >>> without_outputs(b'{"outputs": [{"text": ["]"]}], "source": "x"}')
    b'{"outputs": [], "source": "x"}'
    """
    kept: list[bytes] = []
    start = depth = 0
    skipping = -1
    for number, token in enumerate(TOKEN.finditer(data)):
        if number > MAX_TOKENS:
            raise TooIntricate
        first = data[token.start()]
        if first in OPENING:
            depth += 1
        elif first in CLOSING:
            depth -= 1
            if depth == skipping:
                start, skipping = token.end(), -1
        elif skipping < 0 and _heavy(token) and (value := VALUE.match(data, token.end())):
            kept += [data[start : value.end()], b"[]" if data[value.end()] == OPENING[0] else b"{}"]
            skipping = depth
    return b"".join([*kept, data[start:] if skipping < 0 else b""])


def _heavy(token: re.Match[bytes]) -> bool:
    return token.end() - token.start() <= LONGEST and token.group() in HEAVY
