"""Which ways to confine a box there are, best first, and which of them this machine has.

A tier works if a box of it starts and answers; nothing else is a proof.
"""

import sys
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from ..plain.outcomes import Returned
from . import tiers
from .box import Box, BoxDied
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
    if obstacle := tier.obstacle():
        return TierStatus(tier, False, obstacle)
    try:
        with Box(tier) as box:
            list(box.run([("probe", "def probe(x): return x + 1")]))
            return TierStatus(tier, list(box.call("probe", [(1,)])) == [Returned(2)])
    except (BoxDied, OSError) as error:
        return TierStatus(tier, False, f"this machine does not allow it ({error})")
