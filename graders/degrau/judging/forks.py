"""Processes of this machine that judge side by side."""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

from .priority import give_way


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Whether this system can make a process that has all that this one has."""
    return "fork" in multiprocessing.get_all_start_methods()


@contextmanager
def forks(jobs: int, begin: Callable[..., None], *args: Any) -> Iterator[ProcessPoolExecutor]:
    """So many processes like this one, which give way to it and end with it; each calls `begin` first."""
    context = multiprocessing.get_context("fork")
    # What is there already is neither looked through again nor copied by the new ones.
    gc.collect()
    gc.freeze()
    executor = ProcessPoolExecutor(jobs, context, _begin, (begin, *args))
    try:
        yield executor
    except BaseException:
        # What they are judging now may take a minute.
        executor.shutdown(wait=False, cancel_futures=True)
        raise
    executor.shutdown()


def _begin(begin: Callable[..., None], *args: Any) -> None:
    if sys.platform.startswith("linux"):
        from ..sandbox.inside.privileges import die_with_parent

        die_with_parent()
    # Ctrl-C is for the process that made this one, which then ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    give_way()
    begin(*args)
