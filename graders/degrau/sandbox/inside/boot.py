"""How a box starts: confine this process, or one that it forks, as the tier says; then serve.

The order matters. The root changes before anything is imported that must be readable inside; the filter and the limits
come last, when NumPy is loaded, and before any of the student's code.
"""

import json
import os
import sys
from contextlib import suppress
from importlib import import_module

from ..tiers import Tier


def main(text: str) -> None:
    """Starts the box that this JSON describes: tier, descriptors, the view of the files, limits."""
    box = json.loads(text)
    descriptors = box["descriptors"]
    _silence()
    _give_way()
    tier = _tier(box["tier"])
    if box["zygote"]:
        from . import worker, zygote

        descriptors = zygote.forked(*descriptors)
        worker.reseed()
        # Each fork has namespaces of its own, whatever the one that forks is in.
        tier = _tier("namespaces")
    tier.enter(box, descriptors)
    from . import resources, worker

    tier.restrict(box)
    resources.apply(box["memory_bytes"], box["cpu_seconds"], alone=tier.alone)
    _filter(required=tier.confined)
    own = [tier.folder] if tier.folder else []
    sys.path[:] = [*own, *(entry for entry in sys.path if entry not in box["hidden"])]
    sys.argv[:] = [""]
    tier.seal(box)
    # What a notebook cannot find by name it does not break by accident.
    for name in [name for name in sys.modules if name.partition(".")[0] == __package__]:
        del sys.modules[name]
    requests, replies = descriptors[:2]
    worker.serve(requests, replies, tier.folder)


def _tier(name: str) -> Tier:
    tier: Tier = import_module(f"{Tier.__module__}.{name}").TIER
    return tier


def _filter(required: bool) -> None:
    """The seccomp filter; a plain process goes without where the system has none."""
    from . import seccomp

    try:
        seccomp.install()
    except (OSError, AttributeError):
        if required:
            raise


def _give_way() -> None:
    """Gives way to others as far as whoever started this does: Linux shares the cores among sessions first."""
    if hasattr(os, "nice") and (nice := os.nice(0)) > 0:
        with suppress(OSError), open("/proc/self/autogroup", "w") as group:
            group.write(str(nice))


def _silence() -> None:
    """Descriptors 0, 1 and 2 lead nowhere, so that nothing printed can be taken for an answer."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)
