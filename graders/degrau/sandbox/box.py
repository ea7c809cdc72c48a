"""One confined process that holds one student's code, seen from the judge's side.

Whatever comes back is checked before it is used. A process that breaks the protocol, takes too long or dies is killed;
the end of its pipe is the proof that nothing of it is left.
"""

import os
import select
import signal
import struct
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from secrets import randbits
from types import TracebackType
from typing import Any, Self

from ..outcomes import Crashed, Missing, NotPlain, Outcome, Raised, Returned, TimedOut
from . import tiers
from .inside import wire
from .tiers import Limits

HEADER = struct.Struct(">I")
KILLED_WITHIN = 10.0


class BoxDied(Exception):
    """The box ended, by itself or by the judge; `outcome` says what that means for the call under way."""

    def __init__(self, outcome: TimedOut | Crashed) -> None:
        super().__init__(str(outcome))
        self.outcome = outcome


class Box:
    """A confined process. Any of its methods may raise BoxDied, after which it is gone."""

    def __init__(self, tier: str, limits: Limits | None = None) -> None:
        self.tier, self._limits = tier, limits or Limits()
        _hide_this_process()
        their_requests, self._requests = os.pipe()
        self._replies, their_replies = os.pipe()
        os.set_blocking(self._requests, False)
        self._buffer = bytearray()
        self._ready = False
        try:
            self._process = subprocess.Popen(
                tiers.command(tier, self._limits, their_requests, their_replies),
                pass_fds=(their_requests, their_replies),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd="/",
                env=dict(tiers.ENVIRONMENT),
                start_new_session=True,
            )
        finally:
            os.close(their_requests)
            os.close(their_replies)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def run(self, cells: Sequence[tuple[str, str]]) -> Iterator[tuple[Raised | None, str]]:
        """Runs cells (id, source) in order; gives for each the first exception, or None, and what it printed."""
        for reply in self._ask({"cells": [list(cell) for cell in cells]}, len(cells), self._limits.cell_seconds):
            error, output = reply.get("error"), reply.get("output")
            if type(output) is not str:
                raise self._broken()
            yield (None if error is None else self._raised(error)), output

    def call(self, function: str, calls: Sequence[tuple[Any, ...]]) -> Iterator[Outcome]:
        """Calls the notebook's function with each of these arguments, in order."""
        request = {"function": function, "calls": [list(args) for args in calls]}
        for args, reply in zip(calls, self._ask(request, len(calls), self._limits.call_seconds), strict=True):
            outcome = self._outcome(reply)
            if isinstance(outcome, Returned) and not all(0 <= i < len(args) for i in outcome.changed):
                raise self._broken()
            yield outcome

    def close(self) -> None:
        """Kills the process and everything that it started, and waits until they are gone."""
        if self._replies < 0:
            return
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            self._process.kill()
        self._process.wait()
        self._await_end()
        os.close(self._requests)
        os.close(self._replies)
        self._replies = -1

    def _await_end(self) -> None:
        """Reads until the last holder of the other end is gone."""
        deadline = time.monotonic() + KILLED_WITHIN
        while (left := deadline - time.monotonic()) > 0:
            if select.select([self._replies], [], [], left)[0] and not os.read(self._replies, 65536):
                return

    def _ask(self, request: dict[str, Any], count: int, seconds: float) -> Iterator[dict[str, Any]]:
        if not self._ready:
            self._ready = self._receive(self._limits.start_seconds).get("ready") is True
        if self._buffer or select.select([self._replies], [], [], 0)[0]:
            raise self._broken()
        number = randbits(62)
        frame = wire.encode({**request, "id": number})
        outgoing = memoryview(HEADER.pack(len(frame)) + frame)
        for _ in range(count):
            reply = self._receive(seconds, outgoing)
            if reply.get("id") != number:
                raise self._broken()
            outgoing = self._unsent
            yield reply
        if self._buffer:
            raise self._broken()

    def _receive(self, seconds: float, outgoing: memoryview | None = None) -> dict[str, Any]:
        """The next frame, while what is left of the request is being written."""
        self._unsent = outgoing if outgoing is not None else memoryview(b"")
        deadline = time.monotonic() + seconds
        header = self._read(HEADER.size, deadline, seconds)
        (length,) = HEADER.unpack(header)
        if length > self._limits.reply_bytes:
            raise self._died(Crashed("reply too large"))
        try:
            reply = wire.decode(self._read(length, deadline, seconds))
        except wire.WireError:
            raise self._broken() from None
        if type(reply) is not dict:
            raise self._broken()
        return reply

    def _read(self, size: int, deadline: float, seconds: float) -> bytes:
        while len(self._buffer) < size:
            left = deadline - time.monotonic()
            readable, writable, _ = select.select(
                [self._replies], [self._requests] if self._unsent else [], [], max(0.0, left)
            )
            if writable:
                self._write_some()
            if readable:
                self._read_some()
            if left <= 0 and not readable:
                raise self._died(TimedOut(seconds))
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        return data

    def _write_some(self) -> None:
        try:
            self._unsent = self._unsent[os.write(self._requests, self._unsent) :]
        except BlockingIOError:
            pass
        except BrokenPipeError:
            self._unsent = memoryview(b"")

    def _read_some(self) -> None:
        data = os.read(self._replies, 65536)
        if not data:
            raise self._died(Crashed(self._how_it_ended()))
        self._buffer += data

    def _how_it_ended(self) -> str:
        try:
            code = self._process.wait(timeout=1.0)
        except subprocess.TimeoutExpired:
            return "closed its pipe"
        return f"signal {-code}" if code < 0 else f"exit code {code}"

    def _outcome(self, reply: dict[str, Any]) -> Outcome:
        if "value" in reply:
            return self._returned(reply["value"], reply.get("changed"))
        if "raised" in reply:
            return self._raised(reply["raised"])
        if type(reply.get("not_plain")) is str:
            return NotPlain(reply["not_plain"][:100])
        if reply.get("missing") is True:
            return Missing()
        raise self._broken()

    def _returned(self, value: Any, changed: Any) -> Returned:
        if type(value) is not bytes or type(changed) is not list or any(type(i) is not int for i in changed):
            raise self._broken()
        try:
            return Returned(wire.decode(value), tuple(changed))
        except wire.WireError:
            raise self._broken() from None

    def _raised(self, error: Any) -> Raised:
        try:
            kind, message = error["type"], error["message"]
            lines = tuple((cell[:100], int(number), source[:200]) for cell, number, source in error["lines"][:5])
            if not (type(kind) is type(message) is str and all(type(c) is type(s) is str for c, _, s in lines)):
                raise self._broken()
        except (KeyError, TypeError, ValueError, OverflowError):
            raise self._broken() from None
        return Raised(kind[:60], message[:200], lines)

    def _broken(self) -> BoxDied:
        return self._died(Crashed("broke the protocol"))

    def _died(self, outcome: TimedOut | Crashed) -> BoxDied:
        self.close()
        return BoxDied(outcome)


class Pool:
    """Boxes ready to be taken: while one is in use, the next one starts up."""

    def __init__(self, tier: str | None = None, limits: Limits | None = None) -> None:
        self.tier = tier or tiers.best()
        self._limits = limits or Limits()
        self._ready: deque[Box] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        while self._ready:
            self._ready.pop().close()

    def take(self) -> Box:
        """A box that nobody has used; whoever takes it closes it."""
        box = self._ready.popleft() if self._ready else Box(self.tier, self._limits)
        self._ready.append(Box(self.tier, self._limits))
        return box


def _hide_this_process() -> None:
    """Keeps other processes of the same user out of this one's memory, on Linux."""
    if sys.platform.startswith("linux"):
        import ctypes

        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)  # PR_SET_DUMPABLE
