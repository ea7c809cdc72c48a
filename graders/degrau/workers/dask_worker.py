"""What runs on a worker of a Dask cluster: judges in processes of their own, and who hands them their tasks.

It imports little: a worker that has never judged for degrau is ready sooner.
"""

import subprocess
import sys
import tempfile
from collections import deque
from functools import cached_property
from pathlib import Path
from uuid import uuid4

from distributed import Worker, WorkerPlugin, get_worker


class JudgeEnded(Exception):
    """A judge ended in the middle of a task."""


class JudgeProcess:
    """A process that judges (`remote`), seen from the worker's."""

    def __init__(self, root: Path, seed: int) -> None:
        command = [sys.executable, "-m", "degrau.workers.remote", str(root), str(seed)]
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


class CourseJudges(WorkerPlugin):
    """What a worker needs to judge a course: the solutions, and processes, as many as it judges at once."""

    def __init__(self, root: Path, seed: int) -> None:
        self.name = f"degrau-{uuid4().hex}"
        self.seed = seed
        self.files = {str(p.relative_to(root)): p.read_bytes() for p in (root / "solutions").rglob("*.py")}

    def setup(self, worker: Worker) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="degrau-pack-")
        for name, content in self.files.items():
            path = Path(self._folder.name, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        # It takes a second to be ready.
        self._idle = deque([self._another()])

    def _another(self) -> JudgeProcess:
        return JudgeProcess(Path(self._folder.name), self.seed)

    def teardown(self, worker: Worker) -> None:
        while self._idle:
            self._idle.pop().close()
        self._folder.cleanup()

    def tier(self) -> str:
        """The best tier of this worker's machine."""
        return self._idle[0].tier

    def judge(self, task: str) -> str:
        """The answer of one of the processes, which is there for the next task then."""
        process = self._idle.pop() if self._idle else self._another()
        if not process.alive:
            process.close()
            process = self._another()
        try:
            answer = process.judge(task)
        except BaseException:
            process.close()
            raise
        self._idle.append(process)
        return answer


def judge_task(plugin: str, task: str) -> tuple[str, str]:
    """Runs on a worker: its address, and the answer of its judge."""
    return get_worker().address, _judges(get_worker(), plugin).judge(task)


def best_tier(plugin: str, dask_worker: Worker | None = None) -> str:
    """Runs on a worker: its best tier."""
    return _judges(dask_worker or get_worker(), plugin).tier()


def _judges(worker: Worker, plugin: str) -> CourseJudges:
    judges = worker.plugins[plugin]
    assert isinstance(judges, CourseJudges)
    return judges
