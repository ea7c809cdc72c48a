"""The answers of one notebook's functions, in as many boxes as it takes.

A cell or a call that ends the box, or its time, costs itself only: a fresh box runs the other cells again, and goes on.
"""

from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

from ..base.progress import stage
from ..judging.ask import Ask
from ..judging.draw import Args
from ..plain.cell import Cell
from ..plain.outcomes import Crashed, Missing, Outcome, Raised, TimedOut
from .box import Box, BoxDied
from .machine import Pool

MOST_DEADLY_CELLS = 3
MOST_DEADLY_CALLS = 2
PATIENCE = 4
MOST_INTERRUPTIONS = 3


class SandboxedAnswers:
    """Asks the functions that a notebook's cells define."""

    def __init__(self, cells: Sequence[Cell], pool: Pool) -> None:
        self._cells = list(cells)
        self._pool = pool
        self._box: Box | None = None
        self._deaths = self._interruptions = 0
        self.tier = pool.tier
        self.failed: dict[str, Outcome] = {}
        self.output: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self._box is not None:
            self._box.close()

    @property
    def box(self) -> Box | None:
        """The box in which the cells have run, if there is one now."""
        return self._box

    def afresh(self) -> Self:
        """The same notebook, in a box of its own in which nothing was called before."""
        other = type(self)(self._cells, self._pool)
        # What ends a box, or its time, is known already.
        other.failed = self.failed
        return other

    def call(self, function: str, calls: Sequence[tuple[Any, ...]], iterate: bool = False) -> list[Outcome]:
        """What each of these calls comes to, in order; `iterate`: the items of what is returned are the answer."""
        outcomes: list[Outcome] = []
        deaths, excused = 0, False
        while len(outcomes) < len(calls):
            # A notebook that has used up its patience gets one try a function, so that it cannot hold up the class.
            most = MOST_DEADLY_CALLS if self._deaths < PATIENCE else 1
            if (box := self._running()) is None or deaths >= most:
                last = outcomes[-1] if deaths else self._why_nothing_runs()
                return outcomes + [last] * (len(calls) - len(outcomes))
            try:
                with stage("call the functions"):
                    left = calls[len(outcomes) :] if outcomes else calls
                    for outcome in box.call(function, left, iterate):
                        outcomes.append(self._explained(function, outcome))
            except BoxDied as death:
                self._box = None
                if self._interrupted(death):
                    continue
                self._deaths += 1
                if death.late and not excused:
                    # What ran before is to blame, not this function; in a fresh box it has not run.
                    excused = True
                    continue
                deaths += 1
                if len(outcomes) < len(calls):
                    outcomes.append(death.outcome)
        return outcomes

    def _interrupted(self, death: BoxDied) -> bool:
        """Whether somebody else ended the box, which costs a notebook nothing; a few times."""
        self._interruptions += death.outside
        return death.outside and self._interruptions <= MOST_INTERRUPTIONS

    def _explained(self, function: str, outcome: Outcome) -> Outcome:
        """For a missing function, why the cell that should define it did not."""
        return self.failed.get(function, outcome) if isinstance(outcome, Missing) else outcome

    def _why_nothing_runs(self) -> Outcome:
        return next(o for o in self.failed.values() if isinstance(o, (TimedOut, Crashed)))

    def _running(self) -> Box | None:
        """A box in which the cells have run; None where too many cells end theirs."""
        while self._box is None:
            alive = [c for c in self._cells if not isinstance(self.failed.get(c.id), (TimedOut, Crashed))]
            if len(self._cells) - len(alive) > MOST_DEADLY_CELLS:
                return None
            with stage("start a box"):
                box = self._pool.take()
            with stage("run the cells"):
                self._run(box, alive)
        return self._box

    def _run(self, box: Box, cells: list[Cell]) -> None:
        """Runs the cells in a box, and keeps it unless it dies."""
        self._box, done = box, 0
        try:
            for cell, (error, output) in zip(cells, box.run([(c.id, c.source) for c in cells]), strict=True):
                self.output[cell.id] = output
                if isinstance(error, Raised):
                    self.failed[cell.id] = error
                done += 1
        except BoxDied as death:
            self._box = None
            if self._interrupted(death):
                return
            guilty = done - 1 if death.late or done == len(cells) else done
            self.failed[cells[max(0, guilty)].id] = death.outcome


class Boxed(Ask):
    """One function of a notebook whose cells run in a box."""

    def __init__(self, answers: SandboxedAnswers, function: str) -> None:
        self._answers, self._function = answers, function

    def __call__(self, calls: Sequence[Args], iterate: bool = False) -> list[Outcome]:
        return self._answers.call(self._function, calls, iterate)
