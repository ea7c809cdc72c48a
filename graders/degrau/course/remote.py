"""A judge in a process of its own, for a worker of a cluster: cells go in, a line of JSON each, and verdicts come out.

The first line that comes out is the best sandbox tier there.

So a worker's own process, which others look into to see how it is, holds nothing that must be hidden from them, and
outlives what its judges do.
"""

import json
import os
import signal
import subprocess
import sys
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path

from nbformat import NotebookNode

from ..authoring.pack import Pack
from ..judging.notebook import judge_notebook
from ..judging.verdicts import to_text
from ..notebooks.canonical import Canonical
from ..report import ExerciseReport
from ..sandbox.answers import Cell
from ..sandbox.pool import Pool
from ..sandbox.tiers import best, status

IDLE_SECONDS = 600
MOST_SECONDS = 3600


def as_task(canonical: Canonical, tier: str) -> str:
    """What of a submission is judged, and in which tier, on one line."""
    cells = [[cell.id, cell.source] for cell in canonical.cells]
    return json.dumps([tier, canonical.assignment, canonical.language, cells])


def serve(root: Path, seed: int) -> None:
    """Judges with the course pack in this folder; ends with its input, or when it has had none for a long time."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii")
    # Whatever is printed by accident is no answer.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    print(best(), file=answers, flush=True)
    pack, pools = Pack(root), dict[str, Pool]()
    with ExitStack() as until_the_end:
        signal.alarm(IDLE_SECONDS)
        for line in sys.stdin:
            signal.alarm(MOST_SECONDS)
            tier, assignment, language, cells = json.loads(line)
            if reason := _why_not(tier):
                said: dict[str, object] = {"refused": reason}
            else:
                pool = pools.get(tier) or pools.setdefault(tier, until_the_end.enter_context(Pool(tier)))
                canonical = Canonical(assignment, language, NotebookNode(), tuple(Cell(*cell) for cell in cells))
                said = {"verdicts": _verdicts(canonical, pack, pool, seed)}
            print(json.dumps(said), file=answers, flush=True)
            signal.alarm(IDLE_SECONDS)


def _why_not(tier: str) -> str:
    """Why nothing can be judged here; nothing if it can."""
    if tier == "process":
        return "it has no sandbox"
    here = status(tier)
    return "" if here.works else f"the sandbox {tier} does not work there: {here.reason}"


def _verdicts(canonical: Canonical, pack: Pack, pool: Pool, seed: int) -> dict[str, str]:
    found: dict[str, ExerciseReport] = {}
    judge_notebook(canonical, pack, pool, seed, canonical.assignment, found)
    return {key: to_text(report) for key, report in found.items()}


class JudgeEnded(Exception):
    """A judge ended in the middle of a task."""


class JudgeProcess:
    """Such a process, seen from the worker's."""

    def __init__(self, root: Path, seed: int) -> None:
        command = [sys.executable, "-m", "degrau", "serve", str(root), str(seed)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="ascii", cwd=root
        )

    @cached_property
    def tier(self) -> str:
        """The best tier there; it takes a moment until that is known."""
        return self._line().strip()

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def judge(self, task: str) -> str:
        """The answer to a task: a line of JSON, with verdicts or with the reason why there are none.

        Raises JudgeEnded where it ends without one.
        """
        assert self._process.stdin is not None
        try:
            assert self.tier
            print(task, file=self._process.stdin, flush=True)
            return self._line()
        except OSError as error:
            raise JudgeEnded(str(error)) from None

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line.endswith("\n"):
            raise OSError("the judge of this worker ended")
        return line

    def close(self) -> None:
        """Ends it, and its boxes with it."""
        self._process.kill()
        self._process.communicate()
