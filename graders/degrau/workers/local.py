"""Judges on this machine: processes that read and judge submissions."""

from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..grading.judgement import judge_work
from ..grading.run import Run
from ..grading.submission import Submissions
from ..notebooks.messages import Unreadable
from ..report.types import ExerciseReport
from ..sandbox.pool import Pool
from .processes import Workers
from .verdicts import KeptVerdicts


@dataclass(frozen=True)
class LocalJudges:
    """So many processes."""

    workers: Workers

    def count(self) -> int:
        return self.workers.jobs

    def begin(self, folder: Path) -> "_Pending":
        return _Pending(self.workers.submit(_judge, folder))


@contextmanager
def local_judges(jobs: int, run: Run, verdicts: Path, fresh: bool) -> Iterator[LocalJudges | None]:
    """So many judges, until the end; with one, or where processes cannot be forked, whoever records judges."""
    with Workers.of(jobs, partial(_Bench, run, verdicts, fresh)) as workers:
        yield LocalJudges(workers) if workers else None


@dataclass(frozen=True)
class _Pending:
    future: "Future[dict[str, ExerciseReport]]"

    def verdicts(self) -> dict[str, ExerciseReport]:
        try:
            return self.future.result()
        except (BrokenProcessPool, OSError):
            # The judge died: who records judges it again, and says why it fails.
            return {}


class _Bench:
    """What a judge works with, from one submission to the next."""

    def __init__(self, run: Run, verdicts: Path, fresh: bool) -> None:
        self.run, self.pool = run, Pool(run.tier, run.limits).__enter__()
        self.known = KeptVerdicts(verdicts, fresh)
        self.submissions = Submissions(run.pack)


def _judge(bench: _Bench, folder: Path) -> dict[str, ExerciseReport]:
    """The verdicts on the functions of one submission that are not known yet."""
    try:
        work = bench.submissions.read(folder).work
    except Unreadable:
        return {}
    return dict(judge_work(work, bench.run, bench.pool, bench.known).learnt)
