"""What each process of `python -m tests.classroom` does: all notebooks in one tier, or a share of the damaged ones."""

import tempfile
from contextlib import ExitStack
from pathlib import Path

from degrau.demo.desk import Desk
from degrau.pack.pack import Pack
from degrau.sandbox.limits import Limits
from degrau.sandbox.machine import named

from .careless import cases
from .fuzzing import Tally, notebooks
from .hostile import ASSIGNMENT, attacks
from .room import Room, Seen

Seens = dict[str, Seen]


def hostile(tier: str, heavy: int, only: str) -> Seens:
    with ExitStack() as stack:
        room = _room(tier, stack)
        return {attack.name: room.attacked(attack) for attack in attacks() if only in attack.name}


def careless(tier: str, heavy: int, only: str) -> Seens:
    seens = {}
    with ExitStack() as stack:
        room = _room(tier, stack)
        for case in cases(Desk(Pack.find(), ASSIGNMENT, "pt"), heavy):
            if only in case.name:
                with tempfile.TemporaryDirectory() as folder:
                    case.hand_in(Path(folder, ASSIGNMENT))
                    seens[case.name] = room.folder(Path(folder, ASSIGNMENT))
    return seens


def _room(tier: str, stack: ExitStack) -> Room:
    root = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    return stack.enter_context(Room(named(tier), Limits(), Pack.find(), root))


def damaged(count: int, seed: int) -> Tally:
    with tempfile.TemporaryDirectory() as folder:
        return notebooks(count, seed, Path(folder))
