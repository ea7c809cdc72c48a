"""Probes that this machine has made before: inputs, right answers, and what known mistakes answer, from one command to
the next.

They lie in the user's cache folder, which no student's code sees, and hold for as long as nothing changes that they
follow from.
"""

from contextlib import suppress
from functools import cache, lru_cache
from typing import Any

from platformdirs import user_cache_path

from ..digests import digest
from ..exercises import ASSIGNMENTS
from ..judging.probes import Probes
from ..judging.verdicts import FAULTS, kept_in
from ..sandbox.inside.wire import NotPlainError, WireError
from ..selfcheck import recorded
from .fingerprint import fingerprint
from .pack import Pack
from .prepare import prepare

MOST_BYTES = 2**28


@lru_cache(maxsize=256)
def kept_probes(pack: Pack, assignment: str, name: str, seed: int) -> Probes:
    """The probes of the function `name`, as `prepare` makes them; made once on this machine."""
    exercise = ASSIGNMENTS[assignment].exercise(name)
    key = digest(fingerprint(pack, assignment, name), str(seed))
    with suppress(*FAULTS, WireError):
        if (data := _cache().get(key)) is not None:
            return recorded.from_bytes(exercise, data, pack.names(assignment))
    probes = prepare(pack, assignment, name, seed)
    with suppress(*FAULTS, ValueError, NotPlainError):
        _cache()[key] = recorded.to_bytes(probes)
    return probes


@cache
def _cache() -> Any:
    return kept_in(user_cache_path("degrau") / "probes", MOST_BYTES)
