"""The answers of one notebook's functions, in as many boxes as it takes.

Cells run in order as far as the place where a function is asked, then it is asked, and the cells go on. A cell or
a call that ends the box, or its time, costs itself only: a fresh box runs the other cells again, and goes on.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Any, Self

from ..base.progress import stage
from ..judging.draw import Args
from ..judging.types import Ask
from ..plain.about import About
from ..plain.cell import Cell, bound, definitions, written
from ..plain.outcomes import Crashed, Missing, Outcome, OutOfTime, Raised, TimedOut
from .box import Box, BoxDied
from .machine import Pool
from .standins import StandIns

MOST_DEADLY_CELLS = 8
MOST_DEADLY_CALLS = 2
PATIENCE = 4
MOST_INTERRUPTIONS = 3


@dataclass(frozen=True)
class Place:
    """Where a function is asked."""

    cells: int
    """After so many of the notebook's cells."""
    last: int | None = None
    """After how many cells a definition stands that is kept, to be asked when all cells have run; None: none is."""


@dataclass
class _Learnt:
    """What is found out about a notebook's cells, in whatever box."""

    began: float = field(default_factory=time.monotonic)
    deadly: dict[str, TimedOut | Crashed] = field(default_factory=dict)
    """The cells that end a box, or its time: they are left out."""
    shortened: set[str] = field(default_factory=set)
    """Those of them whose functions can be had without what they do."""
    doubtful: bool = True
    """Whether a call that takes too long is asked once more, in a fresh box: until one took too long there, too."""


class SandboxedAnswers:
    """Asks the functions that a notebook's cells define, each in its place, or where there is none at the end.

    `stand_ins`: what stands in for some of them, when the cells before that place have run.
    """

    def __init__(
        self,
        cells: Sequence[Cell],
        pool: Pool,
        places: Mapping[str, Place] | None = None,
        learnt: _Learnt | None = None,
        stand_ins: StandIns | None = None,
    ) -> None:
        self._cells = list(cells)
        self._pool = pool
        self._places = places or {}
        self._learnt = learnt or _Learnt()
        self._stand_ins = stand_ins
        self._box: Box | None = None
        # How many cells have run in the box, how long they took, and whether a function was asked after the last one.
        self._done, self._seconds, self._asked = 0, 0.0, False
        self._deaths = self._interruptions = 0
        self.failed: dict[str, Raised] = {}
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

    @property
    def left_out(self) -> tuple[str, ...]:
        """The cells that were left out, or of which only functions were taken, because they took too long."""
        return tuple(cell.id for cell in self._cells if isinstance(self._learnt.deadly.get(cell.id), TimedOut))

    def afresh(self, stand_ins: StandIns | None = None) -> Self:
        """The same notebook, in a box of its own in which nothing was called before; something may stand in there.

        What ends a box is known already; what cells say is not, for it may be what was asked before.
        """
        return type(self)(self._cells, self._pool, self._places, self._learnt, stand_ins or self._stand_ins)

    def call(
        self, function: str, calls: Sequence[tuple[Any, ...]], iterate: bool = False, at_end: bool = False
    ) -> list[Outcome]:
        """What each of these calls comes to, in order; `iterate`: the items of what is returned are the answer.

        `at_end`: the definition that is kept is asked when all cells have run.
        """
        until = self._until(function, at_end)
        outcomes: list[Outcome] = []
        deaths, excused, doubted = 0, False, False
        while len(outcomes) < len(calls):
            if deaths >= self._tries or self.late or (box := self._running(until)) is None:
                last = outcomes[-1] if deaths and not self.late else self._why_nothing_runs()
                return outcomes + [last] * (len(calls) - len(outcomes))
            try:
                left = calls[len(outcomes) :] if outcomes else calls
                for outcome in self._answers(box, function, left, iterate, at_end):
                    outcomes.append(outcome)
            except BoxDied as death:
                self._box = None
                if self._interrupted(death):
                    continue
                # Once, and not where all calls together were slow: that would have all the time of the notebook.
                slow_call = death.outcome == TimedOut(self._pool.limits.call_seconds) and not death.late
                if slow_call and self._learnt.doubtful:
                    self._learnt.doubtful, doubted = not doubted, True
                    if self._learnt.doubtful:
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

    @property
    def _tries(self) -> int:
        """How many calls to a function may end a box: one, where the notebook has used up its patience.

        So it cannot hold up the class.
        """
        return MOST_DEADLY_CALLS if self._deaths < PATIENCE else 1

    def _until(self, function: str, at_end: bool) -> int:
        """How many cells have run where a function is asked."""
        place = self._places.get(function)
        return len(self._cells) if at_end or place is None else place.cells

    def _answers(
        self, box: Box, function: str, calls: Sequence[tuple[Any, ...]], iterate: bool, at_end: bool
    ) -> Iterator[Outcome]:
        """What the function in this box says, call by call; raises BoxDied."""
        if self._stand_ins and not box.stood_in:
            box.stand_in(self._stand_ins)
        self._asked = True
        with stage("call the functions"):
            for outcome in box.call(function, calls, iterate, at_end):
                yield self._explained(function, outcome)

    def about(self, function: str, at_end: bool = False) -> About:
        """What there is to say of a function where it is asked; nothing where its box ends."""
        until = self._until(function, at_end)
        if self.late or (box := self._running(until)) is None:
            return About()
        try:
            found = box.about(function, at_end)
        except BoxDied:
            self._box = None
            return About()
        later = frozenset().union(*(bound(cell.source) for cell in self._cells[until:]))
        failed = [cell for cell in self._cells[:until] if cell.id in self.failed]
        stopped = {name: self.failed[cell.id] for cell in failed for name in bound(cell.source)}
        return replace(found, later=later, stopped=stopped)

    @property
    def late(self) -> bool:
        """Whether the time of the whole notebook is over."""
        return time.monotonic() - self._learnt.began > self._pool.limits.notebook_seconds

    def _interrupted(self, death: BoxDied) -> bool:
        """Whether somebody else ended the box, which costs a notebook nothing; a few times."""
        self._interruptions += death.outside
        return death.outside and self._interruptions <= MOST_INTERRUPTIONS

    def _explained(self, function: str, outcome: Outcome) -> Outcome:
        """For a missing function, why the cell that should define it did not."""
        if not isinstance(outcome, Missing):
            return outcome
        writing = [c.id for c in self._cells if c.id == function or function in written(c.source)]
        deadly = (self._learnt.deadly[cell] for cell in writing if cell in self._learnt.deadly)
        failed = (replace(self.failed[cell], cell=True) for cell in writing if cell in self.failed)
        return next(deadly, None) or next(failed, None) or outcome

    def _why_nothing_runs(self) -> Outcome:
        if self.late:
            return OutOfTime(self._pool.limits.notebook_seconds)
        return next(iter(self._learnt.deadly.values()))

    def _running(self, until: int) -> Box | None:
        """A box in which so many of the cells have run; None where too many end theirs, or the time is over."""
        if self._box is not None and self._done > until:
            self._box.close()
            self._box = None
        while self._box is None or self._done < until:
            if sum(cell.id in self._learnt.deadly for cell in self._cells[:until]) > MOST_DEADLY_CELLS or self.late:
                return None
            if self._box is None:
                with stage("start a box"):
                    self._box = self._pool.take()
                self._done, self._seconds, self._asked = 0, 0.0, False
            with stage("run the cells"):
                self._run(self._box, until)
        return self._box

    def _run(self, box: Box, until: int) -> None:
        """Runs the next cells in the box, as far as the next place where a definition is to be kept."""
        stop = min({p.last for p in self._places.values() if p.last and self._done < p.last < until}, default=until)
        cells = self._to_run(self._cells[self._done : stop])
        done, began = 0, time.monotonic()
        left = max(0.0, self._pool.limits.cells_seconds - self._seconds)
        try:
            if cells:
                for cell, (error, output) in zip(cells, box.run([(c.id, c.source) for c in cells], left), strict=True):
                    self.output[cell.id] = output
                    self._asked = False
                    if error is not None:
                        self.failed[cell.id] = error
                    done += 1
            for name, place in self._places.items():
                if place.last == stop:
                    box.keep(name)
        except BoxDied as death:
            self._box = None
            self._learn(death, cells, done)
            return
        self._done = stop
        self._seconds += time.monotonic() - began

    def _to_run(self, cells: Sequence[Cell]) -> list[Cell]:
        """These cells, but for those that end a box; of some of those, the functions alone."""
        shortened = self._learnt.shortened
        return [
            replace(cell, source=definitions(cell.source)) if cell.id in shortened else cell
            for cell in cells
            if cell.id not in self._learnt.deadly or cell.id in shortened
        ]

    def _learn(self, death: BoxDied, cells: Sequence[Cell], done: int) -> None:
        """Notes which cell ended the box, after so many of these cells had run."""
        if self._interrupted(death):
            return
        if death.late and not done and self._asked:
            # What was asked is to blame, and has its answer.
            self._deaths += 1
            return
        guilty = done - 1 if death.late or done == len(cells) else done
        earlier = self._to_run(self._cells[: self._done])
        cell = cells[guilty] if guilty >= 0 else earlier[-1] if earlier else cells[0]
        first = cell.id not in self._learnt.deadly
        self._learnt.deadly[cell.id] = death.outcome
        # A function may be whole before a long call at the end of its cell.
        if first and isinstance(death.outcome, TimedOut) and definitions(cell.source).strip():
            self._learnt.shortened.add(cell.id)
        else:
            self._learnt.shortened.discard(cell.id)


class Boxed(Ask):
    """One function of a notebook whose cells run in a box; `at_end`: the definition that is kept, when all have run."""

    def __init__(self, answers: SandboxedAnswers, function: str, at_end: bool = False) -> None:
        self._answers, self._function, self._at_end = answers, function, at_end

    def __call__(self, calls: Sequence[Args], iterate: bool = False) -> list[Outcome]:
        return self._answers.call(self._function, calls, iterate, self._at_end)

    def about(self) -> About:
        return self._answers.about(self._function, self._at_end)
