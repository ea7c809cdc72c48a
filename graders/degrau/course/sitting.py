"""One grading of a class, as nbgrader's steps are told of it: what is known, and what is learnt of each submission."""

from collections.abc import MutableMapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from ..base.text import Text
from ..grading.judgement import judge_work
from ..grading.run import Run
from ..grading.submission import Submissions
from ..notebooks.canonical import Canonical
from ..report.types import ExerciseReport, Report
from ..sandbox.pool import Pool


@dataclass
class Sitting:
    """What nbgrader's steps are told of the grading that they are part of, and what they tell.

    Their settings hold it, which nbgrader copies for each of them; it stays the same one.
    """

    run: Run
    """What its verdicts follow from."""
    known: MutableMapping[str, ExerciseReport] = field(default_factory=dict)
    """The verdicts that are known, by their keys; what is judged here is added."""
    notes: dict[tuple[str, str], tuple[Text, ...]] = field(default_factory=dict)
    """What was said of each submission on the way in, by student and assignment."""

    def __post_init__(self) -> None:
        self.submissions = Submissions(self.run.pack)
        self._until_the_end = ExitStack()
        self._pool: Pool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._until_the_end.close()
        self._pool = None

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def judge(self, canonical: Canonical, name: str) -> Report:
        """The report on a submission, judged here as far as its verdicts are not known."""
        if self._pool is None:
            self._pool = self._until_the_end.enter_context(Pool(self.run.tier, self.run.limits))
        judgement = judge_work(canonical.work, self.run, self._pool, self.known)
        self.known.update(judgement.learnt)
        return judgement.of(canonical, name)
