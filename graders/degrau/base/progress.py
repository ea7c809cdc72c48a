"""How far a job is, and where its time goes: a stopwatch with named stages, which costs nothing while nobody looks."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar

# Told of a long job: how many of how many are done, and in words what is next.
OnProgress = Callable[[int, int, str], None]


class Stopwatch:
    """Seconds by stage, each without the stages within it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._running: list[str] = []
        self._since = time.perf_counter()

    def switch(self, stage: str | None) -> None:
        """Begins a stage within the present one, or ends the present one where there is none to begin."""
        now = time.perf_counter()
        if self._running:
            self.seconds[self._running[-1]] = self.seconds.get(self._running[-1], 0.0) + now - self._since
        self._since = now
        if stage is None:
            self._running.pop()
        else:
            self._running.append(stage)


_watch: ContextVar[Stopwatch | None] = ContextVar("watch", default=None)


@contextmanager
def watched() -> Iterator[Stopwatch]:
    """A stopwatch for all stages within."""
    watch = Stopwatch()
    token = _watch.set(watch)
    try:
        yield watch
    finally:
        _watch.reset(token)


class _Stage:
    """A stage of a stopwatch that runs."""

    def __init__(self, watch: Stopwatch, name: str) -> None:
        self._watch, self._name = watch, name

    def __enter__(self) -> None:
        self._watch.switch(self._name)

    def __exit__(self, *error: object) -> None:
        self._watch.switch(None)


def stage(name: str) -> AbstractContextManager[None]:
    """This stage, for a stopwatch if one runs."""
    watch = _watch.get()
    return nullcontext() if watch is None else _Stage(watch, name)


def spent(seconds: Mapping[str, float]) -> None:
    """Adds what stages took in another process, for a stopwatch if one runs."""
    if (watch := _watch.get()) is not None:
        for name, taken in seconds.items():
            watch.seconds[name] = watch.seconds.get(name, 0.0) + taken
