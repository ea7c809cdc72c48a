"""The ways to confine a box, a module each: a new one is found by being there, with a `TIER` in it.

A tier is met on both sides: outside, where it says how a box is started, and inside, where the process confines itself
before any of a student's code. So these modules, like those of `inside`, import nothing but the standard library.
"""

from collections.abc import Mapping, Sequence
from typing import Any

# What is shown to a box: a path, and whether it is bound, linked, or covered by an empty folder.
View = Sequence[tuple[str, str]]


class Tier:
    """A way to confine a box. What a tier does not do, it leaves as it is here."""

    name: str
    """How it is called, in reports and settings; that of its module."""
    rank: int
    """Its place among the tiers: 1 protects best."""
    forked: bool = False
    """Whether its boxes can be forked by one process, each into namespaces of its own."""
    alone: bool = False
    """Whether a box has a user's number of processes to itself, so that they can be counted."""
    folder: str | None = None
    """The folder of its own, where a box starts, in which it may write files."""
    needs: tuple[str, str] | None = None
    """The program that it cannot do without, and the package of the system's that has it."""
    confined: bool = True
    """Whether the system itself stands between the student's code and the machine."""

    def command(self, program: Sequence[str], view: View, temporary_bytes: int, zygote: bool) -> list[str]:
        """The command line that runs the program of a box, or of what forks boxes, in this tier."""
        return list(program)

    def enter(self, box: Mapping[str, Any], descriptors: Sequence[int]) -> None:
        """Inside, before anything is imported that must be readable there; raises OSError where it is not allowed."""

    def restrict(self, box: Mapping[str, Any]) -> None:
        """Inside, when everything is imported; raises OSError where it is not allowed."""

    def seal(self, box: Mapping[str, Any]) -> None:
        """Inside, last of all: right after this, the student's code may come."""

    def __repr__(self) -> str:
        return self.name
