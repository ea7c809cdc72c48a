"""Judges that work side by side: processes that read and judge submissions ahead, while this one keeps the books.

What they find goes to the verdicts that are known, where nbgrader's step finds it; so scores and messages are the same
with any number of them.
"""

import ctypes
import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..authoring.pack import Pack
from ..judging.notebook import judge_notebook
from ..judging.verdicts import KeptVerdicts, Verdicts
from ..notebooks.canonical import Unreadable
from ..report import ExerciseReport
from ..sandbox.box import Pool
from .choice import submission

# So many submissions are under way or waiting to be recorded, for each judge: memory does not grow with the class.
AHEAD = 16
PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Settings:
    """What judging a submission needs besides the submission."""

    pack_root: Path
    seed: int
    verdicts: Path
    fresh: bool


_settings: Settings
_pack: Pack
_pool: Pool
_known: KeptVerdicts


class Judges:
    """So many processes that judge what is in these folders; with one job, all is left to whoever records."""

    def __init__(self, jobs: int, settings: Settings, folders: Sequence[Path]) -> None:
        self._jobs, self._settings = jobs, settings
        self._folders, self._coming = folders, iter(folders)
        self._executor: ProcessPoolExecutor | None = None
        self._waiting: deque[Future[dict[str, ExerciseReport]]] = deque()

    @contextmanager
    def started(self) -> Iterator["Judges"]:
        """The judges at work, until the end; they begin at once."""
        if self._jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
            yield self
            return
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(self._jobs, context, _begin, (self._settings,)) as self._executor:
            self._hand_out()
            try:
                yield self
            finally:
                self._executor.shutdown(wait=False, cancel_futures=True)

    def ahead(self, known: Verdicts) -> Iterator[Path]:
        """Each folder in its turn, when what it holds has been judged and is known, as far as it can be judged."""
        for folder in self._folders:
            self._hand_out()
            if self._waiting:
                known.update(_found(self._waiting.popleft()))
            yield folder

    def _hand_out(self) -> None:
        while self._executor and len(self._waiting) < AHEAD * self._jobs and (following := next(self._coming, None)):
            self._waiting.append(self._executor.submit(_judge, following))


def _found(future: "Future[dict[str, ExerciseReport]]") -> dict[str, ExerciseReport]:
    """The verdicts on one submission; none where the judge died: who records judges it again, and says why it fails."""
    try:
        return future.result()
    except (BrokenProcessPool, OSError):
        return {}


def _begin(settings: Settings) -> None:
    global _settings, _pack, _pool, _known
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    # Ctrl-C is for the process that records, which then ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _settings, _pack = settings, Pack(settings.pack_root)
    _pool = Pool().__enter__()
    _known = KeptVerdicts(settings.verdicts, settings.fresh)


class _Noting(dict[str, ExerciseReport]):
    """What one submission adds to the verdicts that are kept."""

    def get(self, key: str, default: object = None) -> ExerciseReport | None:  # type: ignore[override]
        return _known.get(key)


def _judge(folder: Path) -> dict[str, ExerciseReport]:
    """The verdicts on the functions of one submission that are not known yet."""
    assignment = folder.name
    try:
        canonical = submission(folder / f"{assignment}.ipynb", assignment, _pack)
    except Unreadable:
        return {}
    found = _Noting()
    judge_notebook(canonical, _pack, _pool, _settings.seed, assignment, found)
    return dict(found)
