"""A teacher's own tests: cells with asserts, run in a box beside the answers, each where it stands in the notebook.

Students' code runs beside them and could deceive them, as it cannot deceive the judge.
"""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..base.text import Text, _
from ..notebooks.canonical import Work
from ..plain.cell import Cell
from ..plain.outcomes import Crashed, Missing, Outcome, OutOfTime, Raised, Returned, TimedOut
from ..sandbox.answers import Boxed, Place, SandboxedAnswers
from ..sandbox.machine import Pool

HOLDS = _("The test that this course added passes.")
IN_PART = _("The test that this course added gives {points:g} of {maximum:g} points.")
FAILS = _("The test that this course added fails.")
RAISED = _("The test that this course added fails: {error}")
TOO_LONG = _("The test that this course added did not end within {seconds:g} s.")
ENDED = _("The test that this course added ended the process in which your code runs.")


@dataclass(frozen=True)
class Test:
    """A test by its name in the notebook: its code, and what it is worth."""

    name: str
    source: str
    points: float


@dataclass(frozen=True)
class Tested:
    """What a test came to."""

    points: float
    maximum: float
    said: Text
    """For the student."""

    def brief(self) -> "Tested":
        """The same, for an exam: without what went wrong."""
        return replace(self, said=FAILS) if not self.points else self


def tested(work: Work, tests: Sequence[Test], pool: Pool) -> dict[str, Tested]:
    """What these tests come to, by name: all their points, or none where one raises an exception.

    Where the last line of a test is a number, it is the points that it gives, as nbgrader has it.
    """
    places, end = dict(work.checks), len(work.cells)
    asked = {test.name: f"degrau_test_{number}" for number, test in enumerate(tests)}
    cells, found = list[Cell](), dict[str, Place]()
    for i in range(end + 1):
        for test in tests:
            if places.get(test.name, end) == i:
                name = asked[test.name]
                cells.append(Cell(name, "".join(_as_function(name, test.source))))
                found[name] = Place(len(cells))
        cells += work.cells[i : i + 1]
    with SandboxedAnswers(cells, pool, found) as answers:
        # In the order in which they stand, so that the cells run once.
        order = sorted(tests, key=lambda test: found[asked[test.name]].cells)
        return {test.name: _told(test, Boxed(answers, asked[test.name])([()])[0]) for test in order}


def _as_function(name: str, source: str) -> Iterator[str]:
    """The test as a function of no arguments, which leaves the notebook's names alone and gives its last value."""
    yield f"def {name}():\n    names = dict(globals())\n"
    try:
        body = ast.parse(source).body
    except SyntaxError:
        body = []
    last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
    first = source if last is None else ast.unparse(ast.Module(body, []))
    yield f"    exec(compile({first!r}, {name!r}, 'exec'), names)\n"
    if last is not None:
        yield f"    return eval({ast.unparse(last)!r}, names)\n"


def _told(test: Test, outcome: Outcome) -> Tested:
    match outcome:
        case Returned(numbers=np.ndarray() as number) if number.size == 1 and number.dtype != bool:
            points = float(np.clip(np.nan_to_num(number.astype(float)), 0.0, test.points).item())
            return Tested(points, test.points, IN_PART.filled(points=points, maximum=test.points))
        case Raised(type=kind, message=message):
            return Tested(0.0, test.points, RAISED.filled(error=f"{kind}: {message}" if message else kind))
        case TimedOut(seconds=seconds) | OutOfTime(seconds=seconds):
            return Tested(0.0, test.points, TOO_LONG.filled(seconds=seconds))
        case Crashed() | Missing():
            return Tested(0.0, test.points, ENDED)
        case _:
            return Tested(test.points, test.points, HOLDS)
