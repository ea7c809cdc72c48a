"""Functions made of solutions, asked within limits: with a slip in it, or for other arguments, one may never end."""

import gc
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from ..plain.outcomes import Outcome
from .draw import Args
from .kernel import Here
from .tolerance import Function
from .watch import TookTooLong, watch

try:
    import resource
except ImportError:
    resource = None  # type: ignore[assignment]

# Right solutions take milliseconds a call, and a few megabytes. It is CPU time, so that a busy machine finds the same.
SECONDS, BYTES = 0.2, 512 * 2**20
PAGE = 4096
T = TypeVar("T")


def outcomes(function: Function, calls: Sequence[Args], iterate: bool, seconds: float = SECONDS) -> list[Outcome]:
    """What the function comes to in these calls; one that takes too long, or too much memory, counts as failed."""
    with _little_memory(), _no_collection():
        return Here(function, seconds, busy=True)(calls, iterate)


def given(job: Callable[[], T], seconds: float = SECONDS) -> T:
    """What the job gives; raises TimeoutError where it takes too long, or MemoryError where too much memory."""
    with _little_memory(), _no_collection(), watch(seconds, math.inf, busy=True) as clock:
        try:
            return clock.call(job) if clock else job()
        except TookTooLong:
            raise TimeoutError from None


@contextmanager
def _no_collection() -> Iterator[None]:
    """While in it, nothing of others is run to collect garbage, and interrupted in place of the function."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def _little_memory() -> Iterator[None]:
    """While in it, this process gets so much memory more, at most, where the system can tell how much it has."""
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:
            now = int(statm.read().split()[0]) * PAGE
    except OSError:
        now = 0
    if not now or resource is None:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = now + BYTES
    if soft != resource.RLIM_INFINITY and soft <= most:
        yield
        return
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
