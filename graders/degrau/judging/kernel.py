"""Answers of a function that lives in this process: known code, or a student's in the student's own kernel."""

import _thread
import linecache
import math
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, Self, TypeVar

import numpy as np

from ..plain import codec
from ..plain.call import call
from ..plain.involved import involved
from ..plain.outcomes import LINES, MESSAGE, NotPlain, Outcome, Raised, Returned, TimedOut
from .ask import Ask
from .capture import Capture
from .draw import Args


class Here(Ask):
    """A function of this process; every call gets its own copy of the arguments.

    A call gets so many seconds, and so do the calls of one batch `together`; after one that takes longer no other is
    made: they count as too long as well. What it prints goes into the capture, if there is one.
    """

    def __init__(
        self,
        function: Callable[..., Any],
        seconds: float = math.inf,
        together: float = math.inf,
        capture: Capture | None = None,
    ) -> None:
        self._function = function
        self._seconds, self._together = seconds, together
        self._capture = capture
        self._names = {**_names_beside(function), getattr(function, "__name__", ""): function}

    def __call__(self, calls: Sequence[Args], iterate: bool = False) -> list[Outcome]:
        limit = sys.getrecursionlimit()
        outcomes: list[Outcome] = []
        try:
            captured = self._capture.active() if self._capture else nullcontext()
            with captured, watch(self._seconds, self._together) as clock:
                for args in calls:
                    job = partial(_outcome, self._function, _copied(args), self._names, iterate)
                    outcomes.append(clock.call(job) if clock else job())
        except TookTooLong:
            outcomes += [TimedOut(self._seconds)] * (len(calls) - len(outcomes))
        finally:
            sys.setrecursionlimit(limit)
        return outcomes


def _outcome(function: Callable[..., Any], args: Args, names: Mapping[str, Any], iterate: bool) -> Outcome:
    try:
        result = call(function, args, names, iterate)
    except Exception as error:
        return _raised(error, function)
    try:
        return Returned(codec.decode(codec.encode(result.value)), result.changed, result.warned)
    except codec.NotPlainError as error:
        return NotPlain(str(error))


def _copied(args: Args) -> Args:
    return tuple(_copy(arg) for arg in args)


def _copy(arg: Any) -> Any:
    """A new array, or list of arrays; whatever else is an argument cannot be changed."""
    if isinstance(arg, list):
        return [_copy(item) for item in arg]
    return arg.copy() if isinstance(arg, np.ndarray) else arg


def _names_beside(function: Callable[..., Any]) -> Mapping[str, Any]:
    """The names that the function's own code sees, or those of the notebook."""
    code = function.__init__ if isinstance(function, type) else function  # type: ignore[misc]
    names: Mapping[str, Any] = getattr(code, "__globals__", sys.modules["__main__"].__dict__)
    return names


def _raised(error: BaseException, function: Callable[..., Any]) -> Raised:
    """The exception, with the lines of the function's own file, or cell, on the way to it; ours are left out."""
    code = function.__init__ if isinstance(function, type) else function  # type: ignore[misc]
    own = getattr(getattr(code, "__code__", None), "co_filename", "")
    entries = [entry for entry in _entries(error.__traceback__) if entry.tb_frame.f_code.co_filename == own]
    source = linecache.getlines(own)
    name = getattr(function, "__name__", "")
    lines = tuple((name, e.tb_lineno, linecache.getline(own, e.tb_lineno).strip()) for e in entries)
    names = tuple(involved(entries[-1], source)) if entries and source else ()
    return Raised(type(error).__name__, str(error)[:MESSAGE], lines[-LINES:], names)


def _entries(traceback: TracebackType | None) -> Iterator[TracebackType]:
    while traceback is not None:
        yield traceback
        traceback = traceback.tb_next


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
