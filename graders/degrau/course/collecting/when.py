"""When each submission was handed in: as its platform says, as its files have it, or as late as LATE says at least."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from .platforms.entries import Piece

# Within this time, everything was written by one program: whoever packed it.
AT_ONCE = timedelta(minutes=10)
LEAST_LATE = timedelta(seconds=1)
NO_DUE = "the platform says LATE, and the assignment has no due date here: set one, and collect again"
LATE = "the platform says LATE and not how late: it counts as one second late"


def packed_at_once(pieces: Iterable[Piece]) -> bool:
    """Whether the times of the files of several people are that of their packing."""
    times: dict[object, datetime] = {}
    for piece in pieces:
        if piece.time is None and piece.entry.time is not None:
            times[piece.sender] = max(piece.entry.time, times.get(piece.sender, piece.entry.time))
    return len(times) > 1 and max(times.values()) - min(times.values()) < AT_ONCE


@dataclass
class When:
    """When assignments are due, by name, and the archives whose files' own times tell nothing."""

    dues: Mapping[str, datetime]
    _distrusted: set[Path] = field(default_factory=set)

    def distrust(self, path: Path) -> None:
        """From now on, the times of this archive's files count for nothing."""
        self._distrusted.add(path)

    def of(self, assignment: str, pieces: Sequence[Piece], path: Path) -> tuple[datetime | None, list[str]]:
        """When this was handed in, if that is known, and what is to be said of it."""
        own = [] if path in self._distrusted else [piece.entry.time for piece in pieces]
        said = [time for time in [piece.time for piece in pieces] if time]
        time = max(said or [time for time in own if time], default=None)
        due = self.dues.get(assignment)
        if any(piece.late for piece in pieces):
            if due is None:
                return time, [NO_DUE]
            return (time, []) if time and time > due else (due + LEAST_LATE, [LATE])
        punctual = any(piece.late is False for piece in pieces)
        return (due if punctual and due and time and time > due else time), []
