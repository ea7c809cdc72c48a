"""Boxes for one notebook after the other, each of which is fresh."""

from collections import deque
from types import TracebackType
from typing import Self

from ..base.text import Mendable
from . import machine
from .box import Box, BoxDied
from .limits import Limits
from .process import Zygote
from .tiers import Tier

MOST_STARTS = 3


class NoSandbox(Mendable):
    """No box starts, though they did before."""


class Pool:
    """Boxes ready to be taken: while one is in use, the next one starts up.

    They are forked by a zygote where this machine allows it, as `forks` says once one was taken.
    """

    def __init__(self, tier: Tier | None = None, limits: Limits | None = None) -> None:
        self.tier = tier or machine.best()
        self.limits = limits or Limits()
        self._ready: deque[Box] = deque()
        self._zygote: Zygote | None = None
        self.forks = self.tier.forked

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        while self._ready:
            self._ready.pop().close()
        if self._zygote:
            self._zygote.close()
            self._zygote = None

    @property
    def spares(self) -> tuple[Box, ...]:
        """The boxes that wait to be taken."""
        return tuple(self._ready)

    @property
    def zygote(self) -> int | None:
        """The number of the process that forks the boxes, if there is one now."""
        return self._zygote.pid if self._zygote else None

    def take(self) -> Box:
        """A box that nobody has used, ready; whoever takes it closes it. Raises NoSandbox if none starts."""
        for attempt in range(MOST_STARTS):
            box = self._ready.popleft() if self._ready else self._new()
            try:
                box.start()
                box.expect_silence()
                self._ready.append(self._new())
            except BoxDied as death:
                reason = death.outcome
                self.forks = self.forks and attempt == 0
            except BaseException:
                box.close()
                raise
            else:
                return box
        raise NoSandbox(f"no sandbox of tier {self.tier} starts: {reason}.\nTry again, or see: degrau doctor")

    def _new(self) -> Box:
        if self.forks:
            try:
                self._zygote = self._zygote or Zygote(self.tier, self.limits)
                return Box(self.tier, self.limits, self._zygote)
            except OSError:
                # Each box is started by itself from now on, which takes longer and works where a zygote does not.
                self.forks = False
        return Box(self.tier, self.limits)
