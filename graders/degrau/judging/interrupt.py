"""Ends calls that take too long in the process that they run in, and leaves that process usable.

It is what the stop button does, on a clock: a signal, whose handler raises in the main thread. In another thread there
is nothing to raise with, and a call takes the time that it takes.
"""

import _thread
import math
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, Self, TypeVar

T = TypeVar("T")
AGAIN = 0.05
OURS = str(Path(__file__).parents[1])


class TookTooLong(BaseException):
    """The call was interrupted; no `except Exception` of a student's catches it."""


class Watch:
    """Gives each call so many seconds, and all of them together, by the alarm of the system.

    Code that catches everything is interrupted at its very next line too: while it handles the first interruption it
    does not catch the second, but for code that does so at several levels.
    """

    signal = getattr(signal, "SIGALRM", signal.SIGINT)

    def __init__(self, seconds: float, together: float = math.inf) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + together
        self._deadline: float | None = None
        self._before: Any = None

    def __enter__(self) -> Self:
        self._before = signal.signal(self.signal, self._interrupted)
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._disarm()
        signal.signal(self.signal, self._before)

    def call(self, job: Callable[[], T]) -> T:
        """The result of the job; raises TookTooLong where it takes longer, and whatever else it raises."""
        now, tracing = time.monotonic(), sys.gettrace()
        self._deadline = min(now + self._seconds, self._end)
        self._arm(max(self._deadline - now, AGAIN))
        try:
            return job()
        finally:
            self._deadline = None
            sys.settrace(tracing)

    def _arm(self, seconds: float) -> None:
        signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)

    def _disarm(self) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0.0)

    def _is_late(self) -> bool:
        deadline = self._deadline
        return deadline is not None and time.monotonic() >= deadline

    def _interrupted(self, number: int, frame: FrameType | None) -> None:
        if self._is_late():
            sys.settrace(lambda *_: None)
            while frame is not None and frame.f_code is not Watch.call.__code__:
                # What cleans up on the way out must not be interrupted.
                frame.f_trace = None if frame.f_code.co_filename.startswith(OURS) else _raise
                frame = frame.f_back
            raise TookTooLong


class ThreadWatch(Watch):
    """The same where the system has no alarm, by a thread that does what Ctrl-C does."""

    signal = signal.SIGINT

    def __init__(self, seconds: float, together: float = math.inf) -> None:
        super().__init__(seconds, together)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._wait, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return super().__enter__()

    def _arm(self, seconds: float) -> None:
        """The thread looks at the deadline by itself."""

    def _disarm(self) -> None:
        self._over.set()
        self._thread.join()

    def _wait(self) -> None:
        while not self._over.wait(AGAIN):
            if self._is_late():
                _thread.interrupt_main()

    def _interrupted(self, number: int, frame: FrameType | None) -> None:
        super()._interrupted(number, frame)
        if self._deadline is not None and callable(self._before):
            self._before(number, frame)


def watch(seconds: float, together: float) -> AbstractContextManager[Watch | None]:
    """A watch for the calls of this thread; None where there is no limit, or outside the main thread."""
    if min(seconds, together) == math.inf or threading.current_thread() is not threading.main_thread():
        return nullcontext()
    return (Watch if hasattr(signal, "setitimer") else ThreadWatch)(seconds, together)


def _raise(frame: FrameType, event: str, arg: object) -> Callable[..., Any]:
    """Raises at the next line, which is that of an `except` if the interruption was caught there."""
    if event == "line":
        raise TookTooLong
    return _raise
