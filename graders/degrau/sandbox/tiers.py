"""The ways to confine a box, best first, and which of them this machine has.

A tier works if a box of it starts and answers; nothing else is a proof.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from ..outcomes import Returned
from .limits import Limits
from .view import INSIDE, clone, view

TIERS = ("bubblewrap", "namespaces", "landlock", "process")
# The tiers whose boxes can be forked, each into namespaces of its own.
FORKED = ("bubblewrap", "namespaces")
ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
    "MPLBACKEND": "Agg",
    "MPLCONFIGDIR": "/tmp",
    "PYTHONHASHSEED": "0",
    "HOME": "/tmp",
    "LANG": "C.UTF-8",
}
MOST_OUTPUT = 2000
START = "import sys; sys.path.insert(0, sys.argv[1]); from inside.boot import main; main(sys.argv[2])"


@dataclass(frozen=True)
class TierStatus:
    """Whether a tier works on this machine, and if not, why."""

    name: str
    works: bool
    reason: str = ""


def command(tier: str, limits: Limits, descriptors: Sequence[int], zygote: bool = False) -> list[str]:
    """The command line of a box, whose ends of the pipes have these descriptors; or of a zygote, with its one."""
    box = {
        "tier": tier,
        "zygote": zygote,
        "descriptors": descriptors,
        "view": view(),
        "hidden": hidden(),
        "temporary_bytes": limits.temporary_bytes,
        "memory_bytes": limits.memory_bytes,
        "cpu_seconds": limits.cpu_seconds,
    }
    python = [sys.executable, "-I", "-c", START, str(INSIDE.parent), json.dumps(box)]
    return [*_bubblewrap(limits, zygote), *python] if tier == "bubblewrap" else python


def hidden() -> list[str]:
    """The entries of sys.path that a box does without, so that a notebook does not import degrau by accident."""
    return [str(INSIDE.parent), *([str(INSIDE.parents[2])] if clone() else [])]


def _bubblewrap(limits: Limits, zygote: bool) -> list[str]:
    unshare = [f"--unshare-{kind}" for kind in ("user", "ipc", "pid", "net", "uts", "cgroup-try")]
    confine = ["--uid", "1000", "--gid", "1000", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    writable = ["--size", str(limits.temporary_bytes), "--tmpfs", "/tmp", "--dev", "/dev"]
    shown = [word for path, kind in view() for word in SHOW[kind](path)]
    masks = [path for path, kind in view() if kind == "mask"]
    sealed = [word for path in (*masks, "/dev", "/") for word in ("--remount-ro", path)]
    bwrap = shutil.which("bwrap") or "bwrap"
    # A zygote's forks make further namespaces, for which they need /proc; a student's code does not find it there.
    inner = ["--proc", "/proc"] if zygote else ["--disable-userns"]
    return [bwrap, *unshare, *confine, *inner, *writable, *shown, "--chdir", "/tmp", *sealed, "--"]


SHOW: dict[str, Callable[[str], tuple[str, ...]]] = {
    "bind": lambda path: ("--ro-bind", path, path),
    "link": lambda path: ("--symlink", os.readlink(path), path),
    "mask": lambda path: ("--tmpfs", path),
}


@cache
def available() -> tuple[TierStatus, ...]:
    """The state of every tier on this machine, best first."""
    return tuple(status(tier) for tier in TIERS)


@cache
def best() -> str:
    """The best tier that works here."""
    return next(tier for tier in TIERS if tier == "process" or status(tier).works)


@cache
def status(tier: str) -> TierStatus:
    """Whether this tier works here."""
    from .box import Box, BoxDied

    if tier != "process" and not sys.platform.startswith("linux"):
        return TierStatus(tier, False, "only on Linux")
    if tier == "bubblewrap" and shutil.which("bwrap") is None:
        return TierStatus(tier, False, "bwrap is not installed: apt install bubblewrap")
    try:
        with Box(tier) as box:
            list(box.run([("probe", "def probe(x): return x + 1")]))
            return TierStatus(tier, list(box.call("probe", [(1,)])) == [Returned(2)])
    except (BoxDied, OSError) as error:
        return TierStatus(tier, False, f"this machine does not allow it ({error})")
