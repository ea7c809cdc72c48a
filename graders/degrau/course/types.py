"""What is graded, by whom, and what it comes to: submissions, their grades, and the summary of a grading."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..base.text import Text

if TYPE_CHECKING:
    from ..workers.connection import Connection


class Submission(NamedTuple):
    """What one student handed in for one assignment: the folder submitted/STUDENT/ASSIGNMENT."""

    student: str
    assignment: str


@dataclass(frozen=True)
class Where:
    """Who judges: the workers of the Dask scheduler at an address, or so many processes of this machine.

    With neither, what the course's settings say, or as many processes as there are cores. `connection`: to the workers.
    """

    jobs: int | None = None
    dask: str = ""
    connection: "Connection | None" = None


@dataclass(frozen=True)
class Change:
    """A mark that another version gave, and that this one would not give."""

    function: str
    old: float
    new: float
    why: str


@dataclass(frozen=True)
class Grade:
    """The gradebook's entry for one submission, after grading it.

    `score` is before the late penalty, None where the gradebook has no such submission. `notes` say what was not as it
    should be in what was handed in. `over`: a clock, or the machine's memory, ended some of it, and it is tried again
    the next time. An `error`, one line, says why it could not be graded now; `score` is then an earlier grading's, and
    `log` is nbgrader's own. `changes`: of marks that another version gave; with `withheld` the score is still that
    one's.
    """

    student: str
    assignment: str
    score: float | None
    max_score: float
    late_penalty: float = 0.0
    needs_manual_grade: bool = False
    feedback: Path | None = None
    notes: tuple[Text, ...] = ()
    over: bool = False
    error: str | None = None
    log: str = ""
    changes: tuple[Change, ...] = ()
    withheld: bool = False

    @property
    def total(self) -> float | None:
        """The score with the late penalty taken off, as nbgrader exports it."""
        return None if self.score is None else max(0.0, self.score - self.late_penalty)


@dataclass(frozen=True)
class GradeSummary:
    """The grades of one run, by assignment and student, and who of the roster handed nothing in."""

    directory: Path
    grades: tuple[Grade, ...]
    missing: tuple[Submission, ...] = ()
    """What students of the roster have not handed in, of the assignments that others have."""
    own: tuple[str, ...] = ()
    """Assignments of the course's own, of which something was handed in: nbgrader grades them, and degrau does not."""

    @property
    def waiting(self) -> int:
        """How many submissions wait for somebody to mark them by hand."""
        return sum(grade.needs_manual_grade for grade in self.grades)

    @property
    def failed(self) -> tuple[Grade, ...]:
        return tuple(grade for grade in self.grades if grade.error is not None)
