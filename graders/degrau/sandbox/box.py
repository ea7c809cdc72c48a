"""One confined process that holds one student's code, seen from the judge's side.

Whatever comes back is checked before it is used. A process that breaks the protocol, takes too long or dies is killed;
the end of its pipe is the proof that nothing of it is left.
"""

import math
import os
import select
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from secrets import randbits
from types import TracebackType
from typing import Any, Self, TypeVar

from ..plain import codec, questions
from ..plain.about import About
from ..plain.codec import Calls
from ..plain.outcomes import Crashed, Outcome, Raised, Returned, TimedOut
from . import replies
from .limits import Limits
from .process import Deadline, Process, Started, Zygote
from .standins import Exhausted, StandIns
from .tiers import Tier

KILLED_WITHIN = 10.0
T = TypeVar("T")
# While so many replies are to come, they are read some at a time: to be woken for each of them costs both sides more
# than to answer it.
MANY = 20
PAUSE = 0.0005


class BoxDied(Exception):
    """The box ended, by itself or by the judge; `outcome` says what that means for the call under way.

    `late`: what was asked before had been answered, and did something more; the call under way is not to blame.
    `outside`: somebody else ended it; nothing that ran in it is to blame.
    """

    def __init__(self, outcome: TimedOut | Crashed, late: bool = False, outside: bool = False) -> None:
        super().__init__(str(outcome))
        self.outcome, self.late, self.outside = outcome, late, outside


class Box:
    """A confined process, forked by the zygote if there is one. Any of its methods may raise BoxDied, after which it is
    gone.

    On Linux it ends with the thread that made it.
    """

    def __init__(self, tier: Tier, limits: Limits | None = None, zygote: Zygote | None = None) -> None:
        self.tier, self._limits = tier, limits or Limits()
        _hide_this_process()
        their_requests, self._requests = os.pipe()
        self._replies, their_replies = os.pipe()
        os.set_blocking(self._requests, False)
        # What was said and is not read yet, from there on.
        self._buffer, self._at = bytearray(), 0
        self._unsent = memoryview(b"")
        self._ready = False
        self._previous = 0
        self._many = False
        self._stand_ins: StandIns | None = None
        try:
            if zygote:
                self._process: Process = zygote.fork(their_requests, their_replies)
            else:
                self._process = Started(tier, self._limits, (their_requests, their_replies))
        except BaseException:
            os.close(self._requests)
            os.close(self._replies)
            raise
        finally:
            os.close(their_requests)
            os.close(their_replies)

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    @property
    def descriptors(self) -> int:
        """How many descriptors of this process it holds: those of two pipes, and those by which it is known."""
        return 2 + self._process.descriptors

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def start(self) -> None:
        """Waits until the box is ready; no student's code has run in it then."""
        if not self._ready:
            said = self._receive(Deadline(self._process.pid, self._limits.start_seconds))
            self._ready = said == (0, replies.READY)
            if not self._ready:
                raise self._broken()

    def expect_silence(self) -> None:
        """Raises BoxDied if it ended, or said something, without having been asked."""
        if self._left_over or self._wait(0)[0]:
            raise self._broken(late=True)

    def run(
        self, cells: Iterable[tuple[str, str]], seconds: float | None = None
    ) -> Iterator[tuple[Raised | None, str]]:
        """Runs cells (id, source) in order; gives for each the first exception, or None, and what it printed.

        `seconds`: for all of them together, if not as the limits say.
        """
        total = self._deadline(self._limits.cells_seconds if seconds is None else seconds)
        for cell in cells:
            # One request each: a cell that answers for itself, or twice, is found before the next one runs.
            request = {"cells": [[_encodable(text) for text in cell]]}
            for said in self._ask(request, 1, self._limits.cell_seconds, total):
                yield self._understood(replies.cell, said)
        self._settle(total)

    def keep(self, name: str) -> None:
        """Has the box remember what the name means now, if that can be called."""
        for _ in self._ask({"keep": name}, 1, self._limits.cell_seconds, self._deadline(self._limits.cell_seconds)):
            pass

    def stand_in(self, stand_ins: StandIns) -> None:
        """Has functions stand in for the notebook's own from now on: in a call, the box may ask for what they give."""
        request, seconds = {"stand_in": list(stand_ins.names)}, self._limits.cell_seconds
        for _ in self._ask(request, 1, seconds, self._deadline(seconds)):
            pass
        self._stand_ins = stand_ins

    @property
    def stood_in(self) -> bool:
        """Whether functions stand in for some of the notebook's own."""
        return self._stand_ins is not None

    def call(
        self, function: str, calls: Sequence[tuple[Any, ...]], iterate: bool = False, kept: bool = False
    ) -> Iterator[Outcome]:
        """Calls the notebook's function with each of these arguments, in order.

        `iterate`: the items of an iterable that it returns are its answer. `kept`: what the box remembers of the name.
        """
        request = {
            "function": function,
            "calls": (calls if isinstance(calls, Calls) else Calls(calls)).encoded,
            "iterate": iterate,
            "kept": kept,
        }
        total = self._deadline(self._limits.batch_seconds)
        answers = self._ask(request, len(calls), self._limits.call_seconds, total, self._stand_ins)
        for args, said in zip(calls, answers, strict=True):
            outcome = self._understood(replies.outcome, said)
            if isinstance(outcome, Returned) and not all(0 <= i < len(args) for i in outcome.changed):
                raise self._broken()
            yield outcome
        self._settle(total)

    def about(self, function: str, kept: bool = False) -> About:
        """What there is to say of the notebook's function, or of what the box remembers of its name."""
        request, total = {"about": function, "kept": kept}, self._deadline(self._limits.cell_seconds)
        (said,) = self._ask(request, 1, self._limits.cell_seconds, total)
        self._settle(total)
        return self._understood(replies.about, said)

    def close(self) -> None:
        """Kills the process and everything that it started, and waits until they are gone."""
        if self._replies < 0:
            return
        if self._requests >= 0:
            # A box that was still starting, and so escapes the signal, finds no requests and ends.
            os.close(self._requests)
            self._requests, self._unsent = -1, memoryview(b"")
        self._process.kill()
        self._await_end()
        os.close(self._replies)
        self._replies = -1

    def leave(self) -> None:
        """Forgets the box, which goes on: a child that was forked from this process has it, too."""
        os.close(self._requests)
        os.close(self._replies)
        self._requests = self._replies = -1
        self._process.leave()

    def _await_end(self) -> None:
        """Reads until the last holder of the other end is gone."""
        deadline = time.monotonic() + KILLED_WITHIN
        while (left := deadline - time.monotonic()) > 0:
            if self._wait(left)[0] and not os.read(self._replies, 65536):
                return

    def _deadline(self, seconds: float) -> Deadline:
        return Deadline(self._process.pid, seconds)

    def _ask(
        self, request: dict[str, Any], count: int, seconds: float, total: Deadline, stand_ins: StandIns | None = None
    ) -> Iterator[bytes]:
        self.start()
        self.expect_silence()
        number = randbits(62)
        frame = codec.encode(request, trusted=True)
        self._unsent = memoryview(codec.HEADER.pack(len(frame), number) + frame)
        room = self._limits.batch_bytes
        for left in range(count, 0, -1):
            # Who asks in between waits for each answer.
            self._many = left > MANY and stand_ins is None
            there = None if stand_ins else self._next()
            answered, said = there or self._awaited(number, seconds, total, stand_ins)
            room -= len(said)
            if room < 0:
                raise self._died(Crashed("reply too large"))
            if answered != number:
                raise self._broken(late=answered == self._previous)
            yield said
        self._previous = number
        if self._left_over or self._unsent:
            raise self._broken(late=True)

    def _awaited(self, number: int, seconds: float, total: Deadline, stand_ins: StandIns | None) -> tuple[int, bytes]:
        """The next frame that answers this request; what the box asks in between is told."""
        deadline = self._deadline(seconds)
        answered, said = self._receive(deadline, total)
        while stand_ins and answered == number and said.startswith(questions.BEGINNING):
            began = time.monotonic()
            self._tell(number, stand_ins, said)
            for until in (deadline, total):
                until.excuse(time.monotonic() - began)
            answered, said = self._receive(deadline, total)
        return answered, said

    def _tell(self, number: int, stand_ins: StandIns, said: bytes) -> None:
        """Begins to answer what the box asks in the middle of a call; it waits for that with nothing else said."""
        if self._left_over or self._unsent:
            raise self._broken()
        try:
            frame = stand_ins.answer(said)
        except codec.WireError:
            raise self._broken() from None
        except Exhausted as most:
            raise self._died(Crashed(str(most))) from None
        self._unsent = memoryview(codec.HEADER.pack(len(frame), number) + frame)

    def _settle(self, total: Deadline) -> None:
        """Asks for nothing, so that whatever was said beyond the answers is found before something else is asked."""
        for _ in self._ask({"cells": [["", ""]]}, 1, self._limits.cell_seconds, total):
            pass

    def _receive(self, *deadlines: Deadline) -> tuple[int, bytes]:
        """The next frame, while what is left of the request is being written."""
        while (frame := self._next()) is None:
            self._await_more(deadlines)
        return frame

    def _next(self) -> tuple[int, bytes] | None:
        """The next frame, where all of it has been read."""
        begin = self._at + codec.HEADER.size
        if len(self._buffer) < begin:
            return None
        length, number = codec.HEADER.unpack_from(self._buffer, self._at)
        if length > self._limits.reply_bytes:
            raise self._died(Crashed("reply too large"))
        if len(self._buffer) < begin + length:
            return None
        self._at = begin + length
        return number, bytes(self._buffer[begin : self._at])

    @property
    def _left_over(self) -> bool:
        """Whether something was said that nobody has read."""
        return len(self._buffer) > self._at

    def _understood(self, meaning: Callable[[bytes], T], said: bytes) -> T:
        try:
            return meaning(said)
        except codec.WireError:
            raise self._broken() from None

    def _await_more(self, deadlines: Sequence[Deadline]) -> None:
        """Reads what there is to read, after a while."""
        if self._many and not self._unsent:
            time.sleep(PAUSE)
        readable, writable = self._wait(min(deadline.left() for deadline in deadlines))
        if writable:
            self._write_some()
        if readable:
            self._read_some()
        elif (over := next((d for d in deadlines if d.left() <= 0 and d.over()), None)) is not None:
            raise self._died(TimedOut(over.seconds))

    def _wait(self, seconds: float) -> tuple[bool, bool]:
        """Whether there is something to read, and whether what is left to write can be; waits for one of them."""
        # Not select.select: a judge may have more than 1024 descriptors open.
        poll = select.poll()
        poll.register(self._replies, select.POLLIN)
        if self._unsent:
            poll.register(self._requests, select.POLLOUT)
        ready = {descriptor for descriptor, _ in poll.poll(math.ceil(1000 * seconds))}
        return self._replies in ready, self._requests in ready

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
            raise self._died(Crashed(self._process.how_it_ended()))
        del self._buffer[: self._at]
        self._at = 0
        self._buffer += data

    def _broken(self, late: bool = False) -> BoxDied:
        return self._died(Crashed("broke the protocol"), late)

    def _died(self, outcome: TimedOut | Crashed, late: bool = False) -> BoxDied:
        outside = self._replies >= 0 and self._process.was_ended()
        self.close()
        return BoxDied(outcome, late, outside)


def _encodable(text: str) -> str:
    """The text without lone surrogates, which a notebook's JSON may hold and UTF-8 may not."""
    return text.encode("utf-8", "replace").decode()


@cache
def _hide_this_process() -> None:
    """Keeps other processes of the same user out of this one's memory, on Linux."""
    if sys.platform.startswith("linux"):
        import ctypes

        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)  # PR_SET_DUMPABLE
