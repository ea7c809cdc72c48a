"""Judging ahead: while this process keeps the books of one submission, others judge the next ones.

What they find goes to the verdicts that are known, where nbgrader's step finds it; so scores and messages are the same
whoever judges, and in whatever order they end.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from ..report.types import ExerciseReport
from .verdicts import Verdicts

# So many submissions are under way or waiting to be recorded, for each judge: memory does not grow with the class.
AHEAD = 16


class Pending(Protocol):
    """A submission that is being judged."""

    def verdicts(self) -> dict[str, ExerciseReport]:
        """Waits for the verdicts on it; none where that failed, and whoever records it judges it."""


class Judges(Protocol):
    """Whoever judges: processes of this machine, or of others."""

    def begin(self, folder: Path) -> Pending:
        """Begins to judge what this folder holds."""

    def count(self) -> int:
        """How many are there now."""


class Ahead:
    """These folders, in their order; the judges are always some way ahead of whoever goes through them."""

    def __init__(self, folders: Sequence[Path], judges: Judges | None) -> None:
        self._folders, self._judges = folders, judges
        self._coming = deque(folders)
        self._under_way: deque[Pending] = deque()
        self._few = 0
        self._hand_out()

    def judged(self, known: Verdicts) -> Iterator[Path]:
        """Each folder in its turn, when what it holds has been judged and is known, as far as it can be judged."""
        for folder in self._folders:
            self._hand_out()
            if self._under_way:
                known.update(self._under_way.popleft().verdicts())
            yield folder

    def _hand_out(self) -> None:
        """Gives the judges something to do; many submissions at once, for to count those of a cluster takes a while."""
        if self._judges and self._coming and len(self._under_way) <= self._few:
            most = AHEAD * max(1, self._judges.count())
            self._few = most // 2
            while self._coming and len(self._under_way) < most:
                self._under_way.append(self._judges.begin(self._coming.popleft()))
