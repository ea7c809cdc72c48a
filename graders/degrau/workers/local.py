"""Judges on this machine: processes that read and judge submissions."""

import gc
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Protocol, Self, TypeVar

from ..base.mendable import Mendable
from ..grading.judgement import NOTHING, Bench, Learnt, Run, judge_work
from ..notebooks.messages import Unreadable
from .verdicts import KeptVerdicts

T = TypeVar("T")


class Workers:
    """So many processes like this one, which give way to it and end with it."""

    def __init__(self, jobs: int, executor: ProcessPoolExecutor) -> None:
        self.jobs = jobs
        self._executor = executor

    @classmethod
    @contextmanager
    def of(cls, jobs: int, begin: Callable[[], Any], start: str = "fork") -> Iterator[Self | None]:
        """So many of them, until the end; None with fewer than two, or where this system cannot start them like this.

        Each calls `begin` first, and keeps what that gives: its bench, which every job gets.
        """
        if jobs < 2 or start not in multiprocessing.get_all_start_methods():
            yield None
            return
        # What is there already is neither looked through again nor copied by the new ones.
        gc.collect()
        gc.freeze()
        others = set(multiprocessing.active_children())
        executor = ProcessPoolExecutor(jobs, multiprocessing.get_context(start), _settle_in, (begin,))
        try:
            yield cls(jobs, executor)
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            # What they are working at may take a minute, or never end, and at its own end this process waits for it.
            for worker in set(multiprocessing.active_children()) - others:
                worker.terminate()
            raise
        executor.shutdown()

    def submit(self, job: Callable[..., Any], *args: Any) -> "Future[Any]":
        """Begins `job(bench, *args)` in one of them."""
        return self._executor.submit(_do, job, *args)


@dataclass(frozen=True)
class LocalJudges:
    """So many processes."""

    workers: Workers

    def count(self) -> int:
        return self.workers.jobs

    def begin(self, folder: Path) -> "_Pending":
        try:
            return _Pending(self.workers.submit(_judge, folder))
        except BrokenProcessPool:
            # Whoever records judges what is left, each in a child of its own.
            return _Pending(None)


@contextmanager
def local_judges(jobs: int, run: Run, verdicts: Path, fresh: bool) -> Iterator[LocalJudges | None]:
    """So many judges, until the end; with one, or where processes cannot be forked, whoever records judges."""
    with Workers.of(jobs, partial(_Judge, run, verdicts, fresh)) as workers:
        yield LocalJudges(workers) if workers else None


@dataclass(frozen=True)
class _Pending:
    future: "Future[Learnt] | None"

    def learnt(self) -> Learnt:
        try:
            return self.future.result() if self.future else NOTHING
        except Exception:
            # Who records judges it again, and says why it fails.
            return NOTHING


class _Judge:
    """What a judge works with, from one submission to the next."""

    def __init__(self, run: Run, verdicts: Path, fresh: bool) -> None:
        self.bench = Bench(run)
        self.known = KeptVerdicts(verdicts, fresh)
        self.submissions = run.submissions()


def _judge(judge: _Judge, folder: Path) -> Learnt:
    """What is found out of one submission, as far as it is not known yet."""
    try:
        work = judge.submissions.read(folder).work
    except Unreadable:
        return NOTHING
    return judge_work(work, judge.bench, judge.known).learnt


# So many submissions are under way or waiting to be recorded, for each judge: memory does not grow with the class.
AHEAD = 16


class Pending(Protocol):
    """A submission that is being judged."""

    def learnt(self) -> Learnt:
        """Waits for what is found out of it; nothing where that failed, and whoever records it judges it."""


class Judges(Protocol):
    """Whoever judges: processes of this machine, or of others."""

    def begin(self, folder: Path) -> Pending:
        """Begins to judge what this folder holds."""

    def count(self) -> int:
        """How many are there now."""


class Ahead:
    """These folders, in their order; the judges are always some way ahead of whoever goes through them."""

    def __init__(self, folders: Sequence[Path], judges: Judges | None) -> None:
        self._folders, self._judges = folders, judges
        self._coming = deque(folders)
        self._under_way: deque[Pending] = deque()
        self._few = 0
        self._hand_out()

    def judged(self) -> Iterator[Learnt]:
        """For each folder in its turn, when what it holds has been judged as far as it can be, what was found out."""
        for _folder in self._folders:
            self._hand_out()
            yield self._under_way.popleft().learnt() if self._under_way else NOTHING

    def _hand_out(self) -> None:
        """Gives the judges something to do; many submissions at once, for to count those of a cluster takes a while."""
        if self._judges and self._coming and len(self._under_way) <= self._few:
            most = AHEAD * max(1, self._judges.count())
            self._few = most // 2
            while self._coming and len(self._under_way) < most:
                self._under_way.append(self._judges.begin(self._coming.popleft()))


NICE = 10


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def give_way() -> None:
    """Makes this process one that waits where others want its core."""
    os.nice(NICE)


def on_all_cores(begin: Callable[[], Any], job: Callable[..., T], tasks: Sequence[tuple[Any, ...]]) -> Iterator[T]:
    """What `job(bench, *task)` gives for each task, in their order; `begin` makes the bench of each process."""
    # Not a fork: this process may have threads, such as those of a progress bar.
    with Workers.of(min(cores(), len(tasks)), begin, start="spawn") as workers:
        if workers is None:
            bench = begin()
            yield from (job(bench, *task) for task in tasks)
        else:
            yield from _in_order(tasks, [workers.submit(job, *task) for task in tasks])


def _in_order(tasks: Sequence[tuple[Any, ...]], begun: "Sequence[Future[T]]") -> Iterator[T]:
    """What comes of these tasks; raises Mendable, with what may be the reason, where a process ended in one."""
    try:
        yield from (future.result() for future in begun)
    except BrokenProcessPool as error:
        left = (task for task, future in zip(tasks, begun, strict=True) if not future.done() or future.exception())
        names = ", ".join(" ".join(map(str, task)) for task in islice(left, cores()))
        raise Mendable(
            f"a process ended in the middle of its work, which was one of: {names}; look at what ends it"
        ) from error


_bench: Any


def _settle_in(begin: Callable[[], Any]) -> None:
    global _bench
    if sys.platform.startswith("linux"):
        from ..sandbox.inside.privileges import die_with_parent

        die_with_parent()
    # Ctrl-C is for the process that made this one, which then ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    give_way()
    _bench = begin()


def _do(job: Callable[..., Any], *args: Any) -> Any:
    return job(_bench, *args)
