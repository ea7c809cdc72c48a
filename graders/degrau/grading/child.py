"""Work in a child process that can be ended: what is done with what a student handed in is bounded, too."""

import gc
import os
import pickle
import select
import signal
import struct
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar, cast

from ..base.text import Text, _

if sys.platform.startswith("linux"):
    from ..sandbox.inside.privileges import die_with_parent

T = TypeVar("T")
CHUNK = 2**20
LENGTH = struct.Struct("=Q")
MOST_BYTES = 2**28


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


@dataclass(frozen=True)
class _Child:
    """A child that waits for what it is to do: its number, where it is told and answers, and whose child it is."""

    pid: int
    requests: int
    replies: int
    parent: int


class Lasting(Generic[T]):
    """A job that one child does time after time, so that it costs no fork each time, and what was learnt stays there.

    It has so much memory more than this process has when it begins. A child that took too much is ended, and the next
    time has a new one, which is made within `forking`. Where this system has no children, the job is done here.
    """

    def __init__(
        self,
        job: Callable[..., T],
        memory_bytes: int,
        forking: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._job, self._memory_bytes, self._forking = job, memory_bytes, forking
        self._child: _Child | None = None

    def __call__(self, seconds: float, *args: Any) -> T:
        """What the job gives for these arguments, which are copied, in so much time.

        Raises Ended where it takes more, and whatever else the job raises.
        """
        if not can_fork():
            return self._job(*args)
        asked = pickle.dumps(args)
        child = self._living()
        try:
            try:
                _write(child.requests, asked)
            except BrokenPipeError:
                # Somebody ended it while it had nothing to do.
                self.close()
                child = self._living()
                _write(child.requests, asked)
            return cast(T, _given(child.replies, seconds))
        except (Ended, OSError, KeyboardInterrupt):
            self.close()
            raise

    def close(self) -> None:
        """Ends the child."""
        child, self._child = self._child, None
        if child is not None:
            os.close(child.requests)
            os.close(child.replies)
            if child.parent == os.getpid():
                _end(child.pid)

    def _living(self) -> _Child:
        if self._child is not None and self._child.parent != os.getpid():
            # It is the child of the process that this one was forked from.
            self.close()
        if self._child is None:
            self._child = self._begun()
        return self._child

    def _begun(self) -> _Child:
        their_requests, requests = os.pipe()
        replies, their_replies = os.pipe()
        with self._forking():
            pid = os.fork()
            if pid == 0:
                os.close(requests)
                os.close(replies)
                _serve(self._job, their_requests, their_replies, self._memory_bytes)
        os.close(their_requests)
        os.close(their_replies)
        return _Child(pid, requests, replies, os.getpid())


def _end(child: int) -> None:
    with suppress(ProcessLookupError, ChildProcessError):
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _given(descriptor: int, seconds: float) -> Any:
    """What the child says that the job gave; raises what it raised, or Ended."""
    said = _message(descriptor, time.monotonic() + seconds)
    if said is None:
        raise Ended(TOO_SLOW.filled(seconds=seconds))
    try:
        result, error = pickle.loads(said)
    except Exception:
        raise Ended(GONE) from None
    if error is not None:
        raise error
    return result


def _serve(job: Callable[..., Any], requests: int, replies: int, memory_bytes: int) -> None:
    """Does the job for all that it is told to, and ends with that."""
    try:
        _limit(memory_bytes)
        # What there is already is not looked through for garbage, which would copy all of it.
        gc.freeze()
        # Ctrl-C is for the process that made this one.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        while asked := _message(requests, float("inf")):
            _write(replies, _done(partial(job, *pickle.loads(asked))))
    finally:
        os._exit(0)


def _done(job: Callable[[], Any]) -> bytes:
    """What the job gives, and what it raises, to be sent."""
    try:
        said = pickle.dumps((job(), None))
    except MemoryError:
        said = b""
    except Exception as error:
        return pickle.dumps((None, _portable(error)))
    return said if 0 < len(said) <= MOST_BYTES else pickle.dumps((None, Ended(TOO_LARGE)))


def _portable(error: Exception) -> Exception:
    """The exception, or its words where it cannot be sent."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _limit(memory_bytes: int) -> None:
    """Bounds the memory of this process, and has it end with its parent, where that can be had."""
    if not sys.platform.startswith("linux"):
        return
    die_with_parent()
    # Not everywhere.
    import resource

    with open("/proc/self/statm") as file:
        now = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + memory_bytes, resource.RLIM_INFINITY))


def _write(descriptor: int, said: bytes) -> None:
    for part in (LENGTH.pack(len(said)), said):
        left = memoryview(part)
        while left:
            left = left[os.write(descriptor, left) :]


def _message(descriptor: int, end: float) -> bytes | None:
    """The next message written there; nothing where there is none to come, None where that takes too long."""
    poll, said = select.poll(), bytearray()
    poll.register(descriptor, select.POLLIN)
    size = LENGTH.size
    while (left := end - time.monotonic()) > 0:
        if poll.poll(min(1000 * left, 1e6)):
            part = os.read(descriptor, min(CHUNK, size - len(said)))
            if not part:
                return b""
            said += part
            if len(said) == LENGTH.size:
                # No message is empty.
                size += LENGTH.unpack(said)[0]
            elif len(said) == size:
                return bytes(said[LENGTH.size :])
    return None
