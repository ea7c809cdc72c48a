"""Which ways to confine a box there are, best first, and which of them this machine has.

A tier works if a box of it starts and answers; nothing else is a proof.
"""

import shutil
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import TracebackType
from typing import Self

from ..base.mendable import Mendable
from ..plain.outcomes import Returned
from . import tiers
from .box import Box, BoxDied
from .limits import Limits
from .process import Zygote
from .tiers import Tier


@dataclass(frozen=True)
class TierStatus:
    """Whether a tier works on this machine, and if not, why."""

    tier: Tier
    works: bool
    reason: str = ""


@cache
def known() -> dict[str, Tier]:
    """All tiers by name, best first."""
    found = [import_module(f"{tiers.__name__}.{module.name}").TIER for module in iter_modules(tiers.__path__)]
    return {tier.name: tier for tier in sorted(found, key=lambda tier: tier.rank)}


def named(name: str) -> Tier:
    """The tier of this name; raises KeyError where there is none."""
    return known()[name]


@cache
def available() -> tuple[TierStatus, ...]:
    """The state of every tier on this machine, best first."""
    return tuple(map(status, known().values()))


@cache
def best() -> Tier:
    """The best tier that works here; the last one, which protects least, where no other does."""
    *better, last = known().values()
    return next((tier for tier in better if status(tier).works), last)


@cache
def status(tier: Tier) -> TierStatus:
    """Whether this tier works here."""
    if tier.confined and not sys.platform.startswith("linux"):
        return TierStatus(tier, False, "only on Linux")
    if tier.needs and shutil.which(tier.needs[0]) is None:
        return TierStatus(tier, False, "{} is not installed: apt install {}".format(*tier.needs))
    try:
        with Box(tier) as box:
            list(box.run([("probe", "def probe(x): return x + 1")]))
            return TierStatus(tier, list(box.call("probe", [(1,)])) == [Returned(2)])
    except (BoxDied, OSError) as error:
        return TierStatus(tier, False, f"this machine does not allow it ({error})")


def to_do_better(tier: Tier) -> str:
    """Why this machine has no tier that protects better than this one, and so what would give it one."""
    return "; ".join(f"{s.tier}: {s.reason}" for s in available() if s.tier.rank < tier.rank and not s.works)


MOST_STARTS = 3


class NoSandbox(Mendable):
    """No box starts, though they did before."""


class Pool:
    """Boxes ready to be taken: while one is in use, the next one starts up.

    They are forked by a zygote where this machine allows it, as `forks` says once one was taken.
    """

    def __init__(self, tier: Tier | None = None, limits: Limits | None = None) -> None:
        self.tier = tier or best()
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

    @contextmanager
    def lending(self) -> Iterator[None]:
        """While in it, a child of this process is forked, which takes the boxes from now on: with the zygote, and one
        spare box.

        The zygote hears one of us at a time. A box that no zygote forks ends with who started it, and is started by who
        takes it.
        """
        if not self._ready and (spare := self._forked()):
            self._ready.append(spare)
        yield
        while self._ready:
            self._ready.pop().leave()

    def renew(self) -> None:
        """After a child that was ended: its boxes go with the zygote, for that may wait for an answer for ever."""
        self.__exit__(None, None, None)

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
        return self._forked() or Box(self.tier, self.limits)

    def _forked(self) -> Box | None:
        """A box that the zygote forks, where this machine allows it."""
        if self.forks:
            try:
                self._zygote = self._zygote or Zygote(self.tier, self.limits)
                return Box(self.tier, self.limits, self._zygote)
            except OSError:
                # Each box is started by itself from now on, which takes longer and works where a zygote does not.
                self.forks = False
        return None
