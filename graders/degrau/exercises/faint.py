"""What an error of 1e-12 near underflow may come to in a result, in multiples of that, by the arguments of the call.

A sigmoid that is clipped at ±28, or a probability at 1e-12, is right; where it is multiplied by something large
afterwards, its error grows with that.
"""

from typing import Any

import numpy as np


def once(*_args: object) -> float:
    """Nothing makes it larger."""
    return 1.0


def billionth(*_args: object) -> float:
    """Up to 1e-9, where naive formulas are right as well: log(1 + e^−|x|), e^x − 1."""
    return 1000.0


def size(*factors: Any) -> float:
    """As large as the largest of these numbers, and 1 at least."""
    return max(1.0, *(float(np.max(np.abs(factor), initial=0.0)) for factor in factors))
