"""The first errors that a beginner makes: `print` instead of `return`, a name written over, a parameter that is gone.

Each is told by what the function is and what its calls came to, with a sentence that is true of it and two hints. A
slip is said only where it is certain: what merely looks like one is left to `hints`. All ways to a
report come through here, so that a kernel, a file and a grading say the same.
"""

from collections.abc import Callable, Sequence

from .calls import (
    arguments,
    asks,
    elsewhere,
    endless,
    into_integers,
    left,
    no_data,
    no_numbers,
    not_installed,
    nothing,
    operator,
    too_early,
    unknown,
    unwritten,
    without_end,
    written_over,
)
from .definition import missing, no_function, parameters, unreadable
from .seen import Seen, Slip

# What is wrong with the definition, or stops it, explains whatever else is; that an argument is not read, least.
LOOKS: Sequence[Callable[[Seen], Slip | None]] = (
    not_installed,
    unreadable,
    missing,
    no_function,
    parameters,
    unwritten,
    left,
    asks,
    unknown,
    too_early,
    without_end,
    written_over,
    operator,
    arguments,
    into_integers,
    nothing,
    no_data,
    no_numbers,
    endless,
    elsewhere,
)


def slip(seen: Seen) -> Slip | None:
    """The first error that this failure certainly shows; None where there is none."""
    return next((found for look in LOOKS if (found := look(seen)) is not None), None)
