"""Judges on this machine: processes that read and judge submissions."""

from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..judging.forks import can_fork, forks
from ..judging.notebook import judge_notebook
from ..judging.verdicts import KeptVerdicts
from ..notebooks.canonical import Unreadable
from ..report import ExerciseReport
from ..sandbox.pool import Pool
from .ahead import Settings
from .choice import submission

_settings: Settings
_pool: Pool
_known: KeptVerdicts


class LocalJudges:
    """So many processes."""

    def __init__(self, jobs: int, executor: ProcessPoolExecutor) -> None:
        self._jobs, self._executor = jobs, executor

    def count(self) -> int:
        return self._jobs

    def begin(self, folder: Path) -> "_Pending":
        return _Pending(self._executor.submit(_judge, folder))


@contextmanager
def local_judges(jobs: int, settings: Settings, verdicts: Path, fresh: bool) -> Iterator[LocalJudges | None]:
    """So many judges, until the end; with one, or where processes cannot be forked, whoever records judges."""
    if jobs < 2 or not can_fork():
        yield None
        return
    with forks(jobs, _begin, settings, verdicts, fresh) as executor:
        yield LocalJudges(jobs, executor)


@dataclass(frozen=True)
class _Pending:
    future: "Future[dict[str, ExerciseReport]]"

    def verdicts(self) -> dict[str, ExerciseReport]:
        try:
            return self.future.result()
        except (BrokenProcessPool, OSError):
            # The judge died: who records judges it again, and says why it fails.
            return {}


def _begin(settings: Settings, verdicts: Path, fresh: bool) -> None:
    global _settings, _pool, _known
    _settings, _pool = settings, Pool(settings.tier).__enter__()
    _known = KeptVerdicts(verdicts, fresh)


class _Noting(dict[str, ExerciseReport]):
    """What one submission adds to the verdicts that are kept."""

    def get(self, key: str, default: object = None) -> ExerciseReport | None:  # type: ignore[override]
        return _known.get(key)


def _judge(folder: Path) -> dict[str, ExerciseReport]:
    """The verdicts on the functions of one submission that are not known yet."""
    assignment = folder.name
    try:
        canonical = submission(folder / f"{assignment}.ipynb", assignment, _settings.pack)
    except Unreadable:
        return {}
    found = _Noting()
    judge_notebook(canonical, _settings.pack, _pool, _settings.seed, assignment, found)
    return dict(found)
