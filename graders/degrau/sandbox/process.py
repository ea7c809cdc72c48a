"""The process of a box, seen from outside: started by itself, or forked by a zygote, which is ten times faster."""

import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from ..base import packs
from .limits import Limits
from .tiers import Tier
from .view import view

ENDS_WITHIN = 1.0
GONE_WITHIN = 10.0
ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
    "MPLBACKEND": "Agg",
    "MPLCONFIGDIR": "/tmp",
    "PYTHONHASHSEED": "0",
    "HOME": "/tmp",
    "LANG": "C.UTF-8",
}
# In a box, degrau is a hollow package: there is nothing in it but the parts that a box is made of.
START = """
import sys, types
for name, path in (("degrau", sys.argv[1]), ("degrau.sandbox", f"{sys.argv[1]}/sandbox")):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__path__ = [path]
from degrau.sandbox.inside.boot import main
main(sys.argv[2])
"""


class Process(Protocol):
    """A process and all that it started."""

    pid: int
    """Its number."""
    descriptors: int
    """How many descriptors of this process it is known by."""

    def kill(self) -> None:
        """Ends it; what it started may take a moment longer."""

    def leave(self) -> None:
        """Forgets it, for somebody else's care."""

    def how_it_ended(self) -> str:
        """The exit code or the signal of one that has ended by itself."""

    def was_ended(self) -> bool:
        """Whether it was ended from outside, as far as that can be known: nothing that it did is to blame."""


class Started:
    """A process started for one box."""

    descriptors = 0

    def __init__(self, tier: Tier, limits: Limits, descriptors: Sequence[int], zygote: bool = False) -> None:
        self._process = subprocess.Popen(
            _command(tier, limits, descriptors, zygote),
            pass_fds=descriptors,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env=dict(ENVIRONMENT),
            start_new_session=True,
        )
        self.pid = self._process.pid

    def kill(self) -> None:
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            self._process.kill()
        self._process.wait()

    def leave(self) -> None:
        pass

    def how_it_ended(self) -> str:
        try:
            return _words(self._process.wait(timeout=ENDS_WITHIN))
        except subprocess.TimeoutExpired:
            return _words(None)

    def was_ended(self) -> bool:
        return False


class Forked:
    """A process that a zygote forked, known by a handle (pidfd): its number may be another's one day."""

    descriptors = 2

    def __init__(self, handle: int, ending: int) -> None:
        self._handle, self._ending = handle, ending
        # The number that it has here; the zygote knows it by another.
        fields = dict(line.split(":", 1) for line in Path(f"/proc/self/fdinfo/{handle}").read_text().splitlines())
        self.pid = int(fields["Pid"])

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._handle, signal.SIGKILL)
        _readable(self._handle, GONE_WITHIN)
        self.leave()

    def leave(self) -> None:
        os.close(self._handle)
        os.close(self._ending)

    @cached_property
    def _told(self) -> bytes:
        """What was told of its end by the one that waits for it; nothing if that was killed first."""
        return os.read(self._ending, 10) if _readable(self._ending, ENDS_WITHIN) else b""

    def how_it_ended(self) -> str:
        return _words(int(self._told) if self._told else None)

    def was_ended(self) -> bool:
        return _readable(self._handle, 0.0) and not self._told


class Zygote:
    """A process that forks boxes of one tier. Its methods raise OSError where the machine does not allow it.

    It ends, and all boxes with it, when this process does.
    """

    def __init__(self, tier: Tier, limits: Limits) -> None:
        self._channel, theirs = socket.socketpair()
        self._channel.settimeout(limits.start_seconds)
        try:
            with theirs:
                self._process = Started(tier, limits, (theirs.fileno(),), zygote=True)
        except BaseException:
            self._channel.close()
            raise

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def fork(self, requests: int, replies: int) -> Forked:
        """A new process that serves these ends of a box's pipes."""
        ending, theirs = os.pipe()
        try:
            socket.send_fds(self._channel, [b"."], [requests, replies, theirs])
            _, handles, _, _ = socket.recv_fds(self._channel, 1, 1)
            if not handles:
                raise ConnectionError("the zygote ended")
            return Forked(handles[0], ending)
        except BaseException:
            os.close(ending)
            raise
        finally:
            os.close(theirs)

    def close(self) -> None:
        """Ends it."""
        self._channel.close()
        self._process.kill()


def _command(tier: Tier, limits: Limits, descriptors: Sequence[int], zygote: bool) -> list[str]:
    """The command line of a box, whose ends of the pipes have these descriptors; or of a zygote, with its one."""
    shown = view()
    box = {
        "tier": tier.name,
        "zygote": zygote,
        "descriptors": descriptors,
        "view": shown,
        # Where a notebook would find degrau by accident.
        "hidden": [str(place.root / "graders") for place in packs.found() if place.root],
        "temporary_bytes": limits.temporary_bytes,
        "memory_bytes": limits.memory_bytes,
        "cpu_seconds": limits.cpu_seconds,
    }
    program = [sys.executable, "-I", "-c", START, str(packs.ENGINE), json.dumps(box)]
    return tier.command(program, shown, limits.temporary_bytes, zygote)


def _words(code: int | None) -> str:
    if code is None:
        return "closed its pipe"
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def _readable(descriptor: int, seconds: float) -> bool:
    """Whether there is something to read, or the end."""
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(1000 * seconds))


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

    Most answers come at once, so that the process is looked at only after a moment. One that sleeps gets no more time,
    unless it has asked something meanwhile: then it sleeps until who answers gets a CPU.
    """

    def __init__(self, pid: int, seconds: float) -> None:
        self.seconds = seconds
        self._pid = pid
        self._began = time.monotonic()
        self._end = self._began + seconds
        self._extensions = 0
        self._excused = False
        self._had: float | None = None

    def left(self) -> float:
        """The seconds until it is worth asking whether it is over."""
        until = self._end if self._had is not None else min(self._end, self._began + QUICK)
        return max(0.0, until - time.monotonic())

    def excuse(self, seconds: float) -> None:
        """So much of the time was not the process's own, but taken by who waits for it."""
        self._end += seconds
        self._excused = True

    def over(self) -> bool:
        """Whether to give up."""
        if self._had is None:
            self._had = use(self._pid).cpu_seconds
        return time.monotonic() >= self._end and not self._extended()

    def _extended(self) -> bool:
        now, waited = use(self._pid), time.monotonic() - self._began
        little = now.cpu_seconds - (self._had or 0.0) < SHARE * min(waited, self.seconds)
        starved = little and (now.waiting or self._excused)
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
