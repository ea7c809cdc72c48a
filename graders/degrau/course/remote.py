"""A judge in a process of its own, for a worker of a cluster: cells go in, a line of JSON each, and verdicts come out.

So a worker's own process, which others look into to see how it is, holds nothing that must be hidden from them, and
outlives what its judges do.
"""

import json
import os
import signal
import subprocess
import sys

from nbformat import NotebookNode

from ..authoring.pack import Pack
from ..judging.notebook import judge_notebook
from ..judging.verdicts import to_text
from ..notebooks.canonical import Canonical
from ..report import ExerciseReport
from ..sandbox.answers import Cell
from ..sandbox.box import Pool
from ..sandbox.tiers import available
from .ahead import Settings

IDLE_SECONDS = 600
MOST_SECONDS = 3600


def as_task(canonical: Canonical) -> str:
    """What of a submission is judged, on one line."""
    cells = [[cell.id, cell.source] for cell in canonical.cells]
    return json.dumps([canonical.assignment, canonical.language, cells])


def serve(settings: Settings) -> None:
    """Judges one task after the other; ends with its input, or when it has had none for a long time."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii")
    # Whatever is printed by accident is no answer.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    pack = Pack(settings.pack_root)
    reason = _why_not(settings.tier)
    with Pool(settings.tier) as pool:
        signal.alarm(IDLE_SECONDS)
        for line in sys.stdin:
            signal.alarm(MOST_SECONDS)
            said = {"refused": reason} if reason else {"verdicts": _verdicts(line, pack, pool, settings.seed)}
            print(json.dumps(said), file=answers, flush=True)
            signal.alarm(IDLE_SECONDS)


def _why_not(tier: str) -> str:
    """Why nothing can be judged here; nothing if it can."""
    status = next(status for status in available() if status.name == tier)
    if tier == "process":
        return "it has no sandbox"
    return "" if status.works else f"the sandbox {tier} does not work there: {status.reason}"


def _verdicts(line: str, pack: Pack, pool: Pool, seed: int) -> dict[str, str]:
    assignment, language, cells = json.loads(line)
    canonical = Canonical(assignment, language, NotebookNode(), tuple(Cell(*cell) for cell in cells))
    found: dict[str, ExerciseReport] = {}
    judge_notebook(canonical, pack, pool, seed, assignment, found)
    return {key: to_text(report) for key, report in found.items()}


class JudgeProcess:
    """Such a process, seen from the worker's."""

    def __init__(self, settings: Settings) -> None:
        command = [sys.executable, "-m", "degrau", "serve", str(settings.pack_root), str(settings.seed), settings.tier]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="ascii", cwd=settings.pack_root
        )

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def judge(self, task: str) -> str:
        """The answer to a task: a line of JSON, with verdicts or with the reason why there are none."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(task, file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        if not answer.endswith("\n"):
            raise OSError("the judge of this worker ended")
        return answer

    def close(self) -> None:
        """Ends it, and its boxes with it."""
        self._process.kill()
        self._process.communicate()


def best_tier() -> str:
    """The best tier of this machine, found out by a process of its own."""
    command = [sys.executable, "-c", "from degrau.sandbox.tiers import best; print(best())"]
    return subprocess.run(command, stdout=subprocess.PIPE, encoding="ascii", check=True).stdout.strip()
