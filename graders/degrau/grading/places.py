"""Where the functions of a notebook are judged: where their checks stand, and at the end if that may be better."""

from collections.abc import Callable, Iterable, Mapping

from ..notebooks.canonical import Work
from ..report.types import ExerciseReport
from ..sandbox.answers import Place


def places_of(work: Work, names: Iterable[str]) -> dict[str, Place]:
    """The places of these functions."""
    return {name: Place(work.place(name), work.last_place(name)) for name in names}


def judged_in_place(
    places: Mapping[str, Place], judged: Callable[[str, bool], ExerciseReport]
) -> dict[str, ExerciseReport]:
    """The report on each function: that of its own place, or of the notebook's end where more holds there.

    `judged` gives the report on a function, at the end or in its place.
    """
    found = {name: judged(name, False) for name in places}
    for name, place in places.items():
        if place.last is not None and found[name].status not in ("passed", "blank"):
            second = judged(name, True)
            found[name] = second if second.points > found[name].points else found[name]
    return found
