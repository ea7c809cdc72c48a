"""Judges notebook files, side by side where there are several."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..base.progress import stage, watched
from ..grading.judgement import Bench, Run, judge_work
from ..grading.submission import Reading
from ..notebooks.canonical import Canonical, canonicalise
from ..notebooks.messages import Unreadable
from ..notebooks.read import read
from ..report.types import Report
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
        if workers := until_the_end.enter_context(Workers.of(jobs, partial(_Judge, run))):
            yield from (judged.result() for judged in [workers.submit(_judged, path) for path in paths])
        else:
            judge = _Judge(run)
            until_the_end.callback(judge.close)
            yield from (_judged(judge, path) for path in paths)


class _Judge:
    """What files are judged with, one after the other."""

    def __init__(self, run: Run) -> None:
        self.run, self.bench = run, Bench(run)
        self.read = Reading(self._canonical, run.limits)

    def _canonical(self, path: Path) -> Canonical:
        return canonicalise(read(path), self.run.pack)

    def close(self) -> None:
        """Ends the processes."""
        self.read.close()
        self.bench.close()


def _judged(judge: _Judge, path: Path) -> Judged:
    with watched() as watch:
        return Judged(_report(judge, path), watch.seconds)


def _report(judge: _Judge, path: Path) -> Report:
    """The report on a notebook file; a file that cannot be read gets a report that says why."""
    try:
        with stage("read, and rebuild on the release"):
            canonical = judge.read(path)
    except Unreadable as error:
        languages = judge.run.pack.languages
        return Report(str(path), None, languages[0], None, (), error="\n".join(map(error.message.to, languages)))
    return judge_work(canonical.work, judge.bench, {}).of(canonical, str(path))
