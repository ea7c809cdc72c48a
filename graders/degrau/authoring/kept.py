"""Probes that this machine has made before: inputs, right answers, and what known mistakes answer.

They hold for as long as nothing changes that they follow from.
"""

from functools import lru_cache

from ..digests import digest
from ..exercises import ASSIGNMENTS
from ..judging.probes import Probes
from ..selfcheck import recorded
from .fingerprint import fingerprint
from .once import once
from .pack import Pack
from .prepare import prepare


@lru_cache(maxsize=256)
def kept_probes(pack: Pack, assignment: str, name: str, seed: int) -> Probes:
    """The probes of the function `name`, as `prepare` makes them; made once on this machine."""
    exercise = ASSIGNMENTS[assignment].exercise(name)
    return once(
        digest(fingerprint(pack, assignment, name), str(seed)),
        lambda: prepare(pack, assignment, name, seed),
        recorded.to_bytes,
        lambda data: recorded.from_bytes(exercise, data, pack.names(assignment)),
    )
