"""A room in every sandbox tier that works here, with limits that are short, so that nothing is waited for long."""

from collections.abc import Iterator

import pytest

from degrau.pack.pack import Pack
from degrau.sandbox import machine
from degrau.sandbox.limits import Limits

from .careless import FULL
from .room import Room

SHORT = Limits(call_seconds=0.3, cell_seconds=0.3, cells_seconds=3, batch_seconds=3, memory_bytes=2**29)
WORKING = [status.tier.name for status in machine.available() if status.works]
BEST, *OTHERS = WORKING


@pytest.fixture(scope="session")
def rooms(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Room]]:
    """The rooms by tier, each made when it is first entered."""

    class Rooms(dict[str, Room]):
        def __missing__(self, tier: str) -> Room:
            self[tier] = Room(machine.named(tier), SHORT, pack, tmp_path_factory.mktemp(tier)).__enter__()
            return self[tier]

    opened = Rooms()
    yield opened
    for room in opened.values():
        assert room.neighbour() == FULL
        room.__exit__(None, None, None)


@pytest.fixture
def room(rooms: dict[str, Room]) -> Room:
    """The room of the best tier."""
    return rooms[BEST]
