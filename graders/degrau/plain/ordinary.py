"""What is no plain data and amounts to it: whatever NumPy turns into the same numbers.

This runs beside the student's code and calls its methods, `__array__` and others; what it gives has to be encoded like
any other answer.
"""

from collections.abc import Mapping, Set
from contextlib import suppress
from itertools import islice
from numbers import Number
from typing import Any

import numpy as np
from numpy import ndarray

from . import codec
from .codec import DEEPEST, MOST_ITEMS, NotPlainError
from .outcomes import MASKED

# None of these is numbers, whatever NumPy makes of it.
NONE_SUCH = (str, bytes, Mapping, Set)


def encode_reply(reply: dict[str, Any]) -> bytes:
    """The bytes of a reply, in which `value` may be what a student's function returned; raises NotPlainError."""
    try:
        return codec.encode(reply)
    except NotPlainError:
        if "value" not in reply:
            raise
    return codec.encode(reply | {"value": ordinary(reply["value"])})


def ordinary(value: Any, depth: int = 0) -> Any:
    """The plain data that a value amounts to; as it is what amounts to none.

    Raises NotPlainError for masked entries, of which NumPy would make numbers again.

    >>> ordinary((np.matrix([[1, 2]]), range(2), len))
    (array([[1, 2]]), array([0, 1]), <built-in function len>)
    """
    kind = type(value)
    if (kind in codec.PLAIN and kind is not ndarray) or depth > DEEPEST:
        return value
    if issubclass(kind, ndarray):
        return _array(value, depth)
    if issubclass(kind, (tuple, list)):
        items = [ordinary(item, depth + 1) for item in islice(value, MOST_ITEMS + 1)]
        return tuple(items) if issubclass(kind, tuple) else items
    if issubclass(kind, (np.generic, *NONE_SUCH)):
        return value
    with suppress(Exception):
        if issubclass(kind, Number):
            return float(value)
        array = np.asarray(value)
        # Of what it does not know, NumPy makes an array with that in it.
        return _array(array, depth) if array.ndim or array.dtype.kind != "O" else value
    return value


def _array(array: "ndarray[Any, Any]", depth: int) -> Any:
    """An array of NumPy's own type; of one of objects, lists of what they amount to."""
    # NumPy imports this part only when it is named.
    if type(array) is not ndarray and np.ma.is_masked(array):
        raise NotPlainError(MASKED)
    array = np.asarray(array)
    if array.dtype.kind != "O":
        return array
    return ordinary(array.tolist(), depth + 1) if array.size else array.astype(float)
