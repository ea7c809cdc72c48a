"""How good a grader is: what it says of right answers, of known mistakes, and of mutants of the reference."""

import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from ..authoring.pack import Pack
from ..authoring.prepare import prepare
from ..authoring.source import read_source
from ..judging.inprocess import ask_here
from ..judging.judge import judge
from ..report import ExerciseReport
from .explained import reasons
from .mutants import Mutant, mutants

LONG_RUN = tuple(range(101, 109))
SECONDS = 10.0


@dataclass(frozen=True)
class Quality:
    """What was measured of one function's grader.

    `refused` are right variants without full points, `accepted` wrong ones with them, `unrecognised` wrong ones that
    were not named. Of the mutants, `killed` lost points at once and `survivors` only in the long run; the others never
    did: of those, `explained` have a reason, and `equal` none yet. `stale` reasons are of no such mutant.
    """

    function: str
    right: int
    wrong: int
    mutants: int
    killed: int
    refused: tuple[str, ...]
    accepted: tuple[str, ...]
    unrecognised: tuple[str, ...]
    survivors: tuple[str, ...]
    explained: tuple[str, ...]
    equal: tuple[str, ...]
    stale: tuple[str, ...]

    @property
    def remarks(self) -> dict[str, tuple[str, ...]]:
        """What is left to look at, by kind."""
        found = {
            "right, but refused": self.refused,
            "wrong, but accepted": self.accepted,
            "wrong, but not named": self.unrecognised,
            "mutant found only in the long run": self.survivors,
            "mutant that nothing explains": self.equal,
            "reason for a mutant that is none, or dies": self.stale,
        }
        return {kind: names for kind, names in found.items() if names}


def measure(pack: Pack, assignment: str, name: str, seed: int) -> Quality:
    """Judges the whole bank of the function `name`, and all mutants of its reference."""
    variants = [v for v in pack.bank(assignment) if v.exercise == name]
    right = [(v, _judged(pack, assignment, name, seed, v.function)) for v in variants if v.right]
    wrong = [(v, _judged(pack, assignment, name, seed, v.function)) for v in variants if not v.right]
    made = mutants(name, _source(pack, assignment, name))
    standing = [m for m in made if not _is_killed(pack, assignment, m, (seed,))]
    equal = [m for m in standing if not _is_killed(pack, assignment, m, LONG_RUN)]
    known = reasons(pack.root, assignment).get(name, {})
    return Quality(
        function=name,
        right=len(right),
        wrong=len(wrong),
        mutants=len(made),
        killed=len(made) - len(standing),
        refused=tuple(v.id for v, report in right if not report.full),
        accepted=tuple(v.id for v, report in wrong if report.full),
        unrecognised=tuple(v.id for v, report in wrong if not report.full and not report.recognises(v.id)),
        survivors=tuple(m.change for m in standing if m not in equal),
        explained=tuple(m.change for m in equal if m.change in known),
        equal=tuple(m.change for m in equal if m.change not in known),
        stale=tuple(change for change in known if change not in {m.change for m in equal}),
    )


def _source(pack: Pack, assignment: str, name: str) -> str:
    source = read_source(pack.root / "solutions" / f"{assignment}.py")
    return next(cell.source for cell in source.cells if cell.role == "exercise" and cell.name == name)


def _judged(pack: Pack, assignment: str, name: str, seed: int, function: Callable[..., Any]) -> ExerciseReport:
    return judge(prepare(pack, assignment, name, seed), ask_here(function), "en")


def _is_killed(pack: Pack, assignment: str, mutant: Mutant, seeds: tuple[int, ...]) -> bool:
    """Whether the mutant raises, does not end, or loses points with one of the seeds."""
    return any(_loses_points(pack, assignment, mutant, seed) for seed in seeds)


def _loses_points(pack: Pack, assignment: str, mutant: Mutant, seed: int) -> bool:
    # To make the inputs takes a while too, which is not the mutant's.
    prepare(pack, assignment, mutant.function, seed)
    try:
        with _time_limit(SECONDS):
            function = _defined(mutant, pack.names(assignment))
            return not _judged(pack, assignment, mutant.function, seed, function).full
    except _Late:
        return True
    except (SyntaxError, ValueError, TypeError):
        return True


def _defined(mutant: Mutant, names: Mapping[str, Any]) -> Callable[..., Any]:
    namespace = dict(names)
    exec(compile(mutant.source, f"<{mutant.function}>", "exec"), namespace)
    function: Callable[..., Any] = namespace[mutant.function]
    return function


class _Late(BaseException):
    """The time of a mutant is over; it must not take this for an error of its own."""


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raises _Late in the block after so many seconds; does nothing outside a main thread."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(*_: object) -> None:
        raise _Late

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
