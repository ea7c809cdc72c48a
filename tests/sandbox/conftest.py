"""Boxes of every tier that works here, and proof that nothing is left when a test is over."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from degrau.base.disk import user_cache
from degrau.plain.cell import Cell
from degrau.plain.outcomes import Outcome
from degrau.sandbox import machine
from degrau.sandbox.answers import SandboxedAnswers
from degrau.sandbox.box import Box
from degrau.sandbox.limits import Limits
from degrau.sandbox.machine import Pool
from degrau.sandbox.tiers import Tier

from ..classroom.room import below, spare_descriptors

LIMITS = Limits(call_seconds=0.5, cell_seconds=2, memory_bytes=2**29)
WORKING = [status.tier.name for status in machine.available() if status.works]
BEST, *OTHERS = WORKING
POOLS: list[Pool] = []
HONEST = Cell("honest", "def honest(x):\n    return x + 1")

Answer = Callable[..., dict[str, list[Outcome]]]


@pytest.fixture(scope="session", params=[BEST, *(pytest.param(name, marks=pytest.mark.long) for name in OTHERS)])
def tier(request: pytest.FixtureRequest) -> Tier:
    """Every tier that works here; those after the best are for the long run."""
    return machine.named(request.param)


@pytest.fixture(scope="session")
def pool(tier: Tier) -> Iterator[Pool]:
    """One for all tests of a tier: what one test does must not reach the next. A spare box is always there."""
    with Pool(tier, LIMITS) as shared:
        shared.take().close()
        POOLS.append(shared)
        yield shared
        POOLS.remove(shared)


@pytest.fixture
def box(tier: Tier) -> Iterator[Box]:
    with Box(tier, LIMITS) as one:
        yield one


@pytest.fixture
def processes_below() -> Callable[[int], set[int]]:
    return below


@pytest.fixture(scope="session", autouse=True)
def cache_is_open(own_cache: Path) -> None:
    """What this process keeps open from its first judging on is no trace of a test."""
    user_cache()


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    """After every test: no process below this one but the pools' spare boxes, and no new descriptor."""
    processes, descriptors = others(), open_descriptors()
    yield
    deadline = time.monotonic() + 20
    while others() - processes and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not others() - processes
    assert open_descriptors() == descriptors


def others() -> set[int]:
    """The processes below this one, without the pools' spare boxes."""
    everyone = below(os.getpid())
    spares = {box.pid for pool in POOLS for box in pool.spares}
    return everyone - spares - {pid for spare in spares for pid in below(spare)}


def open_descriptors() -> int:
    return len(os.listdir("/dev/fd")) - sum(spare_descriptors(pool) for pool in POOLS)


@pytest.fixture
def answer(pool: Pool) -> Answer:
    """What a notebook's functions answer: its cells by name, before an honest one; calls by function."""

    def answered(calls: dict[str, list[tuple[Any, ...]]], **sources: str) -> dict[str, list[Outcome]]:
        cells = [*(Cell(name, source) for name, source in sources.items()), HONEST]
        with SandboxedAnswers(cells, pool) as answers:
            return {function: answers.call(function, list(args)) for function, args in calls.items()}

    return answered
