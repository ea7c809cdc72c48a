"""The courses that are installed: which assignments there are, with what each asks for."""

from collections.abc import Collection, Mapping, Set
from functools import cache
from importlib.metadata import entry_points

from .types import Assignment

# An entry point of this group names a sequence of assignments.
GROUP = "degrau.packs"


@cache
def assignments() -> Mapping[str, Assignment]:
    """The assignments of all installed courses, by name, in their order."""
    return {a.name: a for point in entry_points(group=GROUP) for a in point.load()}


@cache
def by_function() -> Mapping[str, Assignment]:
    """The assignment that asks for each function, by the function's name."""
    return {name: a for a in assignments().values() for name in a.points}


def which(
    claimed: object, known: Mapping[str, Collection[str]], names: Set[str], ids: Set[str] = frozenset()
) -> str | None:
    """Which of the `known` assignments, each with its functions, a notebook is of: the one that it claims to be.

    Else the one with most of the cells' `ids`, and then of the `names` that the notebook writes; None if it has none.
    """
    if claimed in known:
        return str(claimed)

    def shared(assignment: str) -> tuple[int, int]:
        functions = set(known[assignment])
        return len(ids & {own for name in functions for own in (name, f"check_{name}")}), len(names & functions)

    best = max(known, key=shared, default=None)
    return best if best is not None and any(shared(best)) else None
