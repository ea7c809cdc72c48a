"""What is judged twice, and the better counts: where its check stands and at the end, or with right functions given.

One slip costs one function: what uses an earlier function that fails is judged once more, with a right one there. The
judge answers in the place of the earlier function, call by call; what that one earns itself is judged without it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from ..base.text import _
from ..judging.judge import judge
from ..judging.probes import Probes
from ..notebooks.canonical import Work
from ..plain.call import Source
from ..plain.numbers import as_numbers
from ..report.card import listed, unsaid
from ..report.types import ExerciseReport
from ..sandbox.answers import Boxed, Place, SandboxedAnswers
from ..sandbox.standins import StandIn, StandIns

STILL = _("With a right {names} in place of yours it does not pass yet.")
TRIED = _("It uses {names}, which does not pass either. With a right one in place of yours it does not pass yet.")
Found = Mapping[str, ExerciseReport]


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


def followed(
    work: Work, probes: Callable[[str], Probes], answers: SandboxedAnswers, found: Found
) -> dict[str, ExerciseReport]:
    """The reports that count, of these functions: of what is judged once more, the one with more points."""
    return {name: _followed(work, name, probes, answers, found) for name in found}


def _followed(
    work: Work, name: str, probes: Callable[[str], Probes], answers: SandboxedAnswers, found: Found
) -> ExerciseReport:
    first = found[name]
    others = [] if first.status == "passed" else list(_failing(work, probes(name), found))
    if not others or answers.late:
        return first
    stand_ins = StandIns({other: _stand_in(probes(other)) for other in others})
    with answers.afresh(stand_ins) as there, answers.afresh(stand_ins) as shown:
        second = judge(probes(name), Boxed(there, name), work.language, Boxed(shown, name))
    asked = tuple(other for other in others if other in stand_ins.asked)
    if not asked:
        return first
    if second.points > first.points:
        return replace(second, stood_in=asked)
    sentence = TRIED if unsaid(first, asked) else STILL
    return replace(first, hint=sentence.to(work.language, names=listed(asked)))


def _failing(work: Work, probes: Probes, found: Found) -> Iterator[str]:
    """The earlier functions that this one uses and that do not pass, as far as right ones may answer in their place.

    It also uses those that it is given as arguments, and what they use.
    """
    texts = {arg.text for args in probes.calls for arg in args if isinstance(arg, Source)}
    given = texts.intersection(probes.stand_ins)
    used = given.union(work.uses(probes.exercise.name), *map(work.uses, given))
    for name in probes.stand_ins:
        if name in used and (name not in found or found[name].status != "passed"):
            yield name


def _stand_in(probes: Probes) -> StandIn:
    """The right function; what in all of its probes' calls is an integer may be how often something is done."""
    exercise = probes.exercise
    counts = [
        parameter
        for i, parameter in enumerate(exercise.parameters)
        if all(i < len(args) and _is_whole(args[i]) for args in probes.calls)
    ]
    return StandIn(probes.facts.references[exercise.name], frozenset(counts), exercise.iterable)


def _is_whole(value: object) -> bool:
    array = as_numbers(value)
    return array is not None and array.ndim == 0 and array.dtype.kind in "iu"
