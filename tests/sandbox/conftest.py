"""Boxes of every tier that works here, and proof that nothing is left when a test is over."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from degrau.outcomes import Outcome
from degrau.sandbox import tiers
from degrau.sandbox.answers import Cell, SandboxedAnswers
from degrau.sandbox.box import Box, Pool
from degrau.sandbox.tiers import Limits

LIMITS = Limits(call_seconds=1, cell_seconds=1, memory_bytes=2**29)
WORKING = [status.name for status in tiers.available() if status.works]
HONEST = Cell("honest", "def honest(x):\n    return x + 1")

Answer = Callable[..., dict[str, list[Outcome]]]


@pytest.fixture(params=WORKING)
def tier(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def pool(tier: str) -> Iterator[Pool]:
    with Pool(tier, LIMITS) as shared:
        yield shared


@pytest.fixture
def box(tier: str) -> Iterator[Box]:
    with Box(tier, LIMITS) as one:
        yield one


def children() -> set[int]:
    """The living processes below this one, found by their parents."""
    parents: dict[int, int] = {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            fields = Path(f"/proc/{entry}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z":
            parents[int(entry)] = int(fields[1])
    found = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {os.getpid()}


def boxed_processes() -> set[int]:
    """The living processes, anyone's children, that were started as a box."""
    found = set()
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            if b"inside.boot" in Path(f"/proc/{entry}/cmdline").read_bytes():
                found.add(int(entry))
        except OSError:
            continue
    return found


@pytest.fixture(autouse=True)
def nothing_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """After every test: no process of ours, no descriptor, nothing new in /tmp."""
    if not os.path.isdir("/proc/self/fd"):
        yield
        return
    descriptors = len(os.listdir("/dev/fd"))
    processes = children()
    yield
    for _ in range(100):
        if not (children() - processes):
            break
        time.sleep(0.02)
    assert not children() - processes
    assert len(os.listdir("/dev/fd")) == descriptors


@pytest.fixture
def answer(pool: Pool) -> Answer:
    """What a notebook's functions answer: its cells by name, before an honest one; calls by function."""

    def answered(calls: dict[str, list[tuple[Any, ...]]], **sources: str) -> dict[str, list[Outcome]]:
        cells = [*(Cell(name, source) for name, source in sources.items()), HONEST]
        with SandboxedAnswers(cells, pool) as answers:
            return {function: answers.call(function, list(args)) for function, args in calls.items()}

    return answered
