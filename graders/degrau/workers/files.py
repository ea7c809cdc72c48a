"""Judges notebook files, side by side where there are several."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..base.progress import stage, watched
from ..grading.judgement import Run, judge_work
from ..notebooks.canonical import canonicalise
from ..notebooks.messages import Unreadable
from ..notebooks.read import read
from ..report.types import Report
from ..sandbox.machine import Pool
from .local import Workers


@dataclass(frozen=True)
class Judged:
    """The report on a file, and the seconds that each stage took."""

    report: Report
    seconds: dict[str, float]


def judge_files(paths: Sequence[Path], run: Run, jobs: int) -> Iterator[Judged]:
    """The reports on these files, in their order, whoever makes them: so many processes, or this one alone."""
    jobs = min(jobs, len(paths))
    with ExitStack() as until_the_end:
        if workers := until_the_end.enter_context(Workers.of(jobs, partial(_bench, run))):
            yield from (judged.result() for judged in [workers.submit(_judge, path) for path in paths])
        else:
            pool = until_the_end.enter_context(Pool(run.tier, run.limits))
            yield from (_judged(path, run, pool) for path in paths)


def _bench(run: Run) -> tuple[Run, Pool]:
    return run, Pool(run.tier, run.limits).__enter__()


def _judge(bench: tuple[Run, Pool], path: Path) -> Judged:
    return _judged(path, *bench)


def _judged(path: Path, run: Run, pool: Pool) -> Judged:
    with watched() as watch:
        return Judged(judge_file(path, run, pool), watch.seconds)


def judge_file(path: Path, run: Run, pool: Pool) -> Report:
    """The report on a notebook file; a file that cannot be read gets a report that says why."""
    try:
        with stage("read"):
            notebook = read(path)
        with stage("rebuild on the release"):
            canonical = canonicalise(notebook, run.pack)
    except Unreadable as error:
        return Report(str(path), None, "pt", None, (), error="\n".join(error.message))
    return judge_work(canonical.work, run, pool, {}).of(canonical, str(path))
