"""A constant that is read off the answers."""

from collections.abc import Callable

import numpy as np

from ...plain.numbers import Array
from .case import Case

NICE = (1, -1, 2, -2, 0.5, -0.5, 3, 4, 0.25, 10, 0.1, np.e, np.pi, 2**0.5, 0.5**0.5)
SNAP, ROUGH = 2e-7, 1e-3
# A factor that is so near to 1 is none, but digits that are missing.
NEARLY = 1e-3
SMALLEST, LARGEST = 1e-9, 1e9
LOOKED_AT = 4


def ratio(case: Case, of: Callable[[int], Array | None], to: Callable[[int], Array | None]) -> float | None:
    """The constant c with of = c · to in the first wrong calls, if there is one; it is still to be checked in all."""
    found: list[float] = []
    for at in case.wrong[:LOOKED_AT]:
        c = _ratio(case, of, to, at)
        if c is not None:
            found.append(c)
            if not SMALLEST < abs(c) < LARGEST or abs(c - found[0]) > ROUGH * abs(c):
                return None
    if not found:
        return None
    c = sorted(found)[len(found) // 2]
    if SNAP < abs(c - 1) < NEARLY:
        return None
    return next((float(nice) for nice in NICE if abs(c - nice) < SNAP * abs(nice)), c)


def _ratio(case: Case, of: Callable[[int], Array | None], to: Callable[[int], Array | None], at: int) -> float | None:
    """The ratio at the largest number of one call, of those that are wrong."""
    try:
        above, below = of(at), to(at)
        if above is None or below is None or not above.size:
            return None
        below = np.broadcast_to(below, above.shape)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return None
    bad = case.bad(at)
    sizes = np.abs(below) if bad is None or bad.shape != below.shape else np.abs(below) * bad
    place = int(np.argmax(np.where(np.isfinite(sizes), sizes, -1.0)))
    whole, part = float(above.ravel()[place]), float(below.ravel()[place])
    return whole / part if part and np.isfinite(part) and np.isfinite(whole) else None


def words(c: float) -> str:
    """The constant to six digits."""
    return f"{c:.6g}"
