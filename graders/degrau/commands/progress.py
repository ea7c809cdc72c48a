"""How far a long command is: a bar in a terminal, a line now and then in a log."""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from ..base.terminal import line

SECONDS_A_LINE = 10.0
WORTH_NAMING = 1.0


class Progress:
    """Told what is next, it shows what is done, the rate, the time left, and the slowest so far.

    It begins to draw with the first thing that it is told: processes that are forked before find no thread here.
    """

    def __init__(self) -> None:
        self._began = self._last = self._line = time.monotonic()
        self._before = ""
        self._slowest = (WORTH_NAMING, "")
        self._bar = _Bar() if sys.stderr.isatty() else None

    def __call__(self, done: int, total: int, words: str) -> None:
        """So many of so many are done, and what these words name is next."""
        now, words = time.monotonic(), line(words)
        if done and now - self._last > self._slowest[0]:
            self._slowest = (now - self._last, self._before)
        self._last, self._before = now, words
        if self._bar:
            self._bar.show(done, total, words, self._slowest_words())
        elif now - self._line >= SECONDS_A_LINE:
            self._line = now
            print(self._words(done, total, now - self._began), file=sys.stderr, flush=True)

    def each(self, names: Sequence[str]) -> Iterator[str]:
        """These names, each told as what is next."""
        for done, name in enumerate(names):
            self(done, len(names), name)
            yield name

    def close(self) -> None:
        """Takes the bar away."""
        if self._bar:
            self._bar.close()

    def _words(self, done: int, total: int, seconds: float) -> str:
        if not done:
            return f"0/{total}, {seconds:.0f} s so far"
        each = seconds / done
        rate = f"{each:.1f} s each" if each >= 1 else f"{done / max(seconds, 1e-9):.1f} a second"
        return f"{done}/{total}, {rate}, {(total - done) * each:.0f} s left{self._slowest_words()}"

    def _slowest_words(self) -> str:
        seconds, words = self._slowest
        return f"; slowest: {words}, {seconds:.1f} s" if words else ""


class _Bar:
    """Rich's progress bar."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Rich

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[slowest]}"),
        )
        # What a command prints is its result, which goes where it is sent.
        self._rich = Rich(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
        self._task = self._rich.add_task("", total=None, rate="", slowest="")

    def show(self, done: int, total: int, words: str, slowest: str) -> None:
        from rich.markup import escape

        self._rich.start()
        speed = self._rich.tasks[0].speed
        rate = f"{speed:.1f}/s" if speed else ""
        self._rich.update(
            self._task, completed=done, total=total, description=escape(words), rate=rate, slowest=escape(slowest)
        )

    def close(self) -> None:
        self._rich.stop()


@contextmanager
def progress() -> Iterator[Progress]:
    """A progress for as long as the command runs."""
    shown = Progress()
    try:
        yield shown
    finally:
        shown.close()
