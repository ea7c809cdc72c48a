"""Plain data as numbers, as far as they are: of any size, in lists or arrays, without surprises of NumPy's."""

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


def as_numbers(value: object) -> Array | None:
    """The array of real numbers that plain data are; None where they are none: text, lists that differ in length.

    Integers that no 64 bits hold become floats, and infinite where those do not either.
    """
    if not _is_numeric(value):
        return None
    try:
        array = np.asarray(value)
        if array.dtype.kind == "O":
            array = np.asarray(_floats(value))
    except ValueError:
        return None
    if not array.size and array.dtype.kind != "c":
        return array.astype(np.float64)
    return array if array.dtype.kind in "biuf" else None


def _is_numeric(value: object) -> bool:
    """Whether there are numbers alone in it: of texts, NumPy makes an array with room for the longest in each place."""
    waiting = [value]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, (list, tuple)):
            waiting += inner
        elif not isinstance(inner, (bool, int, float, np.ndarray, np.generic)):
            return False
    return True


def _floats(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_floats(item) for item in value]
    try:
        return float(value) if isinstance(value, int) else value
    except OverflowError:
        return np.inf if value > 0 else -np.inf
