"""What a function prints while it is asked, kept from the notebook, which would take minutes to show much of it."""

import io
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout

from ..plain.outcomes import PRINTED
from ..report.types import Printed

MOST = 20_000


class Capture(io.TextIOBase):
    """Keeps the first characters that are printed, and counts all lines; `last` begins what one call prints."""

    def __init__(self) -> None:
        self._kept: list[str] = []
        self._room = MOST
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
