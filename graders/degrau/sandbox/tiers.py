"""The ways to confine a box, best first, and which of them this machine has.

A tier works if a box of it starts and answers; nothing else is a proof.
"""

import json
import os
import shutil
import sys
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ..outcomes import Returned

TIERS = ("bubblewrap", "namespaces", "landlock", "process")
SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/localtime", "/etc/fonts")
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
INSIDE = Path(__file__).parent / "inside"
START = "import sys; sys.path.insert(0, sys.argv[1]); from inside.boot import main; main(sys.argv[2])"


@dataclass(frozen=True)
class Limits:
    """What one box may use: seconds of wall clock a call and a cell, bytes of memory, of a reply, of its /tmp."""

    call_seconds: float = 5.0
    cell_seconds: float = 10.0
    start_seconds: float = 30.0
    cpu_seconds: int = 120
    memory_bytes: int = 2**30
    reply_bytes: int = 2**20
    temporary_bytes: int = 2**24


@dataclass(frozen=True)
class TierStatus:
    """Whether a tier works on this machine, and if not, why."""

    name: str
    works: bool
    reason: str = ""


def command(tier: str, limits: Limits, requests: int, replies: int) -> list[str]:
    """The command line of a box, whose ends of the pipes have these descriptors."""
    box = {
        "tier": tier,
        "descriptors": [requests, replies],
        "readable": [*readable(), str(INSIDE)],
        "hidden": [str(INSIDE.parent), *_own_paths()],
        "temporary_bytes": limits.temporary_bytes,
        "memory_bytes": limits.memory_bytes,
        "cpu_seconds": limits.cpu_seconds,
    }
    python = [sys.executable, "-I", "-c", START, str(INSIDE.parent), json.dumps(box)]
    return [*_bubblewrap(limits), *python] if tier == "bubblewrap" else python


def readable() -> list[str]:
    """What a box may read: the system's libraries, the interpreter and its packages; never degrau itself."""
    prefixes = {sys.prefix, sys.base_prefix, str(Path(sys.executable).resolve().parents[1])}
    return [path for path in (*SYSTEM, *sorted(prefixes)) if os.path.exists(path)]


def _own_paths() -> list[str]:
    """The folders that `import degrau` comes from."""
    spec = find_spec("degrau")
    return [str(Path(p).parent) for p in (spec.submodule_search_locations or ())] if spec else []


def _bubblewrap(limits: Limits) -> list[str]:
    flags = [
        "--unshare-user",
        "--unshare-ipc",
        "--unshare-pid",
        "--unshare-net",
        "--unshare-uts",
        "--unshare-cgroup-try",
    ]
    flags += [
        "--uid",
        "1000",
        "--gid",
        "1000",
        "--die-with-parent",
        "--new-session",
        "--cap-drop",
        "ALL",
        "--disable-userns",
    ]
    binds = [word for path in [*readable(), str(INSIDE)] for word in ("--ro-bind", path, path)]
    temporary = ["--size", str(limits.temporary_bytes), "--tmpfs", "/tmp"]
    return [
        "bwrap",
        *flags,
        *temporary,
        "--dev",
        "/dev",
        *binds,
        "--chdir",
        "/tmp",
        "--remount-ro",
        "/dev",
        "--remount-ro",
        "/",
        "--",
    ]


@cache
def available() -> tuple[TierStatus, ...]:
    """The state of every tier on this machine, best first."""
    return tuple(_probe(tier) for tier in TIERS)


@cache
def best() -> str:
    """The best tier that works here."""
    return next(tier for tier in TIERS if tier == "process" or _probe(tier).works)


@cache
def _probe(tier: str) -> TierStatus:
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
