"""How long to wait for an answer: a deadline that moves while a busy machine keeps the process from its work."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

QUICK = 0.1
EXTENSIONS = 3
SHARE = 0.5


@dataclass(frozen=True)
class Use:
    """The CPU seconds that a process and its descendants have had, and whether one of them is waiting for more."""

    cpu_seconds: float
    waiting: bool


class Deadline:
    """`seconds` from now; up to three times as many again while the process asks for a CPU and gets less than half.

    Most answers come at once, so that the process is looked at only after a moment. One that sleeps gets no more time.
    """

    def __init__(self, pid: int, seconds: float) -> None:
        self.seconds = seconds
        self._pid = pid
        self._began = time.monotonic()
        self._end = self._began + seconds
        self._extensions = 0
        self._had: float | None = None

    def left(self) -> float:
        """The seconds until it is worth asking whether it is over."""
        until = self._end if self._had is not None else min(self._end, self._began + QUICK)
        return max(0.0, until - time.monotonic())

    def over(self) -> bool:
        """Whether to give up."""
        if self._had is None:
            self._had = use(self._pid).cpu_seconds
        return time.monotonic() >= self._end and not self._extended()

    def _extended(self) -> bool:
        now, waited = use(self._pid), time.monotonic() - self._began
        starved = now.waiting and now.cpu_seconds - (self._had or 0.0) < SHARE * min(waited, self.seconds)
        if not starved or self._extensions == EXTENSIONS:
            return False
        self._extensions += 1
        self._end = time.monotonic() + self.seconds
        return True


def use(pid: int) -> Use:
    """What a process and its descendants use; nothing where the system has no /proc."""
    family = [pid]
    with suppress(OSError):
        children: dict[int, list[int]] = {}
        for process in filter(str.isdigit, os.listdir("/proc")):
            for _, parent, _ in _stat(f"/proc/{process}/stat"):
                children.setdefault(parent, []).append(int(process))
        for member in family:
            family += children.get(member, [])
    stats = [stat for member in family for stat in _stat(f"/proc/{member}/stat")]
    threads = [stat for member in family for stat in _thread_stats(member)]
    return Use(sum(ticks for _, _, ticks in stats) / TICKS, any(state in "RD" for state, _, _ in threads))


def _thread_stats(pid: int) -> Iterator[tuple[str, int, int]]:
    with suppress(OSError):
        for thread in os.listdir(f"/proc/{pid}/task"):
            yield from _stat(f"/proc/{pid}/task/{thread}/stat")


def _stat(path: str) -> Iterator[tuple[str, int, int]]:
    """A process's state, parent, and clock ticks; nothing if it is gone."""
    with suppress(OSError), open(path, "rb") as file:
        # The name, in parentheses, may hold anything.
        fields = file.read().rpartition(b")")[2].split()
        yield fields[0].decode(), int(fields[1]), int(fields[11]) + int(fields[12])


TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
