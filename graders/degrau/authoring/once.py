"""What is worked out once on a machine, from one command to the next.

It lies in the user's cache folder, which no student's code sees.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any, TypeVar

from platformdirs import user_cache_path

from ..judging.verdicts import FAULTS, kept_in
from ..sandbox.inside.wire import NotPlainError

MOST_BYTES = 2**28
T = TypeVar("T")


def once(key: str, make: Callable[[], T], write: Callable[[T], bytes], read: Callable[[bytes], T]) -> T:
    """What `make` gives. `read` gets it back from what `write` made of it, and raises ValueError where it cannot."""
    with suppress(*FAULTS, ValueError):
        if (data := _cache().get(key)) is not None:
            return read(data)
    made = make()
    with suppress(*FAULTS, ValueError, NotPlainError):
        _cache()[key] = write(made)
    return made


@cache
def _cache() -> Any:
    return kept_in(user_cache_path("degrau") / "once", MOST_BYTES)
