"""Which function to mend first: the earliest that a failing one uses, and that does not pass either."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from itertools import takewhile
from types import FunctionType
from typing import Any

from ..base.text import Language, _
from ..judging.probes import Probes
from ..judging.types import Assignment
from ..plain.call import names_in
from ..report.card import EARLIER, listed, unsaid
from ..report.types import ExerciseReport

FOLLOWED = _(
    "When the notebook is graded, `{function}` is judged once more with a right {names} in place of yours, unless "
    "your course does without."
)


def with_first(
    report: ExerciseReport,
    assignment: Assignment,
    probes: Probes,
    used: Collection[str],
    passes: Callable[[str], bool],
    language: Language,
) -> ExerciseReport:
    """The report on a function that uses these names, which also says which of them comes first, if one does."""
    if report.status == "passed":
        return report
    earlier = takewhile(lambda name: name != report.name, assignment.points)
    first = next((name for name in earlier if name in used and not passes(name)), None)
    if first is None:
        return report
    sentences = (EARLIER,) * bool(unsaid(report, [first])) + (FOLLOWED,) * (first in probes.stand_ins)
    said = (sentence.to(language, names=listed([first]), function=report.name) for sentence in sentences)
    return replace(report, hint=" ".join(said))


def names_used(function: object) -> Collection[str]:
    """The names that a function of this process looks up, and those that its notebook's functions among them do."""
    names: Mapping[str, Any] = getattr(function, "__globals__", {})
    found, waiting = set[str](), [function] if isinstance(function, FunctionType) else []
    while waiting:
        new = names_in(waiting.pop().__code__) - found
        found |= new
        held = (names.get(name) for name in new)
        waiting += (value for value in held if isinstance(value, FunctionType) and value.__globals__ is names)
    return found
