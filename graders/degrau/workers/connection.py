"""The way to a Dask cluster that exists already: its scheduler, and judges that begin at its workers.

It imports little, so that they begin while this process gets ready.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from distributed import Client
from distributed.client import FutureCancelledError

from ..base.mendable import Mendable
from .dask_worker import CourseJudges

LOST = (FutureCancelledError, OSError)
SAME = "Install on each of them what is here: the same degrau, NumPy, Hypothesis, Dask and Python."


class ClusterError(Mendable):
    """A cluster that is not there, or whose workers cannot judge."""


@dataclass(frozen=True)
class Connection:
    """Dask's client of the scheduler at an address, and the name under which its workers know the course's judges."""

    address: str
    client: Any
    plugin: str


@contextmanager
def connected(address: str, root: Path, seed: int) -> Iterator[Connection]:
    """The scheduler at this address, until the end, with judges at its workers for the course pack in this folder.

    Raises ClusterError where there is no such scheduler, or its workers cannot be asked.
    """
    with _client(address) as client:
        plugin = CourseJudges(root, seed)
        with ready(address):
            client.register_plugin(plugin)
        try:
            yield Connection(address, client, plugin.name)
        finally:
            with suppress(*LOST):
                client.unregister_worker_plugin(plugin.name)


@contextmanager
def ready(address: str) -> Iterator[None]:
    """Tells as a ClusterError what happens on a worker meanwhile: Dask raises that as it is."""
    try:
        yield
    except Exception as error:
        raise ClusterError(f"the workers of {address} are not ready to judge: {error}\n{SAME}") from error


def _client(address: str) -> Any:
    """A client of the scheduler; raises ClusterError where none answers."""
    try:
        return Client(address, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as error:
        problem = str(error)
    # A client that found nothing, and goes while the next one comes, would block that one for ever.
    gc.collect()
    raise ClusterError(f"no Dask scheduler answers at {address}: {problem}\nStart one, or grade without it.")
