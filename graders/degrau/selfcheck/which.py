"""Which assignment a notebook is of."""

from collections.abc import Set

from ..exercises import ASSIGNMENTS
from ..judging.exercise import Assignment


def which(claimed: object, names: Set[str]) -> Assignment | None:
    """The assignment that it says it is, or else the one with most of the functions that it defines, if with any."""
    if claimed in ASSIGNMENTS:
        return ASSIGNMENTS[str(claimed)]
    best = max(ASSIGNMENTS.values(), key=lambda a: len(names & a.points.keys()))
    return best if names & best.points.keys() else None
