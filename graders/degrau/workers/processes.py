"""Processes of this machine that work side by side, each with things of its own that last from one job to the next."""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, Self

NICE = 10


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def give_way() -> None:
    """Makes this process one that waits where others want its core."""
    os.nice(NICE)


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
        executor = ProcessPoolExecutor(jobs, multiprocessing.get_context(start), _settle_in, (begin,))
        try:
            yield cls(jobs, executor)
        except BaseException:
            # What they are working at now may take a minute.
            executor.shutdown(wait=False, cancel_futures=True)
            raise
        executor.shutdown()

    def submit(self, job: Callable[..., Any], *args: Any) -> "Future[Any]":
        """Begins `job(bench, *args)` in one of them."""
        return self._executor.submit(_do, job, *args)


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
