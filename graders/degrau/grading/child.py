"""Work in a child process that can be ended: what the judge does with an answer is bounded, too."""

import os
import pickle
import select
import signal
import sys
import time
from collections.abc import Callable
from typing import Any, TypeVar, cast

from ..base.text import Text, _

T = TypeVar("T")
CHUNK = 2**20


TOO_SLOW = _("it took more than {seconds:g} s")
TOO_LARGE = _("it took too much memory")
GONE = _("it took too much memory, or somebody else ended it")


class Ended(Exception):
    """The child took too much time or memory, or ended by itself; the reason says which, in a few words."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason)
        self.reason = reason


def can_fork() -> bool:
    """Whether this system can make a process that has all that this one has."""
    return hasattr(os, "fork") and hasattr(select, "poll")


def in_a_child(job: Callable[[], T], seconds: float, memory_bytes: int) -> T:
    """What the job gives, in a child that has so much time, and so much memory more than this process has now.

    Raises Ended where it takes more, and whatever else the job raises.
    """
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _work(job, theirs, memory_bytes)
    os.close(theirs)
    try:
        said = _all_of(ours, time.monotonic() + seconds)
    finally:
        os.close(ours)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    if said is None:
        raise Ended(TOO_SLOW.filled(seconds=seconds))
    try:
        result, error = pickle.loads(said)
    except Exception:
        raise Ended(GONE) from None
    if error is not None:
        raise error
    return cast(T, result)


def _work(job: Callable[[], Any], out: int, memory_bytes: int) -> None:
    """Does the job, writes down what it gives or raises, and ends."""
    try:
        _limit(memory_bytes)
        try:
            said = pickle.dumps((job(), None))
        except MemoryError:
            said = pickle.dumps((None, Ended(TOO_LARGE)))
        except Exception as error:
            said = pickle.dumps((None, _portable(error)))
        with os.fdopen(out, "wb") as stream:
            stream.write(said)
    finally:
        os._exit(0)


def _portable(error: Exception) -> Exception:
    """The exception, or its words where it cannot be sent."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _limit(memory_bytes: int) -> None:
    if not sys.platform.startswith("linux"):
        return
    # Not everywhere.
    import resource

    with open("/proc/self/statm") as file:
        now = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + memory_bytes, resource.RLIM_INFINITY))


def _all_of(descriptor: int, end: float) -> bytes | None:
    """All that is written there until its end; None where that takes too long."""
    poll, parts = select.poll(), list[bytes]()
    poll.register(descriptor, select.POLLIN)
    while (left := end - time.monotonic()) > 0:
        if poll.poll(1000 * left):
            part = os.read(descriptor, CHUNK)
            if not part:
                return b"".join(parts)
            parts.append(part)
    return None
