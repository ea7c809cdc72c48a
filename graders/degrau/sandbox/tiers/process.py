"""What a plain process is refused: files outside its view, writing, other programs, the network.

It works by the audit events that Python raises in its own functions, so that code that knows CPython's insides gets
around it. It keeps out what a student finds on the web; where the kernel confines a box, it is not needed.
"""

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

from . import Tier

READ_ONLY = ("/dev/null", "/dev/urandom")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
REFUSED = frozenset(
    f"{module}.{name}"
    for module, names in {
        "os": "remove rename rmdir mkdir symlink link chmod chown chflags truncate utime setxattr removexattr "
        "chdir fchdir fork forkpty exec posix_spawn spawn startfile startfile/2 system kill killpg putenv",
        "shutil": "copyfile copymode copystat copytree make_archive move rmtree unpack_archive chown",
        "socket": "__new__ bind connect getaddrinfo gethostbyname sendto",
        "subprocess": "Popen",
        "sqlite3": "connect",
        "ctypes": "dlopen",
        "pty": "spawn",
        "signal": "pthread_kill",
        "tempfile": "mkstemp mkdtemp",
    }.items()
    for name in names.split()
)
LOOKING = frozenset({"open", "os.listdir", "os.scandir"})


def restrict(view: list[tuple[str, str]]) -> None:
    """Refuses, from now on and for good, whatever this process does not need to run a notebook."""
    sys.addaudithook(
        hook(tuple(path for path, kind in view if kind != "mask"), tuple(p for p, k in view if k == "mask"))
    )


def hook(shown: tuple[str, ...], masked: tuple[str, ...]) -> Callable[[str, tuple[Any, ...]], None]:
    """The audit hook that shows these paths only, without what is below the masked ones."""
    within = tuple(f"{path}/" for path in shown)
    without = tuple(f"{path}/" for path in masked)

    def refuse(event: str, args: tuple[Any, ...]) -> None:
        if event in REFUSED or (event in LOOKING and not allowed(event, *args)):
            raise PermissionError(f"{event} is not allowed here")

    def allowed(event: str, path: Any, mode: Any = "r", flags: int = 0) -> bool:
        if type(path) is bytes:
            path = path.decode("utf-8", "surrogateescape")
        if type(path) is int:
            return True
        if type(path) is not str or flags & WRITING or path in READ_ONLY:
            return path in READ_ONLY
        place = f"/{path}/" if not path.startswith("/") else f"{path}/"
        return place.startswith(within) and not place.startswith(without) and "/../" not in place

    return refuse


class Process(Tier):
    """A plain process with limits, which works everywhere and protects least."""

    name = "process"
    rank = 4
    confined = False

    def restrict(self, box: Mapping[str, Any]) -> None:
        if sys.platform.startswith("linux"):
            from ..inside import privileges

            privileges.drop()
            privileges.die_with_parent()

    def seal(self, box: Mapping[str, Any]) -> None:
        restrict(box["view"])


TIER = Process()
