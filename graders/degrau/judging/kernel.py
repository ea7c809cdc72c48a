"""Answers of a function that lives in this process: known code, or a student's in the student's own kernel."""

import builtins
import io
import linecache
import math
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, redirect_stderr, redirect_stdout
from functools import partial
from types import FunctionType, TracebackType
from typing import Any

import numpy as np

from ..plain import codec
from ..plain.about import About, about, bind
from ..plain.call import CLOSED, MOST_ITEMS, Calling, EndlessError
from ..plain.involved import involved
from ..plain.outcomes import LINES, MESSAGE, PRINTED, Endless, NotPlain, Outcome, Raised, Returned, TimedOut
from ..report.types import Printed
from .draw import Args
from .registry import by_function
from .types import Ask
from .watch import TookTooLong, watch

IPYTHON = ("IPython", "ipykernel")
# In characters, of what is printed: a notebook would take minutes to show much of it.
MOST_KEPT = 20_000


class Capture(io.TextIOBase):
    """Keeps the first characters that are printed, and counts all lines; `last` begins what one call prints."""

    def __init__(self) -> None:
        self._kept: list[str] = []
        self._room = MOST_KEPT
        self._ends = 0
        self._inside = False
        self.last = ""

    def writable(self) -> bool:
        """Whether it can be written to, which it can."""
        return True

    def write(self, text: str) -> int:
        if len(self.last) < PRINTED:
            self.last += text[: PRINTED - len(self.last)]
        if self._room > 0:
            self._kept.append(text[: self._room])
            self._room -= len(text)
        if text:
            self._ends += text.count("\n")
            self._inside = text[-1] != "\n"
        return len(text)

    @contextmanager
    def active(self) -> Iterator[None]:
        """Takes what is printed meanwhile, to either stream."""
        with redirect_stdout(self), redirect_stderr(self):
            yield

    @property
    def printed(self) -> Printed:
        """What was printed so far."""
        return Printed("".join(self._kept), self._ends + self._inside)


class Here(Ask):
    """A function of this process; every call gets its own copy of the arguments.

    A call gets so many seconds, and so do the calls of one batch `together`; after one that takes longer no other is
    made: they count as too long as well. With a capture, which takes what it prints, it is a student's, and is kept
    from what would end or hold up the kernel. Of trusted code, which is never idle, only the seconds that it is `busy`
    may count.
    """

    def __init__(
        self,
        function: Callable[..., Any],
        seconds: float = math.inf,
        together: float = math.inf,
        capture: Capture | None = None,
        name: str = "",
        busy: bool = False,
    ) -> None:
        self._function = function
        self._busy = busy
        self._seconds, self._together = seconds, together
        self._capture = capture
        self._name = name or getattr(function, "__name__", "")
        self._beside = _names_beside(function)
        self._names = {**self._beside, self._name: function}

    def __call__(self, calls: Sequence[Args], iterate: bool = False) -> list[Outcome]:
        limit = sys.getrecursionlimit()
        outcomes: list[Outcome] = []
        try:
            guard = guarded(self._beside, self._capture) if self._capture else nullcontext()
            with guard, watch(self._seconds, self._together, self._busy) as clock, Calling() as calling:
                for args in calls:
                    job = partial(self._outcome, calling, _copied(args), iterate)
                    outcomes.append(clock.call(job) if clock else job())
        except TookTooLong:
            outcomes += [TimedOut(self._seconds)] * (len(calls) - len(outcomes))
        finally:
            sys.setrecursionlimit(limit)
        return outcomes

    def about(self) -> About:
        return bind(about(self._name, self._beside, self._function))

    def _outcome(self, calling: Calling, args: Args, iterate: bool) -> Outcome:
        if self._capture:
            self._capture.last = ""
        try:
            result = calling.call(self._function, args, self._names, iterate)
        except EndlessError:
            return Endless(MOST_ITEMS)
        except (Exception, SystemExit) as error:
            return _raised(error, self._name, self._beside)
        try:
            value = codec.decode(codec.encode_reply({"value": result.value}))["value"]
        except codec.NotPlainError as error:
            return NotPlain(str(error))
        printed = self._capture.last if self._capture and result.value is None else ""
        return Returned(value, result.changed, result.warned, printed)


@contextmanager
def guarded(names: Mapping[str, Any], capture: Capture) -> Iterator[None]:
    """While a function is asked, `input` has nobody to answer, and `exit` ends the call and not the kernel.

    IPython's `exit` is a name of the notebook's. What is printed goes into the capture.
    """
    held = {name: getattr(builtins, name) for name in CLOSED if hasattr(builtins, name)}
    own = {name: names[name] for name in CLOSED if type(names.get(name)).__module__.startswith(IPYTHON)}
    vars(builtins).update(CLOSED)
    if isinstance(names, dict):
        names.update({name: CLOSED[name] for name in own})
    try:
        with capture.active():
            yield
    finally:
        for name in CLOSED.keys() - held.keys():
            vars(builtins).pop(name, None)
        vars(builtins).update(held)
        if isinstance(names, dict):
            names.update(own)


def _copied(args: Args) -> Args:
    return tuple(_copy(arg) for arg in args)


def _copy(arg: Any) -> Any:
    """A new array, or list or dict of arrays; whatever else is an argument cannot be changed."""
    if isinstance(arg, list):
        return [_copy(item) for item in arg]
    if isinstance(arg, dict):
        return {key: _copy(item) for key, item in arg.items()}
    return arg.copy() if isinstance(arg, np.ndarray) else arg


def _names_beside(function: Callable[..., Any]) -> Mapping[str, Any]:
    """The names that the function's own code sees, or those of the notebook."""
    code = function.__init__ if isinstance(function, type) else function  # type: ignore[misc]
    names: Mapping[str, Any] = getattr(code, "__globals__", sys.modules["__main__"].__dict__)
    return names


def _raised(error: BaseException, name: str, beside: Mapping[str, Any]) -> Raised:
    """The exception, with the notebook's own lines on the way to it; ours are left out.

    A cell is called as the function of the course that it defines, or else as the one that is asked.
    """
    known = by_function()
    files = {f.__code__.co_filename: n for n, f in beside.items() if type(f) is FunctionType and n in known}
    entries = [entry for entry in _entries(error.__traceback__) if entry.tb_frame.f_globals is beside]
    lines = []
    for entry in entries:
        file = entry.tb_frame.f_code.co_filename
        lines.append((files.get(file, name), entry.tb_lineno, linecache.getline(file, entry.tb_lineno).strip()))
    shown = lines if len(lines) <= LINES else [lines[0], *lines[1 - LINES :]]
    source = linecache.getlines(entries[-1].tb_frame.f_code.co_filename) if entries else []
    names = tuple(involved(entries[-1], source)) if source else ()
    return Raised(type(error).__name__, str(error)[:MESSAGE], tuple(shown), names)


def _entries(traceback: TracebackType | None) -> Iterator[TracebackType]:
    while traceback is not None:
        yield traceback
        traceback = traceback.tb_next
