"""Functions made of solutions, asked within limits: with a slip in it, or for other arguments, one may never end."""

import gc
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from ..plain.outcomes import Outcome, TimedOut
from .draw import Args
from .kernel import Capture, Here, guarded
from .tolerance import Function
from .watch import TookTooLong, watch

try:
    import resource
except ImportError:
    resource = None  # type: ignore[assignment]

# Right solutions take milliseconds a call, and a few megabytes. It is CPU time, so that a busy machine finds the same.
SECONDS, BYTES = 0.2, 512 * 2**20
# What an author wrote gets so many at a time: for a call, for a law's example, for all examples that a builder makes.
AUTHORS = 10.0
PAGE = 4096
T = TypeVar("T")


class DoesNotEnd(Exception):
    """A function of an author's takes longer than any that is right: for these arguments."""

    def __init__(self, args: Args) -> None:
        super().__init__(args)
        self.asked = args


class Within(Here):
    """A function made of a solution, with little memory: one that takes too long counts as failed.

    Nobody reads what it prints. `strict`: raises DoesNotEnd where it takes too long.
    """

    def __init__(self, function: Function, seconds: float = SECONDS, strict: bool = False) -> None:
        super().__init__(function, seconds, capture=Capture(), busy=True)
        self._strict = strict

    def __call__(self, calls: Sequence[Args], iterate: bool = False) -> list[Outcome]:
        with _little_memory(), _no_collection():
            found = super().__call__(calls, iterate)
        late = next((at for at, outcome in enumerate(found) if isinstance(outcome, TimedOut)), None)
        if self._strict and late is not None:
            raise DoesNotEnd(calls[late])
        return found


def outcomes(function: Function, calls: Sequence[Args], iterate: bool, seconds: float = SECONDS) -> list[Outcome]:
    """What the function comes to in these calls; one that takes too long, or too much memory, counts as failed."""
    return Within(function, seconds)(calls, iterate)


def given(job: Callable[[], T], seconds: float = SECONDS) -> T:
    """What the job gives; raises TimeoutError where it takes too long, or MemoryError where too much memory."""
    try:
        with _little_memory():
            return in_time(job, seconds)
    except TookTooLong:
        raise TimeoutError from None


def authored(job: Callable[[], T]) -> T:
    """What something of an author's gives; raises TookTooLong, or MemoryError."""
    with _little_memory():
        return in_time(job, AUTHORS)


def in_time(job: Callable[[], T], seconds: float = AUTHORS) -> T:
    """What the job gives, where nobody reads what it prints or answers it; raises TookTooLong."""
    with _no_collection(), guarded({}, Capture()), watch(seconds, math.inf, busy=True) as clock:
        return clock.call(job) if clock else job()


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
