"""Judges on other machines: the workers of a Dask cluster that exists already.

A worker gets the solutions of the course pack, and of each submission the cells that are run. It needs the same degrau,
NumPy, Hypothesis and Python as this machine, and a sandbox.
"""

import json
import sys
from dataclasses import astuple, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from ..grading.judgement import NOTHING, Learnt, Run
from ..grading.submission import Submissions
from ..notebooks.canonical import Work
from ..notebooks.messages import Unreadable
from ..sandbox.machine import best, named
from ..sandbox.tiers import Tier
from .connection import LOST, ClusterError, Connection, ready
from .dask_worker import best_tier, judge_task
from .verdicts import Verdicts, from_plain

RETRIES = 2
# Seconds without an answer after which it is looked whether anybody is there.
PATIENCE = 60
OTHER = "it has another degrau, NumPy, Hypothesis or Python than this machine"
AGAIN = "What was graded before is kept: grade again when it works."


@dataclass
class Cluster:
    """The workers that judge a course, but for those that were refused."""

    connection: Connection
    run: Run
    known: Verdicts
    submissions: Submissions
    refused: dict[str, str] = field(default_factory=dict)
    _sent: dict[str, Any] = field(default_factory=dict)
    _answers: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def _client(self) -> Any:
        return self.connection.client

    def count(self) -> int:
        return sum(self._client.nthreads().values())

    def begin(self, folder: Path) -> "_Pending | _Known":
        try:
            work = self.submissions.ahead(folder).work
        except Unreadable:
            return _Known()
        keys = self.run.keys(work)
        if all(key in self.known for key in keys.values()):
            return _Known()
        return _Pending(self, as_task(work, self.run), frozenset(keys.values()))

    def submit(self, task: str) -> Any:
        """Sends a task to any worker that was not refused; raises ClusterError where there is none."""
        among = [worker for worker in self._client.nthreads() if worker not in self.refused] if self.refused else None
        if among == []:
            reasons = "\n".join(f"{worker}: {reason}" for worker, reason in self.refused.items())
            raise ClusterError(
                f"no worker of {self.connection.address} can judge.\n{reasons}\nOn each of them, see: degrau doctor"
            )
        plugin = self.connection.plugin
        future = self._client.submit(judge_task, plugin, task, pure=False, retries=RETRIES, workers=among)
        self._sent[future.key] = future
        return future

    def answer(self, future: Any) -> tuple[str, str]:
        """Waits for a task: the address of the worker that did it, and what it answered; raises why it failed."""
        if future.key not in self._answers:
            self._fetch()
        self._sent.pop(future.key, None)
        return self._answers.pop(future.key, None) or future.result(timeout=PATIENCE)

    def _fetch(self) -> None:
        """Fetches all answers that are there at once: each way to the scheduler and back takes milliseconds."""
        ready = {key: self._sent.pop(key) for key, sent in list(self._sent.items()) if sent.status == "finished"}
        if ready:
            gather = partial(self._client.gather, ready, errors="skip", asynchronous=True)
            found = self._client.sync(gather, callback_timeout=PATIENCE)
            self._answers.update((key, answer) for key, answer in found.items() if answer is not None)

    def say_if_alone(self) -> None:
        """Says so where there are no workers any more; others may come."""
        if not self._client.nthreads():
            print(f"degrau: {self.connection.address} has no workers left; waiting for others", file=sys.stderr)

    def refuse(self, worker: str, reason: str) -> None:
        """Sends nothing more to a worker."""
        if worker not in self.refused:
            print(f"degrau: the worker {worker} gets nothing to judge: {reason}", file=sys.stderr)
        self.refused[worker] = reason


class _Known:
    """A submission of which all is known already, or that cannot be read."""

    def learnt(self) -> Learnt:
        return NOTHING


class _Pending:
    """A submission on its way."""

    def __init__(self, cluster: Cluster, task: str, keys: frozenset[str]) -> None:
        self._cluster, self._task, self._keys = cluster, task, keys
        self._future = cluster.submit(task)

    def learnt(self) -> Learnt:
        while True:
            try:
                worker, answer = self._cluster.answer(self._future)
            except TimeoutError:
                self._cluster.say_if_alone()
                continue
            except LOST as error:
                address = self._cluster.connection.address
                raise ClusterError(f"the Dask cluster at {address} is lost: {error}\n{AGAIN}") from error
            except Exception as error:
                # A bare Exception may come from a worker, too. Who records judges it, and says why it fails if it does.
                print(f"degrau: no worker could judge a submission, so it is judged here: {error}", file=sys.stderr)
                return NOTHING
            said = json.loads(answer)
            if "refused" not in said and self._keys <= set(said.get("verdicts", {})):
                return from_plain(said)
            self._cluster.refuse(worker, said.get("refused", OTHER))
            self._future = self._cluster.submit(self._task)


def as_task(work: Work, run: Run) -> str:
    """What of a submission is judged, in which tier, with what limits and how: a line of JSON, for `remote`."""
    cells = [[cell.id, cell.source] for cell in work.cells]
    how = run.tier.name, astuple(run.limits), run.follow_through
    return json.dumps([*how, work.assignment, work.language, cells, work.checks])


def common_tier(connection: Connection) -> Tier:
    """The tier that all workers with a sandbox can be expected to have: the weakest of their best ones.

    Raises ClusterError where they cannot be asked.
    """
    client, plugin = connection.client, connection.plugin
    with ready(connection.address):
        if not client.nthreads():
            print(f"degrau: {connection.address} has no workers yet; waiting for them", file=sys.stderr)
            client.submit(best_tier, plugin, pure=False).result()
        found = {named(name) for name in client.run(best_tier, plugin).values()}
    return max((tier for tier in found if tier.confined), key=lambda tier: tier.rank, default=best())
