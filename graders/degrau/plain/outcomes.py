"""What a call to a student's function can come to. Plain data: nothing here holds student code."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .numbers import Array, as_numbers

Numbers = Array | tuple[Any, ...] | None

# How much is told of an outcome: a box says no more, and the judge reads no more. In characters: of an exception's
# message, of a line of code, of the name of a type or a cell, of a warning, of what a cell printed, and of what a call
# did that returned None; then the lines that lead to an exception, the names that take part in it, and the dimensions
# of a shape.
MESSAGE, LINE, NAME, WARNING, OUTPUT, PRINTED = 200, 200, 100, 100, 2000, 100
LINES, INVOLVED, DIMENSIONS = 5, 4, 8
# The type of what is no plain data because of entries that are masked.
MASKED = "masked array"


@dataclass(frozen=True)
class Returned:
    """The function returned plain data.

    `changed` holds the positions of the arguments that it altered in place, `warned` the text of the first
    RuntimeWarning, or nothing; `printed`, where it returned None, the beginning of what it printed instead; `said` is
    all of that as it came from a sandbox, if it did.
    """

    value: object
    changed: tuple[int, ...] = ()
    warned: str = ""
    printed: str = ""
    said: bytes = field(default=b"", repr=False, compare=False)

    @cached_property
    def numbers(self) -> "Numbers":
        """The value as arrays of numbers, several in a tuple; None in the place of what is none."""
        return _numbers(self.value)


@dataclass(frozen=True)
class Raised:
    """The function, or the cell that should define it, raised an exception.

    `lines` are the student's own lines on the way to it, outermost first, as (cell id, line number, source line);
    `involved` is what took part in the last of them, as (name, type, shape or length); `cell`: the cell raised it, so
    that there is no function to call.
    """

    type: str
    message: str
    lines: tuple[tuple[str, int, str], ...] = ()
    involved: tuple[tuple[str, str, tuple[int, ...]], ...] = ()
    changed: tuple[int, ...] = ()
    cell: bool = False


@dataclass(frozen=True)
class Endless:
    """What the function returned gives more items than anybody can want, and goes on."""

    items: int


@dataclass(frozen=True)
class NotPlain:
    """The function returned something that is not plain data, such as an object or a subclass of ndarray."""

    type: str


@dataclass(frozen=True)
class TimedOut:
    """The call, or the cell, did not end within its time."""

    seconds: float


@dataclass(frozen=True)
class OutOfTime:
    """The time of the whole notebook was over before this call."""

    seconds: float


@dataclass(frozen=True)
class Crashed:
    """The process ended, or broke the protocol, during the call."""

    reason: str


@dataclass(frozen=True)
class Missing:
    """There is no function of this name: no cell defines it or, in a student's own kernel, none that has run."""

    kernel: bool = False


Outcome = Returned | Raised | Endless | NotPlain | TimedOut | OutOfTime | Crashed | Missing


def _numbers(value: object) -> Numbers:
    return tuple(map(_numbers, value)) if isinstance(value, tuple) else as_numbers(value)
