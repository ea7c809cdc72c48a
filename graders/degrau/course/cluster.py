"""Judges on other machines: the workers of a Dask cluster that exists already.

A worker gets the solutions of the course pack, and of each submission the cells that are run. It needs the same degrau,
NumPy, Hypothesis and Python as this machine, and a sandbox.
"""

import gc
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from distributed import Client
from distributed.client import FutureCancelledError

from ..authoring.pack import Pack
from ..judging.notebook import verdict_keys
from ..judging.verdicts import Verdicts, from_text
from ..notebooks.canonical import Unreadable
from ..report import ExerciseReport
from ..sandbox import tiers
from ..sandbox.limits import Limits
from .ahead import Settings
from .choice import submission
from .directory import CourseError
from .remote import as_task
from .worker import CourseJudges, best_tier, judge_task

RETRIES = 2
# Seconds without an answer after which it is looked whether anybody is there.
PATIENCE = 60
OTHER = "it has another degrau, NumPy, Hypothesis or Python than this machine"
SAME = "Install on each of them what is here: the same degrau, NumPy, Hypothesis, Dask and Python."
LOST = (FutureCancelledError, OSError)
AGAIN = "What was graded before is kept: grade again when it works."


@dataclass
class Cluster:
    """The workers that judge a course, but for those that were refused."""

    address: str
    client: Any
    settings: Settings
    plugin: str
    known: Verdicts
    refused: dict[str, str] = field(default_factory=dict)

    def count(self) -> int:
        return sum(self.client.nthreads().values())

    def begin(self, folder: Path) -> "_Pending | _Known":
        pack, seed, tier = self.settings.pack, self.settings.seed, self.settings.tier
        assignment = folder.name
        try:
            canonical = submission(folder / f"{assignment}.ipynb", assignment, pack)
        except Unreadable:
            return _Known()
        keys = verdict_keys(canonical, pack, seed, tier, Limits())
        if all(key in self.known for key in keys.values()):
            return _Known()
        return _Pending(self, as_task(canonical, tier), frozenset(keys.values()))

    def submit(self, task: str) -> Any:
        """Sends a task to any worker that was not refused; raises CourseError where there is none."""
        among = [worker for worker in self.client.nthreads() if worker not in self.refused] if self.refused else None
        if among == []:
            reasons = "\n".join(f"{worker}: {reason}" for worker, reason in self.refused.items())
            raise CourseError(f"no worker of {self.address} can judge.\n{reasons}\nOn each of them, see: degrau doctor")
        return self.client.submit(judge_task, self.plugin, task, pure=False, retries=RETRIES, workers=among)

    def say_if_alone(self) -> None:
        """Says so where there are no workers any more; others may come."""
        if not self.client.nthreads():
            print(f"degrau: {self.address} has no workers left; waiting for others", file=sys.stderr)

    def refuse(self, worker: str, reason: str) -> None:
        """Sends nothing more to a worker."""
        if worker not in self.refused:
            print(f"degrau: the worker {worker} gets nothing to judge: {reason}", file=sys.stderr)
        self.refused[worker] = reason


class _Known:
    """A submission of which all is known already, or that cannot be read."""

    def verdicts(self) -> dict[str, ExerciseReport]:
        return {}


class _Pending:
    """A submission on its way."""

    def __init__(self, cluster: Cluster, task: str, keys: frozenset[str]) -> None:
        self._cluster, self._task, self._keys = cluster, task, keys
        self._future = cluster.submit(task)

    def verdicts(self) -> dict[str, ExerciseReport]:
        while True:
            try:
                worker, answer = self._future.result(timeout=PATIENCE)
            except TimeoutError:
                self._cluster.say_if_alone()
                continue
            except LOST as error:
                address = self._cluster.address
                raise CourseError(f"the Dask cluster at {address} is lost: {error}\n{AGAIN}") from error
            except Exception as error:
                # A bare Exception may come from a worker, too. Who records judges it, and says why it fails if it does.
                print(f"degrau: no worker could judge a submission, so it is judged here: {error}", file=sys.stderr)
                return {}
            said = json.loads(answer)
            found = said.get("verdicts", {})
            if "refused" not in said and self._keys <= set(found):
                return {key: from_text(text) for key, text in found.items()}
            self._cluster.refuse(worker, said.get("refused", OTHER))
            self._future = self._cluster.submit(self._task)


@contextmanager
def cluster(address: str, pack: Pack, seed: int, known: Verdicts) -> Iterator[Cluster]:
    """The workers of the scheduler at this address, until the end, with a tier that they have.

    Raises CourseError where there is no such scheduler, or nobody who can judge.
    """
    with _connected(address) as client:
        try:
            plugin = CourseJudges(pack.root, seed)
            client.register_plugin(plugin)
            settings = Settings(pack, seed, _common_tier(client, address, plugin.name))
        except Exception as error:
            # Dask tells by a bare Exception what happened on a worker.
            raise CourseError(f"the workers of {address} are not ready to judge: {error}\n{SAME}") from error
        try:
            yield Cluster(address, client, settings, plugin.name, known)
        finally:
            with suppress(*LOST):
                client.unregister_worker_plugin(plugin.name)


def _connected(address: str) -> Any:
    """A client of the scheduler; raises CourseError where none answers."""
    try:
        return Client(address, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as error:
        problem = str(error)
    # A client that found nothing, and goes while the next one comes, would block that one for ever.
    gc.collect()
    raise CourseError(f"no Dask scheduler answers at {address}: {problem}\nStart one, or grade without it.")


def _common_tier(client: Any, address: str, plugin: str) -> str:
    """The tier that all workers with a sandbox can be expected to have: the weakest of their best ones."""
    if not client.nthreads():
        print(f"degrau: {address} has no workers yet; waiting for them", file=sys.stderr)
        client.submit(best_tier, plugin, pure=False).result()
    best: dict[str, str] = client.run(best_tier, plugin)
    return max(set(best.values()) - {"process"}, key=tiers.TIERS.index, default=tiers.best())
