"""How long a call in this process may take, by whatever the platform has: an alarm, a thread, or neither."""

import _thread
import math
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from types import CodeType, FrameType, TracebackType
from typing import Any, Self, TypeVar

import numpy as np

T = TypeVar("T")
AGAIN = 0.05
# Seconds by the clock for what counts its CPU time: so many at least, and so many for each of those.
WAITING, WAITING_FOR_CPU = 60.0, 3.0
OURS = str(Path(__file__).parents[1])
# What is not a student's: nothing in there goes on for ever by itself, and what cleans up after a call is in there.
OTHERS = (OURS, str(Path(os.__file__).parent), str(Path(np.__file__).parent), "<frozen ")


class TookTooLong(BaseException):
    """The call was interrupted; no `except Exception` of a student's catches it."""


class Watch:
    """Gives each call so many seconds, and all of them together, by the alarm of the system.

    Code that catches everything is interrupted at its very next line too: while it handles the first interruption it
    does not catch the second, but for code that does so at several levels.
    """

    timer = getattr(signal, "ITIMER_REAL", 0)
    signal = getattr(signal, "SIGALRM", signal.SIGINT)
    now = staticmethod(time.monotonic)

    def __init__(self, seconds: float, together: float = math.inf) -> None:
        self._seconds = seconds
        self._end = self.now() + together
        self._deadline: float | None = None
        self._before: Any = None
        self._around = 0.0, 0.0

    def __enter__(self) -> Self:
        self._around = self._timer()
        self._before = signal.signal(self.signal, self._interrupted)
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._disarm()
        signal.signal(self.signal, self._before)
        left, ends = self._around
        if left:
            # Of a watch around this one, which ends when it did, or at once.
            signal.setitimer(self.timer, max(ends - self.now(), AGAIN), AGAIN)

    def _timer(self) -> tuple[float, float]:
        """How long the alarm of a watch around this one has still to go, and when that is."""
        left, _again = signal.getitimer(self.timer)
        return left, self.now() + left

    def call(self, job: Callable[[], T]) -> T:
        """The result of the job; raises TookTooLong where it takes longer, and whatever else it raises."""
        now, tracing = self.now(), sys.gettrace()
        self._deadline = min(now + self._seconds, self._end)
        self._arm(max(self._deadline - now, AGAIN))
        try:
            return job()
        finally:
            self._deadline = None
            sys.settrace(tracing)

    def _arm(self, seconds: float) -> None:
        signal.setitimer(self.timer, seconds, AGAIN)

    def _disarm(self) -> None:
        signal.setitimer(self.timer, 0.0)

    def _is_late(self) -> bool:
        deadline = self._deadline
        return deadline is not None and self.now() >= deadline

    def _interrupted(self, number: int, frame: FrameType | None) -> None:
        if self._is_late():
            sys.settrace(lambda *_: None)
            while frame is not None and frame.f_code is not Watch.call.__code__:
                # What cleans up on the way out must not be interrupted.
                frame.f_trace = None if frame.f_code.co_filename.startswith(OURS) else _raise
                frame = frame.f_back
            raise TookTooLong


class BusyWatch(Watch):
    """The same in seconds of this process's CPU time, so that it is all one how busy the machine is.

    What takes none, because it sleeps or waits, is ended by the clock after a time that no busy machine needs.
    """

    timer = getattr(signal, "ITIMER_PROF", 0)
    signal = getattr(signal, "SIGPROF", signal.SIGINT)
    now = staticmethod(time.process_time)

    def __init__(self, seconds: float, together: float = math.inf) -> None:
        super().__init__(seconds, together)
        self._waits = Watch(max(WAITING, WAITING_FOR_CPU * seconds))

    def __enter__(self) -> Self:
        self._waits.__enter__()
        return super().__enter__()

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        super().__exit__(*error)
        self._waits.__exit__(*error)

    def call(self, job: Callable[[], T]) -> T:
        return super().call(lambda: self._waits.call(job))


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

    def _timer(self) -> tuple[float, float]:
        return 0.0, 0.0

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


# In sys.monitoring, which Python has from 3.12 on; where there are no threads, Python is newer than that.
MONITORING: Any = getattr(sys, "monitoring", None)
TOOLS = 6


class LoopWatch(Watch):
    """The same where there are no threads either, as in a browser: every call and loop of the student's has a look.

    A loop of plain Python takes twice as long meanwhile. What waits, or works on, within a single call of NumPy or of
    Python's own is not interrupted. Code that catches the interruption is interrupted again, and again.
    """

    def __enter__(self) -> Self:
        events = MONITORING.events
        self._tool = next(tool for tool in range(TOOLS) if MONITORING.get_tool(tool) is None)
        MONITORING.use_tool_id(self._tool, "degrau")
        for event in (events.JUMP, events.PY_START, events.PY_RESUME):
            MONITORING.register_callback(self._tool, event, self._look)
        MONITORING.set_events(self._tool, events.JUMP | events.PY_START | events.PY_RESUME)
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        MONITORING.set_events(self._tool, 0)
        MONITORING.free_tool_id(self._tool)

    def _look(self, code: CodeType, *_: object) -> object:
        if code.co_filename.startswith(OTHERS):
            return MONITORING.DISABLE
        if self._is_late():
            raise TookTooLong
        return None

    def _arm(self, seconds: float) -> None:
        """Every look compares with the deadline by itself."""


def watch(seconds: float, together: float, busy: bool = False) -> AbstractContextManager[Watch | None]:
    """A watch for the calls of this thread; None where there is no limit or none can be kept, or in another thread.

    One of code that is never idle may count the seconds that it is `busy`, where the system counts them.
    """
    if min(seconds, together) == math.inf or threading.current_thread() is not threading.main_thread():
        return nullcontext()
    if hasattr(signal, "setitimer"):
        return (BusyWatch if busy else Watch)(seconds, together)
    if _threads_start():
        return ThreadWatch(seconds, together)
    return LoopWatch(seconds, together) if MONITORING else nullcontext()


def _threads_start() -> bool:
    try:
        threading.Thread(target=int).start()
    except RuntimeError:
        return False
    return True


def _raise(frame: FrameType, event: str, arg: object) -> Callable[..., Any]:
    """Raises at the next line, which is that of an `except` if the interruption was caught there."""
    if event == "line":
        raise TookTooLong
    return _raise
